"""Tables, lists and whole dossiers, taken out in the chat of the staff."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from bot.channels.port import Message
from contest import codes
from contest.papers.spreadsheets import read_csv
from storage import open_storage
from tests.filling import WORDS, Farmer, NoPapers
from tests.handlers.test_staff import staff
from tests.talk import Here, House, Person, SetClock, a_house

UNIT = "xa-chi-lang"
AUTHOR = "Nông Văn Thử"
PHONE = "0912345678"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


async def handed_in(house: House, name: str = "farmer", unit: str = "") -> Farmer:
    person = house.person(name)
    if unit:
        await person.come_by(unit)
    farmer = await (await Farmer(person).begin()).fill()
    await farmer.submit()
    return farmer


def path_of(house: House, message: Message) -> Path:
    (file,) = message.files
    found = house.app.files.path(file.sha256)
    assert found is not None
    return found


def book_of(house: House, message: Message) -> openpyxl.Workbook:
    assert message.files[0].name.endswith(".xlsx")
    return openpyxl.load_workbook(io.BytesIO(path_of(house, message).read_bytes()))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


async def exported(house: House) -> list[tuple[Any, ...]]:
    return [
        (a.by, a.detail["export"], a.detail["format"], a.detail["rows"], a.detail["personal"])
        for a in reversed(await house.app.storage.audit())
        if a.what == "exported"
    ]


async def test_a_secretary_takes_the_dossiers_out(house: House) -> None:
    farmer = await handed_in(house)
    secretary = await staff(house, "thu", "secretary")
    await secretary.press("Bàn làm việc")
    await secretary.press("Danh sách và báo cáo")
    await secretary.press("Xuất bảng")
    assert secretary.labels[:3] == ["Hồ sơ", "Tác giả", "Câu hỏi"]
    await secretary.press("Hồ sơ")
    assert "thông tin cá nhân" in secretary.last.text
    await secretary.press("Tệp Excel")
    assert "Hồ sơ: 1 dòng" in secretary.last.text
    assert secretary.last.files[0].name == "ho-so-2026-11-23.xlsx"
    book = book_of(house, secretary.last)
    assert book.sheetnames == ["Hồ sơ"]
    (row,) = rows_of(book.worksheets[0])
    assert row["Mã hồ sơ"] == codes.shown(farmer.code)
    assert (row["Tên giải pháp"], row["Trạng thái"]) == (WORDS, "đã nộp")
    assert (row["Tác giả chính"], row["Điện thoại tác giả chính"]) == (AUTHOR, PHONE)
    assert row["Lĩnh vực"] == house.app.contest.pack.fields[0].title["vi"]
    assert row["Nộp lần đầu lúc"] == house.clock().replace(tzinfo=None)
    assert (row["Số lần nộp"], row["Số tác giả"], row["Có người làm hộ"]) == (1, 1, "không")
    assert await exported(house) == [(1, "dossiers", "xlsx", 1, True)]
    # the file is the member's own: the web chat hands it to nobody else
    sha256 = secretary.last.files[0].sha256
    assert await house.app.storage.file_of(secretary.chat, sha256)
    assert not await house.app.storage.file_of(farmer.person.chat, sha256)


async def test_without_personal_data_if_that_is_wished(house: House) -> None:
    await handed_in(house)
    head = await staff(house, "head", "head")
    await head.press_token("staff/exports/dossiers/csv/bare")
    rows = list(read_csv(path_of(house, head.last)))
    assert len(rows) == 2
    assert "Tác giả chính" not in rows[0]
    said = path_of(house, head.last).read_text("utf-8-sig")
    assert AUTHOR not in said
    assert PHONE not in said
    assert await exported(house) == [(1, "dossiers", "csv", 1, False)]


async def test_authors_a_row_each(house: House) -> None:
    farmer = await handed_in(house)
    secretary = await staff(house, "thu", "secretary")
    await secretary.press_token("staff/exports/authors/xlsx")
    (row,) = rows_of(book_of(house, secretary.last).worksheets[0])
    assert (row["Mã hồ sơ"], row["Họ và tên"]) == (codes.shown(farmer.code), AUTHOR)
    assert (row["Năm sinh"], row["Đóng góp (%)"]) == (1971, 100)
    assert (row["Điện thoại"], row["Là tác giả chính"]) == (PHONE, "có")


async def test_an_officer_gets_what_comes_from_their_unit_and_nobody_s_data(house: House) -> None:
    await handed_in(house, "elsewhere", "xa-yen-phuc")
    farmer = await handed_in(house, "here", UNIT)
    asker = house.person("asker")
    await asker.come_by(UNIT)
    await asker.press_token("human/open")
    await asker.say("Máy của bà Thử 0987 654 321")
    officer = await staff(house, "officer", "officer", UNIT)
    await officer.press_token("staff/exports")
    assert officer.labels[:2] == ["Hồ sơ", "Câu hỏi"]
    assert "Tác giả" not in officer.labels
    await officer.press("Hồ sơ")
    assert "Xã Chi Lăng" in officer.last.text
    await officer.press("Tệp CSV")
    text = path_of(house, officer.last).read_text("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == [codes.shown(farmer.code)]
    assert AUTHOR not in text
    await officer.press_token("staff/exports/questions/csv")
    text = path_of(house, officer.last).read_text("utf-8-sig")
    assert "bà Thử" not in text
    assert len(text.splitlines()) == 2
    assert await exported(house) == [
        (1, "dossiers", "csv", 1, False), (1, "questions", "csv", 1, False),
    ]  # fmt: skip
    (line,) = [a for a in await house.app.storage.audit() if a.detail.get("export") == "dossiers"]
    assert line.detail["unit"] == UNIT


@pytest.mark.parametrize(
    ("role", "tables"),
    [
        ("admin", ["Hồ sơ", "Câu hỏi", "Nhật ký"]),
        ("privacy", ["Nhật ký"]),
        ("head", ["Hồ sơ", "Tác giả", "Câu hỏi", "Nhật ký"]),
    ],
)
async def test_each_role_has_its_tables_and_no_other_by_a_typed_token(
    house: House, role: Any, tables: list[str]
) -> None:
    await handed_in(house)
    person = await staff(house, "thu", role)
    await person.press_token("staff/exports")
    every = ("Hồ sơ", "Tác giả", "Câu hỏi", "Nhật ký")
    assert [label for label in person.labels if label in every] == tables
    for name in ("dossiers", "authors", "questions", "audit", "eligible", "solutions", "nothing"):
        await person.press_token(f"staff/exports/{name}/csv")
        if person.last.files and role != "head":
            assert AUTHOR not in path_of(house, person.last).read_text("utf-8-sig")
    got = {export for _, export, *_ in await exported(house)}
    named = {"Hồ sơ": "dossiers", "Tác giả": "authors", "Câu hỏi": "questions", "Nhật ký": "audit"}
    assert got == {named[table] for table in tables}


async def test_the_audit_log_names_what_was_taken_out(house: House) -> None:
    await handed_in(house)
    head = await staff(house, "head", "head")
    await head.press_token("staff/exports/dossiers/xlsx")
    await head.press_token("staff/audit")
    assert "lấy tệp Hồ sơ, XLSX, 1 dòng, có thông tin cá nhân" in head.last.text
    await head.press_token("staff/exports/audit/csv")
    heads, *rows = read_csv(path_of(house, head.last))
    last = dict(zip(heads, rows[-1], strict=True))
    assert (last["Ai"], last["Làm gì"]) == ("số 1", "lấy tệp")
    assert last["Chi tiết"] == "Hồ sơ, XLSX, 1 dòng, có thông tin cá nhân"


async def test_a_formula_that_somebody_typed_is_a_text(house: House) -> None:
    asker = house.person("asker")
    await asker.press_token("human/open")
    await asker.say('=HYPERLINK("http://a.vn";"x")')
    secretary = await staff(house, "thu", "secretary")
    await secretary.press_token("staff/exports/questions/xlsx")
    cells = [c for row in book_of(house, secretary.last).worksheets[0].iter_rows() for c in row]
    assert [c.data_type for c in cells if str(c.value).startswith("=")] == ["s"]
    await secretary.press_token("staff/exports/questions/csv")
    assert "\"'=HYPERLINK" in path_of(house, secretary.last).read_text("utf-8-sig")


async def test_a_file_that_cannot_be_made_says_so_and_nothing_is_noted(house: House) -> None:
    secretary = await staff(house, "thu", "secretary")
    tmp = house.app.files.new_path().parent
    tmp.chmod(0o500)
    tmp.rename(tmp.with_name("away"))
    await secretary.press_token("staff/exports/dossiers/csv")
    assert "Chưa làm được tệp" in secretary.last.text
    assert not secretary.last.files
    assert await exported(house) == []
    tmp.with_name("away").rename(tmp)


# --- one dossier whole ---------------------------------------------------------------------------


async def test_a_dossier_with_everything_in_it_as_it_was_handed_in(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=Here()) as house:
        farmer = await handed_in(house)
        await farmer.edit("title")
        await farmer.say("Tên mới sau khi nộp")
        secretary = await staff(house, "thu", "secretary")
        await secretary.press_token("staff/eligible")
        await secretary.press(f"Trọn bộ {codes.shown(farmer.code)}")
        (file,) = secretary.last.files
        assert file.name == f"ho-so-{codes.shown(farmer.code)}.zip"
        with ZipFile(path_of(house, secretary.last)) as found:
            names = found.namelist()
            contents = found.read(names[0]).decode("utf-8-sig")
        assert WORDS in contents
        assert "Tên mới" not in contents
        assert all(not name.startswith("/") and ".." not in name for name in names)
        (line,) = [a for a in await house.app.storage.audit() if a.what == "exported"]
        assert (line.dossier, line.detail["export"]) == (farmer.code, "archive")
        await secretary.press_token("staff/archive/7K3-M2A")
        assert "Không có hồ sơ" in secretary.last.text


# --- in a process of its own ---------------------------------------------------------------------


@pytest.mark.slow
async def test_a_worker_makes_it_from_the_database(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    async with a_house(tmp_path, storage=storage, clock=SetClock()) as house:
        from bot.exporting import BOUNDS
        from bot.workers import Workers

        secretary: Person = await staff(house, "thu", "secretary")
        workers = Workers(1, BOUNDS)
        exporter = house.app.turns.exporter
        assert exporter is not None
        house.app.turns.exporter = type(exporter)(
            storage, house.app.files, workers, exporter.texts, exporter.pack, exporter.clock
        )
        try:
            farmer = await handed_in(house)
            await secretary.press_token("staff/exports/dossiers/xlsx")
        finally:
            await workers.close()
        (row,) = rows_of(book_of(house, secretary.last).worksheets[0])
        assert row["Mã hồ sơ"] == codes.shown(farmer.code)
        assert await exported(house) == [(1, "dossiers", "xlsx", 1, True)]
