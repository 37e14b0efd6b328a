"""Durable turns: accept, think, save, outbox row, sent; on real files, FULL and NORMAL.

Baseline: the same four statements (dedupe insert, read state, write state, insert message) in plain
sqlite3, one transaction a turn, on the same disk in the same run.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bench.timing import table
from bot.app import App
from bot.channels.console import NAME, ConsoleChannel
from bot.config import Settings
from contest.reading import load
from dialog.event import ChatRef
from handlers import contest_of
from handlers.turn import Contest
from storage.port import Arrival
from storage.sql import SqlStorage
from storage.sqlite import SqliteEngine

TURNS, CHATS = 3000, 64


async def ours(contest: Contest, folder: Path, synchronous: str) -> tuple[float, float]:
    """(turns a second, CPU microseconds a turn)"""
    storage = SqlStorage(SqliteEngine(folder / f"{synchronous}.db", synchronous))
    app = App(Settings(data_dir=folder), storage=storage, contest=contest, settle=timedelta())
    await app.start([ConsoleChannel(lambda *_: None)])
    payload = {"kind": "press", "token": "menu/open", "label": "Menu"}
    began, cpu = time.perf_counter(), time.process_time()
    waiting = asyncio.Semaphore(CHATS)

    async def turn(number: int) -> None:
        async with waiting:
            chat = ChatRef(NAME, str(number % CHATS))
            await app.intake.accept(Arrival(chat, str(number), payload, app.clock()))

    await asyncio.gather(*(turn(n) for n in range(TURNS)))
    await app.idle()
    passed, used = time.perf_counter() - began, time.process_time() - cpu
    ages = await app.ages()
    assert (ages.undone, ages.unsent, ages.parked) == (0, 0, 0)
    await app.stop()
    return TURNS / passed, used / TURNS * 1e6


def plain(folder: Path, synchronous: str) -> tuple[float, float]:
    db = sqlite3.connect(folder / f"plain-{synchronous}.db", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute(f"PRAGMA synchronous={synchronous}")
    db.executescript(
        "CREATE TABLE inbox (event TEXT PRIMARY KEY, payload TEXT, at TEXT);"
        "CREATE TABLE chats (chat TEXT PRIMARY KEY, state TEXT, version INTEGER);"
        "CREATE TABLE outbox (id INTEGER PRIMARY KEY, chat TEXT, body TEXT, at TEXT);"
    )
    state = json.dumps({"place": {}, "answers": {}, "shown": [["Lịch và hạn nộp", "x"]] * 8})
    began, cpu = time.perf_counter(), time.process_time()
    for n in range(TURNS):
        chat = str(n % CHATS)
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO inbox VALUES (?, ?, ?)", (str(n), '{"kind": "press"}', "now"))
        row = db.execute("SELECT version FROM chats WHERE chat = ?", (chat,)).fetchone()
        version = (row[0] if row else 0) + 1
        db.execute("INSERT OR REPLACE INTO chats VALUES (?, ?, ?)", (chat, state, version))
        db.execute("INSERT INTO outbox (chat, body, at) VALUES (?, ?, ?)", (chat, state, "now"))
        db.execute("COMMIT")
    passed, used = time.perf_counter() - began, time.process_time() - cpu
    db.close()
    return TURNS / passed, used / TURNS * 1e6


def main() -> None:
    contest = contest_of(load("lang-son-9"))
    rows: list[tuple[object, ...]] = [
        ("synchronous", "what", "turns/s", "CPU µs/turn", "times the baseline")
    ]
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        for synchronous in ("FULL", "NORMAL"):
            base, base_cpu = plain(folder, synchronous)
            rate, cpu = asyncio.run(ours(contest, folder, synchronous))
            rows.append((synchronous, "whole turns (3 commits each)", rate, cpu, rate / base))
            rows.append(
                (synchronous, "baseline: plain sqlite3 (1 commit each)", base, base_cpu, 1.0)
            )
    table(f"Durable turns: {TURNS} over {CHATS} chats, all that waits at once", rows)
