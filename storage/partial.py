"""Uploads under way: what has come of a file so far, kept until the rest comes.

`<name>` holds the bytes, `<name>.json` what was said of them. How much came is the size of the file
of the bytes, flushed before anybody is told. One process serves a folder, so what is known of all
of them is also kept in memory.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from dialog.event import ChatRef
from storage.flushing import flush_folder, weather

KEPT_FOR = timedelta(days=7)  # without progress
WRITTEN_AT_ONCE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Partial:
    """An upload: `size` of `length` bytes are here.

    `sha256` is known once all are; `kept` says that its chat has the file, and that what is left
    here only answers those who ask again. `rewind`: bytes after it have not been verified yet.
    """

    name: str  # 32 letters of 0-9a-f
    channel: str
    chat: str
    length: int
    file_name: str
    sha256: str = ""
    kept: bool = False
    rewind: int | None = None
    size: int = 0
    touched: float = 0.0  # seconds since 1970: when bytes last came
    begun: float = 0.0  # and when it was announced
    page: str = ""  # the upload page it comes by, as its token is kept; none: the chat's own page

    def of(self, chat: ChatRef) -> bool:
        return (self.channel, self.chat) == (chat.channel, chat.id)

    @property
    def complete(self) -> bool:
        return self.size == self.length


class Partials:
    """All uploads under way, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._all: dict[str, Partial] = {}
        self._unfinished: set[str] = set()
        self._flushed: set[str] = set()  # since this process runs

    def prepare(self) -> None:
        """Read what is there; what a crash left unreadable or alone is dropped."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for path in list(self._folder.iterdir()):
            if path.suffix == ".tmp":
                path.unlink()
        for path in self._folder.glob("*.json"):
            try:
                self._take_up(path)
            except (ValueError, TypeError):
                path.unlink()
        for path in self._folder.iterdir():
            if path.stem not in self._all:
                path.unlink()

    def _take_up(self, record: Path) -> None:
        partial = Partial(**json.loads(record.read_text("utf-8")))
        path = self.path(partial.name)
        if path.exists():
            if partial.rewind is not None:
                os.truncate(path, partial.rewind)
            size, touched = path.stat().st_size, path.stat().st_mtime
        elif partial.sha256:  # moved to its place already
            size, touched = partial.length, record.stat().st_mtime
        else:
            raise ValueError(partial.name)
        self._all[partial.name] = replace(partial, size=size, touched=touched)
        if not partial.kept:
            self._unfinished.add(partial.name)

    def path(self, name: str) -> Path:
        return self._folder / name

    def get(self, name: str) -> Partial | None:
        return self._all.get(name)

    def unfinished(self, chat: ChatRef) -> list[Partial]:
        """Those of a chat whose files it does not have yet, the longest untouched first."""
        own = [self._all[name] for name in self._unfinished if self._all[name].of(chat)]
        return sorted(own, key=lambda partial: partial.touched)

    def of_page(self, page: str) -> list[Partial]:
        """All that came by an upload page, in the order they were begun."""
        own = [partial for partial in self._all.values() if partial.page == page]
        return sorted(own, key=lambda partial: partial.begun)

    def pages(self) -> set[str]:
        """The upload pages by which anything came."""
        return {partial.page for partial in self._all.values() if partial.page}

    async def create(
        self, chat: ChatRef, length: int, file_name: str, at: datetime, page: str = ""
    ) -> Partial:
        """A place for so many bytes. Raises Unavailable."""
        partial = Partial(
            secrets.token_hex(16),
            chat.channel,
            chat.id,
            length,
            file_name,
            touched=at.timestamp(),
            begun=at.timestamp(),
            page=page,
        )
        try:
            await asyncio.to_thread(self._create, partial)
        except OSError as error:
            await self.drop(partial.name)
            raise weather(error) from error
        self._all[partial.name] = partial
        self._unfinished.add(partial.name)
        return partial

    def _create(self, partial: Partial) -> None:
        path = self.path(partial.name)
        path.touch(exist_ok=False)
        os.utime(path, (partial.touched, partial.touched))
        self._record(partial, durable=True)
        flush_folder(self._folder)

    def _record(self, partial: Partial, *, durable: bool = False) -> None:
        """Whole or not at all. Not durable: a power cut costs this upload, a killed process not."""
        path = self._folder / f"{partial.name}.json"
        new = path.with_suffix(".tmp")
        with new.open("w", encoding="utf-8") as file:
            json.dump(asdict(partial), file, ensure_ascii=False)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        new.replace(path)

    async def flushed(self, name: str) -> Partial:
        """The upload, its size true even after a power cut. Raises KeyError, Unavailable."""
        if name not in self._flushed:
            try:
                await asyncio.to_thread(self._flush, name)
            except OSError as error:
                raise weather(error) from error
            self._flushed.add(name)
        return self._all[name]

    def _flush(self, name: str) -> None:
        with suppress(FileNotFoundError), self.path(name).open("rb") as file:
            os.fsync(file.fileno())

    async def append(self, name: str, at: datetime, *, unverified: bool = False) -> Appending:
        """Add to an upload. Raises KeyError, Unavailable."""
        before = await self.flushed(name)
        rewind = before.size if unverified else None
        partial = replace(before, touched=at.timestamp(), rewind=rewind)
        try:
            if before.rewind != rewind:  # or the next kill would go back to where another did
                await asyncio.to_thread(self._record, partial)
            file = await asyncio.to_thread(self.path(name).open, "r+b", buffering=0)
        except OSError as error:
            raise weather(error) from error
        self._all[name] = partial  # from now on it is not stale
        return Appending(self, partial, file)

    def grown(self, partial: Partial) -> None:
        """So much of it is flushed now."""
        self._all[partial.name] = partial

    def verified(self, partial: Partial) -> None:
        """Nothing goes back behind these bytes any more; called in a thread."""
        self._record(partial, durable=True)
        flush_folder(self._folder)

    def seal(self, partial: Partial) -> None:
        """Its bytes have a name now; called in a thread, before they are moved."""
        self._record(partial)
        self._all[partial.name] = partial

    async def kept(self, name: str) -> None:
        """Its chat has it. Written without haste: whoever asks again finds the same answer."""
        partial = self._all[name] = replace(self._all[name], kept=True, file_name="")
        self._unfinished.discard(name)
        with suppress(OSError):  # then it is kept once more, which changes nothing
            await asyncio.to_thread(self._record, partial)

    async def drop(self, name: str) -> None:
        self._all.pop(name, None)
        self._flushed.discard(name)
        self._unfinished.discard(name)
        await asyncio.to_thread(self._remove, name)

    def _remove(self, name: str) -> None:
        for suffix in ("", ".json", ".tmp"):
            (self._folder / f"{name}{suffix}").unlink(missing_ok=True)

    async def drop_stale(self, now: datetime) -> int:
        """Drop what made no progress for KEPT_FOR. Returns how many."""
        before = (now - KEPT_FOR).timestamp()
        stale = [partial.name for partial in self._all.values() if partial.touched < before]
        for name in stale:
            await self.drop(name)
        return len(stale)


class Appending:
    """Bytes on their way into one upload. Every way out of it ends in `close`."""

    def __init__(self, all_: Partials, partial: Partial, file: BinaryIO) -> None:
        self._all = all_
        self._partial = partial
        self._file = file
        self._waiting: list[bytes] = []  # handed to the disk in larger pieces
        self.size = partial.size
        file.seek(partial.size)

    async def add(self, chunk: bytes) -> None:
        """Raises Unavailable: then the upload is as long as it was when it was last flushed."""
        self._waiting.append(chunk)
        self.size += len(chunk)
        if sum(map(len, self._waiting)) >= WRITTEN_AT_ONCE:
            await self._safely(flush=False)

    async def flush(self) -> Partial:
        """Everything added is on the disk. Raises Unavailable like `add`."""
        await self._safely(flush=True)
        self._partial = replace(self._partial, size=self.size, rewind=None)
        self._all.grown(self._partial)
        return self._partial

    async def _safely(self, *, flush: bool) -> None:
        try:
            await asyncio.to_thread(self._write, flush=flush)
        except OSError as error:
            await self.rewind()
            raise weather(error) from error

    def _write(self, *, flush: bool) -> None:
        rest = memoryview(b"".join(self._waiting))
        self._waiting.clear()
        while rest:
            rest = rest[self._file.write(rest) :]
        if not flush:
            return
        os.fsync(self._file.fileno())
        os.utime(self._file.fileno(), (self._partial.touched, self._partial.touched))
        if self._partial.rewind is not None:
            self._all.verified(replace(self._partial, size=self.size, rewind=None))

    async def rewind(self) -> None:
        """As if nothing had been added since the last flush."""
        self._waiting.clear()
        self.size = self._partial.size
        await asyncio.to_thread(self._cut)

    def _cut(self) -> None:
        self._file.truncate(self._partial.size)
        self._file.seek(self._partial.size)

    async def close(self) -> None:
        await asyncio.to_thread(self._file.close)
