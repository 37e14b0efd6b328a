"""What every storage promises about the digest's counts: in memory, SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from contest.digest import (
    COUNTS,
    Charted,
    Count,
    KeptCounts,
    Pressing,
    Window,
    weeks_to,
    window,
)
from contest.dossier import MovedTo, Opened, Requested, Returned
from contest.model import Asked
from contest.staff import DigestAt, Inviting, Joining
from dialog.event import ChatRef
from dialog.place import Answers
from storage import open_storage
from storage.port import Answered, Outgoing, Storage, Told
from tests.storage.test_staff import ONE, turn
from tests.storage.turns import Somebody, handing_in
from tests.talk import NOW, weekdays  # NOW is a Monday, 9:00

LATER = NOW + timedelta(days=1)
OUT = Outgoing({"text": "…"}, NOW)


def seen(since: datetime = NOW - timedelta(hours=1), at: datetime = LATER) -> Window:
    return window(at, since, weekdays)


async def counted(storage: Storage, *names: Count, over: Window | None = None) -> list[int | None]:
    found = await storage.counts(over or seen())
    assert tuple(found) == COUNTS
    return [found[name] for name in names]


async def a_dossier(
    storage: Storage, code: str, state: str = "draft", field: str | None = None
) -> None:
    """Of somebody of that name."""
    owner = Somebody(storage, code)
    answers = Answers({"field": field} if field else {})
    deeds = [Opened(code)]
    if state in ("complete", "withdrawn"):
        deeds.append(MovedTo(code, state))  # type: ignore[arg-type]
    if state in ("submitted", "returned"):
        deeds.append(handing_in(f"token {code}", code))  # type: ignore[arg-type]
    await owner.does(*deeds, answered=[Answered(code, 0, answers)])


async def test_nothing_is_all_noughts(storage: Storage) -> None:
    assert set((await storage.counts(seen())).values()) == {0}
    assert await storage.chart(weeks_to(NOW), "field") == Charted((0,) * 8, (0,) * 8, {})


async def test_new_chats_are_those_in_which_something_was_said(storage: Storage) -> None:
    await storage.open_chat(ChatRef("test", "looks"), NOW)
    await storage.open_chat(ChatRef("test", "speaks"), NOW)
    await Somebody(storage, "speaks").does()
    await Somebody(storage, "another").does()
    assert await counted(storage, "chats") == [2]
    assert await counted(storage, "chats", over=seen(since=NOW)) == [0]  # counted the day before


async def test_questions_by_kind_and_how_long_they_wait(storage: Storage) -> None:
    one = Somebody(storage, "one")
    await one.does(asked=[Asked("human", "a"), Asked("outside", "thơ")], at=NOW)
    await one.does(asked=[Asked("wrong", "b")], at=NOW + timedelta(hours=3))
    await one.does(asked=[Asked("refused", "c"), Asked("unanswered", "d")], at=LATER)
    await storage.answer_question(5, OUT, LATER)
    names: tuple[Count, ...] = ("asked", "answered", "human", "unanswered", "refused", "wrong",
                                "outside", "waiting", "waiting_long", "longest_wait")  # fmt: skip
    wednesday = seen(at=NOW + timedelta(days=2))
    assert await counted(storage, *names, over=wednesday) == [5, 1, 1, 0, 1, 1, 1, 3, 2, 48]
    listed = await storage.pressing("questions", wednesday, 2)
    assert [(p.name, p.kind) for p in listed] == [("1", "human"), ("3", "wrong")]


async def test_a_weekend_is_no_working_day(storage: Storage) -> None:
    friday = NOW + timedelta(days=4)
    await Somebody(storage, "one").does(asked=[Asked("human", "a")], at=friday)
    monday = seen(at=friday + timedelta(days=3))
    assert await counted(storage, "waiting_long", "longest_wait", over=monday) == [0, 72]
    later = seen(at=friday + timedelta(days=3, minutes=1))
    assert await counted(storage, "waiting_long", over=later) == [1]


async def test_dossiers_by_state_and_what_was_handed_in(storage: Storage) -> None:
    for code, state in (("AAA222", "draft"), ("BBB222", "complete"), ("CCC222", "submitted"),
                        ("DDD222", "returned"), ("EEE222", "withdrawn")):  # fmt: skip
        await a_dossier(storage, code, state)
    until = LATER.date() - timedelta(days=1)
    await storage.judge("DDD222", "returned", Returned({"x": "mờ"}, NOW, until), (), NOW)
    names: tuple[Count, ...] = (
        "draft", "complete", "submitted", "returned", "withdrawn", "handed_in", "returned_late",
    )  # fmt: skip
    assert await counted(storage, *names) == [1, 1, 1, 1, 1, 2, 1]
    today = window(NOW + timedelta(hours=1), NOW, weekdays)
    assert await counted(storage, "handed_in", "returned_late", over=today) == [0, 0]
    listed = [
        await storage.pressing(what, seen(), 9) for what in ("complete", "returned", "review")
    ]
    assert listed == [
        [Pressing("BBB222", "complete", NOW)],
        [Pressing("DDD222", "returned", NOW, until)],
        [Pressing("CCC222", "submitted", NOW)],
    ]
    assert await storage.pressing("returned", today, 9) == []


async def test_what_was_returned_without_a_day_is_never_late(storage: Storage) -> None:
    await a_dossier(storage, "DDD222", "returned")
    await storage.judge("DDD222", "returned", Returned({"x": "mờ"}, NOW), (), NOW)
    over = seen(at=NOW + timedelta(days=300))
    assert await counted(storage, "returned", "returned_late", over=over) == [1, 0]


async def test_requests_by_the_days_of_the_law(storage: Storage) -> None:
    friday = NOW + timedelta(days=4)
    days = [  # the answer's day and the deed's, seen from a Friday
        (-9, -1), (-3, 0), (-3, 2), (-3, 3), (0, 9), (3, 9),
    ]  # fmt: skip
    one = Somebody(storage, "one")
    for answer, done in days:
        await one.does(Requested("copy", "x", *(_day(friday, n) for n in (answer, done))))
    names: tuple[Count, ...] = (
        "requests", "requests_late", "requests_due", "requests_unanswered",
    )  # fmt: skip
    # due: what falls on a day before the digest of Monday
    assert await counted(storage, *names, over=seen(at=friday)) == [6, 1, 3, 3]
    first = (await storage.pressing("requests", seen(at=friday), 1))[0]
    assert first == Pressing("1", "copy", NOW, _day(friday, -1))
    await storage.finish_request(1, OUT, friday)
    assert await counted(storage, *names, over=seen(at=friday)) == [5, 0, 3, 3]


def _day(of: datetime, days: int) -> date:
    return of.date() + timedelta(days=days)


async def test_messages_that_did_not_arrive(storage: Storage) -> None:
    to = ChatRef("test", "1")
    await storage.run_once("a", "1", NOW, [Told(to, OUT)])
    await storage.run_once("b", "1", NOW, [Told(to, Outgoing({"text": "x"}, NOW, bulk=True))])
    waiting = await storage.next_message(to)
    assert waiting is not None
    await storage.give_up(waiting.id, "refused", NOW)
    await storage.doubt((await storage.next_bulk("test", NOW, 1))[0].id, NOW)
    turn = await Somebody(storage, "2").turn()
    await storage.park(turn.arrival, "ValueError", [])
    names: tuple[Count, ...] = ("parked", "undelivered", "in_doubt")
    assert await counted(storage, *names) == [1, 1, 1]
    assert await counted(storage, *names, over=seen(since=NOW)) == [0, 0, 0]
    assert await storage.pressing("delivery", seen(), 9) == [
        Pressing("test", "parked", NOW),
        Pressing("test", "undelivered", NOW),
        Pressing("test", "in_doubt", NOW),
    ]


async def test_the_chart_counts_by_week_and_field(storage: Storage) -> None:
    await a_dossier(storage, "AAA222", "draft", "it")
    await a_dossier(storage, "BBB222", "submitted", "it")
    await a_dossier(storage, "CCC222")
    await a_dossier(storage, "DDD222", "withdrawn", "it")
    weeks = weeks_to(NOW + timedelta(days=8))
    assert await storage.chart(weeks, "field") == Charted(
        (0,) * 6 + (3, 0), (0,) * 6 + (1, 0), {"it": (1, 1), "": (1, 0)}
    )


async def test_the_counts_of_a_day_are_kept_once(storage: Storage) -> None:
    counts = await storage.counts(seen())
    monday, friday = date(2026, 11, 23), date(2026, 11, 20)
    kept = KeptCounts(friday, NOW, {**counts, "chats": None, "draft": 7})
    at_once = [storage.keep_counts(kept), storage.keep_counts(kept)]
    assert sorted(await asyncio.gather(*at_once)) == [False, True]
    assert not await storage.keep_counts(KeptCounts(friday, NOW, counts))
    assert await storage.keep_counts(KeptCounts(monday, LATER, counts))
    assert await storage.kept_counts(friday - timedelta(days=1)) is None
    assert await storage.kept_counts(monday - timedelta(days=1)) == kept
    assert (await storage.kept_counts(monday)) == KeptCounts(monday, LATER, counts)


async def test_when_somebody_looked_last(storage: Storage) -> None:
    assert await storage.last_look() is None
    await storage.looked(NOW)
    await storage.looked(LATER)
    assert await storage.last_look() == LATER


async def test_each_of_the_staff_chooses_a_time(storage: Storage) -> None:
    await storage.at_server(Inviting("a", "head", LATER), NOW)
    await turn(storage, ONE, Joining("a"))
    await turn(storage, ONE, DigestAt("07:00"))
    (found,) = await storage.staff()
    assert found.member.digest_at == "07:00"
    assert (await storage.load(ONE)).member == found.member
    last = (await storage.audit())[0]
    assert (last.what, last.detail) == ("digest_at", {"time": "07:00"})


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        ("UPDATE chats SET state = '{'", {"chats"}),
        ("UPDATE dossiers SET returned = '{'", {"returned_late"}),
        ("DROP TABLE requests", {"requests", "requests_due", "requests_late",
                                 "requests_unanswered"}),
    ],
)  # fmt: skip
async def test_what_cannot_be_counted_hides_nothing_else(
    tmp_path: Path, broken: str, lost: set[str]
) -> None:
    path = tmp_path / "test.db"
    storage = open_storage(f"sqlite:///{path}")
    await storage.open()
    await a_dossier(storage, "DDD222", "returned")
    await storage.judge("DDD222", "returned", Returned({"x": "mờ"}, NOW), (), NOW)
    with sqlite3.connect(path) as other:
        other.execute(broken)
    other.close()
    found = await storage.counts(seen())
    assert {name for name, count in found.items() if count is None} == lost
    assert found["returned"] == 1
    await storage.close()


@pytest.mark.slow
async def test_so_it_is_on_postgres(postgres: str) -> None:
    import asyncpg

    from tests.storage.conftest import postgres_database

    async with postgres_database(postgres) as address:
        storage = open_storage(address)
        await storage.open()
        await a_dossier(storage, "AAA222", "submitted")
        plain = await asyncpg.connect(address.replace("postgresql+asyncpg", "postgresql"))
        await plain.execute("DROP TABLE questions")
        await plain.close()
        found = await storage.counts(seen())
        assert (found["waiting"], found["submitted"], found["in_doubt"]) == (None, 1, 0)
        await storage.close()


async def test_a_field_that_cannot_be_read_leaves_the_weeks(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    storage = open_storage(f"sqlite:///{path}")
    await storage.open()
    await a_dossier(storage, "AAA222")
    with sqlite3.connect(path) as other:
        other.execute("UPDATE dossiers SET answers = '{'")
    other.close()
    found = await storage.chart(weeks_to(NOW), "field")
    assert found.fields is None
    assert found.opened is not None
    assert sum(found.opened) == 1
    await storage.close()
