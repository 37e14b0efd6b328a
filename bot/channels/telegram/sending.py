"""A message of ours as requests to the Bot API: mostly one, more where files or a long text ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import types
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod

from bot.channels.port import Message, ShownFile
from bot.channels.telegram.words import CAPTION_UNITS, formatted, keyboard, units, with_links

MOST_PHOTO = 10_000_000  # bytes; a larger one goes as a document
_NO_PREVIEW = types.LinkPreviewOptions(is_disabled=True)

PathOf = Callable[[str], Path | None]  # sha256 -> where the bytes lie


@dataclass(frozen=True, slots=True)
class Part:
    """One request. `plain`: the same without marks, if it has any."""

    method: TelegramMethod[types.Message]
    plain: TelegramMethod[types.Message] | None = None
    text: str = ""
    markup: types.InlineKeyboardMarkup | None = None
    files: bool = False


def parts_of(chat: int, message: Message, path_of: PathOf) -> list[Part]:
    """The files first, the words and their buttons with the last; words too long for a caption
    come after."""
    files = [(file, path) for file in message.files if (path := path_of(file.sha256))]
    text, markup = formatted(message), keyboard(message)
    with_caption = bool(files) and units(message) <= CAPTION_UNITS
    parts = [
        _file(chat, file, path, **_words(with_caption and file is files[-1][0], text, markup))
        for file, path in files
    ]
    if not with_caption:
        parts.append(_text(chat, message, text, markup))
    return parts


def _words(here: bool, text: str, markup: types.InlineKeyboardMarkup | None) -> dict[str, Any]:
    return {"caption": text, "parse_mode": "HTML", "reply_markup": markup} if here else {}


def _file(chat: int, file: ShownFile, path: Path, **words: Any) -> Part:
    data = types.FSInputFile(path, filename=file.name)
    method: TelegramMethod[types.Message]
    if file.kind == "picture" and file.size <= MOST_PHOTO:
        method = SendPhoto(chat_id=chat, photo=data, **words)
    else:
        method = SendDocument(
            chat_id=chat, document=data, disable_content_type_detection=True, **words
        )
    return Part(method, files=True)


def _text(
    chat: int, message: Message, text: str, markup: types.InlineKeyboardMarkup | None
) -> Part:
    made = SendMessage(
        chat_id=chat, text=text, parse_mode="HTML", reply_markup=markup,
        link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
    unmarked = SendMessage(
        chat_id=chat, text=with_links(message), reply_markup=keyboard(message, links=False),
        link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
    return Part(made, unmarked, text, markup)


def after_edit(chat: int, message: int, part: Part) -> EditMessageText:
    return EditMessageText(
        chat_id=chat, message_id=message, text=part.text, parse_mode="HTML",
        reply_markup=part.markup, link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
