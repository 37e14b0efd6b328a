"""kill -9 while an announcement is carried out: it went out whole and once, or not at all yet."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from contest.announcing import Segment
from contest.staff import Deciding, Proposing
from dialog.event import ChatRef
from storage import open_storage
from storage.port import ChatState, Outgoing, Told
from storage.port_announcing import ToMany
from tests.storage.test_proposals import two
from tests.storage.test_staff import ONE, TWO, turn
from tests.talk import NOW

CHATS, KILLS = 4000, 8
MANY = ToMany(
    Segment("all"), {("test", "vi"): ({"text": "tin " * 200},)}, "vi", frozenset({"test"})
)
TOLD = [Told(ONE, Outgoing({"text": "đang gửi"}, NOW))]


def address(folder: Path) -> str:
    return f"sqlite:///{folder / 'bot.db'}"


async def prepare(folder: Path) -> None:
    storage = open_storage(address(folder))
    await storage.open()
    await two(storage)
    await turn(storage, ONE, Proposing("announcement", {}))
    await turn(storage, TWO, Deciding(1, NOW))
    await storage.close()
    with sqlite3.connect(folder / "bot.db") as db:
        row = dict.fromkeys(("first_at", "last_at"), "2026-11-23T02:00:00.000000+00:00")
        state = '{"lang": "vi"}'
        db.executemany(
            "INSERT INTO chats (channel, chat, version, state, first_at, last_at) "
            "VALUES ('test', ?, 1, ?, ?, ?)",
            [(f"n{n}", state, *row.values()) for n in range(CHATS)],
        )
    db.close()


async def carry_out(folder: Path) -> None:
    """What a program does that starts: until it is done, or until it is killed."""
    storage = open_storage(address(folder))
    await storage.open()
    print("open", flush=True)
    await storage.carry_out(1, TOLD, NOW + timedelta(seconds=1), MANY)
    await storage.close()


def out(folder: Path) -> tuple[str, int, int, int]:
    """The proposal's state; messages of it, how many people they are for; who wanted it is told."""
    with sqlite3.connect(folder / "bot.db") as db:
        (state,) = db.execute("SELECT state FROM proposals").fetchone()
        found = db.execute(
            "SELECT count(*), count(DISTINCT chat) FROM outbox WHERE announcement = 1"
        ).fetchone()
        (told,) = db.execute("SELECT count(*) FROM outbox WHERE announcement IS NULL").fetchone()
    db.close()
    return (state, *found, told)


@pytest.mark.slow
async def test_killed_in_between_it_is_whole_or_not_begun(tmp_path: Path) -> None:
    await prepare(tmp_path)
    seen = {"approved": 0, "done": 0}
    chance = random.Random(5)
    for kill in range(KILLS):
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.storage.test_announcing_kill", str(tmp_path),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert child.stdout is not None
        await child.stdout.readline()
        if kill < KILLS - 1:
            await asyncio.sleep(chance.random() * 0.12)
            with contextlib.suppress(ProcessLookupError):  # it was quicker
                child.send_signal(signal.SIGKILL)
        await child.communicate()
        state, messages, people, told = out(tmp_path)
        seen[state] += 1
        assert (messages, people, told) == ((CHATS, CHATS, 1) if state == "done" else (0, 0, 0))
    assert state == "done"
    storage = open_storage(address(tmp_path))
    await storage.open()
    assert (await storage.became(1)).counts == {"waiting": CHATS}
    assert ChatState(lang="vi") == (await storage.load(ChatRef("test", "n1"))).chat
    await storage.close()


if __name__ == "__main__":
    asyncio.run(carry_out(Path(sys.argv[1])))
