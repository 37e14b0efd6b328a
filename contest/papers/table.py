"""A table as an XLSX file, written row by row: its size is nobody's memory.

Text stays text: what begins with «=», «+», «-» or «@» is never a formula, and an address no link.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from contest.pack import Record
from contest.papers.view import View

LONGEST_CELL = 32_767  # letters that a cell holds
LONGEST_NAME = 31  # of a sheet
NOT_IN_A_NAME = str.maketrans("", "", "[]:*?/\\'")
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Moment(Record, frozen=True):
    """A moment on the contest's clocks: ISO, without a zone."""

    moment: str


Cell = str | int | Moment | None


class TableView(View, frozen=True):
    """`widths`: of the columns, in letters; `made_on`: ISO day."""

    sheet: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    made_on: str


def table_xlsx(args: Mapping[str, Any], _: Callable[[str], Path | None]) -> bytes:
    view = TableView.from_json(args)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {**PLAIN, "constant_memory": True})
    made = date.fromisoformat(view.made_on)
    book.set_properties({"created": datetime(made.year, made.month, made.day)})  # noqa: DTZ001
    sheet = book.add_worksheet(view.sheet.translate(NOT_IN_A_NAME)[:LONGEST_NAME])
    wrap = {"text_wrap": True, "valign": "top"}
    heading = book.add_format({**wrap, "bold": True, "bottom": 1})
    plain = book.add_format(wrap)
    moment = book.add_format({"valign": "top", "num_format": "dd/mm/yyyy hh:mm"})
    for column, width in enumerate(view.widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    for column, text in enumerate(view.headings):
        sheet.write_string(0, column, text, heading)
    for number, row in enumerate(view.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, plain, moment)
    if view.headings:
        sheet.autofilter(0, 0, len(view.rows), len(view.headings) - 1)
    book.close()
    return out.getvalue()


def _write(
    sheet: Worksheet, row: int, column: int, cell: Cell, plain: Format, moment: Format
) -> None:
    match cell:
        case str() if cell:
            sheet.write_string(row, column, cell[:LONGEST_CELL], plain)
        case int():
            sheet.write_number(row, column, cell, plain)
        case Moment():
            sheet.write_datetime(row, column, datetime.fromisoformat(cell.moment), moment)
