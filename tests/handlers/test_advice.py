"""«Nộp sớm được góp ý»: asked for, waited for, given, found again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from contest import codes
from contest.calendar import ZONE
from tests.filling import TINY, Farmer, NoPapers, a_farmer, said
from tests.handlers.test_staff import staff
from tests.talk import House, Person, SetClock, a_house

START = datetime(2027, 5, 3, 9, 0, tzinfo=ZONE)


@pytest.fixture
async def farmer(tmp_path: Path) -> AsyncIterator[Farmer]:
    async with a_farmer(tmp_path, clock=SetClock(START)) as farmer:
        yield await farmer.fill()


async def asks(farmer: Farmer) -> str:
    await farmer.press(f"dossier/open/{farmer.code}")
    await farmer.person.press("Góp ý trước hạn")
    await farmer.person.press("Xin góp ý")
    return farmer.person.last.text


async def writes(member: Person, code: str, *texts: str) -> None:
    await member.press_token(f"staff/advise/{code}")
    for text in texts:
        await member.say(text)
    await member.press("Gửi")


async def test_from_the_wish_to_the_advice_and_back_to_it(farmer: Farmer) -> None:
    house, storage = farmer.house, farmer.house.app.storage
    adviser = await staff(house, "adviser", "adviser")
    before = await farmer.dossier()
    asked = await asks(farmer)
    assert "thứ 1 trong 1" in asked
    assert "không phải chấm điểm" in asked
    await adviser.press_token("staff/digest")
    assert "1 hồ sơ chờ góp ý" in adviser.last.text
    await adviser.press("Hồ sơ chờ góp ý")
    assert codes.shown(farmer.code) in adviser.last.text
    await adviser.press("Hồ sơ chờ góp ý")
    await adviser.press(f"Mở {codes.shown(farmer.code)}")
    assert "Nông Văn Thử" not in adviser.last.text
    await adviser.press("Nhận và viết góp ý")
    assert "Đến lượt hồ sơ" in farmer.person.last.text
    await adviser.say("Phần lợi ích nên có con số trước và sau.")
    await adviser.send("mau.jpg", caption="Chụp như mẫu này.")
    assert "Chụp như mẫu này." in adviser.last.text
    await adviser.press("Gửi")
    told = farmer.person.last
    assert "Phần lợi ích nên có con số trước và sau.\nChụp như mẫu này." in told.text
    assert [f.name for f in told.files] == ["mau.jpg"]
    assert told.note  # the office signs, nobody by name
    assert f"dossier/items/{farmer.code}" in [b.token for b in told.buttons]
    # it is the dossier's: the farmer may fetch it, and finds it again
    sha = told.files[0].sha256
    assert await storage.file_of(farmer.person.chat, sha) is not None
    await farmer.press(f"dossier/open/{farmer.code}")
    await farmer.person.press("Góp ý trước hạn")
    await farmer.person.press("Đọc lại góp ý")
    assert "con số trước và sau" in farmer.person.last.text
    assert "hồ sơ đã thay đổi" not in farmer.person.last.text
    after = await farmer.dossier()
    assert (after.state, after.submissions) == (before.state, before.submissions)
    await farmer.edit("why")
    await farmer.say("Thêm.")
    await farmer.choose("why", "enough")
    await farmer.press(f"advice/last/{farmer.code}")
    assert "hồ sơ đã thay đổi" in farmer.person.last.text
    acts = [(a.what, a.dossier) for a in await storage.audit()]
    assert ("advice_taken", farmer.code) in acts
    assert ("advised", farmer.code) in acts
    notes = [n.what for n in await storage.notes(farmer.code)]
    assert "wished" in notes
    assert await storage.wishes() == []


async def test_the_place_in_the_queue_and_one_wish_at_a_time(farmer: Farmer) -> None:
    house = farmer.house
    await staff(house, "secretary", "secretary")
    other = await (await Farmer(house.person("other")).begin()).fill()
    await asks(other)
    house.clock.forward(minutes=5)
    assert "thứ 2 trong 2" in await asks(farmer)
    await farmer.press(f"advice/ask/{farmer.code}")  # pressed twice
    assert "thứ 2 trong 2" in farmer.person.last.text
    assert len(await house.app.storage.wishes()) == 2
    await other.press(f"advice/open/{other.code}")
    await other.person.press("Thôi, không xin nữa")
    await farmer.press(f"advice/open/{farmer.code}")
    assert "thứ 1 trong 1" in farmer.person.last.text
    await asks(other)  # and once more, at the end of the queue
    assert "thứ 2 trong 2" in other.person.last.text


async def test_nobody_is_promised_what_nobody_gives(farmer: Farmer) -> None:
    await farmer.press(f"advice/open/{farmer.code}")
    assert "chưa có cán bộ nào nhận việc góp ý" in farmer.person.last.text
    await farmer.press(f"advice/ask/{farmer.code}")
    assert await farmer.house.app.storage.wishes() == []
    await staff(farmer.house, "admin", "admin")  # who gives no advice either
    await farmer.press(f"advice/ask/{farmer.code}")
    assert await farmer.house.app.storage.wishes() == []


async def test_only_complete_dossiers_only_in_time_and_only_where_it_is_offered(
    farmer: Farmer, tmp_path: Path
) -> None:
    house = farmer.house
    await staff(house, "secretary", "secretary")
    draft = await Farmer(house.person("other")).begin()
    await draft.press(f"advice/ask/{draft.code}")
    assert "đủ các mục" in draft.person.last.text
    house.clock.now = datetime(2027, 5, 15, tzinfo=ZONE)  # the day after the last
    await farmer.press(f"dossier/open/{farmer.code}")
    assert "Góp ý trước hạn" not in farmer.person.labels
    await farmer.press(f"advice/ask/{farmer.code}")
    assert "Đã qua ngày nhận xin góp ý" in farmer.person.last.text
    assert await house.app.storage.wishes() == []
    async with a_house(
        tmp_path / "tiny",
        pack=TINY,
        clock=SetClock(datetime(2030, 3, 20, tzinfo=ZONE)),
        workers=NoPapers(),
    ) as tiny:
        kite = await (await Farmer(tiny.person()).begin()).fill()
        await kite.press(f"dossier/open/{kite.code}")
        assert "Góp ý trước hạn" not in kite.person.labels
        await kite.press(f"advice/ask/{kite.code}")
        assert await tiny.app.storage.wishes() == []


async def test_two_members_and_a_wish_taken_back_in_between(farmer: Farmer) -> None:
    house = farmer.house
    one, two = await staff(house, "one", "secretary"), await staff(house, "two", "adviser")
    await asks(farmer)
    await one.press_token(f"staff/advise/{farmer.code}")
    await two.press_token(f"staff/advise/{farmer.code}")
    assert "đã có" in two.last.text or "số 1" in two.last.text
    await two.press_token(f"staff/advised/{farmer.code}")
    assert "không còn chờ góp ý" in two.last.text
    await one.say("Viết dở.")
    await one.press_token(f"staff/leave/{farmer.code}")
    await writes(two, farmer.code, "Của người thứ hai.")
    assert "Của người thứ hai." in farmer.person.last.text
    assert "Viết dở." not in said(farmer.person.messages)
    await asks(farmer)
    await one.press_token(f"staff/advise/{farmer.code}")
    await one.say("Quá muộn.")
    await farmer.press(f"advice/drop/{farmer.code}")
    await one.press("Gửi")
    assert "không còn chờ góp ý" in one.last.text
    assert "Quá muộn." not in said(farmer.person.messages)


async def test_who_writes_hears_that_the_dossier_changed_meanwhile(farmer: Farmer) -> None:
    member = await staff(farmer.house, "one", "secretary")
    await asks(farmer)
    await member.press_token(f"staff/advise/{farmer.code}")
    await member.say("Kể rõ hơn.")
    await farmer.edit("why")
    await farmer.say("Đổi rồi.")
    await farmer.choose("why", "enough")
    await member.press("Gửi")
    assert "hồ sơ đã thay đổi" in member.last.text
    assert "Kể rõ hơn." not in said(farmer.person.messages)
    await member.press("Vẫn gửi")
    assert "Kể rõ hơn." in farmer.person.last.text
    assert "hồ sơ đã thay đổi" in farmer.person.last.text


async def test_what_is_not_given_in_time_is_said_once(farmer: Farmer) -> None:
    house = farmer.house
    await staff(house, "one", "secretary")
    await asks(farmer)
    house.clock.now = datetime(2027, 5, 31, 8, 0, tzinfo=ZONE)
    for _ in range(3):
        await house.app.late_wishes.look()
        house.clock.forward(minutes=1)
    house.app.outbox.wake(farmer.person.chat)
    await house.app.idle()
    late = [m for m in farmer.person.messages if "chưa kịp góp ý" in m.text]
    assert len(late) == 1


async def test_a_stranger_and_an_author_reach_no_advice(farmer: Farmer) -> None:
    member = await staff(farmer.house, "one", "secretary")
    await asks(farmer)
    await writes(member, farmer.code, "Chỉ cho chủ hồ sơ.")
    stranger = farmer.house.person("stranger")
    for act in ("open", "last", "ask", "drop"):
        await stranger.press_token(f"advice/{act}/{farmer.code}")
    assert "Chỉ cho chủ hồ sơ." not in said(stranger.messages)
    house: House = farmer.house
    house.clock.now = START + timedelta(days=1)
    assert await house.app.storage.wishes() == []
