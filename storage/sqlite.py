"""SQLite as an engine of units: one writer thread that commits in groups, readers beside it.

One durable commit costs a flush of the disk. Units that wait while one flush runs are committed
together, each in a SAVEPOINT of its own, so that a failing unit takes no other with it.
"""

from __future__ import annotations

import asyncio
import fcntl
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from storage.port import InUse, NoFolder, Unavailable

R = TypeVar("R")
Unit = Callable[[Connection], Any]

MOST_IN_A_GROUP = 64
BUSY_MILLISECONDS = 10_000


class SqliteEngine:
    """Runs units of work on one SQLite file. `synchronous` is FULL unless a measurement says so."""

    def __init__(
        self, path: Path, synchronous: str = "FULL", busy_timeout: int = BUSY_MILLISECONDS
    ) -> None:
        self._path = path
        self._settings = (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            f"busy_timeout={busy_timeout}",
            "foreign_keys=ON",
            "temp_store=MEMORY",
        )
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock: IO[str] | None = None
        self._thread: threading.Thread | None = None
        self._writer: Engine | None = None
        self._readers: AsyncEngine | None = None

    async def open(self, prepare: Unit, *, serve: bool) -> None:
        """Run `prepare` (the migrations) and start. Raises Trouble."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if serve:
                self._lock = _locked(self._path.with_suffix(".lock"))
        except OSError as error:
            raise NoFolder(str(self._path.parent)) from error
        self._writer = create_engine(f"sqlite:///{self._path}", poolclass=StaticPool)
        self._readers = create_async_engine(f"sqlite+aiosqlite:///{self._path}")
        _prepare_connections(self._writer, self._settings, begin="BEGIN IMMEDIATE")
        _prepare_connections(self._readers.sync_engine, self._settings, begin="BEGIN")
        self._thread = threading.Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._thread.start()
        await self.write(_check_settings)
        await self.write(prepare)

    async def close(self) -> None:
        if self._thread:
            self._queue.put(None)
            await asyncio.to_thread(self._thread.join)
        if self._writer:
            self._writer.dispose()
        if self._readers:
            await self._readers.dispose()
        if self._lock:
            self._lock.close()
        self._thread = self._writer = self._readers = self._lock = None

    async def write(self, unit: Callable[[Connection], R]) -> R:
        """Run a unit, durable on return. Raises what the unit raises, or Unavailable."""
        job = _Job(unit, asyncio.get_running_loop())
        self._queue.put(job)
        result: R = await job.done
        return result

    async def read(self, unit: Callable[[Connection], R]) -> R:
        assert self._readers is not None
        try:
            async with self._readers.connect() as db:
                return await db.run_sync(unit)
        except DBAPIError as error:
            raise Unavailable(_said(error)) from error

    def _work(self) -> None:
        """The writer thread: takes what waits, commits it together, tells everybody."""
        while (job := self._queue.get()) is not None:
            jobs = [job]
            stop = False
            while len(jobs) < MOST_IN_A_GROUP:
                try:
                    more = self._queue.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    stop = True
                    break
                jobs.append(more)
            self._commit(jobs)
            if stop:
                return

    def _commit(self, jobs: list[_Job]) -> None:
        assert self._writer is not None
        try:
            with self._writer.begin() as db:
                for job in jobs:
                    job.run(db)
        except SQLAlchemyError as error:
            # the weather: nothing of this group was written, and each of them may try again
            for job in jobs:
                job.failed = Unavailable(_said(error))
        except BaseException as error:  # noqa: BLE001 -- a waiting task must always be told
            for job in jobs:
                job.failed = error
        for loop, told in _by_loop(jobs).items():
            loop.call_soon_threadsafe(_tell, told)


class _Job:
    """A unit that waits for the writer, and the task that waits for the unit."""

    def __init__(self, unit: Unit, loop: asyncio.AbstractEventLoop) -> None:
        self.unit, self.loop = unit, loop
        self.done: asyncio.Future[Any] = loop.create_future()
        self.result: Any = None
        self.failed: BaseException | None = None

    def run(self, db: Connection) -> None:
        """In a savepoint. What the unit itself raises is its own; the weather stops the group."""
        savepoint = db.begin_nested()
        try:
            self.result = self.unit(db)
        except IntegrityError as error:
            savepoint.rollback()
            self.failed = error
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001 -- it belongs to the one who waits for it
            savepoint.rollback()
            self.failed = error
        else:
            savepoint.commit()

    def tell(self) -> None:
        if self.done.done():  # the waiting task was cancelled; what was written stays written
            return
        if self.failed is not None:
            self.done.set_exception(self.failed)
        else:
            self.done.set_result(self.result)


def _by_loop(jobs: list[_Job]) -> dict[asyncio.AbstractEventLoop, list[_Job]]:
    loops: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in jobs:
        loops.setdefault(job.loop, []).append(job)
    return loops


def _tell(jobs: list[_Job]) -> None:
    for job in jobs:
        job.tell()


def _prepare_connections(engine: Engine, pragmas: Sequence[str], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        # the driver must not begin transactions of its own: a deferred one cannot become a writer
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(db: Connection) -> None:
        db.exec_driver_sql(begin)


def _check_settings(db: Connection) -> None:
    """A file system that cannot keep a write-ahead log would break the promise silently."""
    mode = db.exec_driver_sql("PRAGMA journal_mode").scalar()
    if mode != "wal":
        raise Unavailable(f"journal_mode is {mode}, not wal")


def _locked(path: Path) -> IO[str]:
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise InUse(str(path)) from error
    return lock


def _said(error: SQLAlchemyError) -> str:
    """What the driver said, without the statement: its values are people's words."""
    return str(error.orig) if isinstance(error, DBAPIError) else type(error).__name__
