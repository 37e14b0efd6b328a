"""A corrected fact holds at once and for good, and whoever was told otherwise hears of it once."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot import contests
from bot.channels.port import Message
from bot.turn import Route
from contest.calendar import ZONE
from contest.staff import Deciding, Proposing
from dialog.event import Said
from handlers import route
from handlers.turn import Outcome, Turn
from storage import open_storage
from storage.memory import Memory
from storage.port import Arrival, ChatState, Save, Storage
from tests.contest.test_amending import one
from tests.filling import Farmer, NoPapers
from tests.handlers.test_facts import corrects, holds
from tests.handlers.test_staff import staff
from tests.talk import NOW, House, Person, SetClock, a_house, contest, until

ASK = "hạn nộp hồ sơ là ngày nào?"
OLD, NEW, NEWER = date(2027, 5, 30), date(2027, 6, 15), date(2027, 6, 20)
EVENING = datetime(2026, 12, 15, 20, 30, tzinfo=ZONE)
MORNING = datetime(2026, 12, 16, 7, 1, tzinfo=ZONE)


@asynccontextmanager
async def an_office(
    folder: Path, storage: Storage | None = None, clock: SetClock | None = None
) -> AsyncIterator[House]:
    async with a_house(folder, storage=storage, clock=clock, workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with an_office(tmp_path) as house:
        yield house


async def asks(house: House, name: str, words: str = ASK) -> Person:
    person = house.person(name)
    await person.say("/start")
    await person.say(words)
    return person


async def both(house: House) -> tuple[Person, Person]:
    house.clock.forward(hours=1)
    return await staff(house, "secretary", "secretary"), await staff(house, "head", "head")


async def proposes(secretary: Person, fact: str, *said: str) -> None:
    await corrects(secretary, fact, *said)
    await secretary.press_token("staff/changes")
    await secretary.press("Gửi người thứ hai duyệt")


async def moves(house: House, to: str = "15/6/2027", number: int = 1) -> None:
    """Two people move the deadline, and it is carried out."""
    secretary, head = await both(house)
    await proposes(secretary, "stage.receiving", to)
    await holds(house, head, number)


async def looks(house: House, **later: float) -> None:
    house.clock.forward(**later)
    await house.app.schedule.look()
    await house.app.idle()


def recalled(person: Person) -> list[Message]:
    return [m for m in person.messages if "nay đã đổi" in m.text or "has changed" in m.text]


def deadline(house: House) -> date:
    return house.app.contest.pack.deadline


async def test_who_was_told_otherwise_is_told_once_and_nobody_else(house: House) -> None:
    farmer = await asks(house, "nong_van_thu")
    several = await asks(house, "chi_thu")
    for words in ("nộp muộn được không", "khi nào chấm thi"):
        await several.say(words)
    await several.press_token("timeline/show")
    screen = house.person("ong_thu")
    await screen.press_token("checklist/one")
    other = await asks(house, "khac", "có mất lệ phí không?")
    await moves(house)
    assert deadline(house) == NEW
    for person in (farmer, several, screen):
        (told,) = recalled(person)
        assert "Trước đây tôi nói: đến hết ngày 30/5/2027" in told.text
        assert "Nay là: đến hết ngày 15/6/2027" in told.text
    assert recalled(other) == []
    assert "Hạn cuối nộp hồ sơ là ngày nào?" in [b.label for b in recalled(farmer)[0].buttons]
    assert "Lịch và hạn nộp" in [b.label for b in recalled(farmer)[0].buttons]
    for _ in range(3):
        await looks(house, hours=1)
    assert [len(recalled(p)) for p in (farmer, several, screen, other)] == [1, 1, 1, 0]


async def test_everybody_in_their_language(house: House) -> None:
    person = await asks(house, "thu")
    await person.press_token("lang/en")
    await moves(house)
    (told,) = recalled(person)
    assert "Before, I said: until the end of 30 May 2027" in told.text
    assert "Now it is: until the end of 15 June 2027" in told.text


async def test_from_this_minute_everything_follows(house: House) -> None:
    """Answers, screens, whether a dossier is open, and when it is reminded of."""
    await moves(house)
    person = await asks(house, "thu")
    assert "15/6/2027" in person.last.text
    house.clock.now = datetime(2027, 6, 10, 9, 0, tzinfo=ZONE)  # past the old deadline
    person = house.person("nong_van_thu")
    await Farmer(person).begin()
    house.clock.now = datetime(2027, 6, 14, 9, 0, tzinfo=ZONE)
    await looks(house)
    house.app.outbox.wake(person.chat)
    await house.app.idle()
    assert "Còn 1 ngày đến hạn nộp hồ sơ" in person.last.text
    house.clock.now = datetime(2027, 6, 16, 9, 0, tzinfo=ZONE)
    await person.say(ASK)
    assert "Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại" in person.last.text


async def test_who_works_on_a_dossier_hears_of_its_deadline(house: House) -> None:
    farmer = house.person("nong_van_thu")
    await Farmer(farmer).begin()
    await moves(house)
    (told,) = recalled(farmer)
    assert "15/6/2027" in told.text
    assert "Hồ sơ của tôi" in [b.label for b in told.buttons]


async def test_who_asks_again_afterwards_is_not_told_again(house: House) -> None:
    secretary, head = await both(house)
    farmer = await asks(house, "nong_van_thu")
    house.clock.now = EVENING - timedelta(minutes=1)
    await proposes(secretary, "stage.receiving", "15/6/2027")
    await head.press_token("staff/approve/1")
    await looks(house, minutes=11)
    assert deadline(house) == NEW
    house.clock.forward(minutes=5)
    await farmer.say(ASK)
    assert "15/6/2027" in farmer.last.text
    house.clock.now = MORNING
    await looks(house)
    assert recalled(farmer) == []


async def test_nobody_is_woken_and_what_changed_twice_is_told_once(house: House) -> None:
    farmer = await asks(house, "nong_van_thu")
    secretary, head = await both(house)
    house.clock.now = EVENING
    await proposes(secretary, "stage.receiving", "15/6/2027")
    await holds(house, head, 1)
    assert deadline(house) == NEW
    assert "sáng mai" in secretary.last.text
    house.clock.forward(minutes=1)
    between = await asks(house, "giua")
    await proposes(secretary, "stage.receiving", "20/6/2027")
    await holds(house, head, 2)
    house.clock.forward(minutes=1)
    after = await asks(house, "sau")
    await looks(house, minutes=5)
    assert deadline(house) == NEWER
    assert [recalled(p) for p in (farmer, between, after)] == [[], [], []]
    house.clock.now = MORNING
    await looks(house)
    (told,) = recalled(farmer)
    assert "Trước đây tôi nói: đến hết ngày 30/5/2027" in told.text
    assert "Nay là: đến hết ngày 20/6/2027" in told.text
    assert "15/6" not in told.text  # never told, and no longer so
    (told,) = recalled(between)
    assert "Trước đây tôi nói: đến hết ngày 15/6/2027" in told.text
    assert recalled(after) == []


async def test_what_was_changed_back_before_anybody_heard_is_not_told(house: House) -> None:
    farmer = await asks(house, "nong_van_thu")
    secretary, head = await both(house)
    house.clock.now = EVENING
    for number, day in enumerate(("15/6/2027", "30/5/2027"), 1):
        await proposes(secretary, "stage.receiving", day)
        await holds(house, head, number)
    house.clock.now = MORNING
    await looks(house)
    assert recalled(farmer) == []


async def test_each_change_is_told_by_itself_in_the_daytime(house: House) -> None:
    farmer = await asks(house, "nong_van_thu")
    await moves(house)
    await moves(house, "20/6/2027", 2)
    first, second = recalled(farmer)
    assert "30/5/2027" in first.text
    assert "Trước đây tôi nói: đến hết ngày 15/6/2027" in second.text


async def test_who_is_gone_is_not_written_to(house: House) -> None:
    farmer = await asks(house, "nong_van_thu")
    await house.app.storage.gone(farmer.chat, house.clock())
    await moves(house)
    assert recalled(farmer) == []


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
async def test_it_is_told_once_whatever_stops_in_between(tmp_path: Path, kind: str) -> None:
    """A program that dies after the change, before anybody is told; and others after it."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    storage: Storage = Memory() if kind == "memory" else open_storage(url)
    clock = SetClock()
    async with an_office(tmp_path, storage, clock) as house:
        await asks(house, "nong_van_thu")
        house.app.recalls._look = dies  # type: ignore[assignment,method-assign]
        await moves(house)
        assert deadline(house) == NEW
    for starts in range(3):
        if kind == "sqlite":
            storage = open_storage(url)
        async with an_office(tmp_path, storage, clock) as house:
            house.ids = itertools.count(1000 * (starts + 1))
            assert deadline(house) == NEW  # after every start
            await looks(house, minutes=1)
            farmer = house.person("nong_van_thu")
            assert len(recalled(farmer)) == (1 if starts == 0 else 0)
            await farmer.say(ASK)
            assert "15/6/2027" in farmer.last.text


async def dies(_: datetime) -> None:
    return None


async def put(storage: Storage, proposing: Proposing, at: datetime) -> int:
    """Two of the staff want it; returns its number."""
    chats = [s.chat for s in await storage.staff()]
    for chat, act in ((chats[0], proposing), (chats[1], None)):
        number = max([p.number for p in await storage.proposals(("waiting",))], default=0)
        acts = (act,) if act else (Deciding(number, at),)
        arrival = await storage.accept(Arrival(chat, f"x-{chat.id}-{at}-{number}", {}, at))
        assert arrival is not None
        version = (await storage.load(chat)).version
        await storage.save(Save(arrival, version, ChatState(lang="vi"), at, acts=acts))
    return number


async def test_a_correction_of_what_is_no_more_is_left_out_and_the_program_starts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A new release of the pack has another answer, or has none."""
    storage, clock = Memory(), SetClock()
    async with an_office(tmp_path, storage, clock) as house:
        await both(house)
        moved = one("stage.receiving", {"to": "2027-06-15"})
        for detail in (one("topic.old", {"vi": "Điều cũ"}), moved):
            number = await put(storage, Proposing("fact", detail), clock())
            assert await storage.carry_out(number, [], clock())
            clock.forward(minutes=1)
    for _ in range(2):
        async with an_office(tmp_path, storage, clock) as house:
            assert deadline(house) == NEW
            await looks(house)
            said = house.person("secretary").messages
            if said:
                (told,) = [m for m in said if "việc số 1" in m.text]
                assert "bị bỏ qua" in told.text
                assert "không còn trong bộ dữ liệu" in told.text
                heard = told
    assert heard.text
    assert "correction left out, the pack cannot take it: proposal=1" in caplog.text
    left_out = [o for o in storage.outbox if "bị bỏ qua" in str(o.pending.body)]
    assert len(left_out) == 2  # each of the two who may correct, once


async def test_what_can_no_longer_be_done_is_called_off_and_both_hear_why(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    secretary, head = await both(house)
    await proposes(secretary, "stage.judging", "từ 6/2027 đến 15/8/2027")
    await proposes(secretary, "stage.national", "trước 10/8/2027")  # fits the pack of this minute
    for number in (1, 2):
        await head.press_token(f"staff/approve/{number}")
    await looks(house, minutes=11)
    stage = house.app.contest.pack.stage
    assert stage("judging").span.when.last == date(2027, 8, 15)
    assert stage("national").span.when.last == date(2027, 8, 19)
    for person in (secretary, head):
        (said,) = [m for m in person.messages if "Việc số 2 không làm được nữa" in m.text]
        assert "đứng trước nó đã xong" in said.text
    second = await house.app.storage.proposal(2)
    assert second is not None
    assert second.state == "back"
    await looks(house, minutes=5)
    assert len([m for m in head.messages if "không làm được nữa" in m.text]) == 1
    await head.press_token("staff/audit")
    assert "gỡ một việc đã duyệt" in head.last.text


async def test_a_deadline_that_is_past_when_it_is_decided_closes_nothing(house: House) -> None:
    secretary, head = await both(house)
    await proposes(secretary, "stage.receiving", "25/11/2026")
    house.clock.forward(days=4)
    await head.press_token("staff/proposal/1")
    assert "đã qua rồi" in head.last.text
    await head.press_token("staff/approve/1")
    await looks(house, minutes=11)
    assert deadline(house) == OLD
    (said,) = [m for m in secretary.messages if "Việc số 1 không làm được nữa" in m.text]
    assert "đã qua rồi" in said.text


class Slow:
    """A turn that takes its time, as one that makes a paper does."""

    def __init__(self) -> None:
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()

    async def __call__(self, turn: Turn) -> Outcome:
        if turn.did == Said(ASK) and turn.event.chat.id == "cham":
            self.begun.set()
            await self.go_on.wait()
        return await route(turn)


async def test_an_answer_under_way_is_the_old_one_and_is_recalled(tmp_path: Path) -> None:
    slow = Slow()
    handle: Route = slow
    async with a_house(tmp_path, handle=handle, workers=NoPapers()) as house:
        secretary, head = await both(house)
        person = house.person("cham")
        await person.say("/start")
        await proposes(secretary, "stage.receiving", "15/6/2027")
        await head.press_token("staff/approve/1")
        house.clock.forward(minutes=11)
        asking = asyncio.create_task(person.say(ASK))
        await slow.begun.wait()
        looking = asyncio.create_task(house.app.proposals.look())
        await asyncio.sleep(0.05)
        assert not looking.done()  # it waits for the answer under way
        assert deadline(house) == OLD
        slow.go_on.set()
        await asyncio.gather(asking, looking)
        assert "30/5/2027" in person.last.text
        assert deadline(house) == NEW
        await looks(house, minutes=1)
        (told,) = recalled(person)
        assert "15/6/2027" in told.text


async def test_who_takes_long_holds_up_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contests, "LONGEST_WAIT", 0.05)
    slow = Slow()
    handle: Route = slow
    async with a_house(tmp_path, handle=handle, workers=NoPapers()) as house:
        secretary, head = await both(house)
        person, other = house.person("cham"), await asks(house, "khac")
        await proposes(secretary, "stage.receiving", "15/6/2027")
        await head.press_token("staff/approve/1")
        house.clock.forward(minutes=11)
        asking = asyncio.create_task(person.say(ASK))
        await slow.begun.wait()
        await house.app.proposals.look()  # gives up for now
        assert deadline(house) == OLD
        answering = asyncio.create_task(other.say(ASK))
        await until(lambda: len([m for m in other.messages if "30/5/2027" in m.text]) == 2)
        slow.go_on.set()
        await asyncio.gather(asking, answering)
        await looks(house, minutes=1)
        assert deadline(house) == NEW
        assert [len(recalled(p)) for p in (person, other)] == [1, 1]


async def test_facts_change_while_many_are_answered(tmp_path: Path) -> None:
    """Everybody was told the old day and then that it changed, or the new day alone."""
    async with a_house(tmp_path, workers=NoPapers()) as house:
        secretary, head = await both(house)
        await proposes(secretary, "stage.receiving", "15/6/2027")
        await head.press_token("staff/approve/1")
        house.clock.forward(minutes=11)
        people = [house.person(f"thu{n}") for n in range(30)]

        async def ask(person: Person, turns: int) -> None:
            for _ in range(turns):
                await asyncio.sleep(0)
            await person.say(ASK)

        async def look() -> None:
            await asyncio.sleep(0.05)
            house.clock.forward(seconds=1)
            await house.app.proposals.look()
            house.clock.forward(seconds=1)

        await asyncio.gather(look(), *(ask(person, 20 * n) for n, person in enumerate(people)))
        await looks(house, minutes=1)
        for person in people:
            first = next(m.text for m in person.messages if "đến hạn nộp" in m.text)
            assert ("30/5/2027" in first) == bool(recalled(person)), first
            assert len(recalled(person)) <= 1


def test_the_shipped_pack_is_what_it_was() -> None:
    assert contest().pack.deadline == OLD
    assert contest().shipped is None
    assert NOW.date() < OLD
