"""Messages that are changed after they were sent, as messengers let people do."""

from __future__ import annotations

from pathlib import Path

from bot.channels.port import Message
from tests.filling import Farmer, a_farmer
from tests.talk import a_house


async def says(farmer: Farmer, text: str, name: str) -> list[Message]:
    return await farmer.person.do({"kind": "say", "text": text, "name": name})


async def changes(farmer: Farmer, text: str, name: str) -> list[Message]:
    return await farmer.person.do({"kind": "say", "text": text, "replaces": name})


async def test_the_last_answer_is_changed_with_its_message(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="title")
        await says(farmer, "May tach hat", "7")
        asked = await farmer.asked()
        assert (await farmer.given())["title"] == "May tach hat"
        heard = await changes(farmer, "Máy tách hạt ngô", "7")
        assert (await farmer.given())["title"] == "Máy tách hạt ngô"
        assert "đã sửa theo tin nhắn" in heard[0].text
        assert await farmer.asked() == asked, "what was asked is asked again"


async def test_it_may_be_changed_twice_and_the_next_answer_lands_where_it_belongs(
    tmp_path: Path,
) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="title")
        await says(farmer, "May tach hat", "7")
        await changes(farmer, "Máy tách hạt", "7")
        await changes(farmer, "Máy tách hạt ngô", "7")
        assert (await farmer.given())["title"] == "Máy tách hạt ngô"


async def test_an_older_message_changes_nothing_and_says_so(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="title")
        await says(farmer, "Máy tách hạt ngô", "7")
        before = await farmer.given()
        heard = await changes(farmer, "Chuyện khác hẳn", "3")
        assert await farmer.given() == before
        assert "chưa đổi" in heard[0].text


async def test_an_answer_that_is_refused_after_the_change_leaves_the_old_one(
    tmp_path: Path,
) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="title")
        await says(farmer, "Máy tách hạt ngô", "7")
        await changes(farmer, "x" * 5000, "7")
        assert (await farmer.given())["title"] == "Máy tách hạt ngô"


async def test_a_changed_question_is_answered_anew(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        person = house.person()
        await person.do({"kind": "say", "text": "han nop", "name": "1"})
        heard = await person.do({"kind": "say", "text": "nộp ở đâu vậy", "replaces": "1"})
        assert heard
        assert "30/5/2027" not in heard[0].text
