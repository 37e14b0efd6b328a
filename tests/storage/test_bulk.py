"""What every storage promises of messages to many: in memory, in SQLite, in a real PostgreSQL."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from dialog.event import ChatRef
from storage.port import Cursor, Outgoing, Pending, Storage, Told
from tests.storage.test_contract import CHAT, OTHER, SERVED, arrival, bodies, message
from tests.talk import NOW

LATER = NOW + timedelta(minutes=5)


def bulk(text: str, chat: ChatRef = CHAT, **more: object) -> Told:
    return Told(chat, replace(message(text, **more), bulk=True))


async def line(storage: Storage, most: int = 100) -> list[str]:
    return [p.body["text"] for p in await storage.next_bulk("test", NOW, most)]


async def first(storage: Storage) -> Pending:
    return (await storage.next_bulk("test", NOW, 1))[0]


async def test_replies_do_not_wait_behind_it(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk("news"), bulk("more"), bulk("news", OTHER)])
    await storage.run_once("reply", "1", NOW, [Told(CHAT, message("reply"))])
    assert await storage.waiting_chats() == [CHAT]
    assert await bodies(storage) == ["reply"]
    assert await line(storage) == ["news", "more", "news"]
    assert await line(storage, most=2) == ["news", "more"]
    assert await storage.next_bulk("another", NOW, 100) == []


async def test_it_comes_when_it_is_due(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk("soon", due=LATER), bulk("now")])
    assert await line(storage) == ["now"]
    assert [p.body["text"] for p in await storage.next_bulk("test", LATER, 9)] == ["soon", "now"]


async def test_it_stands_in_the_talk_where_it_was_said(storage: Storage) -> None:
    said = await storage.accept(arrival("a"))
    assert said is not None
    await storage.run_once("news", "1", NOW, [bulk("news"), bulk("news", OTHER)])
    await storage.accept(arrival("b"))
    pending = await first(storage)
    await storage.sent(pending, "r", NOW)
    talk = await storage.history(CHAT, Cursor(), 9)
    assert [e.arrival.event if e.arrival else e.message["text"] for e in talk] == ["a", "news", "b"]


async def test_it_is_begun_once(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk("news")])
    pending = await first(storage)
    begun = await asyncio.gather(*(storage.begin(pending.id) for _ in range(5)))
    assert sum(begun) == 1
    assert await line(storage) == []
    assert (await storage.ages(NOW, SERVED)).unsent == 1
    await storage.sent(pending, "r", NOW)
    assert (await storage.ages(NOW, SERVED)).unsent == 0
    assert not await storage.begin(pending.id)


@pytest.mark.parametrize("counts", [False, True])
@pytest.mark.parametrize("begun", [False, True])
async def test_put_off_it_comes_again(storage: Storage, begun: bool, counts: bool) -> None:
    await storage.run_once("news", "1", NOW, [bulk("news")])
    pending = await first(storage)
    if begun:
        await storage.begin(pending.id)
    await storage.put_off(pending.id, LATER, counts=counts)
    assert await line(storage) == []
    (again,) = await storage.next_bulk("test", LATER, 9)
    assert (again.id, again.tries, again.due) == (pending.id, int(counts), LATER)
    assert await storage.begin(again.id)


async def test_what_was_begun_when_the_program_died_is_in_doubt_and_not_repeated(
    storage: Storage,
) -> None:
    await storage.run_once("news", "1", NOW, [bulk("a"), bulk("b", OTHER), bulk("c")])
    pending = await first(storage)
    await storage.begin(pending.id)
    assert await storage.doubt_interrupted(LATER) == 1
    assert await storage.doubt_interrupted(LATER) == 0
    assert [p.body["text"] for p in await storage.doubtful()] == ["a"]
    assert await line(storage) == ["b", "c"]
    ages = await storage.ages(NOW, SERVED)
    assert (ages.in_doubt, ages.unsent) == (1, 2)
    assert await storage.repeat(pending.id, NOW)
    assert not await storage.repeat(pending.id, NOW)
    assert await storage.doubtful() == []
    assert await line(storage) == ["a", "b", "c"]


async def test_what_a_channel_cannot_say_is_in_doubt(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk("a")])
    pending = await first(storage)
    await storage.begin(pending.id)
    await storage.doubt(pending.id, NOW)
    assert [p.id for p in await storage.doubtful()] == [pending.id]
    assert not await storage.begin(pending.id)


async def test_a_reply_is_never_in_doubt(storage: Storage) -> None:
    await storage.run_once("reply", "1", NOW, [Told(CHAT, message("reply"))])
    pending = await storage.next_message(CHAT)
    assert pending is not None
    assert not await storage.begin(pending.id)
    assert await storage.doubt_interrupted(NOW) == 0
    assert await bodies(storage) == ["reply"]


@pytest.mark.parametrize("begun", [False, True])
async def test_somebody_gone_gets_none_of_it(storage: Storage, begun: bool) -> None:
    await storage.run_once("news", "1", NOW, [bulk("a"), bulk("b"), bulk("c", OTHER)])
    if begun:
        await storage.begin((await first(storage)).id)
    await storage.gone(CHAT, NOW)
    assert await line(storage) == ["c"]
    assert (await storage.ages(NOW, SERVED)).dead == 2


async def test_given_up_it_is_over(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk("a")])
    pending = await first(storage)
    await storage.begin(pending.id)
    await storage.give_up(pending.id, "no", NOW)
    assert await line(storage) == []
    assert await storage.doubt_interrupted(NOW) == 0
    assert (await storage.ages(NOW, SERVED)).dead == 1


async def test_a_long_line_is_no_alarm_and_one_that_stands_is(storage: Storage) -> None:
    await storage.run_once("news", "1", NOW, [bulk(str(n), ChatRef("test", str(n))) for n in "ab"])
    assert (await storage.ages(LATER, SERVED)).oldest_unsent == 300
    assert (await storage.ages(LATER, ["another"])).oldest_unsent == 0
    pending = await first(storage)
    await storage.sent(pending, "r", LATER - timedelta(seconds=7))
    assert (await storage.ages(LATER, SERVED)).oldest_unsent == 7
    other = await first(storage)
    await storage.put_off(other.id, LATER + timedelta(hours=1))
    assert (await storage.ages(LATER, SERVED)).oldest_unsent == 0


async def test_what_waits_is_not_forgotten_and_what_is_over_is(storage: Storage) -> None:
    much_later = NOW + timedelta(days=100)
    await storage.run_once("news", "1", NOW, [bulk(text) for text in "abc"])
    one, two, _ = await storage.next_bulk("test", NOW, 3)
    await storage.begin(one.id)
    await storage.begin(two.id)
    await storage.doubt(two.id, NOW)
    await storage.forget(much_later)
    assert await line(storage) == ["c"]
    assert [p.body for p in await storage.doubtful()] == [None]
    assert not await storage.repeat(two.id, NOW)  # nobody knows any more what it said
    await storage.put_off(one.id, NOW)
    assert await line(storage) == ["a", "c"]


async def test_only_chats_whose_oldest_message_is_due_are_named(storage: Storage) -> None:
    one = Told(CHAT, Outgoing({"text": "1"}, LATER))
    two = Told(CHAT, Outgoing({"text": "2"}, NOW))
    three = Told(OTHER, Outgoing({"text": "3"}, NOW))
    elsewhere = Told(ChatRef("another", "1"), Outgoing({"text": "4"}, NOW))
    await storage.run_once("x", "1", NOW, [one, two, elsewhere, three])
    assert await storage.waiting_chats(SERVED, NOW) == [OTHER]
    assert await storage.waiting_chats(SERVED, LATER) == [CHAT, OTHER]
    assert await storage.waiting_chats(SERVED, LATER, 1) == [CHAT]
    assert len(await storage.waiting_chats()) == 3


async def test_told_with_a_key_replaces_what_was_told_before(storage: Storage) -> None:
    await storage.run_once("x", "1", NOW, [Told(CHAT, message("1", key="k"))])
    await storage.run_once("x", "2", NOW, [Told(CHAT, message("2", key="k")), bulk("news")])
    assert await bodies(storage) == ["2"]
    assert await line(storage) == ["news"]
