"""Reminders, by a clock that is set: each once, by day, to those who want them and need them."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.port import Message
from contest.calendar import ZONE
from storage.memory import Memory
from tests.filling import Farmer, NoPapers, a_farmer
from tests.talk import SetClock, a_house

DEADLINE = date(2027, 5, 30)


def morning(days_before: int, hour: int = 8) -> datetime:
    day = DEADLINE - timedelta(days=days_before)
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


@pytest.fixture
async def farmer(tmp_path: Path) -> AsyncIterator[Farmer]:
    async with a_farmer(tmp_path, clock=SetClock(morning(90))) as farmer:
        yield farmer


async def reminded(farmer: Farmer, at: datetime) -> list[Message]:
    """What comes when the program looks at its schedule then."""
    house, before = farmer.house, len(farmer.person.messages)
    house.clock.now = at
    await house.app.schedule.look()
    house.app.outbox.wake(farmer.person.chat)
    await house.app.idle()
    return farmer.person.messages[before:]


async def test_five_times_and_each_once(farmer: Farmer) -> None:
    await farmer.fill(until="why")
    told = {}
    for left in range(60, -3, -1):
        for hour in (3, 8, 13, 19, 22):
            if messages := await reminded(farmer, morning(left, hour)):
                assert len(messages) == 1
                told[left, hour] = messages[0].text
    assert list(told) == [(30, 8), (14, 8), (7, 8), (3, 8), (1, 8)]
    assert all("Vì sao làm" in text for text in told.values())
    assert "30 ngày" in told[30, 8]


@pytest.mark.parametrize(
    ("hour", "comes"), [(0, False), (6, False), (7, True), (19, True), (20, False), (23, False)]
)
async def test_never_at_night(farmer: Farmer, hour: int, comes: bool) -> None:
    await farmer.fill(until="why")
    assert bool(await reminded(farmer, morning(14, hour))) is comes
    assert bool(await reminded(farmer, morning(13, 8))) is not comes  # in the morning, if not yet


async def test_once_though_the_program_starts_again(tmp_path: Path) -> None:
    storage, ids = Memory(), itertools.count()
    heard = []
    for start in range(4):
        clock = SetClock(morning(14 - start // 2, 8 + start))
        folder = tmp_path / str(start)
        async with a_house(folder, storage=storage, clock=clock, workers=NoPapers()) as house:
            house.ids = ids
            farmer = Farmer(house.person())
            if not start:
                clock.now = morning(90)
                await farmer.begin()
            heard += await reminded(farmer, morning(14 - start // 2, 8 + start))
    assert len(heard) == 1


async def test_its_button_goes_on_and_its_button_stops_it(farmer: Farmer) -> None:
    await farmer.fill(until="why")
    await reminded(farmer, morning(14))
    go_on, stop = farmer.person.last.buttons
    await farmer.press(go_on.token)
    assert await farmer.asked() == "why"
    await farmer.press(stop.token)
    assert await reminded(farmer, morning(7)) == []
    await farmer.press(f"dossier/remind/{farmer.code}")
    assert len(await reminded(farmer, morning(3))) == 1


async def test_one_that_is_complete_is_handed_in_from_its_reminder(farmer: Farmer) -> None:
    await farmer.fill()
    (message,) = await reminded(farmer, morning(14))
    assert "CHƯA NỘP" in message.text
    await farmer.press(message.buttons[0].token)
    assert (await farmer.dossier()).state == "submitted"
    assert await reminded(farmer, morning(7)) == []


async def test_after_a_change_the_old_reminder_hands_in_nothing(farmer: Farmer) -> None:
    await farmer.fill()
    (message,) = await reminded(farmer, morning(14))
    await farmer.edit("title")
    await farmer.say("Tên khác")
    await farmer.press(message.buttons[0].token)
    assert (await farmer.dossier()).state == "complete"


async def test_changed_and_not_handed_in_again(farmer: Farmer) -> None:
    await farmer.fill()
    await farmer.submit()
    assert await reminded(farmer, morning(14)) == []
    await farmer.edit("title")
    await farmer.say("Máy tách hạt ngô đời hai")
    (message,) = await reminded(farmer, morning(7))
    assert "CHƯA NỘP" not in message.text  # what was handed in before still stands
    assert "chưa nộp lại" in message.text
    await farmer.press(message.buttons[0].token)
    assert await reminded(farmer, morning(3)) == []


@pytest.mark.parametrize("act", ["withdrawn", "accepted"])
async def test_nothing_is_said_of_what_is_over(farmer: Farmer, act: str) -> None:
    await farmer.fill()
    await farmer.submit()
    if act == "withdrawn":
        await farmer.press(f"dossier/withdrawn/{farmer.code}")
    else:
        await farmer.judged("accepted")
    assert await reminded(farmer, morning(14)) == []


async def test_what_was_returned_is_reminded_of_before_its_own_day(farmer: Farmer) -> None:
    await farmer.fill()
    await farmer.submit()
    farmer.house.clock.now = morning(-9)
    await farmer.judged("returned", {"why": "Kể rõ hơn"}, DEADLINE + timedelta(days=15))
    told = [left for left in range(-9, -20, -1) if await reminded(farmer, morning(left))]
    assert told == [-12, -14]  # 3 days and 1 day before; nothing for the day it was returned


async def test_what_was_returned_is_not_said_to_be_waiting_to_be_handed_in_first(
    farmer: Farmer,
) -> None:
    await farmer.fill()
    await farmer.submit()
    farmer.house.clock.now = morning(20)
    await farmer.judged("returned", {"why": "Kể rõ hơn"})
    (message,) = await reminded(farmer, morning(14))
    assert "CHƯA NỘP" not in message.text
    assert "Kể rõ hơn" in message.text
    await farmer.press(message.buttons[0].token)
    assert await farmer.asked() == "why"
    await farmer.say("Rõ hơn đây.")
    await farmer.choose("why", "enough")
    (message,) = await reminded(farmer, morning(7))
    await farmer.press(message.buttons[0].token)
    assert (await farmer.dossier()).state == "resubmitted"


async def test_opened_late_means_reminded_of_what_is_still_to_come(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, clock=SetClock(morning(5))) as farmer:
        told = [left for left in range(5, -2, -1) if await reminded(farmer, morning(left, 9))]
        assert told == [3, 1]


async def test_who_said_no_is_not_reminded(tmp_path: Path) -> None:
    async with a_house(tmp_path, clock=SetClock(morning(90)), workers=NoPapers()) as house:
        farmer = await Farmer(house.person()).begin(remind=False)
        assert await reminded(farmer, morning(14)) == []
        await farmer.begin()  # nor of the next one
        assert await reminded(farmer, morning(7)) == []


async def test_each_in_their_language_and_the_authors_not_at_all(farmer: Farmer) -> None:
    await farmer.say("english")
    (message,) = await reminded(farmer, morning(14))
    assert message.lang == "en"


async def test_two_dossiers_are_two_reminders(farmer: Farmer) -> None:
    first = farmer.code
    await farmer.begin()
    messages = await reminded(farmer, morning(14))
    tokens = [m.buttons[0].token for m in messages]
    assert len(messages) == 2
    assert any(first in t for t in tokens)
    assert any(farmer.code in t for t in tokens)
