"""The desk's screens: everything somebody may do, within two presses, once, on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from contest.staff import RIGHTS, StaffRole
from handlers.staff.desk import DAILY, SHELVES
from handlers.staff.people import DESK
from handlers.turn import MENU
from tests.filling import NoPapers
from tests.handlers.test_staff import staff
from tests.talk import Person, a_house

ON_A_SCREEN = 9
WAYS = {MENU.token, DESK.token}


@pytest.fixture(params=get_args(StaffRole))
def role(request: pytest.FixtureRequest) -> StaffRole:
    role: StaffRole = request.param
    return role


async def screen(person: Person, token: str) -> list[str]:
    await person.press_token(token)
    tokens = [button.token for button in person.last.buttons]
    assert len(tokens) <= ON_A_SCREEN
    assert len(set(tokens)) == len(tokens)
    return [token for token in tokens if token not in WAYS]


async def test_all_that_a_role_may_is_within_two_presses_and_once(
    tmp_path: Path, role: StaffRole
) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        unit = "xa-na-sam" if role == "officer" else None
        person = await staff(house, "thu", role, unit)
        found: list[str] = []
        for token in await screen(person, DESK.token):
            if not token.startswith(f"{DESK.token}/"):
                found.append(token)
                continue
            behind = await screen(person, token)
            assert len(behind) > 1, token  # one alone stands on the desk itself
            assert DESK.token in [button.token for button in person.last.buttons]
            found += behind
    table = [*DAILY, *(row for shelf in SHELVES for row in shelf.buttons)]
    theirs = [button.token for right, button in table if right in RIGHTS[role]]
    assert sorted(found) == sorted(theirs)
    assert len(set(found)) == len(found)


async def test_a_shelf_that_is_not_theirs_or_is_no_more_is_the_desk(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        adviser = await staff(house, "thu", "adviser")
        await adviser.press_token(DESK.token)
        desk = adviser.last
        for shelf in ("said", "lists", "nothing", ""):
            await adviser.press_token(f"{DESK.token}/{shelf}")
            assert adviser.last.text == desk.text
            assert adviser.labels == [button.label for button in desk.buttons]


async def test_a_secretary_finds_the_daily_work_first(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        secretary = await staff(house, "thu", "secretary")
        await secretary.press("Bàn làm việc")
        assert secretary.labels == [
            "Việc hôm nay", "Việc của tôi", "Hồ sơ chờ duyệt", "Việc chờ duyệt",
            "Hồ sơ chờ góp ý", "Danh sách và báo cáo", "Thông báo và hỏi đáp",
            "Người và nhật ký", "Menu",
        ]  # fmt: skip
        await secretary.press("Thông báo và hỏi đáp")
        assert secretary.last.text == "Thông báo và hỏi đáp"
        assert secretary.labels[:2] == ["Soạn thông báo", "Thông báo đã gửi"]
