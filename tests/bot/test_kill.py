"""kill -9 between any two hops: each accepted message is answered once in state, once or more on
the wire, and in its order."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.bot.browser import Browser, a_browser
from tests.bot.crashing import POINTS
from tests.ports import free_port
from tests.talk import until

CHATS, EACH = 4, 8
DEATHS = 2  # of a run, so that it comes to an end


class Child:
    """The program as a process that is started again whenever it dies."""

    def __init__(self, folder: Path, point: str = "") -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._arguments = [sys.executable, "-m", "tests.bot.crashing", str(folder), str(self.port)]
        self._point = point
        self.deaths = 0
        self.process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Child:
        self._keeper = asyncio.create_task(self._keep())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._keeper is not None
        self._keeper.cancel()
        await asyncio.gather(self._keeper, return_exceptions=True)
        self.kill()
        if self.process:
            await self.process.wait()

    def kill(self) -> None:
        if self.process and self.process.returncode is None:
            self.process.kill()

    async def _keep(self) -> None:
        while True:
            at = random.randint(1, CHATS) if self._point and self.deaths < DEATHS else 0
            self.process = await asyncio.create_subprocess_exec(
                *self._arguments, self._point, str(at)
            )
            assert await self.process.wait() == -9, "it died of something else"
            self.deaths += 1


class Tally:
    """How many events have been acknowledged."""

    acknowledged = 0


async def insist(browser: Browser, event: dict[str, object], tally: Tally) -> None:
    """What the page does: the same event again until it is acknowledged."""
    while True:
        try:
            answer = await browser.post(event)
            if answer.status == 200:
                tally.acknowledged += 1
                return
            assert answer.status == 503
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.05)


async def person(url: str, number: int, tally: Tally) -> Browser:
    async with a_browser(url) as browser:
        while True:
            try:
                await browser.hello()
                break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        for n in range(EACH):
            event = {"id": f"p{number}-{n}", "kind": "say", "text": f"qwx{number} zzy{n}"}
            await insist(browser, event, tally)
            await asyncio.sleep(random.random() * 0.05)
        seen: dict[str, None] = {}
        async with asyncio.timeout(60):
            while len(seen) < 2 * EACH:
                try:
                    async for message in browser.stream():
                        seen[f"{message['from']} {message['id']}"] = None
                        if len(seen) == 2 * EACH:
                            break
                except (aiohttp.ClientError, AssertionError):
                    await asyncio.sleep(0.05)
        order = [name.partition(" ")[0] for name in seen]
        assert order.count("bot") == order.count("me") == EACH
        mine = [name for name in seen if name.startswith("me ")]
        assert mine == [f"me p{number}-{n}" for n in range(EACH)]
        return browser


def check(folder: Path) -> None:
    """Each event is done once, asked once, answered once, and in its chat's order."""
    db = sqlite3.connect(folder / "bot.db")
    total = CHATS * EACH
    states = dict(db.execute("SELECT state, count(*) FROM inbox GROUP BY state"))
    assert states == {"done": total}
    texts = [row[0] for row in db.execute("SELECT text FROM questions ORDER BY number")]
    assert len(texts) == len(set(texts)) == total
    for number in range(CHATS):
        own = [t for t in texts if t.startswith(f"qwx{number} ")]
        assert own == [f"qwx{number} zzy{n}" for n in range(EACH)]
    answers = db.execute("SELECT after, count(*) FROM outbox GROUP BY after").fetchall()
    assert len(answers) == total
    assert {count for _, count in answers} == {1}
    assert db.execute("SELECT count(*) FROM outbox WHERE state != 'sent'").fetchone() == (0,)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
async def test_killed_at_a_point(tmp_path: Path, point: str) -> None:
    async with Child(tmp_path, point) as child:
        await asyncio.gather(*(person(child.url, n, Tally()) for n in range(CHATS)))
        deaths = child.deaths
    check(tmp_path)
    assert deaths == DEATHS


@pytest.mark.slow
async def test_killed_at_random_times(tmp_path: Path) -> None:
    tally = Tally()
    times = sorted(random.sample(range(1, CHATS * EACH), 3 * DEATHS))
    async with Child(tmp_path) as child:

        async def killer() -> None:
            for after in times:  # a moment after so many were acknowledged
                await until(lambda after=after: tally.acknowledged >= after, seconds=60)
                await asyncio.sleep(random.random() * 0.03)
                before = child.deaths
                child.kill()
                await until(lambda before=before: child.deaths > before)

        await asyncio.gather(killer(), *(person(child.url, n, tally) for n in range(CHATS)))
        deaths = child.deaths
    check(tmp_path)
    assert deaths == len(times)
