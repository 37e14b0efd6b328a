"""Who works here: invited, named, ended; and whoever is not, gets nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import get_args

import pytest

from contest import codes
from contest.staff import INVITED_FOR, RIGHTS, Inviting, StaffRole, may, token_of
from handlers.staff.desk import COMMANDS
from handlers.staff.people import unit_named
from tests.filling import NoPapers
from tests.talk import House, Person, a_house, contest

CODE = "23A-45B-67"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


def code_in(person: Person) -> str:
    found = re.findall(r"\b([A-Z0-9]{3}(?:-[A-Z0-9]{3}){2})\b", person.last.text)
    return str(found[-1])


async def staff(house: House, name: str, role: StaffRole, unit: str | None = None) -> Person:
    """Somebody who came in by a code made at the server."""
    code = codes.made(codes.INVITATION, house.app.turns.draw)
    now = house.clock()
    await house.app.storage.at_server(Inviting(token_of(code), role, now + INVITED_FOR, unit), now)
    person = house.person(name)
    await person.say("/start")
    await person.say(codes.shown(code))
    return person


async def log(house: House) -> list[tuple[int | None, str]]:
    return [(a.by, a.what) for a in reversed(await house.app.storage.audit())]


async def test_an_administrator_brings_in_a_secretary(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    assert "Vai" not in admin.labels
    assert "giữ vai Quản trị" in admin.last.text
    await admin.press("Đặt tên gọi")
    await admin.say("Chị Thử")
    assert "Chị Thử" in admin.last.text
    await admin.press("Bàn làm việc")
    assert "Quản trị" in admin.last.text
    await admin.press("Người và nhật ký")
    await admin.press("Mời người mới")
    await admin.press("Thư ký")
    code = code_in(admin)
    secretary = house.person("secretary")
    await secretary.say("/start")
    assert "Bàn làm việc" not in secretary.labels
    await secretary.say(code)
    assert "giữ vai Thư ký" in secretary.last.text
    assert "vào vai Thư ký" in admin.last.text  # who invited hears of it
    await secretary.say("/start")
    assert secretary.labels[0] == "Bàn làm việc"
    await secretary.press("Bàn làm việc")
    assert "Mời người mới" not in secretary.labels
    await secretary.press("Người và nhật ký")
    assert "Mời người mới" not in secretary.labels
    await admin.press("Ai đang làm việc")
    assert "Chị Thử (số 1): Quản trị" in admin.last.text
    assert "người số 2: Thư ký" in admin.last.text
    await admin.press("Bàn làm việc")
    await admin.press("Người và nhật ký")
    await admin.press("Nhật ký")
    assert "số 1 mời Thư ký" in admin.last.text
    assert await log(house) == [
        (None, "invited"), (1, "joined"), (1, "named"), (1, "invited"), (2, "joined"),
    ]  # fmt: skip


async def test_an_officer_is_of_one_commune(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    await admin.press_token("staff/invite/officer")
    said = await admin.say("Xyzt")
    assert "Chưa rõ" in said[0].text
    await admin.say("xã Chi Lăng")
    assert "Cán bộ xã, phường (Xã Chi Lăng)" in admin.last.text
    officer = house.person("officer")
    await officer.say(code_in(admin))
    (_, member) = await house.app.storage.staff()
    assert member.member.unit is not None
    assert "Xã Chi Lăng" in officer.last.text


async def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    await admin.press_token("staff/invite/secretary")
    once = code_in(admin)
    await house.person("one").say(once)
    (refused,) = await house.person("two").say(once)
    assert "đã dùng hoặc đã hết hạn" in refused.text
    await admin.press_token("staff/invite/secretary")
    late = code_in(admin)
    house.clock.forward(minutes=16)
    (refused,) = await house.person("two").say(late)
    assert "đã dùng hoặc đã hết hạn" in refused.text
    assert len(await house.app.storage.staff()) == 2


async def test_a_code_that_nobody_made_is_a_code_nobody_knows(house: House) -> None:
    await staff(house, "admin", "admin")
    await house.person("two").say(codes.shown(codes.made(codes.INVITATION, lambda n: n // 2)))
    assert len(await house.app.storage.staff()) == 1


async def test_who_is_ended_sees_nothing_any_more(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    secretary = await staff(house, "secretary", "secretary")
    await secretary.press("Đặt tên gọi")
    await admin.press_token("staff/people")
    await admin.press("Thôi vai: người số 2")
    await admin.press("Đúng, cho thôi vai")
    assert "đã thôi vai" in admin.last.text
    assert "đã kết thúc" in secretary.last.text
    await secretary.say("Anh Thử")  # was asked for while the role ended
    assert "không còn" in secretary.last.text
    await secretary.press_token("staff/desk")
    assert "Bàn làm việc" not in secretary.last.text
    await secretary.say("/menu")
    assert "Bàn làm việc" not in secretary.labels
    assert [s.member.number for s in await house.app.storage.staff()] == [1]
    await admin.press_token("staff/ended/2")  # an old button
    assert "Không còn ai" in admin.last.text
    await admin.press_token("staff/ended/1")  # nobody ends themselves: who would invite then?
    assert [s.member.number for s in await house.app.storage.staff()] == [1]


async def test_another_code_is_another_role_of_the_same_person(house: House) -> None:
    person = await staff(house, "thu", "officer", "xa-chi-lang")
    await staff(house, "thu", "secretary")
    (only,) = await house.app.storage.staff()
    assert (only.member.number, only.member.role) == (2, "secretary")
    assert "giữ vai Thư ký" in person.last.text


async def test_erasing_a_chat_ends_its_role_and_keeps_the_log(house: House) -> None:
    await staff(house, "admin", "admin")
    person = await staff(house, "thu", "secretary")
    await person.say("qwx zzy")
    (asked,) = await house.app.storage.questions()
    await house.app.storage.erase(asked.number, _message(house), house.clock())
    assert [s.member.number for s in await house.app.storage.staff()] == [1]
    assert (2, "joined") in await log(house)


def _message(house: House):  # type: ignore[no-untyped-def]
    from storage.port import Outgoing

    return Outgoing({"text": "xong", "lang": "vi"}, house.clock())


@pytest.mark.parametrize("role", [*get_args(StaffRole), None])
async def test_rights_are_one_table(
    house: House, role: StaffRole | None, caplog: pytest.LogCaptureFixture
) -> None:
    person = house.person("thu")
    await person.say("/start")
    if role:
        person = await staff(house, "thu", role, "xa-chi-lang" if role == "officer" else None)
    for command, (right, _) in COMMANDS.items():
        caplog.clear()
        before = await house.app.storage.audit()
        said = await person.press_token(f"staff/{command}/1")
        if role and right in RIGHTS[role]:
            assert "denied" not in caplog.text, command
        else:
            assert f"denied: channel=console what=staff/{command}" in caplog.text
            # as for any button that is no more
            assert "nút" in " ".join(message.text.lower() for message in said), command
            assert await house.app.storage.audit() == before, command
            assert person.chat.id not in caplog.text


def test_every_role_has_a_desk_and_only_administrators_invite() -> None:
    assert set(RIGHTS) == set(get_args(StaffRole))
    assert all("desk" in rights for rights in RIGHTS.values())
    assert [role for role, rights in RIGHTS.items() if "invite" in rights] == ["admin"]
    assert not may(None, "desk")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("chi lang", "Xã Chi Lăng"),  # a district, a town and two communes were called so
        ("Xã Chi Lăng", "Xã Chi Lăng"),
        ("phuong dong kinh", "Phường Đông Kinh"),
        ("TT Đồng Mỏ", "Xã Chi Lăng"),
        ("huyện Chi Lăng", None),
        ("Xyzt", None),
        ("", None),
    ],
)
def test_staff_mean_the_communes_of_today(typed: str, named: str | None) -> None:
    found = unit_named(contest().gazetteer, typed)
    assert (found.name if found else None) == named
