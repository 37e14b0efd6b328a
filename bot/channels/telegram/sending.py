"""A message of ours as requests to the Bot API: mostly one, more where files or a long text ask."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import types
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod

from bot.channels.port import Message, ShownFile
from bot.channels.telegram.words import CAPTION_UNITS, formatted, keyboard, units, with_links

log = logging.getLogger(__name__)

MOST_PHOTO = 10_000_000  # bytes; a larger one goes as a document
MOST_FILE = 50_000_000  # bytes; bots send no larger file, it is offered as a link
_NO_PREVIEW = types.LinkPreviewOptions(is_disabled=True)

PathOf = Callable[[str], Path | None]  # sha256 -> where the bytes lie


@dataclass(frozen=True, slots=True)
class Part:
    """One request. `instead`: what is sent if Telegram will not take it."""

    method: TelegramMethod[types.Message]
    instead: Part | None = None
    text: str = ""
    markup: types.InlineKeyboardMarkup | None = None
    files: bool = False

    @property
    def lost(self) -> bool:
        """Is a file lost if Telegram does not take it?"""
        return self.files and not (self.instead and self.instead.files)


def parts_of(chat: int, message: Message, path_of: PathOf) -> list[Part]:
    """The files first, the words and their buttons with the last; words too long for a caption
    come after."""
    files = [(file, path) for file in message.files if (path := _path(file, path_of))]
    words = _text(chat, message)
    with_caption = bool(files) and units(message) <= CAPTION_UNITS
    parts = [
        _file(chat, file, path, words if with_caption and file is files[-1][0] else None)
        for file, path in files
    ]
    return parts if with_caption else [*parts, words]


def _path(file: ShownFile, path_of: PathOf) -> Path | None:
    """None: it cannot be sent; the words are, all the same. Too large is only what an older
    release, which made no links, left to be sent."""
    path = path_of(file.sha256)
    if path is None or file.size > MOST_FILE:
        log.error("a file of ours cannot be sent: %s, %s bytes", file.sha256, file.size)
        return None
    return path


def _file(chat: int, file: ShownFile, path: Path, words: Part | None) -> Part:
    said: dict[str, Any] = {}
    if words:
        said = {"caption": words.text, "parse_mode": "HTML", "reply_markup": words.markup}
    data = types.FSInputFile(path, filename=file.name)
    document = SendDocument(
        chat_id=chat, document=data, disable_content_type_detection=True, **said
    )
    part = Part(document, words, files=True)
    if file.kind == "picture" and file.size <= MOST_PHOTO:
        return Part(SendPhoto(chat_id=chat, photo=data, **said), part, files=True)
    return part


def _text(chat: int, message: Message) -> Part:
    text, markup = formatted(message), keyboard(message)
    made = SendMessage(
        chat_id=chat, text=text, parse_mode="HTML", reply_markup=markup,
        link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
    unmarked = SendMessage(
        chat_id=chat, text=with_links(message), reply_markup=keyboard(message, links=False),
        link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
    return Part(made, Part(unmarked, None, text, markup), text, markup)


def after_edit(chat: int, message: int, part: Part) -> EditMessageText:
    return EditMessageText(
        chat_id=chat, message_id=message, text=part.text, parse_mode="HTML",
        reply_markup=part.markup, link_preview_options=_NO_PREVIEW,
    )  # fmt: skip
