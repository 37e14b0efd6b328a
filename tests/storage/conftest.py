from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import open_storage
from storage.port import Storage


@contextlib.asynccontextmanager
async def postgres_database(address: str) -> AsyncIterator[str]:
    """A database of its own, so that tests do not see each other."""
    import secrets

    import asyncpg

    name = f"t{secrets.token_hex(6)}"
    plain = address.replace("postgresql+asyncpg", "postgresql")
    admin = await asyncpg.connect(plain)
    await admin.execute(f"CREATE DATABASE {name}")
    try:
        yield address.replace("@/postgres?", f"@/{name}?")
    finally:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()


@pytest.fixture(
    params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.slow)],
)
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    async with contextlib.AsyncExitStack() as stack:
        match request.param:
            case "memory":
                url = "memory:"
            case "sqlite":
                url = f"sqlite:///{tmp_path / 'test.db'}"
            case _:
                address = request.getfixturevalue("postgres")
                url = await stack.enter_async_context(postgres_database(address))
        storage = open_storage(url)
        await storage.open()
        yield storage
        await storage.close()
