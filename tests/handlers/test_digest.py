"""The digest on demand: its buttons, its lists, its picture, and when it comes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from contest import codes
from contest.digest import LEADS_TO, LISTS, TIMES
from handlers.staff import digest_words
from storage.port import Outgoing, Told
from tests.filling import Farmer, NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


async def test_it_stands_first_on_the_desk_and_can_be_read_at_any_time(house: House) -> None:
    secretary = await staff(house, "thu", "secretary")
    await secretary.press("Bàn làm việc")
    assert secretary.labels[0] == "Việc hôm nay"
    await secretary.press("Việc hôm nay")
    assert "Không có việc gì gấp" in secretary.last.text
    assert secretary.labels == [
        "Biểu đồ", "Xã, phường chưa có hồ sơ", "Giờ gửi", "Bàn làm việc", "Menu",
    ]  # fmt: skip


async def test_three_things_each_with_the_button_that_leads_to_it(house: House) -> None:
    house.clock.forward(days=2)  # the holiday of 24 November is past: two days are two of work
    farmer = await (await Farmer(house.person("farmer")).begin()).fill()
    asker = house.person("asker")
    await asker.press_token("human/open")
    await asker.say("Máy nặng thì sao?")
    house.clock.forward(days=2)
    lost = Outgoing({"text": "…", "lang": "vi"}, house.clock() + timedelta(days=1))
    await house.app.storage.run_once("news", "1", house.clock(), [Told(asker.chat, lost)])
    waiting = await house.app.storage.next_message(asker.chat)
    assert waiting is not None
    await house.app.storage.give_up(waiting.id, "refused", house.clock())
    head = await staff(house, "head", "head")
    await head.press_token("staff/digest")
    assert head.labels[:3] == ["Xem câu hỏi chờ", "Xem tin bị kẹt", "Xem hồ sơ đủ, chưa nộp"]
    assert "lâu nhất 2 ngày" in head.last.text
    await head.press("Xem câu hỏi chờ")
    assert "số 1: xin gặp cán bộ, chờ 2 ngày" in head.last.text
    await head.press("Việc hôm nay")
    await head.press("Xem hồ sơ đủ, chưa nộp")
    assert f"hồ sơ {codes.shown(farmer.code)}" in head.last.text
    await head.press("Việc hôm nay")
    await head.press("Xem tin bị kẹt")
    assert "console: tin đi không tới, 1 tin" in head.last.text
    house.clock.now = house.clock() + timedelta(days=170)  # 10 days before the deadline
    await head.press_token("staff/digest")
    assert head.labels[:2] == ["Xem câu hỏi chờ", "Xem hồ sơ đủ, chưa nộp"]


async def test_what_was_handed_in_and_returned(house: House) -> None:
    farmer = await (await Farmer(house.person("farmer")).begin()).fill()
    await farmer.submit()
    secretary = await staff(house, "thu", "secretary")
    await secretary.press_token("staff/digest")
    assert "Hồ sơ mới nộp: 1; chờ duyệt: 1" in secretary.last.text
    await secretary.press("Xem hồ sơ chờ duyệt")
    assert codes.shown(farmer.code) in secretary.last.text
    day = house.clock().date()
    await farmer.judged("returned", {"title": "quá ngắn"}, day)
    house.clock.forward(days=1)
    await secretary.press_token("staff/digest")
    await secretary.press("Xem hồ sơ trả lại")
    assert (
        f"{codes.shown(farmer.code)}: hẹn ngày {day.day}/{day.month}/{day.year}"
        in secretary.last.text
    )


async def test_the_chart_comes_as_a_picture(house: House) -> None:
    await (await Farmer(house.person("farmer")).begin()).fill()
    head = await staff(house, "head", "head")
    await head.press_token("staff/digest/chart")
    (picture,) = head.last.files
    assert (picture.kind, picture.type) == ("picture", "image/png")


@pytest.mark.parametrize("chosen", [*TIMES, "off"])
async def test_everybody_chooses_their_time(house: House, chosen: str) -> None:
    person = await staff(house, "thu", "head")
    await person.press_token("staff/digest/time")
    assert "07:30" in person.last.text
    assert "07:30" not in person.labels
    await person.press_token(f"staff/digest/at/{chosen}")
    assert ("không gửi" if chosen == "off" else chosen) in person.last.text
    (found,) = await house.app.storage.staff()
    assert found.member.digest_at == chosen
    await person.press_token("staff/digest/at/03:00")  # nobody offered that
    (found,) = await house.app.storage.staff()
    assert found.member.digest_at == chosen
    assert (await house.app.storage.audit())[0].what == "digest_at"


@pytest.mark.parametrize("what", [*(w for w in LISTS if LISTS[w] != "requests"), "chart"])
async def test_the_privacy_contact_sees_no_other_list(house: House, what: str) -> None:
    person = await staff(house, "thu", "privacy")
    await person.press_token(f"staff/digest/{what}")
    assert "danh sách" not in person.last.text
    assert not person.last.files
    assert [a.what for a in await house.app.storage.audit()] == ["joined", "invited"]


def test_every_need_has_a_button_and_every_button_its_list() -> None:
    assert set(LEADS_TO.values()) == set(LISTS) == set(digest_words.BUTTONS)
    tokens = {name: button.token for name, button in digest_words.BUTTONS.items()}
    assert tokens == {name: f"staff/digest/{name}" for name in LISTS}
