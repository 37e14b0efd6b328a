"""PostgreSQL as an engine of units, through asyncpg. It groups its own commits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from asyncpg import InternalClientError, PostgresError  # type: ignore[import-untyped]
from sqlalchemy import Connection, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.port import InUse, NoConnection, Unavailable

R = TypeVar("R")

# Serving takes this lock for as long as the connection lives; any number will do, if it is ours.
SERVING = 0x486F695468690001
TRIES = 3


class PostgresEngine:
    """Runs units of work on a PostgreSQL database (postgresql+asyncpg://…)."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: AsyncEngine | None = None
        self._serving: AsyncConnection | None = None

    async def open(self, prepare: Callable[[Connection], Any], *, serve: bool) -> None:
        """Run `prepare` (the migrations) and start. Raises Trouble."""
        try:
            self._engine = create_async_engine(self._url, pool_size=10, pool_pre_ping=True)
            if serve:
                await self._take_lock()
            async with self._engine.begin() as db:
                await db.run_sync(prepare)
        except (DBAPIError, ArgumentError, PostgresError, InternalClientError, OSError,
                TypeError, ValueError) as error:  # fmt: skip
            # each names something else that is wrong with the address: all of it but TypeError
            # and ValueError from the driver, those from what stands after the «?»
            raise NoConnection(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        if self._serving is not None:
            await self._serving.close()
        if self._engine is not None:
            await self._engine.dispose()
        self._engine = self._serving = None

    async def _take_lock(self) -> None:
        assert self._engine is not None
        self._serving = await self._engine.connect()
        held = await self._serving.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": SERVING})
        await self._serving.commit()
        if not held:
            raise InUse("another process holds the serving lock")

    async def write(self, unit: Callable[[Connection], R]) -> R:
        """Run a unit in a transaction. A lost connection is tried again: units may run twice."""
        return await self._run(unit)

    async def read(self, unit: Callable[[Connection], R]) -> R:
        return await self._run(unit)

    async def _run(self, unit: Callable[[Connection], R]) -> R:
        assert self._engine is not None
        for left in reversed(range(TRIES)):
            try:
                async with self._engine.begin() as db:
                    return await db.run_sync(unit)
            except IntegrityError:
                raise
            except (DBAPIError, PostgresError, InternalClientError, OSError) as error:
                if not left:
                    raise Unavailable(type(error).__name__) from error
                await asyncio.sleep(0.1)
        raise AssertionError("the last try returned or raised")
