"""Reminders of reports, the month's draft, the digests of deputies: each once, whatever stops."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from bot.channels.port import Message
from bot.dossiers import StoredLookUps
from bot.reporting import UnitReports
from bot.telling import plain
from bot.texts import Texts
from contest.calendar import ZONE
from contest.papers import MAKERS
from contest.staff import StaffRole
from handlers.staff.monthly import made, months
from storage import open_storage
from tests.bot.test_commands import bot
from tests.filling import Farmer, NoPapers
from tests.handlers.test_reports import reports
from tests.handlers.test_staff import staff
from tests.talk import Here, House, Person, SetClock, a_house, contest

FIRST = datetime(2026, 12, 1, 7, 0, tzinfo=ZONE)  # a Tuesday


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, clock=SetClock(FIRST), workers=NoPapers()) as house:
        yield house


async def look(house: House, now: datetime) -> None:
    house.clock.now = now
    await house.app.schedule.look()
    for staffed in await house.app.storage.staff():
        house.app.outbox.wake(staffed.chat)
    await house.app.idle()


def reminders(person: Person) -> list[Message]:
    return [m for m in person.messages if "của đơn vị anh/chị" in m.text]


async def test_each_reminder_comes_once_in_working_hours(house: House) -> None:
    officer = await staff(house, "nam", "officer", "xa-chi-lang")
    twin = UnitReports(house.app.storage, house.app.contests, house.app.others, house.clock)
    came: list[datetime] = []
    day = FIRST.replace(hour=0)
    while day < datetime(2027, 1, 13, tzinfo=ZONE):
        for hour in (6, 7, 8, 11, 12, 15, 18):
            before = len(reminders(officer))
            house.clock.now = day + timedelta(hours=hour)
            await twin.look()
            await look(house, house.clock.now)
            came += [house.clock.now] * (len(reminders(officer)) - before)
        day += timedelta(days=1)
    assert [at.strftime("%d %H") for at in came] == ["22 08", "28 08"]
    assert "quá hạn" in officer.last.text


async def test_a_restart_reminds_nobody_twice(house: House) -> None:
    officer = await staff(house, "nam", "officer", "xa-chi-lang")
    at = datetime(2026, 12, 22, 9, tzinfo=ZONE)
    await look(house, at)
    for _ in range(3):
        again = UnitReports(house.app.storage, house.app.contests, house.app.others, house.clock)
        await again.look()
    await look(house, at)
    assert len(reminders(officer)) == 1


async def test_who_reported_and_who_came_later_is_not_reminded(house: House) -> None:
    officer = await staff(house, "nam", "officer", "xa-chi-lang")
    house.clock.now = datetime(2026, 12, 21, 9, tzinfo=ZONE)
    await reports(officer)
    await look(house, datetime(2026, 12, 22, 9, tzinfo=ZONE))
    assert reminders(officer) == []
    house.clock.now = datetime(2026, 12, 23, 9, tzinfo=ZONE)
    late = await staff(house, "hoa", "officer", "xa-na-duong")
    await look(house, datetime(2026, 12, 23, 10, tzinfo=ZONE))
    assert reminders(late) == []
    await look(house, datetime(2026, 12, 28, 10, tzinfo=ZONE))
    assert len(reminders(late)) == 1


async def test_an_officer_who_is_away_is_left_alone_while_another_is_there(house: House) -> None:
    away = await staff(house, "nam", "officer", "xa-chi-lang")
    here = await staff(house, "bac", "officer", "xa-chi-lang")
    alone = await staff(house, "hoa", "officer", "xa-na-duong")
    house.clock.now = datetime(2026, 12, 22, 7, tzinfo=ZONE)
    for person in (away, alone):
        await person.press_token("staff/away/set/20261222-20261222/0")
    await look(house, datetime(2026, 12, 22, 9, tzinfo=ZONE))
    assert [len(reminders(p)) for p in (away, here, alone)] == [0, 1, 1]


# --- the month ------------------------------------------------------------------------------------


async def drafted(house: House, month: str, now: datetime) -> tuple[dict[str, Any], Document]:
    """The draft of that month, as it is written down."""
    app = house.app
    look_up = StoredLookUps(app.storage, house.person().chat)
    paper = await made(look_up, app.contest.pack, app.contest.gazetteer, month, now)
    args = plain(Texts(), paper.args, paper.lang or "")
    data = MAKERS[paper.maker].make(args, lambda _: None)
    assert data == MAKERS[paper.maker].make(args, lambda _: None)
    return args, docx.Document(io.BytesIO(data))


def words_of(document: Document) -> str:
    cells = (c for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *(c.text for c in cells)])


async def test_the_draft_has_the_layout_of_an_official_paper(house: House) -> None:
    officer = await staff(house, "nam", "officer", "xa-chi-lang")
    house.clock.now = datetime(2026, 12, 21, 9, tzinfo=ZONE)
    await reports(officer, "khoảng 50", "Đường xa")
    farmer = await Farmer(house.person("ba")).begin()
    await farmer.fill()
    await farmer.submit()
    _, document = await drafted(house, "2026-12", house.clock.now)
    text = words_of(document)
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "DỰ THẢO", "BÁO CÁO",
        "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH LẠNG SƠN", "ngày … tháng … năm 2026",
        "Nơi nhận:", "- Lưu: VT.", "[chữ ký, họ và tên]", "[…]", "Kế hoạch số 92/KH-BTC",
        "1/69 xã, phường, cơ quan", "khoảng 50", "- Xã Chi Lăng: Đường xa",
        "Hồ sơ nộp lần đầu trong tháng: 1.",
    ):  # fmt: skip
        assert words in text, words
    assert "không tính được" not in text
    section = document.sections[0]
    size = (round(section.page_width.mm), round(section.page_height.mm))
    assert size == (210, 297)
    assert 30 <= section.left_margin.mm <= 35
    assert 15 <= section.right_margin.mm <= 20
    assert all(20 <= m.mm <= 25 for m in (section.top_margin, section.bottom_margin))
    assert document.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.font.size.pt for p in document.paragraphs for run in p.runs if run.text.strip("_")}
    assert sizes <= {13.0, 14.0}
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == "DỰ THẢO"
    assert len(document.inline_shapes) == 1  # the chart
    units = document.tables[2]
    assert len(units.rows) == 1 + 69 + 1
    (row,) = [r for r in units.rows if r.cells[1].text == "Xã Chi Lăng"]
    assert [cell.text for cell in row.cells][5:] == ["có", "50", "0", "có"]
    last = [cell.text for cell in units.rows[-1].cells]
    assert (last[1], last[2], last[4]) == ("Chưa rõ nơi", "1", "1")
    assert document.core_properties.author == ""


async def test_what_could_not_be_counted_says_so(house: House) -> None:
    await staff(house, "head", "head")
    args, document = await drafted(house, "2026-08", datetime(2027, 3, 1, 9, tzinfo=ZONE))
    text = words_of(document)
    assert "Hồ sơ nộp lần đầu trong tháng: không tính được." in text
    assert "không tính được cho tháng đã qua lâu" in text
    assert len(document.inline_shapes) == 0
    assert args["letter"]["dated"].endswith("năm 2027")


async def test_a_month_long_past_is_what_was_kept_of_its_days(house: House) -> None:
    await staff(house, "head", "head")
    for day in (1, 2, 3):
        house.clock.now = FIRST.replace(day=day, hour=10)
        await house.person(f"nguoi_{day}").say("xin chào")
        await look(house, FIRST.replace(day=day, hour=11))
    text = words_of((await drafted(house, "2026-12", datetime(2027, 3, 1, 9, tzinfo=ZONE)))[1])
    assert "số liệu tính đến 11:00, 3/12/2026" in text
    assert "người mới hỏi 4" in text  # three, and the head


async def test_months_that_have_begun_and_belong_to_the_contest() -> None:
    how = contest().pack.reporting
    assert how is not None
    assert months(how, date(2026, 8, 3)) == (
        "2026-08",
        "2026-07",
        "2026-06",
    )
    assert months(how, date(2028, 1, 3))[0] == "2027-10"
    assert months(how, date(2026, 1, 3)) == ()


def drafts(person: Person) -> list[Message]:
    return [m for m in person.messages if "Bản nháp báo cáo" in m.text]


async def test_the_head_gets_last_months_draft_once(tmp_path: Path) -> None:
    # the 1st of January is a holiday, so the 4th is the first working day
    clock = SetClock(datetime(2026, 12, 30, 9, tzinfo=ZONE))
    async with a_house(tmp_path, clock=clock, workers=Here()) as house:
        head = await staff(house, "head", "head")
        never = await staff(house, "never", "head")
        await never.press_token("staff/digest/at/off")
        await head.press_token("staff/digest/at/08:00")
        secretary = await staff(house, "lan", "secretary")
        for now in (
            datetime(2027, 1, 1, 9, tzinfo=ZONE),
            datetime(2027, 1, 4, 7, 45, tzinfo=ZONE),
            datetime(2027, 1, 4, 21, tzinfo=ZONE),
        ):
            await look(house, now)
            assert drafts(head) == []
        app = house.app
        for minute in (0, 1, 30):
            now = datetime(2027, 1, 4, 8, minute, tzinfo=ZONE)
            await look(house, now)
            await UnitReports(app.storage, app.contests, app.others, clock).look()
        await look(house, datetime(2027, 1, 5, 8, 30, tzinfo=ZONE))
        (message,) = drafts(head)
        assert "tháng 12 năm 2026" in message.text
        (file,) = message.files
        assert file.name == "bao-cao-2026-12-du-thao.docx"
        assert await app.storage.file_of(head.chat, file.sha256) is not None
        assert drafts(never) == drafts(secretary) == []


async def test_a_day_that_was_missed_is_made_up_for_and_no_more(house: House) -> None:
    house.app.teller._workers = Here()
    head = await staff(house, "head", "head")
    await look(house, FIRST.replace(day=9))
    assert drafts(head) == []  # more than a week late
    await look(house, FIRST.replace(day=4, hour=10))
    assert len(drafts(head)) == 1


async def test_a_draft_that_cannot_be_made_is_not_told_of(house: House) -> None:
    head = await staff(house, "head", "head")  # nothing is made in this house
    await look(house, FIRST.replace(hour=9))
    assert drafts(head) == []
    house.app.teller._workers = Here()
    await look(house, FIRST.replace(hour=9, minute=5))
    assert drafts(head) == []  # not at once again
    await look(house, FIRST.replace(hour=9, minute=11))
    assert len(drafts(head)) == 1


async def test_the_draft_on_demand_is_in_the_log(house: House) -> None:
    secretary = await staff(house, "lan", "secretary")
    await secretary.press_token("staff/monthly")
    await secretary.press("Báo cáo tháng 11 năm 2026")
    (latest, *_) = await house.app.storage.audit()
    assert (latest.what, latest.detail) == ("looked", {"screen": "monthly/2026-11"})


async def test_the_command_writes_the_draft(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        await staff(house, "head", "head")
    month = f"{datetime.now(ZONE):%Y-%m}"
    how = contest().pack.reporting
    assert how is not None
    path = tmp_path / "bao-cao.docx"
    known = months(how, datetime.now(ZONE).date())
    chosen = month if month in known else (known or ("2026-12",))[0]
    done = bot("report", "--month", chosen, str(path), folder=tmp_path)
    assert (done.returncode == 0) == bool(known), done.stderr
    if known:
        assert "DỰ THẢO" in words_of(docx.Document(str(path)))
    assert bot("report", "--month", "1999-01", str(path), folder=tmp_path).returncode == 2


# --- the digest of who is away ------------------------------------------------------------------


def digests(person: Person) -> list[Message]:
    return [m for m in person.messages if m.text.startswith(("Việc hôm nay", "Việc tuần này"))]


@pytest.mark.parametrize(
    ("role", "off", "expected"),
    [
        ("secretary", False, (0, 1)),  # theirs says that it is for both
        ("head", False, (0, 1)),
        ("secretary", True, (0, 1)),  # they have none of their own
        ("privacy", False, (1, 0)),  # may not stand for a secretary
    ],
)
async def test_the_digest_goes_to_the_deputy(
    house: House, role: StaffRole, off: bool, expected: tuple[int, int]
) -> None:
    lan = await staff(house, "lan", "secretary")
    other = await staff(house, "other", role)
    if off:
        await other.press_token("staff/digest/at/off")
    await lan.press_token("staff/away/set/20261202-20261202/2")
    for minute in (30, 31):
        await look(house, FIRST.replace(day=2, hour=7, minute=minute))
    assert (len(digests(lan)), len(digests(other))) == expected
    if expected[1]:
        assert "thay người số 1 đang đi vắng" in digests(other)[0].text
    await look(house, FIRST.replace(day=3, hour=7, minute=30))
    assert len(digests(lan)) == expected[0] + 1  # they are back


async def test_the_heads_week_has_the_chart_and_begins_after_a_holiday(house: House) -> None:
    head = await staff(house, "head", "head")
    monday = datetime(2027, 1, 4, 7, 30, tzinfo=ZONE)
    await look(house, monday)
    (message,) = digests(head)
    assert message.text.startswith("Việc tuần này")
    assert [file.kind for file in message.files] == ["picture"]
    assert await house.app.storage.file_of(head.chat, message.files[0].sha256) is not None
    await look(house, monday + timedelta(days=1))
    assert digests(head)[1].files == ()
    # the 30th of April is a Friday in 2027, and the Monday after the 1st of May is free
    for day in (3, 4):
        await look(house, datetime(2027, 5, day, 7, 30, tzinfo=ZONE))
    assert [m.text.startswith("Việc tuần này") for m in digests(head)] == [True, False, True]
