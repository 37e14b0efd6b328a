"""A deadline of one's own: proposed from the ledger or by hand, decided by the head, and then for
that dossier alone."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contest import codes
from contest.calendar import ZONE
from contest.extensions import Extension
from contest.outages import Beat, Working
from contest.staff import Proposing
from handlers.staff.extensions import day_in
from tests.filling import TINY, Farmer, NoPapers, a_farmer, said
from tests.handlers.test_staff import staff
from tests.storage.test_staff import turn
from tests.talk import House, Person, SetClock, a_house

EVENING = datetime(2027, 5, 30, 20, 0, tzinfo=ZONE)
NIGHT = datetime(2027, 5, 30, 23, 30, tzinfo=ZONE)
OVER = datetime(2027, 5, 31, 8, 0, tzinfo=ZONE)


@pytest.fixture
async def farmer(tmp_path: Path) -> AsyncIterator[Farmer]:
    async with a_farmer(tmp_path, clock=SetClock(EVENING - timedelta(minutes=2))) as farmer:
        yield await farmer.fill()


def at(farmer: Farmer, moment: datetime) -> House:
    farmer.house.clock.now = moment.astimezone(UTC)
    return farmer.house


async def last_evening(farmer: Farmer) -> tuple[Person, Person]:
    """They were at it; then the program stood still until the deadline was nearly over."""
    house = at(farmer, EVENING)
    await farmer.press(f"dossier/open/{farmer.code}")
    await house.app.storage.beat(Beat(EVENING, {}))
    await house.app.storage.beat(Beat(NIGHT, {}))
    at(farmer, OVER)
    return await staff(house, "secretary", "secretary"), await staff(house, "head", "head")


async def extended(farmer: Farmer) -> None:
    secretary, head = await last_evening(farmer)
    await secretary.press_token(f"staff/extend/{farmer.code}")
    await head.press_token("staff/approve/1")
    await farmer.house.app.idle()


async def test_the_ledger_proposes_the_head_approves_and_the_farmer_hands_in(
    farmer: Farmer,
) -> None:
    secretary, head = await last_evening(farmer)
    await farmer.press(f"dossier/open/{farmer.code}")
    assert "hết hạn" in farmer.person.last.text
    await farmer.person.press("Tôi vẫn muốn nộp")
    await secretary.press_token("staff/extensions")
    shown = secretary.last.text
    assert codes.shown(farmer.code) in shown
    assert "Trợ lý không chạy từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút)" in shown
    assert "Đã báo vẫn muốn nộp" in shown
    assert "Thứ Ba, 1/6/2027" in shown
    await secretary.press(f"Xem hồ sơ {codes.shown(farmer.code)}")
    assert "Thể lệ chưa nói về gia hạn" in secretary.last.text
    await secretary.press("Đề nghị gia hạn")
    assert "người thứ hai" in secretary.last.text
    await secretary.press_token(f"staff/extend/{farmer.code}")  # pressed twice
    assert "đã đề nghị rồi" in secretary.last.text
    await head.press("Việc chờ duyệt")
    await head.press("Xem việc số 1")
    preview = head.last.text
    assert "Thể lệ chưa nói về gia hạn; trưởng quyết định." in preview
    assert "nộp được đến hết ngày Thứ Ba, 1/6/2027" in preview
    assert "Nông Văn Thử" not in preview
    await head.press("Duyệt")
    await farmer.house.app.idle()
    told = farmer.person.last
    assert "nộp được đến hết ngày Thứ Ba, 1/6/2027" in told.text
    assert "Trợ lý không chạy" in told.text
    for member in (secretary, head):
        assert "đã được gia hạn đến hết ngày Thứ Ba, 1/6/2027" in member.last.text
    await farmer.person.press("Nộp hồ sơ")
    assert "được gia hạn riêng đến hết ngày Thứ Ba, 1/6/2027" in farmer.person.last.text
    at(farmer, datetime(2027, 6, 1, 23, 59, 59, tzinfo=ZONE))
    receipt = said(await farmer.submit())
    assert "23:59, 1/6/2027" in receipt
    assert "được gia hạn riêng đến hết ngày Thứ Ba, 1/6/2027" in receipt
    assert (await farmer.dossier()).state == "submitted"
    notes = await farmer.house.app.storage.notes(farmer.code)
    (note,) = [n.detail for n in notes if n.what == "extended"]
    assert note == {"until": "2027-06-01", "proposal": 1}
    acts = [a.what for a in await farmer.house.app.storage.audit()]
    assert {"proposed", "approved", "carried_out"} <= set(acts)


async def test_a_day_later_it_is_over_again(farmer: Farmer) -> None:
    await extended(farmer)
    at(farmer, datetime(2027, 6, 1, 23, 0, tzinfo=ZONE))
    token = await farmer.submit_token()
    at(farmer, datetime(2027, 6, 2, tzinfo=ZONE))
    assert "ĐÃ NHẬN" not in said(await farmer.press(token))
    assert (await farmer.dossier()).submissions == ()


async def test_no_other_dossier_of_the_chat_is_longer_open(farmer: Farmer) -> None:
    other = await Farmer(farmer.person).begin()
    await other.fill()
    await extended(farmer)
    assert await other.submit_token() == ""
    assert await farmer.submit_token() != ""
    await farmer.press("dossier/new")
    assert len((await farmer.snapshot()).dossiers) == 2


async def test_withdrawn_it_can_be_taken_up_and_late_files_go_by_its_own_end(
    farmer: Farmer,
) -> None:
    await extended(farmer)
    await farmer.press(f"dossier/withdrawn/{farmer.code}")
    await farmer.press(f"dossier/takeup/{farmer.code}")
    assert (await farmer.dossier()).state == "complete"
    await farmer.edit("why")
    await farmer.say("Thêm một câu.")
    await farmer.choose("why", "enough")
    await farmer.submit()
    assert (await farmer.dossier()).state == "submitted"


async def test_a_reminder_follows_its_own_end(farmer: Farmer) -> None:
    await extended(farmer)
    house = at(farmer, OVER + timedelta(minutes=11))
    before = len(farmer.person.messages)
    await house.app.schedule.look()
    house.app.outbox.wake(farmer.person.chat)
    await house.app.idle()
    # given on Monday for Tuesday: there is no day between; a longer one is reminded of
    assert farmer.person.messages[before:] == []
    secretary = await staff(house, "again", "secretary")
    await typed(secretary, farmer.code, "4/6/2027", "Máy hỏng")
    await secretary.press("Đề nghị gia hạn")
    await house.person("head").press_token("staff/approve/2")
    at(farmer, datetime(2027, 6, 3, 8, 0, tzinfo=ZONE))
    await house.app.schedule.look()
    house.app.outbox.wake(farmer.person.chat)
    await house.app.idle()
    assert "được gia hạn riêng đến hết ngày Thứ Sáu, 4/6/2027" in farmer.person.last.text
    assert "Đã qua hạn" not in farmer.person.last.text


async def typed(secretary: Person, code: str, until: str, reason: str) -> None:
    await secretary.press_token("staff/extendfor")
    for words in (codes.shown(code), until, reason):
        await secretary.say(words)


async def test_any_dossier_with_a_reason_of_ones_own(farmer: Farmer) -> None:
    house = at(farmer, OVER)
    secretary = await staff(house, "secretary", "secretary")
    head = await staff(house, "head", "head")
    await secretary.press_token("staff/extendfor")
    for wrong in ("hồ sơ của bà", "7K3"):
        await secretary.say(wrong)
        assert "Tôi không đọc được số hồ sơ" in secretary.messages[-2].text + secretary.last.text
    await secretary.say(codes.shown(farmer.code))
    for wrong in ("mai", "1/6", "31/6/2027", "2/6/2027 nhé"):
        await secretary.say(wrong)
        assert "ngày/tháng/năm" in secretary.messages[-2].text + secretary.last.text
    await secretary.say("30/5/2027")
    await secretary.say("Bão số 1")
    for over in ("31/5/2027", "1/1/2027"):  # not after today
        assert "Ngày phải sau hôm nay" in said(secretary.messages[-3:])
        await secretary.say(over)
        assert "Ngày phải sau hôm nay" in said(secretary.messages[-3:])
    await secretary.say("2/6/2027")
    assert "Lý do: Bão số 1" in secretary.last.text
    await secretary.press("Đề nghị gia hạn")
    await secretary.press_token("staff/extendit")  # pressed twice
    assert len(await house.app.storage.proposals(("waiting",))) == 1
    await head.press_token("staff/approve/1")
    await house.app.idle()
    assert "Bão số 1" in farmer.person.last.text
    assert (await farmer.dossier()).extended.until == date(2027, 6, 2)  # type: ignore[union-attr]


async def test_what_cannot_be_proposed_says_why(farmer: Farmer) -> None:
    house = at(farmer, OVER)
    secretary = await staff(house, "secretary", "secretary")
    other = codes.made(codes.DOSSIER, lambda n: n // 3)
    await typed(secretary, other, "2/6/2027", "Bão")
    await secretary.press("Đề nghị gia hạn")
    assert "Không có hồ sơ số" in secretary.last.text
    assert await house.app.storage.proposals(("waiting",)) == []


async def test_refused_or_approved_too_late_nothing_changes(farmer: Farmer) -> None:
    secretary, head = await last_evening(farmer)
    await secretary.press_token(f"staff/extend/{farmer.code}")
    await head.press_token("staff/refuse/1")
    assert (await farmer.dossier()).extended is None
    await secretary.press_token(f"staff/extend/{farmer.code}")
    at(farmer, datetime(2027, 6, 5, 9, 0, tzinfo=ZONE))
    before = len(farmer.person.messages)
    await head.press_token("staff/proposal/2")
    assert "Ngày này không dùng được" in head.last.text
    await head.press_token("staff/approve/2")
    await farmer.house.app.idle()
    assert "không gia hạn được" in secretary.last.text
    assert farmer.person.messages[before:] == []
    assert (await farmer.dossier()).extended is None


async def test_who_has_no_right_gets_nothing_and_the_head_does_not_propose(farmer: Farmer) -> None:
    _, head = await last_evening(farmer)
    for token in ("extensions", f"extend/{farmer.code}", "extendit", "extendfor"):
        await head.press_token(f"staff/{token}")
        assert codes.shown(farmer.code) not in head.last.text
    assert await farmer.house.app.storage.proposals(("waiting",)) == []


async def test_outages_are_told_in_words(farmer: Farmer) -> None:
    secretary, head = await last_evening(farmer)
    storage = farmer.house.app.storage
    await storage.beat(Beat(OVER, {"telegram": Working(False, OVER - timedelta(minutes=9))}))
    await secretary.press_token("staff/outages")
    assert "Trợ lý không chạy: từ 20:00, 30/5/2027 đến 23:30" in secretary.last.text
    assert "Kênh telegram không chạy: từ 07:51, 31/5/2027 đến giờ vẫn chưa xong (9 phút)" in (
        secretary.last.text
    )
    assert "Gia hạn riêng" in secretary.labels
    await head.press_token("staff/outages")
    assert "3 giờ 30 phút" in head.last.text
    assert "Gia hạn riêng" not in head.labels
    await head.press_token("staff/digest")
    assert "ngừng chạy 720 phút" in head.last.text  # two at the same time count once


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2/6/2027", date(2027, 6, 2)),
        (" 02-06-2027 ", date(2027, 6, 2)),
        ("2.6.2027", date(2027, 6, 2)),
        ("2027-06-02", None),
        ("2/6/27", None),
        ("2/6", None),
        ("29/2/2027", None),
        ("thứ ba 2/6/2027", None),
    ],
)
def test_days_are_read_strictly(text: str, day: date | None) -> None:
    assert day_in(text) == day


# --- nobody without, everybody with --------------------------------------------------------------

DEADLINE = date(2030, 4, 3)  # of the tiny pack
moments = st.integers(-2, 9).flatmap(
    lambda days: st.sampled_from((0, 1, 12 * 3600, 86_399)).map(
        lambda seconds: datetime(2030, 4, 3, tzinfo=ZONE) + timedelta(days=days, seconds=seconds)
    )
)


@given(
    moments,
    st.none() | st.integers(-3, 8),
    st.sampled_from(("approved", "waiting", "refused", "other")),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_the_deadline_only_who_has_an_extension_that_covers_it(
    moment: datetime, days: int | None, what: str
) -> None:
    asyncio.run(_handed_in(moment, days, what))


async def _handed_in(moment: datetime, days: int | None, what: str) -> None:
    begin = datetime(2030, 3, 20, 9, 0, tzinfo=ZONE)
    until = DEADLINE + timedelta(days=days) if days is not None else None
    with tempfile.TemporaryDirectory() as folder:
        async with a_house(Path(folder), pack=TINY, clock=SetClock(begin), workers=NoPapers()) as h:
            farmer = await (await Farmer(h.person()).begin()).fill()
            other = await (await Farmer(h.person("other")).begin()).fill()
            token = await farmer.submit_token()
            if until is not None:
                await _decided(h, other if what == "other" else farmer, until, what)
            h.clock.now = moment.astimezone(UTC)
            await farmer.press(token)
            covers = until is not None and what == "approved" and moment.date() <= until
            may = moment.date() <= DEADLINE or covers
            assert bool((await farmer.dossier()).submissions) is may


async def _decided(house: House, farmer: Farmer, until: date, what: str) -> None:
    secretary, head = (
        await staff(house, "secretary", "secretary"),
        await staff(house, "head", "head"),
    )
    wanted = Extension(farmer.code, until, "x")
    acts = (Proposing("extension", wanted.to_json()),)
    await turn(house.app.storage, secretary.chat, *acts)
    if what != "waiting":
        await head.press_token(f"staff/{'refuse' if what == 'refused' else 'approve'}/1")
        await house.app.idle()
