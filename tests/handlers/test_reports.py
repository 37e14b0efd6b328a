"""A unit reports by chat, and whoever collects reports sees who has not."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from bot.telling import plain
from bot.texts import Texts
from contest.calendar import ZONE
from contest.papers import MAKERS
from contest.reporting import UnitReport
from handlers.staff.reporting import NAME
from handlers.staff.reports import HEADINGS, as_file, rows_of
from tests.filling import NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, Person, SetClock, a_house, contest

DECEMBER = datetime(2026, 12, 21, 9, 0, tzinfo=ZONE)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, clock=SetClock(DECEMBER), workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def officer(house: House) -> Person:
    return await staff(house, "nam", "officer", "xa-chi-lang")


async def reports(person: Person, people: str = "50", hard: str = "Không có") -> None:
    """In the shortest way there is."""
    await person.press_token("staff/report/2026-12")
    await person.say("phát thanh hằng ngày")
    await person.say(people)
    await person.say("0")
    await person.say(hard)
    await person.press("Gửi báo cáo")


async def kept(house: House, period: str = "2026-12") -> list[UnitReport]:
    return await house.app.storage.unit_reports(period)


async def test_a_report_is_shown_before_it_is_sent(house: House, officer: Person) -> None:
    await officer.press_token("staff/report")
    assert "Báo cáo tháng 12 năm 2026" in officer.last.text
    await officer.press("Loa truyền thanh")
    await officer.press("Họp dân, họp thôn")
    await officer.press("Chọn lại")
    assert "Đã chọn" not in officer.last.text
    await officer.press("Loa truyền thanh")
    await officer.press("Xong, tiếp theo")
    await officer.say("khoảng 1.200 người")
    await officer.say("2: máy tách ngô, bếp đun")
    assert await kept(house) == []
    await officer.say("Đường xa, thiếu người viết bản mô tả")
    assert "khoảng 1.200" in officer.last.text
    assert await kept(house) == []
    await officer.press("Gửi báo cáo")
    (report,) = await kept(house)
    assert report.activities == ("loudspeaker",)
    assert (report.people, report.about) == (1200, True)
    assert (report.solutions, report.names) == (2, "máy tách ngô, bếp đun")
    assert report.difficulties == "Đường xa, thiếu người viết bản mô tả"
    assert (report.unit, report.version, report.by) == ("xa-chi-lang", 1, 1)
    assert "của Xã Chi Lăng" in officer.last.text
    (latest, *_) = await house.app.storage.audit()
    assert (latest.by, latest.what) == (1, "reported")


async def test_one_without_words_and_numbers_is_a_report(house: House, officer: Person) -> None:
    await officer.press_token("staff/report/2026-12")
    await officer.press("Hội nghị, tập huấn")
    await officer.say("xong, tiếp theo")
    await officer.say("không")  # as a button
    await officer.press("Chưa có")
    await officer.press("Bổ sung sau")
    assert "sẽ bổ sung sau" in officer.last.text
    await officer.press("Gửi báo cáo")
    (report,) = await kept(house)
    assert (report.people, report.solutions, report.difficulties) == (0, 0, "")


@pytest.mark.parametrize(
    ("step", "typed"),
    [("people", "đông lắm"), ("people", "50-60"), ("solutions", "máy tách ngô của ông Thử")],
)
async def test_what_is_no_number_is_asked_again(
    house: House, officer: Person, step: str, typed: str
) -> None:
    await officer.press_token("staff/report/2026-12")
    await officer.say("loa")
    if step == "solutions":
        await officer.say("5")
    before = officer.last.text
    await officer.say(typed)
    assert officer.last.text == before
    assert "số" in officer.messages[-2].text


async def test_it_is_corrected_and_the_first_version_is_kept(house: House, officer: Person) -> None:
    await reports(officer)
    await officer.press("Sửa báo cáo")
    assert "Số người được biết: 50" in officer.last.text  # everything as it was
    await officer.press("Sửa: Khó khăn")
    await officer.say("Thiếu tờ rơi")
    await officer.press("Gửi báo cáo")
    (report,) = await kept(house)
    assert (report.version, report.difficulties, report.people) == (2, "Thiếu tờ rơi", 50)
    every = await house.app.storage.unit_reports("2026-12", every=True)
    assert [r.difficulties for r in every] == ["", "Thiếu tờ rơi"]


async def test_what_was_begun_is_gone_on_with(house: House, officer: Person) -> None:
    await officer.press_token("staff/report/2026-12")
    await officer.say("loa")
    await officer.say("70")
    await officer.say("menu")
    await officer.press_token("staff/report")
    assert "giải pháp" in officer.last.text  # where it was left
    await officer.press_token("staff/desk")
    await officer.press("Tiếp tục: Báo cáo của đơn vị")
    await officer.say("1")
    await officer.press("Không có")
    await officer.press("Gửi báo cáo")
    assert [r.people for r in await kept(house)] == [70]


async def test_the_month_that_was_missed_is_still_taken(house: House, officer: Person) -> None:
    house.clock.now = datetime(2027, 1, 5, 9, tzinfo=ZONE)
    await officer.press_token("staff/report")
    assert "Tháng 12 năm 2026: chưa gửi; hạn Thứ Sáu, 25/12/2026" in officer.last.text
    await officer.press("Báo cáo tháng 12 năm 2026")
    await officer.say("loa")
    for said in ("5", "0", "không"):
        await officer.say(said)
    house.clock.now = datetime(2027, 1, 11, 9, tzinfo=ZONE)  # closed meanwhile
    await officer.press("Gửi báo cáo")
    assert "đã đóng" in officer.last.text
    assert await kept(house) == []


async def test_whose_role_ended_in_between_reports_nothing(house: House, officer: Person) -> None:
    admin = await staff(house, "admin", "admin")
    await officer.press_token("staff/report/2026-12")
    await officer.say("loa")
    await admin.press_token("staff/ended/1")
    for said in ("5", "0", "không"):
        await officer.say(said)
    await officer.press("Gửi báo cáo")
    assert "không còn" in officer.last.text
    assert await kept(house) == []


async def test_who_changed_units_does_not_report_for_the_old_one(
    house: House, officer: Person
) -> None:
    await officer.press_token("staff/report/2026-12")
    await officer.say("loa")
    await staff(house, "nam", "officer", "xa-na-duong")
    await officer.press_token("staff/report/2026-12")
    for said in ("phát thanh", "5", "0", "không"):
        await officer.say(said)
    await officer.press("Gửi báo cáo")
    assert [r.unit for r in await kept(house)] == ["xa-na-duong"]


async def test_an_agency_reports_too(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    await admin.press_token("staff/invite/officer")
    await admin.say("Sở KHCN")
    assert "Cán bộ cơ quan (Sở Khoa học và Công nghệ)" in admin.last.text
    person = await staff(house, "so", "officer", "cq-skhcn")
    await reports(person)
    assert [r.unit for r in await kept(house)] == ["cq-skhcn"]


async def test_two_officers_of_a_unit_make_one_report(house: House, officer: Person) -> None:
    other = await staff(house, "hoa", "officer", "xa-chi-lang")
    await reports(officer, "10")
    await other.press_token("staff/report/2026-12")
    assert "Số người được biết: 10" in other.last.text  # what the colleague has sent
    await other.press("Sửa: Số người được biết")
    await other.say("20")
    await other.press("Gửi báo cáo")
    (report,) = await kept(house)
    assert (report.version, report.by) == (2, 2)


async def test_old_buttons_and_words_that_are_no_answer_report_nothing(
    house: House, officer: Person
) -> None:
    for token in (f"{NAME}:review/yes", f"{NAME}:activities/zalo", f"{NAME}:people/none"):
        await officer.press_token(token)
        assert officer.last.text
    await officer.send("anh.jpg")
    assert await kept(house) == []


# --- collected -----------------------------------------------------------------------------------


async def test_the_secretary_sees_who_is_missing(house: House, officer: Person) -> None:
    secretary = await staff(house, "lan", "secretary")
    await staff(house, "hoa", "officer", "xa-na-duong")
    await reports(officer, hard="Thiếu tờ rơi")
    await secretary.press_token("staff/reports")
    text = secretary.last.text
    assert "1/69 đơn vị đã gửi" in text
    assert "Đã gửi (1): Xã Chi Lăng." in text
    assert "Chưa gửi (1): Xã Na Dương." in text
    assert "cần gọi điện: 67 đơn vị" in text
    assert "dự kiến" in secretary.last.note
    await secretary.press("Nơi cần gọi điện")
    assert "Sở Khoa học và Công nghệ" in secretary.last.text
    assert "Chi Lăng" not in secretary.last.text
    await secretary.press_token("staff/reports/hard/2026-12")
    assert "Xã Chi Lăng: Thiếu tờ rơi" in secretary.last.text


async def test_everybody_is_reminded_by_one_press_once_a_day(house: House, officer: Person) -> None:
    secretary = await staff(house, "lan", "secretary")
    head = await staff(house, "head", "head")
    other = await staff(house, "hoa", "officer", "xa-na-duong")
    await reports(officer)
    before = len(officer.messages)
    await secretary.press_token("staff/reports")
    await secretary.press("Nhắc 1 đơn vị")
    assert "Báo cáo tháng 12 năm 2026 của đơn vị anh/chị chưa có" in other.last.text
    assert len(officer.messages) == before
    told = len(other.messages)
    await head.press_token("staff/reports/remind/2026-12")
    assert "Hôm nay đã nhắc rồi" in head.last.text
    assert len(other.messages) == told
    house.clock.forward(days=1)
    await head.press_token("staff/reports/remind/2026-12")
    assert len(other.messages) == told + 1
    done = [(a.by, a.what) for a in await house.app.storage.audit()]
    assert done.count((2, "units_reminded")) == done.count((3, "units_reminded")) == 1
    await other.press("Báo cáo ngay")
    assert "đã làm gì" in other.last.text


async def test_after_a_period_closed_nobody_is_reminded(house: House, officer: Person) -> None:
    secretary = await staff(house, "lan", "secretary")
    house.clock.now = datetime(2027, 1, 11, 9, tzinfo=ZONE)
    before = len(officer.messages)
    await secretary.press_token("staff/reports/remind/2026-12")
    assert "đã đóng" in secretary.last.text
    assert len(officer.messages) == before


# --- as a table ----------------------------------------------------------------------------------

WILD = '=HYPERLINK("http://x")'


def written(*sent: UnitReport) -> openpyxl.Workbook:
    pack, gazetteer = contest().pack, contest().gazetteer
    paper = as_file(pack, gazetteer, "2026-12", sent, DECEMBER)
    args = plain(Texts(), paper.args, "vi")
    maker = MAKERS[paper.maker]
    data = maker.make(args, lambda _: None)
    assert data == maker.make(args, lambda _: None)
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_table_has_a_row_for_each_unit_and_no_formula() -> None:
    report = UnitReport(
        "xa-chi-lang", "2026-12", ("zalo",), WILD, 1200, True, 2, "@máy", "+5 -3",
        1, 1, DECEMBER,
    )  # fmt: skip
    sheet = written(report).worksheets[0]
    assert sheet.max_row == 1 + len(contest().gazetteer.workplaces)
    assert [cell.value for cell in sheet[1]][:2] == ["Đơn vị", "Gửi lúc"]
    (row,) = [r for r in sheet.iter_rows(min_row=2) if r[0].value == "Xã Chi Lăng"]
    assert [cell.value for cell in row] == [
        "Xã Chi Lăng", DECEMBER.replace(tzinfo=None), 1, f"Nhóm Zalo, Facebook; {WILD}", 1200,
        "ước chừng", 2, "@máy", "+5 -3",
    ]  # fmt: skip
    assert {cell.data_type for r in sheet.iter_rows() for cell in r} <= {"s", "n", "d"}
    assert all(cell.hyperlink is None for cell in row)
    empty = [r for r in sheet.iter_rows(min_row=2) if r[0].value == "Xã Na Dương"]
    assert [cell.value for cell in empty[0]][1:] == [None] * (len(HEADINGS) - 1)


def test_a_unit_that_is_no_more_keeps_its_row() -> None:
    rows = rows_of(contest().pack, contest().gazetteer, [UnitReport("xa-cu", "2026-12")])
    assert len(rows) == len(contest().gazetteer.workplaces) + 1
    assert all(len(row) == len(HEADINGS) for row in rows)


async def test_who_takes_the_table_is_in_the_log(house: House, officer: Person) -> None:
    secretary = await staff(house, "lan", "secretary")
    await reports(officer)
    await secretary.press_token("staff/reports/file/2026-12")
    (latest, *_) = await house.app.storage.audit()
    assert (latest.by, latest.what, latest.detail) == (2, "looked", {"screen": "reports/2026-12"})
