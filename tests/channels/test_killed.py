"""The real program, killed and stopped in the middle of its work, over the wire: every message is
answered in its order, no photo is lost, and only what was on its way when it died is said twice."""

from __future__ import annotations

import asyncio
import hashlib
import io
import random
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.channels.program import Program
from tests.telegram import Shown, TelegramServer, User

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

PEOPLE, DEATHS = 6, 8
A_LIFE = (7, 12)  # answers of ours in it
ON_ITS_WAY = 1.0  # seconds between a send and its mark in the database, at the very most


def picture(number: int) -> bytes:
    """Small, and like no other."""
    out = io.BytesIO()
    colours = (number % 250, number * 7 % 250, 40)
    Image.new("RGB", (64 + number, 48), colours).save(out, "JPEG")
    return out.getvalue()


@dataclass
class Day:
    """What people did, and when the program died."""

    server: TelegramServer
    people: list[User]
    photos: dict[int, list[bytes]] = field(default_factory=dict)
    deaths: list[float] = field(default_factory=list)
    _count: int = 0

    async def everybody_acts(self) -> None:
        for user in self.people:
            self._count += 1
            await user.types(f"qwx{user.id} zzy{self._count}")
            sent = await (
                user.sends_photo(picture(self._count), caption="")
                if self._count % 2
                else user.sends_document(picture(self._count), f"ảnh {self._count}.jpg")
            )
            self.photos.setdefault(user.id, []).append(sent.files[0])
            await asyncio.sleep(random.random() * 0.05)

    def said(self, user: User) -> list[Shown]:
        return [m for m in user.screen if m.by_bot]

    async def hears(self, count: int) -> None:
        """Returns in the very moment in which so many answers have come."""
        await self.server.state.until(lambda: self.answers() >= count or None, 60)

    def answers(self) -> int:
        return sum(len(self.said(user)) for user in self.people)


@pytest.fixture
async def day(server: TelegramServer) -> AsyncIterator[Day]:
    people = [server.user(1001 + n, "Thử") for n in range(PEOPLE)]
    server.rates.limit()
    yield Day(server, people)
    assert server.rates.violations == 0


def rows(folder: Path, query: str) -> list[Any]:
    db = sqlite3.connect(f"file:{folder / 'bot.db'}?mode=ro", uri=True)
    try:
        return db.execute(query).fetchall()
    except sqlite3.OperationalError:  # not made yet, or just being written
        return []
    finally:
        db.close()


async def all_done(day: Day, folder: Path, seconds: float) -> None:
    """Every update is ours and answered, and every answer said. Telegram's time goes faster: it
    brings again what it could not bring after up to two minutes."""
    loop = asyncio.get_running_loop()
    until, count, done, left = loop.time() + seconds, len(day.server.emitted), [], []
    while loop.time() < until:
        done = rows(folder, "SELECT count(*) FROM inbox WHERE state = 'done'")
        left = rows(folder, "SELECT id, chat, tries, due FROM outbox WHERE state = 'due'")
        if done == [(count,)] and not left:
            return
        day.server.clock.advance(1)
        await asyncio.sleep(0.2)
    waiting = len(day.server.state.updates.alive())
    hook = day.server.state.webhook.info()
    raise AssertionError(f"{done} of {count} done, {waiting} on the server, {left}, {hook}")


def doubles(day: Day, folder: Path) -> int:
    """Checks every chat's messages against what the program knows it has said."""
    found = 0
    at = {
        r.result["message_id"]: r.at
        for r in day.server.requests()
        if isinstance(r.result, dict) and "message_id" in r.result
        and not r.method.startswith("edit")
    }  # fmt: skip
    for user in day.people:
        kept = rows(folder, "SELECT receipt FROM outbox WHERE state = 'sent'"
                            f" AND chat = '{user.id}' ORDER BY id")  # fmt: skip
        receipts = [int(receipt) for (receipt,) in kept]
        assert receipts == sorted(receipts)
        shown = day.said(user)
        assert set(receipts) <= {m.message_id for m in shown}
        for number, message in enumerate(shown):
            if message.message_id in receipts:
                continue
            sent = at[message.message_id]
            again = shown[number + 1]  # the same once more, right after it
            assert (again.text, again.buttons) == (message.text, message.buttons)
            assert any(0 <= death - sent < ON_ITS_WAY for death in day.deaths)
            found += 1
    return found


def check(day: Day, folder: Path) -> None:
    texts = rows(folder, "SELECT text FROM questions ORDER BY number")
    for user in day.people:
        wrote = [m.text for m in user.screen if not m.by_bot and m.text.startswith("qwx")]
        own = [text for (text,) in texts if text.startswith(f"qwx{user.id} ")]
        assert own == wrote
        for photo in day.photos[user.id]:
            sha256 = hashlib.sha256(photo).hexdigest()
            (path,) = (folder / "files").glob(f"*/{sha256}")
            assert path.read_bytes() == photo
    updates = rows(folder, "SELECT state, count(*) FROM inbox GROUP BY state")
    assert updates == [("done", len(day.server.emitted))]
    answered = rows(
        folder,
        "SELECT count(*) FROM inbox"
        " WHERE number NOT IN (SELECT after FROM outbox WHERE after IS NOT NULL)",
    )
    assert answered == [(0,)]
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_killed_again_and_again(mode: str, tmp_path: Path, day: Day) -> None:
    async with Program(tmp_path, day.server, mode) as program:
        for _ in range(DEATHS):
            acting = asyncio.create_task(day.everybody_acts())
            before = day.answers()
            await program.start()
            await acting
            # as much as comes in: what six starts find next in its chat is set aside as a killer
            await day.hears(before + random.randint(*A_LIFE))
            if random.random() < 0.5:  # else while the last of them is on its way back
                await asyncio.sleep(random.random() * 0.5)
            await program.kill()
            day.deaths.append(day.server.clock.now())
        await program.start()
        await all_done(day, tmp_path, 120)
        log = program.log
    twice = doubles(day, tmp_path)
    print(f"{mode}: {len(day.deaths)} deaths, {len(day.server.emitted)} updates,"
          f" {day.answers()} messages, {twice} of them twice")  # fmt: skip
    check(day, tmp_path)
    assert "Traceback" not in log
    assert day.server.token not in log


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_asked_to_stop_it_finishes_what_it_is_at(mode: str, tmp_path: Path, day: Day) -> None:
    async with Program(tmp_path, day.server, mode) as program:
        for _ in range(2):
            await day.everybody_acts()
            before = day.answers()
            await program.start()
            await day.hears(before + 4)
            acting = asyncio.create_task(day.everybody_acts())
            assert await program.terminate() == 0
            await acting
        await program.start()
        await all_done(day, tmp_path, 120)
        assert await program.terminate() == 0
        log = program.log
    assert doubles(day, tmp_path) == 0
    check(day, tmp_path)
    assert "Traceback" not in log
