"""A message of ours as Telegram shows it: HTML, buttons in rows, nothing over its limits. Pure."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.port import Message, ShownButton

TEXT_UNITS = 4096  # UTF-16, after the marks are taken out
CAPTION_UNITS = 1024
SHORT_LABEL = 16  # letters of labels of which two stand in a row on a small phone
MOST_BUTTONS = 100
TICK = "☑ "  # no label of ours begins with it: a ✓ says that an item is done
STYLES = {"good": "success", "grave": "danger"}  # older servers and phones show them plain


def formatted(message: Message) -> str:
    """What is said, then its source, apart and lighter."""
    said = html.escape(message.text, quote=False)
    if not message.note:
        return said
    return f"{said}\n\n<i>{html.escape(message.note, quote=False)}</i>"


def plain(message: Message) -> str:
    return f"{message.text}\n\n{message.note}" if message.note else message.text


def with_links(message: Message) -> str:
    """The same, with links written out: Telegram refuses a button whose address it finds odd."""
    links = [f"{link.label}: {link.url}" for link in message.links]
    return "\n\n".join([plain(message), *links])


def units(message: Message) -> int:
    """How long it is, as Telegram counts."""
    return len(plain(message).encode("utf-16-le")) // 2


def keyboard(message: Message, *, links: bool = True) -> InlineKeyboardMarkup | None:
    linked = message.links if links else ()
    rows = [[InlineKeyboardButton(text=link.label, url=link.url)] for link in linked]
    rows += _rows(message.buttons[: MOST_BUTTONS - len(rows)])
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _rows(buttons: Sequence[ShownButton]) -> Iterator[list[InlineKeyboardButton]]:
    """Short ones in twos, in their order."""
    row: list[InlineKeyboardButton] = []
    for button in buttons:
        made = InlineKeyboardButton(
            text=button.label, callback_data=button.token, style=STYLES.get(button.tone)
        )
        short = len(button.label) <= SHORT_LABEL
        if row and (not short or len(row) == 2):
            yield row
            row = []
        row.append(made)
        if not short:
            yield row
            row = []
    if row:
        yield row


def ticked(markup: InlineKeyboardMarkup, token: str) -> InlineKeyboardMarkup:
    """The same buttons, the pressed one marked: a press leaves no other trace in the chat."""
    rows = [[_ticked(button, token) for button in row] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _ticked(button: InlineKeyboardButton, token: str) -> InlineKeyboardButton:
    bare = button.text.removeprefix(TICK)
    pressed = button.callback_data == token
    return button.model_copy(update={"text": TICK + bare if pressed else bare})
