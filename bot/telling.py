"""Hop 7: a reply in the person's words, with its pictures and papers made and kept."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Literal

from bot.channels.port import Message, ShownButton, ShownFile
from bot.texts import Texts
from bot.workers import Workers
from contest.papers import MAKERS
from dialog.reply import Joined, Paper, Picture, Reply, Stored, T, Words, paragraphs, t
from storage.files import LocalFiles
from storage.port import ChatFile

log = logging.getLogger(__name__)

SHOWN_TYPES = ("image/jpeg", "image/png", "image/webp")
MOST_REMEMBERED = 256  # made files: the timetable of today is asked for by everybody


class Teller:
    """Turns replies into messages."""

    def __init__(self, texts: Texts, files: LocalFiles, workers: Workers) -> None:
        self.texts = texts
        self._files = files
        self._workers = workers
        self._made: OrderedDict[str, tuple[str, int]] = OrderedDict()

    async def told(self, reply: Reply, lang: str) -> Message:
        """The message as it is sent. What file cannot be made is left out, and said so."""
        files = []
        text = reply.text
        for wanted in reply.files:
            if isinstance(wanted, Stored):
                files.append(_stored(wanted))
                continue
            try:
                files.append(await self._made_file(wanted, lang))
            except Exception:
                log.exception("maker %s failed", wanted.maker)
                text = paragraphs([reply.text, t("trouble.file_not_made")])
        return Message(
            text=self.texts.render(text, lang),
            lang=lang,
            note=self.texts.render(reply.note, lang) if reply.note else "",
            buttons=tuple(
                ShownButton(self.texts.render(b.label, lang), b.token, b.tone)
                for b in reply.buttons
            ),
            files=tuple(files),
        )

    @staticmethod
    def files_of(message: Message) -> list[ChatFile]:
        """What the person may fetch because of this message."""
        return [ChatFile(f.sha256, f.name, f.type, f.size, ours=True) for f in message.files]

    async def _made_file(self, wanted: Picture | Paper, lang: str) -> ShownFile:
        maker = MAKERS[wanted.maker]
        own = wanted.lang if isinstance(wanted, Paper) else None
        args = plain(self.texts, wanted.args, own or lang)
        written = json.dumps([wanted.maker, args], ensure_ascii=False, sort_keys=True)
        what = hashlib.sha256(written.encode()).hexdigest()  # a dossier is long
        sha256, size = self._made.get(what, ("", 0))
        if sha256 and self._files.renew(sha256):
            self._made.move_to_end(what)
        else:
            if maker.heavy:
                data = await self._workers.run(maker.make, args, self._files.path)
            else:
                data = await asyncio.to_thread(maker.make, args, self._files.path)
            stored = await self._files.put(data)
            sha256, size = stored.sha256, stored.size
            self._made[what] = (sha256, size)
            while len(self._made) > MOST_REMEMBERED:
                self._made.popitem(last=False)
        is_picture = isinstance(wanted, Picture)
        return ShownFile(
            kind="picture" if is_picture else "paper",
            name=self.texts.render(wanted.name, lang),
            type=maker.type,
            sha256=sha256,
            size=size,
            alt=self.texts.render(wanted.alt, lang) if isinstance(wanted, Picture) else "",
        )


def plain(texts: Texts, value: Any, lang: str) -> Any:
    """A maker's arguments with the texts inside put into words."""
    match value:
        case T() | Words() | Joined():
            return texts.render(value, lang)
        case Mapping():
            return {name: plain(texts, item, lang) for name, item in value.items()}
        case list() | tuple():
            return [plain(texts, item, lang) for item in value]
        case _:
            return value


def _stored(file: Stored) -> ShownFile:
    """As a picture, if it is of a kind that every channel can show."""
    kind: Literal["picture", "paper"] = "picture" if file.type in SHOWN_TYPES else "paper"
    return ShownFile(kind, file.name, file.type, file.sha256, file.size, file.name)
