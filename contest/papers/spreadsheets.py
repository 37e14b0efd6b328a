"""Tables as XLSX and CSV, written while their rows come: no more than a row is kept in memory.

Whatever a text begins with, it is a text and never a formula (`docs/exports.md` says how in CSV).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from contest.calendar import ZONE

Value = str | int | date | datetime | None  # None: nothing is known, or it does not apply
Row = Sequence[Value]
MOST_LETTERS = 32_767  # of a cell of Excel, in UTF-16
MOST_ROWS = 1_048_575  # of a sheet of Excel, without the headings
MOST_SHEET_NAME = 31
THEN = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook wants a time; its bytes follow its rows
FORMATS = {datetime: "dd/mm/yyyy hh:mm:ss", date: "dd/mm/yyyy"}

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# what XML cannot carry, and what turns letters around: shown as a sign that something stood there
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# «_x0041_» is how the format writes signs that XML cannot: what looks so is written so, too
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# where a spreadsheet may begin a cell, whatever sign it takes for the end of one; then a formula
_AT_FORMULA = r"""(?=[ "']*[=+\-@\t＝＋－＠])"""
_BEFORE_FORMULA = re.compile(rf"(?:^|(?<=[,;|\t\n])){_AT_FORMULA}")
_GUARDED = re.compile(rf"(?:^|(?<=[,;|\t\n]))'{_AT_FORMULA}")


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    width: int  # letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name`: what its tab says, as people wrote it."""

    name: str
    headings: tuple[Heading, ...]


def fit(text: str) -> str:
    """A text as a cell holds it: composed (NFC), with line feeds only, and «�» for what it cannot
    hold."""
    return unicodedata.normalize("NFC", _UNSHOWABLE.sub("�", _LINE_ENDS.sub("\n", text)))


# --- XLSX ----------------------------------------------------------------------------------------


def write_xlsx(
    to: Path,
    sheets: Sequence[Sheet],
    rows: Iterable[tuple[int, Row]],
    cut: str,
    *,
    most_rows: int = MOST_ROWS,
) -> int:
    """Each row goes to the sheet of that place; returns how many there were.

    `cut`: what stands at the end of a text that was too long for a cell. What is more than a sheet
    holds goes on in the next one of that name. Raises OSError.
    """
    options = {"constant_memory": True, "tmpdir": str(to.parent)}
    book = xlsxwriter.Workbook(str(to), options)
    book.set_properties({"created": THEN})
    written = _Book(book, cut, most_rows)
    tabs = [written.tab(sheet) for sheet in sheets]
    count = 0
    try:
        for place, row in rows:
            tabs[place].write(row)
            count += 1
        for tab in tabs:
            tab.finish()
    except BaseException:
        book.filename = "/dev/null"  # what was written so far is nobody's; its folders are emptied
        book.close()
        raise
    _close(book)
    return count


def _close(book: Any) -> None:
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


class _Texts(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose texts are written to the letter.

    Of itself the library takes «<r>…</r>» for its own XML, and of two escapes that share a sign it
    sees the first.
    """

    def _escape_control_characters(self, text: str) -> str:
        escaped = _ESCAPE.sub("_x005F_", text)
        return f"_x003C_{escaped[1:]}" if escaped.startswith("<r>") else escaped


class _Book:
    def __init__(self, book: Any, cut: str, most_rows: int) -> None:
        self.book = book
        self.cut, self.most_rows = cut, most_rows
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.kinds = {kind: book.add_format({"num_format": f}) for kind, f in FORMATS.items()}
        self._taken: set[str] = set()

    def tab(self, sheet: Sheet) -> _Tab:
        return _Tab(self, sheet)

    def add(self, sheet: Sheet) -> Any:
        tab = self.book.add_worksheet(self._free(sheet.name), worksheet_class=_Texts)
        tab.freeze_panes(1, 0)
        for place, heading in enumerate(sheet.headings):
            tab.set_column(place, place, heading.width)
            tab.write_string(0, place, fit(heading.text), self.bold)
        return tab

    def _free(self, name: str) -> str:
        """A name that Excel takes: short, without its signs, and no other sheet's."""
        plain = re.sub(r"[\[\]:*?/\\\n\t]", " ", fit(name)).strip(" '") or "-"
        number, end = 1, ""
        while (free := _shortened(plain, MOST_SHEET_NAME - len(end)) + end).lower() in self._taken:
            number += 1
            end = f" ({number})"
        self._taken.add(free.lower())
        return free


def _shortened(text: str, most: int) -> str:
    """To so many letters of UTF-16, and not in the middle of one."""
    raw = text.encode("utf-16-le")[: most * 2]
    return raw.decode("utf-16-le", errors="ignore").rstrip(" '")


class _Tab:
    """A table; where it is longer than a sheet, on several."""

    def __init__(self, book: _Book, sheet: Sheet) -> None:
        self._book, self._sheet = book, sheet
        self._tab, self._last = book.add(sheet), 0

    def write(self, row: Row) -> None:
        if self._last == self._book.most_rows:
            self.finish()
            self._tab, self._last = self._book.add(self._sheet), 0
        self._last += 1
        for place, value in enumerate(row):
            self._put(place, value)

    def _put(self, place: int, value: Value) -> None:
        tab, line = self._tab, self._last
        match value:
            case str() if value:
                tab.write_string(line, place, self._whole_or_cut(fit(value)))
            case datetime():
                moment = value.astimezone(ZONE).replace(tzinfo=None)
                tab.write_datetime(line, place, moment, self._book.kinds[datetime])
            case date():
                tab.write_datetime(line, place, value, self._book.kinds[date])
            case int():
                tab.write_number(line, place, value)

    def _whole_or_cut(self, text: str) -> str:
        if len(text) * 2 <= MOST_LETTERS or len(text.encode("utf-16-le")) <= MOST_LETTERS * 2:
            return text
        end = f" {fit(self._book.cut)}"
        return _shortened(text, MOST_LETTERS - len(end)) + end

    def finish(self) -> None:
        self._tab.autofilter(0, 0, self._last, len(self._sheet.headings) - 1)


# --- CSV -----------------------------------------------------------------------------------------


def write_csv(to: Path, headings: Sequence[Heading], rows: Iterable[Row]) -> int:
    """UTF-8 with a BOM, by which Excel knows it; returns how many rows. Raises OSError."""
    count = 0
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        out.writerow([guarded(fit(heading.text)) for heading in headings])
        for row in rows:
            out.writerow([_plain(value) for value in row])
            count += 1
    return count


def read_csv(file: Path) -> Iterator[list[str]]:
    """The rows of such a file as they were, the headings first."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines):
            yield [unguarded(cell) for cell in row]


def _plain(value: Value) -> str:
    """Times of Vietnam: «2026-01-31 16:59:58»."""
    match value:
        case None:
            return ""
        case str():
            return guarded(fit(value))
        case datetime():
            return value.astimezone(ZONE).replace(tzinfo=None).isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case int():
            return str(value)


def guarded(text: str) -> str:
    """With an apostrophe before what a spreadsheet might take for a formula."""
    return _BEFORE_FORMULA.sub("'", text)


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return _GUARDED.sub("", text)
