"""A member of the staff is away: a deputy gets what would have been theirs, and may say no."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from contest.calendar import ZONE
from contest.desk import Case
from tests.filling import NoPapers
from tests.handlers.test_desk import farmer_asks, heard, look
from tests.handlers.test_staff import staff
from tests.talk import House, Person, SetClock, a_house

TUESDAY = datetime(2026, 12, 1, 9, 0, tzinfo=ZONE)
TODAY = "20261201-20261201"
IN_PLACE = "thay người số 1 đang đi vắng"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, clock=SetClock(TUESDAY), workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def lan(house: House) -> Person:
    return await staff(house, "lan", "secretary")  # number 1


@pytest.fixture
async def minh(house: House, lan: Person) -> Person:
    return await staff(house, "minh", "head")  # number 2


async def goes(person: Person, deputy: int, days: str = TODAY) -> None:
    await person.press_token(f"staff/away/set/{days}/{deputy}")


async def case(house: House, number: int = 1) -> Case:
    found = await house.app.storage.case(number)
    assert found is not None
    return found.case


async def test_a_new_question_goes_to_the_deputy(house: House, lan: Person, minh: Person) -> None:
    await lan.press_token("staff/away")
    await lan.press("Hôm nay")
    await lan.press("người số 2: Lãnh đạo cơ quan thường trực")
    assert "thay là người số 2" in lan.last.text
    assert "nhờ anh/chị thay" in minh.last.text
    await farmer_asks(house)
    assert IN_PLACE in minh.last.text
    assert not heard(lan, "Câu hỏi số 1")
    await minh.press("Nhận")
    await minh.say("Chở bằng xe tải nhỏ.")
    await minh.press("Gửi")
    assert heard(house.person("nong_van_thu"), "Chở bằng xe tải nhỏ.")


async def test_what_they_hold_moves_and_they_can_still_see_it(
    house: House, lan: Person, minh: Person
) -> None:
    await farmer_asks(house)
    await lan.press("Nhận")
    house.clock.forward(minutes=5)
    await goes(lan, 2)
    assert "1 câu hỏi anh/chị đang giữ" in lan.last.text
    assert IN_PLACE in minh.last.text
    assert (await case(house)).claimed_by is None
    await lan.press_token("staff/question/1")
    assert "300 cân" in lan.last.text
    await lan.press("Nhận")  # their right stays
    await look(house, hours=1)
    assert (await case(house)).claimed_by == 1


async def test_back_early(house: House, lan: Person, minh: Person) -> None:
    await goes(lan, 2, "20261201-20261204")
    await lan.press_token("staff/away")
    await lan.press("Tôi đã về")
    assert "đã về" in minh.last.text
    await farmer_asks(house)
    assert heard(lan, "Câu hỏi số 1")
    done = [a.what for a in await house.app.storage.audit()]
    assert done[:2] == ["came_back", "away"]


async def test_it_ends_by_itself(house: House, lan: Person, minh: Person) -> None:
    await goes(lan, 2)
    house.clock.forward(days=1)
    await farmer_asks(house)
    assert heard(lan, "Câu hỏi số 1")
    assert not heard(minh, "Câu hỏi số 1")


async def test_the_deputy_says_no(house: House, lan: Person, minh: Person) -> None:
    await goes(lan, 2)
    await minh.press_token("staff/away")
    assert "Anh/chị thay người số 1" in minh.last.text
    await minh.press("Không thay được người số 1")
    assert "không thay anh/chị được" in lan.last.text  # they hear it themselves, away or not
    other = await staff(house, "hoa", "secretary")
    await farmer_asks(house)
    assert heard(other, "Câu hỏi số 1")
    await lan.press("Chọn người thay")
    await lan.press("người số 3: Thư ký")
    assert "nhờ anh/chị thay" in other.last.text
    done = [(a.by, a.what) for a in reversed(await house.app.storage.audit())]
    assert [d for d in done if d[1] in ("away", "declined")] == [
        (1, "away"), (2, "declined"), (1, "away"),
    ]  # fmt: skip


async def test_a_chain_and_a_circle_lead_to_somebody(
    house: House, lan: Person, minh: Person
) -> None:
    hoa = await staff(house, "hoa", "secretary")
    await goes(lan, 3)
    await goes(hoa, 2)
    await farmer_asks(house)
    assert heard(minh, "Câu hỏi số 1")
    assert not heard(hoa, "Câu hỏi số 1")
    await goes(minh, 0)  # then nobody is left, and a question is brought all the same
    await farmer_asks(house, "Máy nhỏ thì sao hả cán bộ?", "ba_thu")
    assert heard(lan, "Câu hỏi số 2") or heard(hoa, "Câu hỏi số 2")


async def test_who_is_away_is_no_deputy(house: House, lan: Person, minh: Person) -> None:
    await goes(minh, 0)
    await lan.press_token(f"staff/away/who/{TODAY}")
    assert "Chưa có ai" in lan.last.text
    await goes(lan, 2)  # an old button
    assert "Chưa có ai" in lan.last.text
    assert [a.member for a in await house.app.storage.absences(TUESDAY.date())] == [2]


@pytest.mark.parametrize(
    "token",
    ["set/20261130-20261130/2", "set/x/2", "set/20261205-20261204/2", "set/20261201-20270901/2",
     "set//", "who/20261130-20261130", "who/"],
)  # fmt: skip
async def test_days_that_will_not_do(house: House, lan: Person, minh: Person, token: str) -> None:
    await lan.press_token(f"staff/away/{token}")
    assert "đã qua" in lan.last.text
    assert await house.app.storage.absences(TUESDAY.date()) == []


async def test_nobody_ends_the_absence_of_another(house: House, lan: Person, minh: Person) -> None:
    hoa = await staff(house, "hoa", "secretary")
    await goes(lan, 2)
    for token in ("back/1", "decline/1", "back/9", "decline/x"):
        await hoa.press_token(f"staff/away/{token}")
    (absence,) = await house.app.storage.absences(TUESDAY.date())
    assert absence.stand_in == 2


async def test_typed_days_that_are_past_when_they_are_chosen(
    house: House, lan: Person, minh: Person
) -> None:
    await lan.press_token("staff/away/days")
    await lan.say("hôm qua")
    assert "Gõ ngày" in lan.last.text
    house.clock.forward(days=3)
    await lan.say("mai")  # of the day on which it was asked
    assert "đã qua" in lan.last.text
    await lan.press_token("staff/away/days")
    await lan.say("20-25/12")
    assert "từ Chủ Nhật, 20/12/2026 đến hết Thứ Sáu, 25/12/2026" in lan.last.text
    await lan.press("Chọn người thay")
    assert "người số 2: Lãnh đạo cơ quan thường trực" in lan.labels


async def test_who_answered_and_went_is_not_written_to(
    house: House, lan: Person, minh: Person
) -> None:
    farmer = await farmer_asks(house)
    await lan.press("Nhận")
    await lan.say("Cứ chở lên nhé.")
    await lan.press("Gửi")
    house.clock.forward(minutes=5)
    await goes(lan, 2)
    before = len(lan.messages)
    said = await farmer.say("Thế ai đón ở đó?")
    assert "nay đi vắng" in said[0].text
    assert len(lan.messages) == before
    assert "Thế ai đón ở đó?" in minh.last.text
    again = await farmer.say("Hạn nộp hồ sơ là ngày nào?")
    assert "30/5/2027" in again[-1].text  # the assistant is back


async def test_who_answers_while_away_is_written_to(
    house: House, lan: Person, minh: Person
) -> None:
    farmer = await farmer_asks(house)
    await lan.press("Nhận")
    await goes(lan, 0)
    house.clock.forward(minutes=5)
    await lan.press_token("staff/claim/1")
    await lan.say("Cứ chở lên nhé.")
    await lan.press("Gửi")
    await farmer.say("Thế ai đón ở đó?")
    assert "Thế ai đón ở đó?" in lan.last.text


async def test_an_officer_passes_their_desk_to_their_own_unit_only(house: House) -> None:
    officer = await staff(house, "nam", "officer", "xa-chi-lang")
    await staff(house, "hoa", "officer", "xa-na-duong")
    same = await staff(house, "bac", "officer", "xa-chi-lang")
    await officer.press_token(f"staff/away/who/{TODAY}")
    assert [label for label in officer.labels if "người số" in label] == [
        "người số 3: Cán bộ xã, phường (Xã Chi Lăng)"
    ]
    await goes(officer, 3)
    assert "nhờ anh/chị thay" in same.last.text
