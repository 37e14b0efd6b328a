"""The stories, and a crowd, in bad weather: nothing lost, nothing out of its order, and nothing
twice but what nobody could know had arrived. `-s` prints how often what went wrong."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest

from bot import turn
from bot.channels.telegram import polling, webhook
from bot.turn import KEYED_WAIT
from dialog.reply import Reply, verbatim
from handlers.turn import Outcome, Turn
from tests.channels.line import Caller, Line, a_line
from tests.channels.test_stories import ALONE
from tests.telegram import (
    Dropped,
    Gateway,
    LostAnswer,
    Refuse,
    Shown,
    TelegramServer,
    TooMany,
)
from tests.telegram.faults import Fault
from tests.test_stories import tell

pytestmark = pytest.mark.slow

SENDS = ("sendmessage", "sendphoto", "senddocument", "editmessagetext")
CERTAIN = (Gateway(502), Gateway(503), Refuse(500, "Internal Server Error"))
AROUND = ("getUpdates", "getFile", "answerCallbackQuery", "editMessageReplyMarkup", "setWebhook")


def certain(chance: random.Random, method: str) -> Fault:
    """What is surely not done. Questions for updates wait in real seconds, so they wait less."""
    pause = TooMany(chance.randint(1, 5) if method in SENDS else 1)
    return chance.choice((pause, *CERTAIN))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.02)
    monkeypatch.setattr(polling, "LONGEST_WAIT", 0.1)
    monkeypatch.setattr(turn, "WEATHER_WAIT", 0.02)
    monkeypatch.setattr(webhook, "TRY_AGAIN", 1)


class InWeather(Caller):
    """Whatever this person does, something goes wrong on the way."""

    chance = random.Random()
    happened: ClassVar[Counter[str]] = Counter()

    def _last(self) -> int:
        """Before each deed: the weather of the next minute."""
        faults, chance = self.line.server.faults, self.chance
        faults.clear()
        for _ in range(chance.randint(1, 4)):
            method = chance.choice((*SENDS, *SENDS, *AROUND))
            faults.next(method, certain(chance, method), times=chance.randint(1, 4))
        # what may have been done is tried once more and no oftener, so it happens once a minute
        uncertain = chance.choice((LostAnswer(), Dropped(), None))
        if uncertain:
            faults.next(
                chance.choice((*SENDS, *SENDS, *AROUND)), uncertain, after=chance.randint(0, 1)
            )
        if chance.random() < 0.3:
            self.line.server.twice()
            self.happened["delivered twice"] += 1
        return super()._last()

    def _new(self, before: int) -> list[Shown]:
        new = super()._new(before)
        once = [m for n, m in enumerate(new) if not n or _seen(m) != _seen(new[n - 1])]
        lost = 0
        for rule in self.line.server.faults.rules:
            if not rule.left and not rule.after:
                self.happened[type(rule.fault).__name__] += 1
                lost += isinstance(rule.fault, LostAnswer) and rule.method in SENDS[:3]
        doubles = len(new) - len(once)
        assert doubles <= lost, "said twice, and no answer was lost"
        self.happened["said twice"] += doubles
        return once


def _seen(shown: Shown) -> tuple[Any, ...]:
    return shown.kind, shown.text, shown.buttons, shown.files


@pytest.mark.parametrize(
    ("path", "mode"),
    [(path, ("polling", "webhook")[n % 2]) for n, path in enumerate(ALONE)],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
async def test_a_story_in_bad_weather(
    path: Path, mode: str, tmp_path: Path, server: TelegramServer
) -> None:
    seed = random.randrange(10**9)
    InWeather.chance, InWeather.happened = random.Random(seed), Counter()
    story = path.read_text("utf-8")
    async with a_line(tmp_path, server=server, mode=mode, settle=KEYED_WAIT) as line:
        line.caller = InWeather
        now = await tell(line, story)  # type: ignore[arg-type]
        server.faults.clear()
        await line.idle()
    print(f"{path.stem} {mode} seed={seed}: {dict(InWeather.happened)}")
    assert now == story, f"seed {seed}"
    assert (await line.app.ages()).dead == 0


CHATS, EACH = 12, 8


async def echo(turn: Turn) -> Outcome:
    said = getattr(turn.did, "text", "?")
    return Outcome(turn.place, tuple(Reply(verbatim(f"«{said}» {n}")) for n in range(2)))


async def crowd(line: Line, chance: random.Random, seconds: float) -> None:
    """Everybody writes, in their own time, and the weather turns all the while."""
    server = line.server

    async def one(number: int) -> None:
        user = line.user(1001 + number)
        server.faults.next("sendMessage", LostAnswer(), chat=user.id, after=chance.randint(0, 15))
        server.faults.next("sendMessage", Dropped(), chat=user.id, after=chance.randint(0, 15))
        for n in range(EACH):
            await asyncio.sleep(chance.random() * seconds / EACH)
            if chance.random() < 0.2:
                server.twice()
            if chance.random() < 0.2:
                server.swapped()
            await user.types(f"{number} {n}")

    async def weather() -> None:
        while True:
            method = chance.choice(("sendmessage", "sendmessage", "getupdates", "*"))
            server.faults.next(method, certain(chance, method), times=chance.randint(1, 5))
            server.clock.advance(chance.random())
            line.clock.ahead += timedelta(seconds=chance.random())
            await asyncio.sleep(0.05)

    turning = asyncio.create_task(weather())
    await asyncio.gather(*(one(number) for number in range(CHATS)))
    await line.user(999).types("the last, so that nothing stays held back")
    turning.cancel()
    server.faults.rules[:] = [r for r in server.faults.rules if r.chat is not None]


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_crowd_in_bad_weather(mode: str, tmp_path: Path, server: TelegramServer) -> None:
    seed = random.randrange(10**9)
    chance = random.Random(seed)
    async with a_line(tmp_path, server=server, mode=mode, handle=echo) as line:
        await crowd(line, chance, 3)
        idle = asyncio.ensure_future(line.idle())
        while not idle.done():  # a webhook is tried again when Telegram's time has come
            server.clock.advance(1)
            await asyncio.sleep(0.05)
        await idle
        inbox = line.app.storage.inbox  # type: ignore[attr-defined]
        doubles = 0
        for number in range(CHATS):
            user = line.user(1001 + number)
            came = [r.arrival.payload["message"]["text"] for r in inbox
                    if r.arrival.chat.id == str(user.id)]  # fmt: skip
            assert sorted(came) == [f"{number} {n}" for n in range(EACH)]
            texts = [m.text for m in user.screen if m.by_bot]
            once = [text for n, text in enumerate(texts) if not n or text != texts[n - 1]]
            assert once == [f"«{said}» {n}" for said in came for n in range(2)], f"seed {seed}"
            assert len(texts) - len(once) <= 1  # one answer was lost to each
            doubles += len(texts) - len(once)
    ways = Counter(r.status for r in server.requests("sendMessage"))
    print(f"crowd {mode} seed={seed}: {CHATS * EACH * 2} answers, {doubles} twice, {dict(ways)}")
