"""One writer, commits in groups, and the weather."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from contest.dossier import Opened
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Arrival, InUse, Outgoing, TooNew, Unavailable
from storage.sql import SqlStorage
from storage.sqlite import SqliteEngine
from tests.storage.turns import CODE, Somebody, to_erase
from tests.talk import NOW


def make_table(db: Connection) -> None:
    db.exec_driver_sql("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, text TEXT)")


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[SqliteEngine]:
    engine = SqliteEngine(tmp_path / "a.db", busy_timeout=200)
    await engine.open(make_table, serve=True)
    yield engine
    await engine.close()


def insert(n: int, text: str = "") -> Any:
    return lambda db: db.exec_driver_sql("INSERT INTO t VALUES (?, ?)", (n, text))


def count(db: Connection) -> int:
    return int(db.exec_driver_sql("SELECT count(*) FROM t").scalar_one())


async def test_every_commit_reaches_the_disk(engine: SqliteEngine) -> None:
    pragmas = await engine.write(
        lambda db: [
            db.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    )
    assert pragmas == ["wal", 2, 1]


async def test_what_one_unit_raises_takes_no_other_with_it(engine: SqliteEngine) -> None:
    def fails(db: Connection) -> None:
        insert(100)(db)
        raise ValueError("mine alone")

    units = [engine.write(insert(n)) for n in range(20)]
    units.insert(7, engine.write(fails))
    units.insert(13, engine.write(insert(3)))  # a key that is there already
    results = await asyncio.gather(*units, return_exceptions=True)
    assert isinstance(results[7], ValueError)
    assert sum(isinstance(r, BaseException) for r in results) == 2
    assert await engine.read(count) == 20


async def test_a_full_disk_is_weather_and_passes(engine: SqliteEngine) -> None:
    def few_pages(db: Connection, pages: int) -> None:
        db.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    await engine.write(lambda db: few_pages(db, 4))

    async def fill() -> None:
        for n in range(1000):
            await engine.write(insert(n, "x" * 2000))

    with pytest.raises(Unavailable, match="full"):
        await fill()
    kept = await engine.read(count)
    assert 0 < kept < 1000
    await engine.write(lambda db: few_pages(db, 100_000))
    await engine.write(insert(5000, "x" * 2000))
    assert await engine.read(count) == kept + 1
    assert (
        await engine.read(lambda db: db.exec_driver_sql("PRAGMA integrity_check").scalar()) == "ok"
    )


async def test_a_locked_database_is_weather_and_passes(
    engine: SqliteEngine, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="locked"):
        await engine.write(insert(1))
    assert await engine.read(count) == 0  # readers are not kept out
    other.execute("COMMIT")
    other.close()
    await engine.write(insert(1))
    assert await engine.read(count) == 1


async def test_a_cancelled_waiter_does_not_stop_the_writer(engine: SqliteEngine) -> None:
    waiting = asyncio.ensure_future(engine.write(insert(1)))
    await asyncio.sleep(0)
    waiting.cancel()
    await engine.write(insert(2))
    assert await engine.read(count) in (1, 2)


async def test_only_one_process_serves_a_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    first, second, reader = open_storage(url), open_storage(url), open_storage(url)
    await first.open()
    with pytest.raises(InUse):
        await second.open()
    await reader.open(serve=False)
    await reader.accept(Arrival(ChatRef("c", "1"), "e", {}, NOW))
    assert len(await first.undone()) == 1
    await reader.close()
    await first.close()
    await second.open()
    await second.close()


async def test_of_an_erased_dossier_no_place_stays(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'a.db'}")
    await storage.open()
    owner = Somebody(storage, "owner")
    await owner.does(Opened(CODE, unit="xa-thu"), to_erase(CODE))
    assert await storage.erase_for(1, Outgoing({"text": "Đã xóa."}, NOW), NOW)
    await storage.close()
    with sqlite3.connect(tmp_path / "a.db") as db:
        assert db.execute("SELECT code, unit FROM dossiers").fetchall() == [(CODE, None)]
    db.close()


async def test_a_database_of_a_later_release_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    storage = open_storage(url)
    await storage.open()
    await storage.close()
    with sqlite3.connect(tmp_path / "a.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    later = open_storage(url)
    with pytest.raises(TooNew):
        await later.open()
    await later.close()


async def test_a_storage_that_was_never_opened_can_be_closed(tmp_path: Path) -> None:
    await SqlStorage(SqliteEngine(tmp_path / "never.db")).close()


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        open_storage("mysql://x")
