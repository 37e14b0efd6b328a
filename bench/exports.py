"""Exports of a database of so many dossiers: seconds, and memory above that of the open database.

A dossier has 4 KB of answers. Each way runs in a process of its own, and writes all columns.
`openpyxl` writes the same rows, which come a stretch at a time, with the other library, in its way
for large files.

Baseline: all dossiers loaded, all rows made, then written by XlsxWriter as it works by default.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import xlsxwriter

from bench.digest import forget_peak, made, peak_mb
from bench.timing import table
from bot.exporting import _headings, _rows, _Words, write
from bot.texts import Texts
from contest.exports import EXPORTS, Reader, Wanted
from contest.papers.spreadsheets import Value
from contest.reading import load
from contest.units import Gazetteer
from handlers.staff.export_rows import Book
from storage import open_storage
from storage.port import Storage
from tests.talk import NOW

SIZES = (10_000, 100_000)
WAYS = ("xlsx", "csv", "openpyxl", "baseline")
PACK = "lang-son-9"
WANTED = Wanted("dossiers", "xlsx", personal=True, lang="vi")
TODAY = NOW.date()


async def exported(path: Path, way: str) -> tuple[float, float, int]:
    """(seconds, MB more than before, bytes of the file)"""
    storage, texts, to = open_storage(f"sqlite:///{path}"), Texts(), path.with_suffix(".out")
    await storage.open(serve=False)
    small = Wanted("audit", "xlsx", personal=False, lang="vi")
    await write(storage, PACK, texts, small, to, TODAY)  # what is loaded at the first use
    forget_peak()
    before, began = peak_mb(), time.perf_counter()
    match way:
        case "xlsx":
            await write(storage, PACK, texts, WANTED, to, TODAY)
        case "csv":
            csv = Wanted("dossiers", "csv", personal=True, lang="vi")
            await write(storage, PACK, texts, csv, to, TODAY)
        case "openpyxl":
            await storage.exported(lambda reader: by_openpyxl(reader, texts, to))
        case _:
            await all_loaded(storage, texts, to)
    passed, more = time.perf_counter() - began, peak_mb() - before
    await storage.close()
    size = to.stat().st_size
    to.unlink()
    return passed, more, size


def rows(reader: Reader, texts: Texts) -> Iterator[Sequence[Value]]:
    pack, say = load(PACK), _Words(texts, "vi")
    book = Book(pack, Gazetteer.of(pack), reader, WANTED, TODAY)
    yield [heading.text for heading in _headings(say, WANTED.columns("dossiers"))]
    for _, row in _rows(say, book, EXPORTS["dossiers"].parts):
        yield row


def bare(value: Value) -> Value:
    return value.replace(tzinfo=None) if hasattr(value, "tzinfo") else value  # type: ignore[union-attr]


def by_openpyxl(reader: Reader, texts: Texts, to: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("A")
    for row in rows(reader, texts):
        sheet.append([bare(value) for value in row])
    book.save(to)


async def all_loaded(storage: Storage, texts: Texts, to: Path) -> None:
    held = await storage.dossiers()
    every = await storage.exported(lambda reader: list(rows(reader, texts)))
    book = xlsxwriter.Workbook(str(to), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    for line, row in enumerate(every):
        sheet.write_row(line, 0, [bare(value) for value in row])
    book.close()
    assert len(held) == len(every) - 1


def in_a_process(path: Path, way: str) -> tuple[float, float, int]:
    command = [sys.executable, "-m", "bench.exports", str(path), way]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, more, size = json.loads(said)
    return seconds, more, size


def main() -> None:
    head = ("dossiers", "what", "seconds", "of baseline", "MB more", "of baseline", "MB of file")
    found: list[tuple[object, ...]] = [head]
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        for size in SIZES:
            path = Path(name) / f"{size}.db"
            made(path, size)
            figures = {way: in_a_process(path, way) for way in WAYS}
            seconds, more, _ = figures["baseline"]
            for way, (took, grew, large) in figures.items():
                named = "baseline: all loaded" if way == "baseline" else way
                ratios = (took / seconds, grew / more)
                found.append((size, named, took, ratios[0], grew, ratios[1], large / 1e6))
            path.unlink()
    table("Exports", found)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(exported(Path(sys.argv[1]), sys.argv[2]))))
