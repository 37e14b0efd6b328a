"""A message to many on Telegram: at which pace, in how much memory, and what a kill -9 does to it.

The Bot API is a test server in a process of its own that holds the rates of the real one: 30
messages a second, 429 with a pause beyond. To see 50,000 in minutes, its rate and ours are made
larger by one factor; a run in true time shows that nothing depends on it.

Baseline for doubles, in the same run: the same messages as replies, which are sent at least once.
Baseline for a person's wait: the same server and program, with nothing to broadcast.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bench.timing import percentile, table
from bot.channels.port import Message
from bot.channels.telegram.gate import OVERALL
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Outgoing, Storage, Told
from tests.telegram.process import ServerProcess
from tests.telegram.program import Program

CHATS, FACTOR, ALLOWED = 50_000, 5, 30
TRUE_SECONDS = 60
PEOPLE, EVERY = 10_000_000, 0.5  # who write meanwhile: their first number; seconds between two
KILLS, KILL_CHATS = 20, 2000
ANSWERS_AFTER = 0.08  # seconds: Telegram is far away, and a kill finds some messages on their way
ROUND_TRIP = 0.05  # seconds: what was under way when a pause was told is no disobedience
BODY = Message("Còn 14 ngày nữa là hết hạn nộp hồ sơ. Hồ sơ của bà con CHƯA NỘP. " * 3, "vi")


def database(folder: Path) -> Storage:
    return open_storage(f"sqlite:///{folder / 'bot.db'}")


async def put_out(folder: Path, chats: int, *, bulk: bool = True) -> float:
    """As a schedule does. Returns the seconds it takes."""
    storage = database(folder)
    await storage.open(serve=False)
    now = datetime.now(UTC)
    told = [
        Told(ChatRef("telegram", str(n)), Outgoing(BODY.to_json(), now, bulk=bulk))
        for n in range(1, chats + 1)
    ]
    began = time.perf_counter()
    assert await storage.run_once("news", "bench", now, told)
    passed = time.perf_counter() - began
    await storage.close()
    return passed


async def waiting(folder: Path) -> int:
    storage = database(folder)
    await storage.open(serve=False)
    ages = await storage.ages(datetime.now(UTC), ["telegram"])
    await storage.close()
    return ages.unsent


async def in_doubt(folder: Path) -> list[int]:
    storage = database(folder)
    await storage.open(serve=False)
    found = [int(p.chat.id) for p in await storage.doubtful()]
    await storage.close()
    return found


class People:
    """Somebody new writes now and then, and waits for an answer."""

    def __init__(self, server: ServerProcess) -> None:
        self._server = server
        self._typed: dict[int, float] = {}
        self._next = PEOPLE

    async def write(self) -> None:
        while True:
            typed = await self._server.post("chatter", first=self._next, count=1, text="menu")
            self._typed.update(dict(typed))
            self._next += 1
            await asyncio.sleep(EVERY)

    async def waits(self) -> list[float]:
        """Milliseconds, of those who were answered."""
        heard: dict[int, float] = {}
        for at, chat, status, _ in await self._server.get("sent"):
            if status == 200:
                heard.setdefault(chat, at)
        return [(heard[p] - at) * 1000 for p, at in self._typed.items() if p in heard]


async def steady(chats: int, factor: int, seconds: float, storms: int) -> tuple[object, ...]:
    """One broadcast, or so many seconds of it; a row of the table."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        async with ServerProcess() as server:
            await server.post("crowd", first=1, count=chats)
            await server.post("rates", overall=ALLOWED * factor)
            await put_out(folder, chats)
            with Program(folder, server.url, overall=OVERALL * factor) as program:
                people = People(server)
                writing = asyncio.create_task(people.write())
                most, began = 0.0, time.perf_counter()
                while await waiting(folder) and time.perf_counter() - began < seconds:
                    if storms and random.random() < storms / 60:
                        await storm(server, factor)
                    most = max(most, program.memory_mb())
                    await asyncio.sleep(1)
                writing.cancel()
                cpu = program.cpu_seconds()
                waits = await people.waits()
                sent = await server.get("sent")
    good = [at for at, chat, status, _ in sent if status == 200 and chat < PEOPLE]
    of_all = [at for at, _, status, _ in sent if status == 200 and good[0] <= at <= good[-1]]
    rate = len(of_all) / (good[-1] - good[0])
    return (
        f"{len(good)} of {chats}, x{factor}" + (", storms of 429" if storms else ""),
        rate / (ALLOWED * factor),
        sum(status == 429 for *_, status, _ in sent),
        most,
        cpu / len(good) * 1000,
        percentile(waits, 0.5),
        percentile(waits, 0.95),
        disobeyed(sent),
        doubles(sent),
    )


async def storm(server: ServerProcess, factor: int) -> None:
    """429 out of the blue, then a server that takes only half of what it promised."""
    await server.fault("sendMessage", "TooMany", 2, times=5)
    await asyncio.sleep(3)
    await server.post("rates", overall=ALLOWED * factor / 2)
    await asyncio.sleep(1)
    await server.post("rates", overall=ALLOWED * factor)


def disobeyed(sent: list[list[float]]) -> int:
    """Requests during a pause that had been told, but for what was under way."""
    until, told, found = 0.0, 0.0, 0
    for at, _, status, pause in sorted(sent):
        found += told + ROUND_TRIP < at < until
        if status == 429 and at + pause > until:
            told, until = at, at + pause
    return found


def doubles(sent: list[list[float]]) -> int:
    per_chat = Counter(chat for _, chat, status, _ in sent if status == 200 and chat < PEOPLE)
    return sum(count - 1 for count in per_chat.values())


async def quiet() -> list[float]:
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        async with ServerProcess() as server:
            with Program(Path(name), server.url, overall=OVERALL) as _:
                people = People(server)
                writing = asyncio.create_task(people.write())
                await asyncio.sleep(30)
                writing.cancel()
                return await people.waits()


async def killed(*, bulk: bool) -> tuple[object, ...]:
    """Kill after kill, at random moments, until all is sent."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        async with ServerProcess() as server:
            await server.post("crowd", first=1, count=KILL_CHATS)
            await server.post("rates", overall=ALLOWED)
            await server.fault("sendMessage", "Delay", ANSWERS_AFTER, times=10**9)
            await put_out(folder, KILL_CHATS, bulk=bulk)
            with Program(folder, server.url, overall=OVERALL) as program:
                for _ in range(KILLS):
                    await until_sent(server, 20)
                    await asyncio.sleep(chance.random() * 0.2)
                    program.kill()
                    program.start()
                while await waiting(folder):  # noqa: ASYNC110 -- another process empties it
                    await asyncio.sleep(0.5)
            sent = await server.get("sent")
        doubts = await in_doubt(folder)
    reached = {chat for _, chat, status, _ in sent if status == 200}
    lost = KILL_CHATS - len(reached)
    assert set(range(1, KILL_CHATS + 1)) - reached <= set(doubts), "lost, and nobody knows"
    what = "as messages to many" if bulk else "baseline: as replies, at least once"
    return (what, KILLS, doubles(sent) / KILLS, len(doubts) / KILLS, lost / KILLS)


async def until_sent(server: ServerProcess, more: int) -> None:
    before = len(await server.get("sent"))
    while len(await server.get("sent")) < before + more:  # noqa: ASYNC110 -- it is elsewhere
        await asyncio.sleep(0.02)


async def measure() -> None:
    waits = await quiet()
    rows: list[tuple[object, ...]] = [
        ("messages", "of the rate allowed", "429s", "MB most", "CPU ms each", "reply p50 ms",
         "reply p95 ms", "disobeyed", "doubles"),
        ("baseline: nothing to broadcast", "", "", "", "", percentile(waits, 0.5),
         percentile(waits, 0.95), "", ""),
        await steady(CHATS, 1, TRUE_SECONDS, 0),
        await steady(CHATS, FACTOR, 3600, 0),
        await steady(CHATS // 10, FACTOR, 3600, 12),
    ]  # fmt: skip
    table(f"A message to {CHATS} chats on Telegram", rows)
    kills: list[tuple[object, ...]] = [
        ("what", "kills", "doubles a kill", "in doubt a kill", "never arrived a kill"),
        await killed(bulk=True),
        await killed(bulk=False),
    ]
    print()
    table(f"kill -9 during a message to {KILL_CHATS} chats", kills)


def main() -> None:
    asyncio.run(measure())
