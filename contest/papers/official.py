"""A draft of an official paper as a Word document, laid out as Decree 30/2020/NĐ-CP (Appendix I)
has it: A4, Times New Roman, the heading in two columns, places for number, date and signature.

It is a draft for people: number, date, signature and recommendations stay open, and every page says
«DỰ THẢO».
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from contest.pack import Record
from contest.papers import digest_chart
from contest.papers.view import View
from contest.papers.zipping import zipped_again

FONT = "Times New Roman"
BODY, SMALL = 14, 12  # points
MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 16}  # mm
CHART_WIDTH = 150  # mm
RULE = "_"


class Letter(Record, frozen=True):
    """The heading. What is not known yet comes in brackets, or as dots."""

    above: str
    agency: str
    nation: str
    motto: str
    number: str
    dated: str
    draft: str
    kind: str
    about: str


class Grid(Record, frozen=True):
    """A table. `widths`: of the columns, in mm. A column of numbers is set to the right."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Part(Record, frozen=True):
    """One of: a heading, a paragraph, a point of a list, a table, a chart (`digest_chart`)."""

    heading: str = ""
    text: str = ""
    item: str = ""
    grid: Grid | None = None
    chart: Mapping[str, Any] | None = None


class OfficialView(View, frozen=True):
    """`to`: those who get it, the title first. `signed`: lines where somebody signs."""

    letter: Letter
    parts: tuple[Part, ...]
    to: tuple[str, ...]
    signed: tuple[str, ...]
    made_on: str


def official_docx(args: Mapping[str, Any], _: Callable[[str], Path | None]) -> bytes:
    view = OfficialView.from_json(args)
    word = Document()
    _paper(word, view.letter.draft)
    _heading(word, view.letter)
    for part in view.parts:
        _part(word, part)
    _foot(word, view)
    about = word.core_properties
    made = date.fromisoformat(view.made_on)
    about.title, about.author = f"{view.letter.kind}. {view.letter.about}", ""
    about.created = about.modified = datetime(made.year, made.month, made.day)  # noqa: DTZ001
    out = io.BytesIO()
    word.save(out)
    return zipped_again(out.getvalue())


# --- the sheet -----------------------------------------------------------------------------------


def _paper(word: Word, draft: str) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, size in MARGINS.items():
        setattr(section, name, Mm(size))
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(which), FONT)
    # the number of every page but the first, in the middle above; «draft» below on all
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")
    for foot in (section.footer, section.first_page_footer):
        line = foot.paragraphs[0]
        line.alignment = ALIGN.CENTER
        _run(line, draft, size=SMALL, bold=True)


def _field(paragraph: Paragraph, name: str) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _run(
    paragraph: Paragraph, text: str, *, size: int = BODY, bold: bool = False, italic: bool = False
) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _line(cell: _Cell, text: str, **how: Any) -> Paragraph:
    """A centred line of a cell: the first goes into the paragraph that every cell has."""
    empty = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    line: Paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_after = Pt(0)
    _run(line, text, **how)
    return line


def _rule(cell: _Cell, letters: int) -> None:
    """A line below what it belongs to, as long as so many letters."""
    line = cell.add_paragraph()
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = Pt(8)
    _run(line, RULE * letters, size=8)


def _columns(word: Word, widths: Sequence[int]) -> Table:
    """Side by side, without lines: at the head and at the foot."""
    table: Table = word.add_table(rows=1, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fixed(table, widths)
    return table


def _fixed(table: Table, widths: Sequence[int]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _heading(word: Word, letter: Letter) -> None:
    left, right = _columns(word, (72, 92)).rows[0].cells
    _line(left, letter.above.upper(), size=13)
    _line(left, letter.agency.upper(), size=13, bold=True)
    _rule(left, 12)
    _line(left, letter.number, size=13)
    _line(right, letter.nation.upper(), size=12, bold=True)
    _line(right, letter.motto, size=13, bold=True)
    _rule(right, 36)
    _line(right, letter.dated, size=13, italic=True)
    for text, bold, before in ((letter.draft, True, 12), (letter.kind.upper(), True, 12)):
        line = word.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(0)
        _run(line, text, bold=bold)
    line = word.add_paragraph()
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_after = Pt(0)
    _run(line, letter.about, bold=True)
    rule = word.add_paragraph()
    rule.alignment = ALIGN.CENTER
    rule.paragraph_format.space_after = Pt(6)
    _run(rule, RULE * 16, size=8)


# --- what it says --------------------------------------------------------------------------------


def _part(word: Word, part: Part) -> None:
    if part.grid:
        _grid(word, part.grid)
    elif part.chart:
        picture = word.add_picture(
            io.BytesIO(digest_chart.draw(part.chart, lambda _: None)), width=Mm(CHART_WIDTH)
        )
        picture._inline.docPr.set("descr", str(part.chart.get("title", "")))
        word.paragraphs[-1].alignment = ALIGN.CENTER
    else:
        text = part.heading or part.text or f"- {part.item}"
        for written in text.split("\n"):
            line = word.add_paragraph()
            line.alignment = ALIGN.LEFT if part.heading else ALIGN.JUSTIFY
            line.paragraph_format.first_line_indent = Mm(10)
            line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(3)
            line.paragraph_format.keep_with_next = bool(part.heading)
            _run(line, written, bold=bool(part.heading))


def _grid(word: Word, grid: Grid) -> None:
    table = word.add_table(rows=1 + len(grid.rows), cols=len(grid.columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    cells = table._cells  # asked for once: the library finds them anew for every row
    across = len(grid.columns)
    for number, row in enumerate((grid.columns, *grid.rows)):
        for column, text in enumerate(row):
            cell = cells[number * across + column]
            cell.width = Mm(grid.widths[column])
            line = cell.paragraphs[0]
            line.paragraph_format.space_after = Pt(0)
            if number == 0:
                line.alignment = ALIGN.CENTER
            elif column in grid.numbers:
                line.alignment = ALIGN.RIGHT
            _run(line, text, size=SMALL, bold=number == 0)
    table.autofit = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(width)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _foot(word: Word, view: OfficialView) -> None:
    word.add_paragraph().paragraph_format.space_after = Pt(0)
    left, right = _columns(word, (80, 84)).rows[0].cells
    title, *names = view.to
    line = _line(left, title, size=SMALL, bold=True, italic=True)
    line.alignment = ALIGN.LEFT
    for name in names:
        line = _line(left, name, size=11)
        line.alignment = ALIGN.LEFT
    first, *more = view.signed
    _line(right, first.upper(), bold=True)
    for text in more:
        _line(right, text, italic=True)
