"""What every storage promises about announcements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from contest.announcing import Announcement, Became, Missed, Reach, Segment
from contest.dossier import Located, MovedTo, Opened
from contest.model import Asked
from contest.staff import Deciding, Inviting, Joining, Proposing
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage.port import Answered, ChatFile, ChatState, Conflict, Outgoing, Storage, Told
from storage.port_announcing import ToMany
from tests.storage.test_proposals import two
from tests.storage.test_staff import ONE, TWO, UNTIL, turn
from tests.storage.turns import Somebody, unchanged
from tests.talk import NOW

SERVED = ("test",)
ALL = Segment("all")
PHOTO = ChatFile("c" * 64, "anh.jpg", "image/jpeg", 7, ours=True)
EVENING = NOW.replace(hour=20)


def to(segment: Segment = ALL, channels: Collection[str] = SERVED, *, paced: bool = True) -> ToMany:
    bodies = {(c, lang): ({"text": f"tin {lang}"},) for c in channels for lang in ("vi", "en")}
    return ToMany(segment, bodies, "vi", frozenset(channels if paced else ()))


async def approved(storage: Storage, segment: Segment = ALL) -> int:
    """Proposed by one, approved by another, due at once. The number."""
    if not await storage.staff():
        await two(storage)
    detail = {**Announcement(segment, "x").to_json(), "again": len(await storage.audit())}
    await turn(storage, ONE, Proposing("announcement", detail))
    (waiting,) = await storage.proposals(("waiting",))
    await turn(storage, TWO, Deciding(waiting.number, NOW))
    return waiting.number


async def announced(storage: Storage, many: ToMany | None = None, at: datetime = NOW) -> int:
    many = many or to()
    number = await approved(storage, many.segment)
    assert await storage.carry_out(number, [], at, many)
    return number


async def wants(who: Somebody, news: bool, at: datetime = NOW) -> None:
    save = await who.turn(at=at)
    who.turns += 1
    await who.storage.save(replace(save, news=news))


async def people(storage: Storage, *names: str) -> list[Somebody]:
    made = [Somebody(storage, name) for name in names]
    for who in made:
        await who.does()
    return made


async def reached(storage: Storage, segment: Segment) -> list[str]:
    """Who gets it: what is counted before, and put out after, is the same."""
    counted = (await storage.reach(segment, SERVED)).total
    before = {p.id for p in await storage.next_bulk("test", NOW, 1000)}
    await announced(storage, to(segment))
    found = [p for p in await storage.next_bulk("test", NOW, 1000) if p.id not in before]
    assert len(found) == counted
    return sorted(p.chat.id for p in found)


async def makes(who: Somebody, code: str, field: str = "co-khi", unit: str | None = None) -> None:
    given = Answered(code, 0, Answers({"field": field}))
    await who.does(Opened(code, helped=False, unit=unit), answered=[given])


# --- whom it is for ------------------------------------------------------------------------------


async def test_everybody_who_said_something_and_nobody_of_the_staff(storage: Storage) -> None:
    await two(storage)
    await people(storage, "a", "b")
    await storage.open_chat(ChatRef("test", "only looked"), NOW)
    assert await reached(storage, ALL) == ["a", "b"]
    assert await reached(storage, Segment("staff", "secretary")) == ["1", "2"]
    assert await reached(storage, Segment("staff", "adviser")) == []


async def test_by_field_and_by_how_far_the_dossier_is(storage: Storage) -> None:
    a, b, c, _ = await people(storage, "a", "b", "c", "d")
    await makes(a, "AAA222")
    await makes(a, "AAB222")  # two of them are one message
    await makes(b, "BBB222", "y-duoc")
    await makes(c, "CCC222")
    await c.does(MovedTo("CCC222", "withdrawn"), answered=[await unchanged(storage, "CCC222")])
    await b.does(MovedTo("BBB222", "complete"), answered=[await unchanged(storage, "BBB222")])
    assert await reached(storage, Segment("field", "co-khi", step="field")) == ["a"]
    assert await reached(storage, Segment("field", "y-duoc", step="field")) == ["b"]
    assert await reached(storage, Segment("field", "co-khi", step="other")) == []
    assert await reached(storage, Segment("state", "begun")) == ["a"]
    assert await reached(storage, Segment("state", "ready")) == ["b"]
    assert await reached(storage, Segment("state", "returned")) == []
    assert await reached(storage, Segment("state", "no such")) == []


async def test_by_commune_its_people_its_dossiers_and_its_officers(storage: Storage) -> None:
    await two(storage)
    a, b, c, _ = await people(storage, "a", "b", "c", "d")
    save = await a.turn()
    a.turns += 1
    await storage.save(replace(save, chat=ChatState(lang="vi", place=Place(home="xa-thu"))))
    await makes(b, "BBB222", unit="xa-thu")
    await makes(c, "CCC222", unit="xa-khac")
    await storage.at_server(Inviting("o", "officer", UNTIL, "xa-thu"), NOW)
    await turn(storage, ChatRef("test", "o"), Joining("o"))
    segment = Segment("unit", "xa-thu")
    assert await reached(storage, segment) == ["a", "b"]
    assert await reached(storage, replace(segment, officers=True)) == ["a", "b", "o"]
    assert await storage.units_with_dossiers() == {"xa-thu", "xa-khac"}
    await c.does(Located("CCC222", "xa-thu"), answered=[await unchanged(storage, "CCC222")])
    assert await storage.units_with_dossiers() == {"xa-thu"}
    assert await reached(storage, segment) == ["a", "b", "c"]


async def test_by_what_they_asked(storage: Storage) -> None:
    a, b, c, _ = await people(storage, "a", "b", "c", "d")
    save = await a.turn()
    a.turns += 1
    await storage.save(replace(save, given=("han_nop",)))
    await b.does(asked=[Asked("human", "Hạn nào?", "han_nop")])
    await c.does(asked=[Asked("wrong", "Lệ phí?", "han_nop")])
    assert await reached(storage, Segment("topic", "han_nop")) == ["a", "b"]
    assert await reached(storage, Segment("topic", "le_phi")) == []


# --- who is left out -----------------------------------------------------------------------------


async def test_who_said_no_is_gone_or_erased_gets_none(storage: Storage) -> None:
    off, gone, erased, _ = await people(storage, "off", "gone", "erased", "on")
    await wants(off, False)
    await off.does()  # whatever is said next does not change it
    await storage.gone(gone.chat, NOW)
    await erased.does(asked=[Asked("human", "Xóa giúp tôi")])
    (question,) = await storage.questions()
    assert await storage.erase(question.number, Outgoing({"text": "Đã xóa"}, NOW), NOW)
    assert (await storage.load(off.chat)).news is False
    assert (await storage.load(gone.chat)).news is True
    found = await storage.reach(ALL, SERVED)
    assert found == Reach({"test": 1}, {"off": 2, "gone": 1})
    assert await reached(storage, ALL) == ["on"]
    await wants(off, True)
    await gone.does()  # they write again: so they can be reached
    assert await reached(storage, ALL) == ["gone", "off", "on"]


async def test_a_no_outlives_what_is_forgotten(storage: Storage) -> None:
    (off,) = await people(storage, "off")
    await wants(off, False)
    await storage.forget(NOW + timedelta(days=400))
    assert (await storage.load(off.chat)).news is False
    assert await reached(storage, ALL) == []


async def test_a_no_takes_back_what_has_not_gone_out(storage: Storage) -> None:
    a, b = await people(storage, "a", "b")
    number = await announced(storage)
    await wants(a, False)
    assert [p.chat.id for p in await storage.next_bulk("test", NOW, 10)] == ["b"]
    assert await storage.became(number) == Became({"waiting": 1, "off": 1})
    await wants(a, False)
    (pending,) = await storage.next_bulk("test", NOW, 10)
    assert await storage.begin(pending.id)
    await wants(b, False)  # it is on its way already
    await storage.sent(pending, "", NOW)
    assert await storage.became(number) == Became({"sent": 1, "off": 1})


# --- once, whole ---------------------------------------------------------------------------------


async def test_it_goes_out_whole_once_in_each_ones_language(storage: Storage) -> None:
    await people(storage, "a")
    english, other = Somebody(storage, "b"), Somebody(storage, "c")
    for who, lang in ((english, "en"), (other, "xx")):
        save = await who.turn()
        who.turns += 1
        await storage.save(replace(save, chat=ChatState(lang=lang)))
    number = await approved(storage)
    many = replace(to(), files=(PHOTO,))
    assert not await storage.carry_out(number, [], NOW - timedelta(seconds=1), many)
    assert await storage.next_bulk("test", NOW, 10) == []
    assert await storage.carry_out(number, [], NOW, many)
    assert not await storage.carry_out(number, [], NOW, many)
    found = await storage.next_bulk("test", NOW, 10)
    assert {p.chat.id: p.body["text"] for p in found} == {
        "a": "tin vi", "b": "tin en", "c": "tin vi",
    }  # fmt: skip
    assert all(p.bulk and p.due == NOW for p in found)
    assert await storage.file_of(english.chat, PHOTO.sha256) == PHOTO
    assert await storage.bytes_of(english.chat) == 0  # it is ours, and takes none of their room


async def test_where_there_is_no_pace_it_is_a_message_like_any(storage: Storage) -> None:
    (a,) = await people(storage, "a")
    await announced(storage, to(paced=False))
    message = await storage.next_message(a.chat)
    assert message is not None
    assert message.body == {"text": "tin vi"}
    assert await storage.waiting_chats(["test"], NOW, 10) == [a.chat]
    await storage.sent(message, "", NOW)
    assert await storage.next_message(a.chat) is None


async def test_a_channel_that_is_not_served_is_said_to_be_none(storage: Storage) -> None:
    await people(storage, "a")
    far = ChatRef("far", "z")
    await turn(storage, far)
    assert await storage.reach(ALL, SERVED) == Reach({"test": 1}, {"unserved": 1})
    number = await announced(storage)
    assert await storage.next_bulk("far", NOW, 10) == []
    assert await storage.became(number) == Became({"waiting": 1, "unserved": 1})


async def test_what_became_of_it(storage: Storage) -> None:
    names = ("sent", "doubt", "dead", "gone", "off", "left")
    sent, doubt, dead, gone, off, left = await people(storage, *names)
    for number, who in enumerate((doubt, dead, gone, off, left, sent)):
        await makes(who, f"AAA22{number}")
    await wants(off, False)
    await storage.gone(left.chat, NOW)
    number = await announced(storage)
    for pending in await storage.next_bulk("test", NOW, 10):
        match pending.chat.id:
            case "sent":
                await storage.sent(pending, "", NOW)
            case "doubt":
                assert await storage.begin(pending.id)
                await storage.doubt(pending.id, NOW)
            case "dead":
                await storage.give_up(pending.id, "refused", NOW)
    assert (await storage.became(number)).counts == {
        "sent": 1, "doubt": 1, "dead": 1, "off": 1, "gone": 1, "waiting": 1,
    }  # fmt: skip
    await storage.gone(gone.chat, NOW)
    became = await storage.became(number, 10)
    assert became.counts == {"sent": 1, "doubt": 1, "dead": 1, "off": 1, "gone": 2}
    assert became.finished
    assert became.missed == tuple(
        Missed(f"AAA22{place}", fate)  # type: ignore[arg-type]
        for place, fate in enumerate(("doubt", "dead", "gone", "off", "gone"))
    )
    assert (await storage.became(number, 2)).missed == became.missed[:2]
    assert await storage.became(99) == Became({})
    await erase(doubt)
    assert (await storage.became(number, 10)).counts == {
        "sent": 1, "dead": 1, "off": 1, "gone": 2,
    }  # fmt: skip


async def erase(who: Somebody) -> None:
    await who.does(asked=[Asked("human", "Xóa giúp tôi")])
    question = (await who.storage.questions())[-1]
    assert await who.storage.erase(question.number, Outgoing({"text": "x"}, NOW), NOW)


# --- quiet hours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("hour", "goes"), [(19, True), (20, False), (3, False), (7, True)])
async def test_what_the_night_overtakes_waits_for_the_morning(
    storage: Storage, hour: int, goes: bool
) -> None:
    await people(storage, "a")
    await announced(storage)
    reminder = Outgoing({"text": "nhắc"}, NOW, bulk=True)
    at = (NOW + timedelta(days=1)).replace(hour=hour)
    assert await storage.run_once("remind", "1", NOW, [Told(ChatRef("test", "b"), reminder)])
    found = {p.body["text"] for p in await storage.next_bulk("test", at, 10)}
    assert found == ({"tin vi", "nhắc"} if goes else {"nhắc"})


async def test_no_alarm_is_raised_for_news_that_waits_for_the_morning(storage: Storage) -> None:
    await people(storage, "a")
    await announced(storage, at=EVENING - timedelta(minutes=1))
    for at, seconds in (
        (EVENING - timedelta(seconds=30), 30.0),
        (EVENING + timedelta(hours=3), 0.0),
        (NOW.replace(hour=7) + timedelta(days=1, seconds=20), 20.0),
    ):
        assert (await storage.ages(at, SERVED)).oldest_unsent == seconds


async def test_nobody_announces_alone(storage: Storage) -> None:
    await two(storage)
    await people(storage, "a")
    await turn(storage, ONE, Proposing("announcement", Announcement(ALL, "x").to_json()))
    with pytest.raises(Conflict):
        await turn(storage, ONE, Deciding(1, NOW))
    assert not await storage.carry_out(1, [], NOW, to())
    assert await storage.next_bulk("test", NOW, 10) == []
