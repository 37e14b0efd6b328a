"""The counts of a digest, and its chart, over a database of so many dossiers.

A dossier has 4 KB of answers, two messages and, one of four, a question. Each way of counting runs
in a process of its own: seconds for 1,000 dossiers, and memory above that of the open database.

Baseline: the same numbers of dossiers from the dossiers themselves, all loaded with their answers.
"""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, insert

from bench.timing import table
from contest.calendar import ZONE
from contest.digest import weeks_to, window
from contest.dossier import HANDED_IN, STATES
from contest.working import Working
from storage import open_storage
from storage.migrations import upgrade
from storage.port import Storage
from storage.tables import chats, dossiers, outbox, questions, submissions

SIZES = (1000, 100_000)
AT_ONCE = 2000  # rows written at a time
NOW = datetime(2027, 5, 24, 7, 30, tzinfo=ZONE)
WORKS = Working(days=frozenset(range(1, 6))).is_worked
FIELDS = ("it", "mechanics", "farming", "medicine", None)
STORY = "Máy tách hạt ngô chạy bằng động cơ cũ, bà con tự sửa được. " * 14
WAYS = ("counts", "chart", "baseline")


def made(path: Path, size: int) -> None:
    """A database with so many dossiers."""
    chance = random.Random(size)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        upgrade(db)
        for first in range(0, size, AT_ONCE):
            _rows(db, chance, range(first, min(first + AT_ONCE, size)))
    engine.dispose()


def _rows(db: Connection, chance: random.Random, numbers: range) -> None:
    rows: dict[Any, list[dict[str, Any]]] = {
        table_: [] for table_ in (dossiers, submissions, chats, outbox, questions)
    }
    for number in numbers:
        code, at = f"D{number:06}", NOW - timedelta(minutes=chance.randrange(100 * 24 * 60))
        chat = {"channel": "web", "chat": str(number)}
        state = chance.choice(STATES)
        given = {"field": chance.choice(FIELDS), "title": f"Máy số {number}"}
        given |= {name: {"parts": [{"text": STORY}]} for name in ("why", "how", "result")}
        answers = {"given": given, "begun": {}, "shelved": {}, "later": []}
        rows[dossiers].append(
            {
                "code": code,
                "state": state,
                "version": 3,
                "answers": answers,
                "helped": False,
                "reminders": True,
                "opened_at": at,
                "changed_at": at,
            }
        )
        if state in HANDED_IN:
            rows[submissions].append(
                {
                    "dossier": code,
                    "number": 1,
                    "at": at,
                    "token": code,
                    "digest": "",
                    "items_done": 9,
                    "items_all": 9,
                    "changes": "",
                }
            )
        state_of_chat = {"lang": "vi"}
        times = {"first_at": at, "last_at": at}
        rows[chats].append({**chat, "version": 9, "state": state_of_chat, **times})
        sent = {"state": "sent", "at": at, "due": at, "sent_at": at, "after": 0}
        rows[outbox] += [{**chat, **sent, "body": {"text": STORY[:400]}} for _ in range(2)]
        if number % 4 == 0:
            asked = {"kind": "human", "text": STORY[:100], "lang": "vi", "at": at}
            rows[questions].append({**chat, **asked, "answered_at": chance.choice((None, NOW))})
    for table_, found in rows.items():
        if found:
            db.execute(insert(table_), found)


# --- in a process of its own ---------------------------------------------------------------------


async def counted(path: Path, way: str) -> tuple[float, float]:
    """(seconds, MB more than before)"""
    storage = open_storage(f"sqlite:///{path}")
    await storage.open(serve=False)
    await storage.counts(
        window(NOW, NOW, WORKS)
    )  # what is loaded at the first use is no part of it
    forget_peak()
    before, began = peak_mb(), time.perf_counter()
    match way:
        case "counts":
            found = await storage.counts(window(NOW, NOW - timedelta(days=1), WORKS))
            assert None not in found.values()
        case "chart":
            assert (await storage.chart(weeks_to(NOW), "field")).fields
        case _:
            await everything(storage)
    passed = time.perf_counter() - began
    more = peak_mb() - before
    await storage.close()
    return passed, more


async def everything(storage: Storage) -> None:
    held = await storage.dossiers()
    states = Counter(one.dossier.state for one in held)
    fields = Counter(one.answers.get("field") for one in held)
    assert sum(states.values()) == sum(fields.values()) == len(held)


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", "utf-8")


def peak_mb() -> float:
    """The most resident memory of this process, from the kernel's books (Linux)."""
    books = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in books.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def in_a_process(path: Path, way: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "bench.digest", str(path), way]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, more = json.loads(said)
    return seconds, more


def main() -> None:
    rows: list[tuple[object, ...]] = [
        ("dossiers", "what", "seconds for 1,000", "seconds", "MB more")
    ]
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        for size in SIZES:
            path = Path(name) / f"{size}.db"
            made(path, size)
            for way in WAYS:
                seconds, more = in_a_process(path, way)
                named = "baseline: all loaded" if way == "baseline" else way
                rows.append((size, named, seconds / size * 1000, seconds, more))
            path.unlink()
    table("A digest's numbers", rows)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(counted(Path(sys.argv[1]), sys.argv[2]))))
