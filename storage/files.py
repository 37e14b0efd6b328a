"""Files, named by the sha256 of their bytes: the same file twice is one file.

A file is there when `put` has returned: written, flushed, renamed, and its folder flushed too.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import secrets
from collections.abc import AsyncIterator, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.port import NoFolder, Trouble, Unavailable

CHUNK = 256 * 1024
NAME_LETTERS = 64
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


class TooLarge(Trouble):
    """More bytes than were allowed; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Stored:
    sha256: str
    size: int


class LocalFiles:
    """Files in a folder: `ab/abcdef…`, and `tmp/` for what is still being written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tmp = folder / "tmp"

    async def open(self) -> None:
        """Make the folder, and drop what a crash left half written. Raises NoFolder."""
        try:
            await asyncio.to_thread(self._prepare)
        except OSError as error:
            raise NoFolder(str(self._folder)) from error

    def _prepare(self) -> None:
        self._tmp.mkdir(parents=True, exist_ok=True)
        for left_over in self._tmp.iterdir():
            left_over.unlink()

    async def put(self, data: bytes) -> Stored:
        """Keep bytes that are at hand. Raises Unavailable."""
        return await asyncio.to_thread(self._write, [data])

    def _write(self, chunks: Iterable[bytes]) -> Stored:
        writing = _Writing(self._folder, self._tmp)
        try:
            for chunk in chunks:
                writing.write(chunk)
            return writing.finish()
        except OSError as error:
            writing.drop()
            raise _weather(error) from error

    async def receive(self, chunks: AsyncIterator[bytes], most: int) -> Stored:
        """Keep bytes as they come, up to `most`. Raises TooLarge, Unavailable, or as they do."""
        writing = await asyncio.to_thread(_Writing, self._folder, self._tmp)
        try:
            async for chunk in chunks:
                if writing.size + len(chunk) > most:
                    raise TooLarge
                await asyncio.to_thread(writing.write, chunk)
            return await asyncio.to_thread(writing.finish)
        except OSError as error:
            raise _weather(error) from error
        finally:
            await asyncio.to_thread(writing.drop)

    def renew(self, sha256: str) -> bool:
        """Count a file as written now, so that `drop_unknown` leaves it; False if it is gone."""
        path = self.path(sha256)
        try:
            os.utime(path or self._folder / "none")
        except FileNotFoundError:
            return False
        return True

    async def drop_unknown(self, known: Collection[str], before: datetime) -> int:
        """Delete files nobody knows of that were written before then. Returns how many."""
        return await asyncio.to_thread(self._drop_unknown, known, before.timestamp())

    def _drop_unknown(self, known: Collection[str], before: float) -> int:
        dropped = 0
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if path.name not in known and path.stat().st_mtime < before:
                path.unlink()
                dropped += 1
        return dropped

    def path(self, sha256: str) -> Path | None:
        """Where the file lies; None if there is none of that name. Any text is a safe name."""
        if len(sha256) != NAME_LETTERS or not set(sha256) <= set("0123456789abcdef"):
            return None
        path = self._folder / sha256[:2] / sha256
        return path if path.is_file() else None


class _Writing:
    """A file that is being written. Every way out of it ends in `finish` or `drop`."""

    def __init__(self, folder: Path, tmp: Path) -> None:
        self._folder = folder
        self._path = tmp / secrets.token_hex(8)
        self._file = self._path.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)

    def finish(self) -> Stored:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        sha256 = self._hash.hexdigest()
        home = self._folder / sha256[:2]
        home.mkdir(exist_ok=True)
        self._path.replace(home / sha256)
        _flush_folder(home)
        _flush_folder(self._folder)
        return Stored(sha256, self.size)

    def drop(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _weather(error: OSError) -> Exception:
    if error.errno in _FULL:
        return Unavailable(os.strerror(error.errno or 0))
    return error
