"""Files, named by the sha256 of their bytes: the same file twice is one file.

A file is there when `put` or `settle` has returned: written, flushed, renamed, and
its folder flushed too.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
import shutil
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storage.flushing import flush_folder, weather
from storage.partial import Partial, Partials
from storage.port import NoFolder

NAME_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Stored:
    sha256: str
    size: int


class LocalFiles:
    """Files in a folder: `ab/abcdef…`, `tmp/` for what is being written, `partial/` for uploads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tmp = folder / "tmp"
        self.partials = Partials(folder / "partial")

    async def open(self) -> None:
        """Make the folder, and drop what a crash left half written. Raises NoFolder."""
        try:
            await asyncio.to_thread(self._prepare)
        except OSError as error:
            raise NoFolder(str(self._folder)) from error

    def _prepare(self) -> None:
        self._tmp.mkdir(parents=True, exist_ok=True)
        for left_over in self._tmp.iterdir():
            if left_over.is_dir():  # in which a table was being put together
                shutil.rmtree(left_over)
            else:
                left_over.unlink()
        self.partials.prepare()

    async def put(self, data: bytes) -> Stored:
        """Keep bytes that are at hand. Raises Unavailable."""
        try:
            return await asyncio.to_thread(self._put, data)
        except OSError as error:
            raise weather(error) from error

    def _put(self, data: bytes) -> Stored:
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._tmp / secrets.token_hex(8)
        try:
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _move(path, self._folder, sha256)
        finally:
            path.unlink(missing_ok=True)
        return Stored(sha256, len(data))

    def new_path(self) -> Path:
        """Where a file may be written that `take_in` will keep; a crash leaves nothing of it."""
        return self._tmp / secrets.token_hex(8)

    async def take_in(self, path: Path) -> Stored:
        """Keep a file that was written to a `new_path`. Raises Unavailable."""
        try:
            return await asyncio.to_thread(self._take_in, path)
        except OSError as error:
            raise weather(error) from error

    def _take_in(self, path: Path) -> Stored:
        with path.open("rb+") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        size = path.stat().st_size
        _move(path, self._folder, sha256)
        return Stored(sha256, size)

    async def settle(self, name: str) -> Partial | None:
        """Give the bytes of a complete upload their name; None if they are gone.

        May be called again, whatever was interrupted. Raises KeyError, Unavailable.
        """
        partial = await self.partials.flushed(name)
        try:
            return await asyncio.to_thread(self._settle, partial)
        except OSError as error:
            raise weather(error) from error

    def _settle(self, partial: Partial) -> Partial | None:
        path = self.partials.path(partial.name)
        if not partial.sha256:
            with path.open("rb") as file:  # what was written, not what was meant to be
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            partial = replace(partial, sha256=sha256)
            self.partials.seal(partial)
        if path.exists():
            os.utime(path)  # as new, so that `drop_unknown` leaves it
            _move(path, self._folder, partial.sha256)
        return partial if self.path(partial.sha256) else None

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


def _move(path: Path, folder: Path, sha256: str) -> None:
    home = folder / sha256[:2]
    home.mkdir(exist_ok=True)
    path.replace(home / sha256)
    flush_folder(home)
    flush_folder(folder)
