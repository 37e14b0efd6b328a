"""The same conversations in a terminal: readable for people, JSON lines for programs."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import clock
from bot.app import App, contest_from
from bot.channels import clean
from bot.channels.console import NAME, ConsoleChannel
from bot.channels.port import Message
from bot.commands.typed import typed_lines
from bot.commands.words import Words
from bot.config import MOST_KEPT_DAYS, Settings
from contest.calendar import ZONE
from contest.faq.normalise import fold
from dialog.event import ChatRef
from dialog.reply import Text, t
from storage.port import Arrival, ChatFile

SOMEBODY = "me"
MOST_NAME = 80  # letters of a chat's name
YEARS = range(1990, 2100)  # of a clock somebody could have
KINDS = {
    "photo": (".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif"),
    "voice": (".ogg", ".oga", ".m4a", ".mp3", ".wav", ".aac"),
    "video": (".mp4", ".mov", ".webm", ".3gp"),
}


class BadLine(Exception):  # noqa: N818 -- the line is bad, not we
    """A line that cannot be acted on; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text


@dataclass
class MovableClock:
    """Runs as time does, from wherever it was last set."""

    moved: timedelta = timedelta()

    def __call__(self) -> datetime:
        return clock.now() + self.moved

    def set(self, moment: datetime) -> None:
        self.moved = moment - clock.now()


@dataclass
class Talker:
    """Speaks for whoever the lines say, and keeps what came back."""

    app: App
    clock: MovableClock
    who: str = SOMEBODY
    said: list[tuple[ChatRef, Message]] = field(default_factory=list)
    shown: dict[ChatRef, list[Message]] = field(default_factory=dict)
    _ids: Any = field(default_factory=itertools.count)

    def hear(self, chat: ChatRef, message: Message) -> None:
        self.said.append((chat, message))
        self.shown.setdefault(chat, []).append(message)

    @property
    def chat(self) -> ChatRef:
        return ChatRef(NAME, self.who)

    async def do(self, payload: dict[str, Any]) -> list[tuple[ChatRef, Message]]:
        """Give an event, wait until the turn is over, return what was said meanwhile."""
        event = f"{time.time_ns()}-{next(self._ids)}"
        await self.app.intake.accept(Arrival(self.chat, event, payload, self.clock()))
        await self.app.idle()
        heard, self.said = self.said, []
        return heard

    def pressed(self, wanted: str) -> dict[str, Any]:
        """The button of that label or number, of the latest message that has it."""
        messages = list(reversed(self.shown.get(self.chat, [])))
        latest = next((m for m in messages if m.buttons), None)
        if wanted.isdecimal() and latest and 1 <= int(wanted) <= len(latest.buttons):
            button = latest.buttons[int(wanted) - 1]
            return {"kind": "press", "token": button.token, "label": button.label}
        for message in messages:
            for button in message.buttons:
                if fold(button.label) == fold(wanted):
                    return {"kind": "press", "token": button.token, "label": button.label}
        raise BadLine(t("talk.no_button", label=wanted))

    async def files(self, paths: list[str], caption: str) -> dict[str, Any]:
        sent = []
        for path in map(Path, paths):
            try:
                data = await asyncio.to_thread(path.read_bytes)
            except (OSError, ValueError) as error:  # ValueError: a name no file can have
                raise BadLine(t("talk.no_file", path=str(path))) from error
            stored = await self.app.files.put(data)
            kind = next((k for k, ends in KINDS.items() if path.suffix.lower() in ends), "document")
            name = clean.file_name(path.name) or stored.sha256[:8]
            file = ChatFile(stored.sha256, name, "application/octet-stream", stored.size)
            await self.app.storage.keep_file(self.chat, file, self.clock())
            sent.append(
                {
                    "kind": kind,
                    "file": file.sha256,
                    "name": name,
                    "type": file.type,
                    "size": file.size,
                }
            )
        return {"kind": "files", "files": sent, "caption": caption}


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    with tempfile.TemporaryDirectory(prefix="hoi-thi-") as temporary:
        folder = options.data or Path(temporary)
        # the clock is moved to and fro here; nothing said may be forgotten for that
        never = MOST_KEPT_DAYS
        contest = contest_from(settings)
        settings = replace(settings, data_dir=folder, database_url="", keep_messages_days=never)
        moving = MovableClock()
        app = App(settings, contest=contest, clock=moving, settle=timedelta())
        talker = Talker(app, moving)
        await app.start([ConsoleChannel(talker.hear)])
        try:
            await (_programs(talker, words) if options.jsonl else _people(talker, words))
        finally:
            await app.stop()
    return 0


# --- for programs ------------------------------------------------------------------------------


async def _programs(talker: Talker, words: Words) -> None:
    async for line in typed_lines():
        if not line.strip():
            continue
        try:
            for chat, message in await _act(talker, line):
                _print(_reply(talker, chat, message))
        except BadLine as bad:
            _print({"error": words(bad.text)})
        _print({"idle": True})


async def _act(talker: Talker, line: str) -> list[tuple[ChatRef, Message]]:
    try:
        match json.loads(line):
            case {"say": str(text)}:
                return await talker.do({"kind": "say", "text": text})
            case {"press": str() | int() as wanted}:
                return await talker.do(talker.pressed(str(wanted)))
            case {"files": [_, *_] as paths, **rest} if all(isinstance(p, str) for p in paths):
                caption = str(rest.get("caption") or "")
                return await talker.do(await talker.files(paths, caption))
            case {"at": str(moment)}:
                talker.clock.set(_moment(moment))
                await talker.app.schedule.look()
                await talker.app.idle()
                heard, talker.said = talker.said, []
                return heard
            case {"as": str(who)} if 0 < len(clean.text(who)) <= MOST_NAME:
                talker.who = clean.text(who)
                return []
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadLine(t("talk.bad_line")) from error
    raise BadLine(t("talk.bad_line"))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadLine(t("talk.bad_time", text=text)) from error
    if moment.year not in YEARS:
        raise BadLine(t("talk.bad_time", text=text))
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _reply(talker: Talker, chat: ChatRef, message: Message) -> dict[str, Any]:
    text = f"{message.text}\n\n{message.note}" if message.note else message.text
    reply: dict[str, Any] = {
        "text": text,
        "buttons": [button.label for button in message.buttons],
        "files": [
            {"name": file.name, "path": str(talker.app.files.path(file.sha256))}
            for file in message.files
        ],
    }
    if chat != talker.chat:
        reply["to"] = chat.id
    return reply


def _print(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False), flush=True)


# --- for people --------------------------------------------------------------------------------


async def _people(talker: Talker, words: Words) -> None:
    words.print(t("talk.how"))
    _show(talker, await talker.do({"kind": "start"}), words)
    async for line in typed_lines():
        typed = line.strip()
        if typed == "/q":
            return
        if not typed:
            continue
        _show(talker, await talker.do({"kind": "say", "text": typed}), words)


def _show(talker: Talker, heard: list[tuple[ChatRef, Message]], words: Words) -> None:
    for _, message in heard:
        print(f"\n{message.text}")
        if message.note:
            print(f"   ({message.note})")
        for file in message.files:
            words.print(
                t("talk.file", name=file.name, path=str(talker.app.files.path(file.sha256)))
            )
        for number, button in enumerate(message.buttons, 1):
            print(f"   [{number}] {button.label}")
    print("\n> ", end="", flush=True)
