"""People who say, press and send, and the house they talk to."""

from __future__ import annotations

import asyncio
import io
import itertools
import random
import re
import wave
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from bot.app import App
from bot.channels.console import NAME, ConsoleChannel
from bot.channels.port import Message
from bot.config import Settings
from bot.pages import handed_in, kept
from bot.turn import Route
from bot.workers import Workers
from contest.calendar import ZONE
from contest.reading import load
from contest.working import Working
from dialog.event import ChatRef
from handlers import contest_of, route
from handlers.turn import Contest
from storage.memory import Memory
from storage.port import Arrival, ChatFile, Storage
from tests.contest import sent

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
weekdays = Working(
    days=frozenset(range(1, 6))
).is_worked  # Monday to Friday, whatever is celebrated
# what is learnt from a pack takes seconds, and is the same for every run on the same pack
LEARNT = Path(__file__).parent.parent / ".pytest_cache" / "learnt"
TINY = Path(__file__).parent / "packs" / "tiny"


@cache
def contest(name: str | Path = "lang-son-9") -> Contest:
    """Packs are values, so one reading serves every test."""
    return contest_of(load(name), "http://127.0.0.1:8080", str(name), LEARNT / Path(name).name)


R = TypeVar("R")


class Here(Workers):
    """Heavy work done in a thread of this process: a new process for every test would be slow."""

    async def run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        return await asyncio.to_thread(function, *args, **kwargs)


@dataclass
class SetClock:
    """A clock that only moves when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class House:
    """The whole program, but for a wire: everything between a person's words and our answer."""

    app: App
    clock: SetClock
    heard: dict[ChatRef, list[Message]] = field(default_factory=dict)
    ids: Any = field(default_factory=itertools.count)

    def person(self, name: str = "thu") -> Person:
        return Person(self, ChatRef(NAME, name))


@cache
def bytes_of(name: str) -> bytes:
    """A file of that name: another name is another picture; what it is goes by its ending."""
    chance = random.Random(name)
    match Path(name).suffix:
        case ".wav":
            return a_recording(chance)
        case ".jpg" | ".png" as end:
            picture = Image.frombytes("L", (40, 30), chance.randbytes(40 * 30))
            picture = picture.resize((1600, 1200), Image.Resampling.NEAREST).convert("RGB")
            out = io.BytesIO()
            picture.save(out, "JPEG" if end == ".jpg" else "PNG", quality=80)
            return out.getvalue()
        case ".pdf":
            return a_pdf(name)
        case ".mp4":
            return sent.film() + sent.box(b"free", name.encode())
        case _:
            return f"bytes of {name}".encode()


def a_recording(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(chance.randbytes(8000))
    return out.getvalue()


def a_pdf(text: str) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.docinfo["/Title"] = text
        pdf.save(out)
    return out.getvalue()


async def until(happened: Callable[[], bool], seconds: float = 5) -> None:
    """Wait for what happens by itself. Raises TimeoutError if it does not."""
    async with asyncio.timeout(seconds):
        while not happened():  # noqa: ASYNC110 -- nothing tells us but the thing itself
            await asyncio.sleep(0.01)


@asynccontextmanager
async def a_house(
    folder: Path,
    *,
    storage: Storage | None = None,
    pack: str | Path | Contest = "lang-son-9",
    handle: Route = route,
    clock: SetClock | None = None,
    workers: Workers | None = None,
) -> AsyncIterator[House]:
    clock = clock or SetClock()
    settings = Settings(data_dir=folder)
    app = App(
        settings,
        storage=storage or Memory(),
        contest=pack if isinstance(pack, Contest) else contest(pack),
        clock=clock,
        handle=handle,
        settle=timedelta(),
        draw=random.Random(7).randrange,
        draw_token=map("trang-{}".format, itertools.count(1)).__next__,
        workers=workers or Here(),
    )
    if app.turns.trials:
        app.turns.trials.moment = 60.0  # seconds: what is said goes by no clock of this machine
    app.turns.remember = 0  # so that everything goes through JSON between two messages
    house = House(app, clock)

    def hear(chat: ChatRef, message: Message) -> None:
        house.heard.setdefault(chat, []).append(message)

    await app.start([ConsoleChannel(hear)])
    try:
        yield house
    finally:
        await app.stop()


@dataclass
class Person:
    """Somebody at the other end of a chat."""

    house: House
    chat: ChatRef

    async def do(
        self, payload: dict[str, Any], event: str | None = None, page: str | None = None
    ) -> list[Message]:
        """Give an event; returns what was said while it was answered."""
        before = len(self.messages)
        app = self.house.app
        event = event or f"{self.chat.id}-{next(self.house.ids)}"
        now = self.house.clock()
        await app.intake.accept(Arrival(self.chat, event, payload, now, page=page))
        await app.idle()
        return self.messages[before:]

    async def say(self, text: str) -> list[Message]:
        return await self.do({"kind": "say", "text": text})

    async def press(self, label: str) -> list[Message]:
        """Press the button of that label, of the latest message that has one."""
        for message in reversed(self.messages):
            for button in message.buttons:
                if button.label == label:
                    return await self.press_token(button.token)
        shown = [b.label for b in self.messages[-1].buttons] if self.messages else []
        raise AssertionError(f"no button {label!r}; the last message has {shown}")

    async def press_token(self, token: str) -> list[Message]:
        return await self.do({"kind": "press", "token": token, "label": ""})

    async def come_by(self, link: str) -> list[Message]:
        """By a commune's own link or poster."""
        return await self.press_token(f"commune/at/{link}")

    async def send(self, *names: str, caption: str = "") -> list[Message]:
        files = [await self._kept(name) for name in names]
        return await self.do({"kind": "files", "files": files, "caption": caption})

    async def _kept(self, name: str) -> dict[str, Any]:
        stored = await self.house.app.files.put(bytes_of(name))
        file = ChatFile(stored.sha256, name, "image/jpeg", stored.size)
        await self.house.app.storage.keep_file(self.chat, file, self.house.clock())
        return {"kind": "photo", "file": file.sha256, "name": name, "type": file.type,
                "size": file.size}  # fmt: skip

    async def send_over_channel(
        self, name: str, caption: str = "", size: int = 30_000_000
    ) -> list[Message]:
        """A file the channel tells of and does not hand over: we never get its bytes."""
        kinds = {".mp4": ("video", "video/mp4"), ".wav": ("voice", "audio/wav")}
        kind, media_type = kinds.get(Path(name).suffix, ("document", ""))
        file = {"kind": kind, "file": "", "name": name, "type": media_type, "size": size}
        return await self.do({"kind": "files", "files": [file], "caption": caption})

    @property
    def page(self) -> str:
        """The token of the upload page that was linked to last."""
        return [token for m in self.messages for token in re.findall(r"/u/(\S+)", m.text)][-1]

    async def send_by_page(self, *names: str) -> list[Message]:
        """What its page does: the files come, and then «done» hands them in."""
        storage = self.house.app.storage
        page = await storage.upload_page(kept(self.page))
        assert page is not None
        assert page.used_at is None
        files = [await self._kept(name) for name in names]
        arrival = handed_in(page, files, self.house.clock())
        return await self.do(arrival.payload, arrival.event, page.token)

    @property
    def messages(self) -> list[Message]:
        return self.house.heard.setdefault(self.chat, [])

    @property
    def last(self) -> Message:
        return self.messages[-1]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.last.buttons]
