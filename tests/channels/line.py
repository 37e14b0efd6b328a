"""The whole program at the end of a wire: our Telegram channel, and a Bot API server to talk to."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.app import App
from bot.channels.port import Message, ShownButton, ShownFile
from bot.channels.telegram.part import Telegram
from bot.channels.telegram.polling import HELD
from bot.channels.telegram.reading import MOST_FETCHED
from bot.channels.telegram.words import TICK
from bot.channels.web.limits import Limits
from bot.commands.run import web_part
from bot.config import Settings
from bot.turn import Route
from dialog.event import ChatRef
from dialog.reply import t
from handlers import route
from storage.memory import Memory
from storage.port import Storage
from tests.ports import free_port
from tests.talk import Here, Person, SetClock, bytes_of, contest
from tests.telegram import Refuse, Shown, TelegramServer, User
from tests.telegram.judges import judge_call, judge_result, judge_update
from tests.telegram.server import Request

UNNAMED = t("by_page.this_app")
ADDRESS = Settings().address  # as it stands in the stories
IDLE_WITHIN = 60  # seconds


def judge(server: TelegramServer) -> None:
    """What each side said, by those who know the Bot API and neither of us."""
    for request in server.requests():
        judge_call(request.method, request.params)
        if request.status == 200:
            judge_result(request.method, request.result)
    for update in server.emitted:
        judge_update(update)


@dataclass
class LineClock(SetClock):
    """Stands, and goes ahead only while what was put off is waited for."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return self.now + self.ahead


@dataclass
class Line:
    """A program and the server it is connected to. Time of sending is the server's, and jumps."""

    app: App
    telegram: Telegram
    server: TelegramServer
    clock: LineClock
    heard: dict[ChatRef, list[Message]] = field(default_factory=dict)
    caller: type[Caller] | None = None  # what a person is, if not a Caller
    _people: dict[str, Caller] = field(default_factory=dict)

    @property
    def hook(self) -> str:
        """The address of the webhook."""
        return self.app.settings.address + "/telegram"

    def user(self, number: int = 1001) -> User:
        return self.server.user(number, "Nông", "Thử")

    def person(self, name: str = "thu") -> Caller:
        if name not in self._people:
            number = 1001 + len(self._people)
            user = self.server.user(number, name)
            made = self.caller or Caller
            self._people[name] = made(self, ChatRef("telegram", str(number)), user)
        return self._people[name]

    async def idle(self) -> None:
        """Until every update is ours, answered, and every answer said: time passes as it must."""
        async with asyncio.timeout(IDLE_WITHIN):
            while await self._busy():  # noqa: ASYNC110 -- it looks at two programs
                await asyncio.sleep(0.005)
        await self.app.idle()
        self.clock.ahead = timedelta()

    async def _busy(self) -> bool:
        if self.server.state.updates.alive() or self.server.state.webhook._queues:
            return True
        ages = await self.app.storage.ages(self.clock(), ["telegram"])
        if ages.unsent and not ages.undone:  # what was put off becomes due
            self.clock.ahead += timedelta(minutes=11)
            for chat in await self.app.storage.waiting_chats():
                self.app.outbox.wake(chat)
        return bool(ages.undone or ages.unsent)


@dataclass
class Caller:
    """Somebody with a phone, who does what a `talk.Person` does, and sees the same words."""

    line: Line
    chat: ChatRef
    user: User

    @property
    def messages(self) -> list[Message]:
        return self.line.heard.setdefault(self.chat, [])

    async def say(self, text: str) -> list[Message]:
        before = self._last()
        await self.user.types(text)
        return await self._answered(before)

    async def press(self, label: str) -> list[Message]:
        before = self._last()
        for shown in reversed(self.user.screen):
            for button in shown.buttons:
                if label in (button, button.removeprefix(TICK)):
                    await self.user.presses(button, message=shown)
                    return await self._answered(before)
        raise AssertionError(f"no button {label!r}")

    async def come_by(self, link: str) -> list[Message]:
        before = self._last()
        await self.user.starts(f"xa-{link}")
        return await self._answered(before)

    async def send(self, *names: str, caption: str = "") -> list[Message]:
        """As files: a photo would be made smaller on its way. Several are an album."""
        before = self._last()
        contents = [bytes_of(name) for name in names]
        if len(names) == 1:
            await self.user.sends_document(contents[0], names[0], caption=caption)
        else:
            await self.user.sends_album(contents, names=list(names), caption=caption)
        return await self._answered(before)

    async def send_over_channel(self, name: str, caption: str, size: int) -> list[Message]:
        """A file Telegram does not give to bots: too large, or refused when it is asked for."""
        before = self._last()
        if size <= MOST_FETCHED:
            self.line.server.faults.next("getFile", Refuse(400, "Bad Request: file is too big"))
        data = bytes(size)
        if name.endswith(".mp4"):
            await self.user.sends_video(data, name, caption=caption)
        else:
            await self.user.sends_document(data, name, caption=caption)
        return await self._answered(before)

    async def send_by_page(self, *names: str) -> list[Message]:
        before = self._last()
        await Person(self.line, self.chat).send_by_page(*names)  # type: ignore[arg-type]
        return await self._answered(before)

    def _last(self) -> int:
        return max((m.message_id for m in self.user.screen if m.by_bot), default=0)

    async def _answered(self, before: int) -> list[Message]:
        await self.line.idle()
        new = self._new(before)
        said = list(messages_of(new, self.line))
        self.messages.extend(said)
        return said

    def _new(self, before: int) -> list[Shown]:
        return [m for m in self.user.screen if m.by_bot and m.message_id > before]


def messages_of(screen: list[Shown], line: Line) -> Iterator[Message]:
    """What stands on the screen, as the stories write it, which have no Telegram:

    a file without words belongs to the words after it; the italics at the end are the note; a
    photo's name is not shown by Telegram, so it is read from the request that sent it; a button
    with an address is a line of the text, and our address is the one of the stories; where a
    channel is named, theirs has no name.
    """
    names = _names(line.server.requests())
    files: list[ShownFile] = []
    for shown in screen:
        kind = "picture" if shown.kind == "photo" else "paper"
        files += [
            ShownFile(kind, names[shown.message_id], "", "", len(content))  # type: ignore[arg-type]
            for content in shown.files
        ]
        if not shown.text:
            continue
        text, note = _note_apart(shown)
        rows = shown.json.get("reply_markup", {}).get("inline_keyboard", [])
        made = [button for row in rows for button in row]
        links = [f"{b['text']}: {b['url']}" for b in made if "url" in b]
        if links:
            text = "\n".join((text, "", *links)).replace(line.app.settings.address, ADDRESS)
            lang = "en" if "Telegram does" in text else "vi"  # the two ways it is named
            text = _first_upper(text.replace("Telegram", line.app.texts.render(UNNAMED, lang)))
        labels = [b["text"].removeprefix(TICK) for b in made if "url" not in b]
        buttons = tuple(ShownButton(label, "") for label in labels)
        yield Message(text, "", note, buttons, tuple(files))
        files = []
    assert not files, "files that nothing is said of"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(log: list[Request]) -> dict[int, str]:
    return {
        request.result["message_id"]: upload.name
        for request in log
        if request.method.lower() in ("sendphoto", "senddocument") and request.answer.get("ok")
        for upload in request.files.values()
    }


def _note_apart(shown: Shown) -> tuple[str, str]:
    italics = [(offset, length) for kind, offset, length in shown.entities if kind == "italic"]
    if not italics:
        return shown.text, ""
    ((offset, length),) = italics
    units = shown.text.encode("utf-16-le")
    assert (offset + length) * 2 == len(units), "something follows the note"
    return units[: offset * 2].decode("utf-16-le").removesuffix("\n\n"), units[offset * 2 :].decode(
        "utf-16-le"
    )


@asynccontextmanager
async def a_line(
    folder: Path,
    *,
    server: TelegramServer,
    mode: str = "polling",
    storage: Storage | None = None,
    handle: Route = route,
    settle: timedelta = timedelta(),
    held: int = HELD,
    **named: Any,
) -> AsyncIterator[Line]:
    """A program on a clock that stands, connected to `server`; `named`: settings of it."""
    port = free_port()
    given = {
        "data_dir": folder, "telegram_token": server.token, "telegram_api_url": server.url,
        "telegram_mode": mode, "web_port": port, "web_public_url": f"http://127.0.0.1:{port}",
    }  # fmt: skip
    clock = LineClock()
    app = App(
        Settings(**{**given, **named}),
        storage=storage or Memory(),
        contest=contest(),
        clock=clock,
        handle=handle,
        settle=settle,
        draw=random.Random(7).randrange,
        draw_token=map("trang-{}".format, itertools.count(1)).__next__,
        workers=Here(),
    )
    app.turns.remember = 0
    time = server.clock

    async def jump(seconds: float) -> None:
        time.advance(seconds)
        await asyncio.sleep(0)

    telegram = Telegram(app, held=held, clock=time.now, sleep=jump)
    app.doing["telegram"] = telegram.health.told
    channel, site = web_part(app, Limits())
    if telegram.webhook:
        telegram.webhook.add_to(site)
    await app.start([channel, telegram.channel])
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    telegram.start()
    try:
        yield Line(app, telegram, server, clock)
    finally:
        await runner.cleanup()
        await app.stop()
        await telegram.close()
