"""The digest comes once each working day, whatever stops, doubles or starts late."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.port import Doing, Message
from bot.digest import Digests
from contest.calendar import ZONE
from contest.digest import KeptCounts, window
from contest.staff import StaffRole
from storage import open_storage
from storage.memory import Memory
from storage.port import Storage, Unavailable
from tests.bot.test_commands import bot
from tests.filling import NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, Person, SetClock, a_house

MONDAY = datetime(2026, 11, 30, tzinfo=ZONE)  # of a week without a holiday
FIRST_WORDS = "Việc hôm nay"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """`day` days after the Monday."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = SetClock(at(-3, 15))
    async with a_house(tmp_path, clock=clock, workers=NoPapers()) as house:
        yield house


async def look(house: House, now: datetime) -> None:
    house.clock.now = now
    await house.app.schedule.look()
    for staffed in await house.app.storage.staff():
        house.app.outbox.wake(staffed.chat)
    await house.app.idle()


async def came(house: House, person: Person, now: datetime) -> list[Message]:
    before = len(person.messages)
    await look(house, now)
    return person.messages[before:]


async def test_a_week_with_an_outage_and_a_second_schedule(house: House) -> None:
    secretary = await staff(house, "secretary", "secretary")
    await look(house, at(-3, 15))
    app = house.app
    twin = Digests(app.storage, app.contests, app.others, house.clock, {})
    told: dict[tuple[int, int, int], str] = {}
    for day in range(7):
        for minutes in range(0, 24 * 60, 15):
            now = at(day, 0, minutes)
            if at(1, 22) < now < at(2, 9, 12) or at(3, 1) < now < at(4, 21):
                continue  # the machine is off: a night and a morning; a whole day
            house.clock.now = now
            await twin.look() if minutes % 2 else None
            messages = await came(house, secretary, now)
            assert len(messages) <= 1
            if messages:
                told[(day, now.hour, now.minute)] = messages[0].text
    # Thursday's outage lasts until Friday night: Thursday's and Friday's days are over
    assert list(told) == [(0, 7, 30), (1, 7, 30), (2, 9, 15)]
    assert "Gửi muộn" not in told[0, 7, 30]
    assert "Gửi muộn vì máy nghỉ từ 22:00, 1/12/2026" in told[2, 9, 15]
    assert "so với lúc 07:30, 1/12/2026" in told[2, 9, 15]


async def test_none_comes_on_a_public_holiday(house: House) -> None:
    secretary = await staff(house, "secretary", "secretary")
    new_year = datetime(2027, 1, 1, tzinfo=ZONE)  # a Friday
    came_on = []
    for day in range(-2, 4):
        now = new_year + timedelta(days=day, hours=7, minutes=30)
        await look(house, now - timedelta(hours=1))
        if await came(house, secretary, now):
            came_on.append(now.day)
    assert came_on == [30, 31, 4]


async def test_a_question_in_the_list_opens_on_the_desk(house: House) -> None:
    secretary = await staff(house, "secretary", "secretary")
    await house.person("thu").say("qwx zzy")
    house.clock.forward(days=3)
    await secretary.press_token("staff/digest/questions")
    await secretary.press("Xem câu 1")
    assert "qwx zzy" in secretary.last.text


async def test_of_two_schedules_at_the_same_moment_one_sends(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    clock = SetClock(at(-3, 15))
    async with a_house(tmp_path, storage=storage, clock=clock, workers=NoPapers()) as house:
        head = await staff(house, "head", "head")
        app = house.app
        clock.now = at(0, 7, 30)
        twins = [Digests(app.storage, app.contests, app.others, clock, {}) for _ in range(4)]
        before = len(head.messages)
        await asyncio.gather(*(twin.look() for twin in twins))
        app.outbox.wake(head.chat)
        await app.idle()
        assert len(head.messages) == before + 1


class Stormy(Memory):
    """The database goes away, once, when something is about to be written down."""

    storms: set[str] = set()  # noqa: RUF012 -- of each, where it breaks

    async def looked(self, at: datetime) -> None:
        self._storm("looked")
        await super().looked(at)

    async def keep_counts(self, kept: KeptCounts) -> bool:
        self._storm("keep_counts")
        return await super().keep_counts(kept)

    def _storm(self, where: str) -> None:
        if where in self.storms:
            self.storms.discard(where)
            raise Unavailable("disk full")


@pytest.mark.parametrize("where", ["looked", "keep_counts"])
async def test_what_breaks_in_the_middle_is_gone_on_with(tmp_path: Path, where: str) -> None:
    storage, ids = Stormy(), itertools.count()
    heard: list[Message] = []
    for start, minute in enumerate((29, 30, 31, 33)):
        clock = SetClock(at(-3, 15) if not start else at(0, 7, minute))
        folder = tmp_path / str(start)
        async with a_house(folder, storage=storage, clock=clock, workers=NoPapers()) as house:
            house.ids = ids
            person = house.person("head")
            if not start:
                await staff(house, "head", "head")
                await house.app.schedule.look()
            storage.storms = {where} if minute == 30 else set()
            try:
                heard += await came(house, person, at(0, 7, minute))
            except Unavailable:
                assert minute == 30
                house.app.outbox.wake(person.chat)
                await house.app.idle()
                heard += person.messages
    assert [message.text.startswith("Việc tuần này") for message in heard] == [True]
    kept = await storage.kept_counts(MONDAY.date())
    assert kept is not None
    assert kept.day == MONDAY.date()


async def test_the_first_look_there_ever_was_only_says_that_it_is_late(house: House) -> None:
    person = await staff(house, "admin", "admin")
    (message,) = await came(house, person, at(0, 9))
    assert "Bản tin này gửi muộn." in message.text


async def test_each_at_their_time_or_never(house: House) -> None:
    people = {}
    for name, time in (("early", "06:30"), ("usual", None), ("late", "16:30"), ("never", "off")):
        people[name] = await staff(house, name, "secretary")
        if time:
            await people[name].press_token(f"staff/digest/at/{time}")
    await look(house, at(-3, 15, 5))
    told = {}
    for hour, minute in itertools.product(range(5, 20), (0, 30)):
        for name, person in people.items():
            if await came(house, person, at(0, hour, minute)):
                told[name] = (hour, minute)
    # whoever is asked first hears for all: the look is one
    assert told["early"] == (6, 30)
    heard = {
        name: [m.text[:12] for m in p.messages].count(FIRST_WORDS) for name, p in people.items()
    }
    assert heard == {"early": 1, "usual": 1, "late": 1, "never": 0}


async def test_a_time_that_is_past_begins_tomorrow(house: House) -> None:
    person = await staff(house, "thu", "secretary")
    await person.press_token("staff/digest/at/16:30")
    await look(house, at(0, 9))
    await person.press_token("staff/digest/at/08:00")
    assert await came(house, person, at(0, 9, 1)) == []
    assert await came(house, person, at(0, 16, 31)) == []
    assert len(await came(house, person, at(1, 8))) == 1


async def test_who_joins_in_the_morning_is_not_told_of_half_past_seven(house: House) -> None:
    await look(house, at(0, 7))
    house.clock.now = at(0, 8)
    person = await staff(house, "thu", "secretary")
    assert await came(house, person, at(0, 8, 5)) == []


async def test_whose_role_ended_is_told_nothing(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    person = await staff(house, "thu", "secretary")
    await admin.press_token("staff/ended/2")
    assert await came(house, person, at(0, 7, 30)) == []


@pytest.mark.parametrize(
    ("role", "comes"), [("officer", False), ("privacy", False), ("adviser", True)]
)
async def test_what_concerns_somebody(house: House, role: StaffRole, comes: bool) -> None:
    person = await staff(house, "thu", role, "chi-lang" if role == "officer" else None)
    assert bool(await came(house, person, at(0, 7, 30))) is comes


async def test_a_request_brings_the_privacy_contact_theirs(house: House) -> None:
    person = await staff(house, "thu", "privacy")
    farmer = house.person("farmer")
    await farmer.press_token("data/erase")
    await farmer.press_token("data/erased")
    (message,) = await came(house, person, at(0, 7, 30))
    assert [b.label for b in message.buttons] == ["Xem yêu cầu", "Giờ gửi"]
    await person.press("Xem yêu cầu")
    assert "số 1: xin xóa" in person.last.text
    (latest, *_) = await house.app.storage.audit()
    assert (latest.what, latest.detail) == ("looked", {"screen": "digest/requests"})


async def test_on_monday_the_head_compares_with_a_week_before(house: House) -> None:
    head = await staff(house, "head", "head")
    secretary = await staff(house, "thu", "secretary")
    for day in (-3, 0, 1, 2, 3, 4):
        await look(house, at(day, 15 if day == -3 else 7, 30))
    house.clock.now = at(5, 10)
    await house.person("new").say("xin chào")
    await look(house, at(7, 7, 30))
    assert "Việc tuần này" in head.last.text
    assert "so với lúc 07:30, 30/11/2026" in head.last.text
    assert "so với lúc 07:30, 4/12/2026" in secretary.last.text
    assert "Người mới hỏi trợ lý: 1" in secretary.last.text


async def test_a_channel_that_is_down_is_told(house: House) -> None:
    person = await staff(house, "admin", "admin")
    house.app.doing["telegram"] = lambda: Doing("unreachable", 7500.0)
    house.app.doing["other"] = lambda: Doing("ok", 0.0)
    (message,) = await came(house, person, at(0, 7, 30))
    assert "Kênh không nối được: telegram (2 giờ)" in message.text
    assert "other" not in message.text


async def test_a_digest_that_fails_holds_up_no_other(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    broken = await staff(house, "a", "secretary")
    person = await staff(house, "b", "secretary")
    await broken.press_token("lang/en")
    del house.app.teller.texts.catalogues["en"]  # they speak a language that we lost
    assert len(await came(house, person, at(0, 7, 30))) == 1
    assert "digest failed: member=1" in caplog.text


async def test_the_counts_of_working_days_are_kept(house: House) -> None:
    storage: Storage = house.app.storage
    for day in range(-3, 8):
        for hour in (6, 8, 12):
            await look(house, at(day, hour))
    kept = [await storage.kept_counts(at(day, 0).date()) for day in range(-3, 8)]
    days = (-3, -3, -3, 0, 1, 2, 3, 4, 4, 4, 7)
    assert [one and one.at for one in kept] == [at(day, 8) for day in days]
    assert kept[-1] is not None
    expected = await storage.counts(
        window(at(7, 8), at(4, 8), house.app.contest.pack.working.is_worked)
    )
    assert kept[-1].counts == expected


async def test_the_command_prints_it_and_draws_the_chart(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        await staff(house, "head", "head")
    assert "số 1, Lãnh đạo" in bot("digest", folder=tmp_path).stdout
    picture = tmp_path / "chart.png"
    done = bot("digest", "--now", "--role", "secretary", "--picture", str(picture), folder=tmp_path)
    assert done.returncode == 0
    assert FIRST_WORDS in done.stdout
    assert "Hồ sơ đang làm: 0" in done.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")
    nowhere = str(tmp_path / "no" / "a.png")
    assert bot("digest", "--picture", nowhere, folder=tmp_path).returncode == 1
    assert bot("digest", "--now", "--role", "officer", folder=tmp_path).returncode == 2


async def test_no_words_of_people_are_in_it(house: House) -> None:
    secretary = await staff(house, "thu", "secretary")
    farmer = house.person("farmer")
    for what in ("máy tách hạt ngô", "máy thái ngô"):
        await farmer.press_token("human/open")
        await farmer.say(f"Nông Văn Thử, số 0912 345 678, hỏi {what}")
    await farmer.press_token("data/correct")
    await farmer.say("Sửa tên Nông Văn Thử giúp tôi")
    await look(house, at(0, 7, 30))
    for token in ("", "/questions", "/requests", "/delivery", "/review", "/complete", "/chart"):
        await secretary.press_token(f"staff/digest{token}")
    # the questions themselves come by the desk, word for word, in messages of their own
    told = [m.text for m in secretary.messages if not m.text.startswith("Câu hỏi số")]
    said = "\n".join(told)
    assert "Câu hỏi đang chờ trả lời: 2" in said
    assert "số 1: xin gặp cán bộ" in said
    assert "số 1: xin sửa" in said
    assert not re.search("Nông|Thử,|0912|ngô", said)
