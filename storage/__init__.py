"""What is remembered. The scheme of an address picks the back end."""

from __future__ import annotations

from pathlib import Path

from storage.files import LocalFiles
from storage.memory import Memory
from storage.port import Storage


def open_storage(url: str) -> Storage:
    """memory:, sqlite:///path or postgresql+asyncpg://… The caller awaits `open()`.

    Raises ValueError for any other scheme.
    """
    scheme = url.partition(":")[0]
    if scheme == "memory":
        return Memory()
    # SQLAlchemy takes a tenth of a second and 20 MB; a storage in memory needs none of it
    from storage.sql import SqlStorage

    if scheme == "sqlite":
        from storage.sqlite import SqliteEngine

        return SqlStorage(SqliteEngine(Path(url.removeprefix("sqlite:///"))), url)
    if scheme in ("postgresql", "postgresql+asyncpg"):
        from storage.postgres import PostgresEngine

        return SqlStorage(PostgresEngine("postgresql+asyncpg:" + url.partition(":")[2]), url)
    raise ValueError(scheme)


def open_files(folder: Path) -> LocalFiles:
    return LocalFiles(folder)
