"""Whatever people write stays what they wrote, and is never a formula."""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contest.papers.spreadsheets import (
    MOST_LETTERS,
    Heading,
    Row,
    Sheet,
    fit,
    guarded,
    read_csv,
    unguarded,
    write_csv,
    write_xlsx,
)

HEADS = (Heading("Mã", 10), Heading("Nội dung", 30))
FORMULA = "=+-@\t＝＋－＠"
CUT = "[cắt]"
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
STARTS = (
    "",
    *FORMULA,
    "\r",
    "'",
    "''",
    '"',
    "<r>",
    "a;",
    "a,\n",
    " ",
    "_x0041_",
    "http://",
    "_x0041_x0042_",
)
texts = st.builds(str.__add__, st.sampled_from(STARTS), st.text(max_size=40))


def xlsx(to: Path, rows: list[Row], *, sheets: int = 1, **more: int) -> openpyxl.Workbook:
    tabs = [Sheet(f"Bảng {n}", HEADS) for n in range(sheets)]
    count = write_xlsx(to, tabs, ((0, row) for row in rows), CUT, **more)
    assert count == len(rows)
    return openpyxl.load_workbook(to)


def shown(file: Path) -> dict[str, str]:
    """What stands in each cell by the words of its format: the escapes in each piece of a text are
    taken away, which openpyxl leaves to its callers."""
    with zipfile.ZipFile(file) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return {
        cell.attrib["r"]: "".join(
            ESCAPE.sub(lambda e: chr(int(e[1], 16)), piece.text or "")
            for piece in cell.iterfind(".//m:t", NAMES)
        )
        for cell in sheet.iterfind(".//m:c", NAMES)
    }


@settings(max_examples=80, deadline=None)
@given(st.lists(texts, min_size=1, max_size=8))
@example(["=1+1", "+84", "-1", "@x", "\t=1", "\r=1", "＝1", "<r><t>x</t></r>", "<r>]]></r>"])
@example(["_x0041_", "_x005F_x0041_", "\ud800", "\x00\x0b", "\ufffe", "  ", "2027-05-30", "TRUE"])
def test_texts_come_back_from_xlsx_as_they_were(said: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows: list[Row] = [(str(n), text) for n, text in enumerate(said)]
        sheet = xlsx(Path(folder) / "a.xlsx", rows).worksheets[0]
        cells = shown(Path(folder) / "a.xlsx")
        for line, text in enumerate(said, 2):
            cell = sheet.cell(line, 2)
            assert cell.data_type == ("s" if text else "n")  # which is what an empty one has
            assert cells.get(f"B{line}", "") == fit(text)


@settings(max_examples=80, deadline=None)
@given(st.lists(texts, min_size=1, max_size=8))
@example(["=1+1", "'=1", "''=1", "a;=cmd|' /C calc'!A1", "\t\t=", "a,'-1", '"=1"', "\n'\n=1"])
def test_texts_come_back_from_csv_and_none_of_its_cells_is_a_formula(said: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.csv"
        assert write_csv(file, HEADS, [(n, text) for n, text in enumerate(said)]) == len(said)
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        assert [row[1] for row in read_csv(file)][1:] == [fit(text) for text in said]
        for raw in _as_spreadsheets_may_split(file):
            assert not raw.lstrip(" \"'").startswith(tuple("=+-@＝＋－＠")) or raw.lstrip(
                ' "'
            ).startswith("'"), raw


def _as_spreadsheets_may_split(file: Path) -> list[str]:
    """The cells, by the comma, and by what else a spreadsheet of some country takes for it."""
    cells = []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines):
            for cell in row:
                cells.append(cell)
                for sign in ";|\t\n,":
                    cells += cell.split(sign)
    return cells


@given(texts)
def test_what_is_guarded_can_be_unguarded(said: str) -> None:
    assert unguarded(guarded(fit(said))) == fit(said)


@given(st.text("aăâđêôơưạảấầẩẫậắằẳẵặ,.;:!? \n0123456789()%/", max_size=60))
def test_what_people_write_is_kept_to_the_letter(said: str) -> None:
    assert fit(said) == said


def test_line_ends_and_what_no_cell_can_hold() -> None:
    assert fit("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert fit("a\x00b\u202ec\ud800") == "a�b�c�"
    assert fit("Nô\u0323ng") == "N\u1ed9ng"


def test_each_cell_has_its_type(tmp_path: Path) -> None:
    moment = datetime(2027, 5, 30, 16, 59, 58, tzinfo=UTC)  # the 30th is over here at 17:00 UTC
    rows: list[Row] = [(7, moment), (date(2027, 8, 19), None), ("", "x"), (0, "0912 345 678")]
    sheet = xlsx(tmp_path / "a.xlsx", rows).worksheets[0]
    assert sheet["A2"].value == 7
    assert sheet["B2"].value == datetime(2027, 5, 30, 23, 59, 58)  # noqa: DTZ001
    assert sheet["B2"].number_format == "dd/mm/yyyy hh:mm:ss"
    assert (sheet["A3"].value.date(), sheet["A3"].number_format) == (
        date(2027, 8, 19),
        "dd/mm/yyyy",
    )
    assert (sheet["B3"].value, sheet["A4"].value) == (None, None)
    assert (sheet["A5"].value, sheet["B5"].data_type) == (0, "s")
    write_csv(tmp_path / "a.csv", HEADS, rows)
    assert list(read_csv(tmp_path / "a.csv"))[1:3] == [
        ["7", "2027-05-30 23:59:58"],
        ["2027-08-19", ""],
    ]


def test_headings_stay_and_can_be_filtered(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "a.xlsx", [("1", "2")], sheets=2)
    for sheet, last in zip(book.worksheets, ("A1:B2", "A1:B1"), strict=True):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == last
        assert sheet.column_dimensions["B"].width > 29
        assert not sheet.protection.sheet
        assert [cell.value for cell in sheet[1]] == ["Mã", "Nội dung"]
        assert sheet["A1"].font.b


@pytest.mark.parametrize(
    ("text", "cut"),
    [("x" * MOST_LETTERS, False), ("x" * (MOST_LETTERS + 1), True), ("😀" * 16_384, True),
     ("😀" * 16_383, False), ("\n" * 40_000, True)],
)  # fmt: skip
def test_what_is_too_long_for_a_cell_says_so(tmp_path: Path, text: str, cut: bool) -> None:
    said = xlsx(tmp_path / "a.xlsx", [("1", text)]).worksheets[0]["B2"].value
    assert len(said.encode("utf-16-le")) <= MOST_LETTERS * 2
    assert said.endswith(CUT) == cut
    assert (said == text) != cut
    assert text.startswith(said.removesuffix(f" {CUT}"))
    write_csv(tmp_path / "a.csv", HEADS, [("1", text)])
    csv.field_size_limit(200_000)
    assert list(read_csv(tmp_path / "a.csv"))[1][1] == text  # all of it


def test_more_than_a_sheet_holds_goes_on_in_the_next(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "a.xlsx", [(str(n), "x") for n in range(7)], most_rows=3)
    assert book.sheetnames == ["Bảng 0", "Bảng 0 (2)", "Bảng 0 (3)"]
    rows = [row[0] for sheet in book.worksheets for row in sheet.iter_rows(2, values_only=True)]
    assert rows == [str(n) for n in range(7)]
    assert [s.auto_filter.ref for s in book.worksheets] == ["A1:B4", "A1:B4", "A1:B2"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@example(["[a]:*?/\\", "[a]:*?/\\", "'x'", "x" * 50, "X" * 50, "", "History", "😀" * 40])
def test_any_name_makes_a_sheet(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.xlsx"
        write_xlsx(file, [Sheet(name, HEADS) for name in names], [], CUT)
        assert len(openpyxl.load_workbook(file).sheetnames) == len(names)


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        xlsx(tmp_path / name, [("1", "2")])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def rows():  # type: ignore[no-untyped-def]
        yield 0, ("1", "2")
        raise LookupError

    with pytest.raises(LookupError):
        write_xlsx(tmp_path / "a.xlsx", [Sheet("A", HEADS)], rows(), CUT)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError):
        write_xlsx(tmp_path / "no" / "a.xlsx", [Sheet("A", HEADS)], [], CUT)


def test_it_is_a_zip_that_opens(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [("=1+1", "<f>")])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert book.testzip() is None
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
