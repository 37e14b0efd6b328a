"""Exports are made: read, put into words and written at once, a stretch of rows at a time.

In a process of its own, which opens the storage by itself: writing many rows takes the processor
for long, and the chat goes on meanwhile. Where the storage is in this process alone (in memory),
it is made here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.texts import Texts
from bot.workers import Bounds, WorkerFailed, Workers
from contest.calendar import ZONE
from contest.exports import EXPORTS, Column, Part, Reader, Wanted
from contest.pack import Pack
from contest.reading import load
from contest.units import Gazetteer
from dialog.reply import Joined, Stored, T, Text, Words
from handlers.staff.export_rows import Book, Cell
from handlers.staff.export_rows import Row as Told
from handlers.staff.export_words import CUT, HEADINGS
from storage import open_storage
from storage.files import LocalFiles
from storage.port import Storage

if TYPE_CHECKING:
    from contest.papers.spreadsheets import Heading, Row, Value

log = logging.getLogger(__name__)

BOUNDS = Bounds(seconds=600, memory_mb=500, tasks=20)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"xlsx": XLSX, "csv": "text/csv"}


class NotMade(Exception):  # noqa: N818 -- says what became of it
    """The disk is full, or the worker ended: there is no file."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """`workers`: for this alone, as it may take minutes. `pack`: its name or folder."""

    storage: Storage
    files: LocalFiles
    workers: Workers
    texts: Texts
    pack: str
    clock: Clock

    async def made(self, wanted: Wanted, name: Text) -> tuple[Stored, int]:
        """The file in the store, and how many rows are in it. Raises NotMade, Unavailable."""
        today = self.clock().astimezone(ZONE).date()
        to = self.files.new_path()
        try:
            rows = await self._write(wanted, to, today)
            kept = await self.files.take_in(to)
        finally:
            await asyncio.to_thread(to.unlink, missing_ok=True)
        named = f"{self.texts.render(name, wanted.lang)}.{wanted.format}"
        return Stored(kept.sha256, named, TYPES[wanted.format], kept.size), rows

    async def _write(self, wanted: Wanted, to: Path, today: date) -> int:
        address = self.storage.address
        try:
            if address is None:
                return await write(self.storage, self.pack, self.texts, wanted, to, today)
            return await self.workers.run(_write_elsewhere, address, self.pack, wanted, to, today)
        except WorkerFailed as error:
            raise NotMade from error


def _write_elsewhere(address: str, pack: str, wanted: Wanted, to: Path, today: date) -> int:
    """In a worker."""

    async def work() -> int:
        storage = open_storage(address)
        await storage.open(serve=False)
        try:
            return await write(storage, pack, _texts(), wanted, to, today)
        finally:
            await storage.close()

    return asyncio.run(work())


_texts = cache(Texts)
_pack = cache(load)


async def write(
    storage: Storage, pack: str, texts: Texts, wanted: Wanted, to: Path, today: date
) -> int:
    """Write an export into that file; returns how many rows. Raises NotMade, Unavailable."""
    loaded = _pack(pack)

    def make(reader: Reader) -> int:
        try:
            return _written(_Words(texts, wanted.lang), loaded, reader, wanted, to, today)
        except OSError as error:  # of the file; the storage says otherwise what is wrong with it
            raise NotMade(type(error).__name__) from error

    return await storage.exported(make)


def _written(say: _Words, pack: Pack, reader: Reader, wanted: Wanted, to: Path, today: date) -> int:
    # loaded when it is first needed: in a program that serves, by a worker
    from contest.papers.spreadsheets import Sheet, write_csv, write_xlsx

    book = Book(pack, Gazetteer.of(pack), reader, wanted, today)
    parts = EXPORTS[wanted.export].parts
    if wanted.format == "csv":
        (part,) = parts
        headings = _headings(say, wanted.columns(part.table))
        return write_csv(to, headings, (row for _, row in _rows(say, book, parts)))
    sheets = [
        Sheet(say(name), _headings(say, wanted.columns(part.table)))
        for part in parts
        for name in book.sheets(part)
    ]
    return write_xlsx(to, sheets, _rows(say, book, parts), say(CUT))


def _rows(say: _Words, book: Book, parts: Iterable[Part]) -> Iterator[tuple[int, Row]]:
    before = 0  # sheets of the parts that are done
    for part in parts:
        columns = book.wanted.columns(part.table)
        for place, row in book.rows(part):
            yield before + place, say.cells(columns, row)
        before += len(book.sheets(part))


def _headings(say: Callable[[Text], str], columns: Iterable[Column]) -> tuple[Heading, ...]:
    from contest.papers.spreadsheets import Heading

    return tuple(Heading(say(HEADINGS[column.heading]), column.width) for column in columns)


class _Words:
    """Puts cells into words; what is said in every row is put together once."""

    def __init__(self, texts: Texts, lang: str) -> None:
        self._texts, self._lang = texts, lang
        self._known: dict[T | Words, str] = {}

    def __call__(self, text: Text) -> str:
        match text:
            case T(_, ()) | Words(_, ()):
                if text not in self._known:
                    self._known[text] = self._texts.render(text, self._lang)
                return self._known[text]
            case _:
                return self._texts.render(text, self._lang)

    def cells(self, columns: Iterable[Column], row: Told) -> list[Value]:
        return [self._value(row[column.key]) for column in columns]

    def _value(self, cell: Cell) -> Value:
        return self(cell) if isinstance(cell, T | Words | Joined) else cell
