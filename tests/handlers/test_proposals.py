"""What one proposes and another decides: who may what, and who hears of it. By announcements."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import get_args

import pytest

from contest.proposals import RULES
from contest.staff import RIGHTS, StaffRole
from tests.filling import NoPapers
from tests.handlers.test_staff import log, staff
from tests.talk import House, Person, a_house

WORDS = "Mời bà con tới buổi hướng dẫn làm hồ sơ."
DECIDING: tuple[StaffRole, ...] = ("secretary", "head")
OTHERS = tuple(role for role in get_args(StaffRole) if role not in DECIDING)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        await house.person("nong_van_thu").say("/start")
        yield house


async def proposes(house: House, words: str = WORDS, name: str = "secretary") -> Person:
    """A secretary of that name proposes an announcement to all."""
    person = house.person(name)
    if not await house.app.storage.knows(person.chat):
        person = await staff(house, name, "secretary")
    await person.press_token("staff/announce")
    await person.press("Mọi người đã nhắn với trợ lý")
    await person.say(words)
    await person.press("Xem thử")
    await person.press("Đề nghị gửi")
    return person


async def look(house: House, minutes: float = 0) -> None:
    """What the program does by itself after so many minutes, till all is sent."""
    house.clock.forward(minutes=minutes)
    await house.app.schedule.look()
    await house.app.idle()
    for chat in await house.app.storage.waiting_chats():
        house.app.outbox.wake(chat)
    await house.app.idle()


async def state(house: House, number: int = 1) -> str:
    proposal = await house.app.storage.proposal(number)
    assert proposal is not None
    return proposal.state


def heard(person: Person, of: str) -> int:
    return sum(of in message.text for message in person.messages)


async def test_another_decides_and_both_hear_how_it_goes(house: House) -> None:
    head = await staff(house, "head", "head")
    secretary = await proposes(house)
    assert "báo cho 1 người có quyền duyệt" in secretary.last.text
    assert "đề nghị: thông báo cho nhiều người" in head.last.text
    await head.press("Việc chờ duyệt")
    assert "Số 1: thông báo cho nhiều người" in head.last.text
    await head.press("Xem việc số 1")
    assert WORDS in head.last.text  # all of it, as people will see it
    assert head.labels[:2] == ["Duyệt", "Không duyệt"]
    await head.press("Duyệt")
    assert "sẽ làm lúc 09:10" in head.last.text
    assert "sẽ làm lúc 09:10" in secretary.last.text
    await look(house, minutes=9)
    assert await state(house) == "approved"
    await look(house, minutes=1)
    assert await state(house) == "done"
    assert "Thông báo số 1 đang được gửi" in secretary.messages[-1].text
    assert heard(head, "Thông báo số 1 đang được gửi") == 1
    await look(house, minutes=1)
    assert heard(secretary, "Thông báo số 1 đã gửi xong") == 1
    assert heard(head, "Thông báo số 1 đã gửi xong") == 1
    assert [what for what in await log(house) if what[1] not in ("invited", "joined", "looked")] \
        == [(2, "proposed"), (1, "approved"), (1, "carried_out")]  # fmt: skip


async def test_nobody_decides_their_own(house: House) -> None:
    secretary = await proposes(house)
    await secretary.press_token("staff/proposal/1")
    assert "Duyệt" not in secretary.labels
    assert "Rút lại" in secretary.labels
    for button in ("approve", "refuse"):
        await secretary.press_token(f"staff/{button}/1")
        assert "do người khác duyệt" in secretary.last.text
    assert await state(house) == "waiting"


async def test_it_waits_until_there_is_a_second_person(house: House) -> None:
    secretary = await proposes(house)
    assert "chưa ai khác có quyền duyệt" in secretary.last.text
    other = await staff(house, "other", "secretary")
    await other.press_token("staff/approve/1")
    assert await state(house) == "approved"
    assert "Đã duyệt" in secretary.last.text


async def test_what_is_refused_goes_to_nobody(house: House) -> None:
    head = await staff(house, "head", "head")
    secretary = await proposes(house)
    await head.press_token("staff/refuse/1")
    assert "Không được duyệt" in secretary.last.text
    await head.press_token("staff/approve/1")  # too late: an old button
    assert "Không được duyệt" in head.last.text
    await look(house, minutes=30)
    assert await state(house) == "refused"
    assert not heard(house.person("nong_van_thu"), WORDS)


@pytest.mark.parametrize("who", ["secretary", "head"])
async def test_both_take_it_back_while_there_is_time(house: House, who: str) -> None:
    people = {"head": await staff(house, "head", "head")}
    people["secretary"] = await proposes(house)
    other = people["secretary" if who == "head" else "head"]
    await people["head"].press_token("staff/approve/1")
    await look(house, minutes=9)
    await people[who].press("Rút lại")if who == "head" else await people[who].press_token(
        "staff/takeback/1"
    )  # fmt: skip
    assert "Đã rút lại" in people[who].last.text
    assert "Đã rút lại" in other.last.text
    await look(house, minutes=30)
    assert not heard(house.person("nong_van_thu"), WORDS)
    await other.press_token("staff/takeback/1")
    assert "Đã rút lại" in other.last.text
    await other.press_token("staff/approve/1")
    assert await state(house) == "back"


async def test_a_third_person_takes_nothing_back_and_nobody_when_it_is_due(house: House) -> None:
    head = await staff(house, "head", "head")
    third = await staff(house, "third", "secretary")
    secretary = await proposes(house)
    await third.press_token("staff/takeback/1")
    assert await state(house) == "waiting"
    await head.press_token("staff/takeback/1")  # before it is decided it is hers alone
    assert await state(house) == "waiting"
    await head.press_token("staff/approve/1")
    await third.press_token("staff/takeback/1")
    assert await state(house) == "approved"
    await look(house, minutes=11)
    await secretary.press_token("staff/takeback/1")
    assert "Đã làm lúc" in secretary.last.text
    assert await state(house) == "done"


@pytest.mark.parametrize("role", [*OTHERS, None])
@pytest.mark.parametrize("command", ["proposal", "approve", "refuse", "takeback"])
async def test_who_may_not_sees_nothing_of_it(
    house: House, role: StaffRole | None, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    await proposes(house)
    person = house.person("thu")
    await person.say("/start")
    if role:
        person = await staff(house, "thu", role, "xa-chi-lang" if role == "officer" else None)
    before = await house.app.storage.audit()
    await person.press_token(f"staff/{command}/1")
    assert WORDS not in person.last.text
    assert await state(house) == "waiting"
    assert await house.app.storage.audit() == before
    if command != "takeback" or not role or "proposals" not in RIGHTS[role]:
        assert f"denied: channel=console what=staff/{command}" in caplog.text
        assert "nút" in person.last.text.lower()


async def test_a_list_shows_each_only_what_they_may_see(house: House) -> None:
    await proposes(house)
    adviser = await staff(house, "adviser", "adviser")
    await adviser.press_token("staff/proposals")
    assert "Không có" in adviser.last.text
    assert RULES["announcement"].proposes not in RIGHTS["adviser"]


@pytest.mark.parametrize("number", ["99", "x", "", "1/2", "٣", "9" * 40])
@pytest.mark.parametrize("command", ["proposal", "approve", "refuse", "takeback"])
async def test_a_number_there_is_not(house: House, command: str, number: str) -> None:
    head = await staff(house, "head", "head")
    await head.press_token(f"staff/{command}/{number}")
    assert "Không có việc số đó" in head.last.text


async def test_two_approve_at_once_and_it_is_done_once(house: House) -> None:
    head = await staff(house, "head", "head")
    other = await staff(house, "other", "secretary")
    await proposes(house)
    await head.press_token("staff/approve/1")
    await other.press_token("staff/approve/1")
    assert "Đã duyệt" in other.last.text
    (decided,) = [by for by, what in await log(house) if what == "approved"]
    assert decided == 1
    for _ in range(3):
        await look(house, minutes=10)
    assert heard(house.person("nong_van_thu"), WORDS) == 1


async def test_who_is_ended_decides_nothing_any_more(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    head = await staff(house, "head", "head")
    await proposes(house)
    await head.press_token("staff/proposal/1")
    await admin.press_token("staff/ended/2")
    await head.press("Duyệt")
    assert await state(house) == "waiting"
    assert "nút" in head.last.text.lower()
