"""An announcement to 50,000 on SQLite: counted, put out, and what became of it.

Baseline, in the same run: the same messages made one by one and put out as reminders are.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from bench.timing import table
from bot.channels.port import Message
from contest.announcing import Announcement, Segment
from contest.staff import Deciding, Proposing
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Arrival, ChatFile, ChatState, Outgoing, Save, Storage, Told
from storage.port_announcing import ToMany
from tests.storage.test_proposals import two
from tests.storage.test_staff import ONE, TWO, turn
from tests.talk import NOW

CHATS, AT_ONCE = 50_000, 500
SEGMENTS = (
    Segment("all"),
    Segment("field", "nong-nghiep", step="field"),
    Segment("unit", "xa-chi-lang"),
    Segment("state", "begun"),
    Segment("topic", "han_nop"),
)
BODY = Message("Mời bà con tới buổi hướng dẫn làm hồ sơ. " * 35, "vi").to_json()
PHOTO = ChatFile("a" * 64, "anh.jpg", "image/jpeg", 90_000, ours=True)
MANY = ToMany(SEGMENTS[0], {("telegram", "vi"): (BODY,)}, "vi", frozenset({"telegram"}), (PHOTO,))


async def _writes(storage: Storage, number: int) -> None:
    chat = ChatRef("telegram", str(number))
    arrival = await storage.accept(Arrival(chat, str(number), {"text": "x"}, NOW))
    assert arrival is not None
    given = ("han_nop",) if number % 10 == 0 else ()
    await storage.save(Save(arrival, 0, ChatState(lang="vi"), NOW, given=given))


async def _timed(call: Awaitable[Any]) -> float:
    began = time.perf_counter()
    await call
    return time.perf_counter() - began


async def measure(folder: Path) -> list[tuple[str, float]]:
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    await storage.open()
    await two(storage)
    for first in range(0, CHATS, AT_ONCE):
        await asyncio.gather(*(_writes(storage, first + n) for n in range(AT_ONCE)))
    detail = Announcement(SEGMENTS[0], "x").to_json()
    await turn(storage, ONE, Proposing("announcement", detail))
    await turn(storage, TWO, Deciding(1, NOW))
    rows = [
        (f"count: {segment.whom}", await _timed(storage.reach(segment, ["telegram"])))
        for segment in SEGMENTS
    ]
    rows.append(("put all out", await _timed(storage.carry_out(1, [], NOW, MANY))))
    rows.append(("what became of it", await _timed(storage.became(1, 20))))
    told = [
        Told(ChatRef("telegram", str(n)), Outgoing(BODY, NOW, bulk=True), (PHOTO,))
        for n in range(CHATS)
    ]
    rows.append(("baseline: one by one", await _timed(storage.run_once("news", "1", NOW, told))))
    await storage.close()
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(measure(Path(folder)))
    table(f"an announcement to {CHATS:,} chats", [("what", "seconds"), *rows])
