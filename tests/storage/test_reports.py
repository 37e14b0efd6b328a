"""What every storage promises about units' reports, and about who is away."""

from __future__ import annotations

import asyncio
import itertools
from datetime import date, timedelta

import pytest

from contest.deputies import Absence
from contest.dossier import Opened
from contest.reporting import ByPlace, Grouped, UnitReport
from contest.staff import (
    Act,
    ComingBack,
    Declining,
    Ending,
    GoingAway,
    Inviting,
    Joining,
    Reminding,
    SendingReport,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.port import Answered, Arrival, ChatState, Conflict, Save, Storage
from tests.storage.test_staff import ONE, TWO, UNTIL
from tests.talk import NOW

THREE = ChatRef("test", "3")
TODAY = NOW.date()
BODY = UnitReport("", "", ("zalo",), "x", 50, True, 2, "máy", "đường xa").body()


EVENTS = itertools.count()


async def turn(storage: Storage, chat: ChatRef, *acts: Act) -> None:
    """A turn of this chat that does these acts. Raises Conflict, with the turn not done."""
    event = f"turn-{next(EVENTS)}"
    arrival = await storage.accept(Arrival(chat, event, {"kind": "say", "text": "x"}, NOW))
    assert arrival is not None
    version = (await storage.load(chat)).version
    await storage.save(Save(arrival, version, ChatState(lang="vi"), NOW, acts=acts))


async def joined(storage: Storage, chat: ChatRef, role: str, unit: str | None = None) -> None:
    token = f"{chat.id}-{role}"
    act = Inviting(token, role, UNTIL, unit)  # type: ignore[arg-type]
    assert await storage.at_server(act, NOW)
    await turn(storage, chat, Joining(token))


async def log(storage: Storage) -> list[tuple[int | None, str]]:
    found = [(a.by, a.what) for a in reversed(await storage.audit())]
    return [entry for entry in found if entry[1] not in ("invited", "joined")]


async def test_a_unit_reports_corrects_and_every_version_is_kept(storage: Storage) -> None:
    await joined(storage, ONE, "officer", "xa-b")
    await joined(storage, TWO, "officer", "xa-a")
    await turn(storage, ONE, SendingReport("2026-12", BODY))
    await turn(storage, TWO, SendingReport("2026-12", {**BODY, "people": 7}))
    await turn(storage, ONE, SendingReport("2026-12", {**BODY, "people": 60}))
    await turn(storage, ONE, SendingReport("2026-11", BODY))
    now = await storage.unit_reports("2026-12")
    assert [(r.unit, r.people, r.version, r.by) for r in now] == [
        ("xa-a", 7, 1, 2), ("xa-b", 60, 2, 1),
    ]  # fmt: skip
    assert now[1].at == NOW
    assert now[1].activities == ("zalo",)
    every = await storage.unit_reports("2026-12", every=True)
    assert [(r.unit, r.version, r.people) for r in every] == [
        ("xa-a", 1, 7), ("xa-b", 1, 50), ("xa-b", 2, 60),
    ]  # fmt: skip
    assert await storage.unit_reports("2027-01") == []
    assert await log(storage) == [
        (1, "reported"),
        (2, "reported"),
        (1, "reported"),
        (1, "reported"),
    ]
    (latest, *_) = await storage.audit(most=2)
    assert latest.detail == {"period": "2026-11", "unit": "xa-b", "version": 1}


async def test_who_is_of_no_unit_cannot_report(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    with pytest.raises(Conflict):
        await turn(storage, ONE, SendingReport("2026-12", BODY))
    assert await storage.unit_reports("2026-12") == []


async def test_of_two_officers_at_once_both_versions_are_kept(storage: Storage) -> None:
    for chat in (ONE, TWO):
        await joined(storage, chat, "officer", "xa-a")
    done = await asyncio.gather(
        *(turn(storage, chat, SendingReport("2026-12", BODY)) for chat in (ONE, TWO)),
        return_exceptions=True,
    )
    kept = await storage.unit_reports("2026-12", every=True)
    assert len(kept) + sum(isinstance(one, Conflict) for one in done) == 2
    assert [r.version for r in kept] == list(range(1, len(kept) + 1))


async def test_everybody_is_reminded_once_a_day(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    await joined(storage, TWO, "head")
    assert await storage.reminded_on("2026-12") is None
    await turn(storage, ONE, Reminding("2026-12", TODAY, 9))
    with pytest.raises(Conflict):
        await turn(storage, TWO, Reminding("2026-12", TODAY, 9))
    assert await storage.reminded_on("2026-12") == TODAY
    await turn(storage, TWO, Reminding("2026-12", TODAY + timedelta(days=1), 8))
    assert await storage.reminded_on("2026-12") == TODAY + timedelta(days=1)
    assert await storage.reminded_on("2026-11") is None
    assert await log(storage) == [(1, "units_reminded"), (2, "units_reminded")]


# --- away ----------------------------------------------------------------------------------------

SOON = TODAY + timedelta(days=3)


async def test_somebody_is_away_and_back(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    await joined(storage, TWO, "secretary")
    await turn(storage, ONE, GoingAway(TODAY, SOON, 2))
    assert await storage.absences(TODAY) == [Absence(1, 1, TODAY, SOON, NOW, 2)]
    assert await storage.absences(SOON) != []
    assert await storage.absences(SOON + timedelta(days=1)) == []  # it ends by itself
    with pytest.raises(Conflict):
        await turn(storage, TWO, ComingBack(1))  # not theirs
    await turn(storage, ONE, ComingBack(1))
    assert await storage.absences(TODAY) == []
    with pytest.raises(Conflict):
        await turn(storage, ONE, ComingBack(1))
    assert await log(storage) == [(1, "away"), (1, "came_back")]
    away = (await storage.audit())[1]
    assert away.detail == {
        "member": 2, "first": TODAY.isoformat(), "last": SOON.isoformat(),
    }  # fmt: skip


async def test_a_deputy_declines_once(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    await joined(storage, TWO, "secretary")
    await joined(storage, THREE, "head")
    await turn(storage, ONE, GoingAway(TODAY, SOON, 2))
    with pytest.raises(Conflict):
        await turn(storage, THREE, Declining(1))
    await turn(storage, TWO, Declining(1))
    with pytest.raises(Conflict):
        await turn(storage, TWO, Declining(1))
    (absence,) = await storage.absences(TODAY)
    assert absence.stand_in is None
    assert absence.declined
    assert (await storage.audit())[0].detail == {"member": 1}


async def test_a_new_plan_takes_the_place_of_one_for_the_same_days(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    later = (SOON + timedelta(days=5), SOON + timedelta(days=6))
    await turn(storage, ONE, GoingAway(TODAY, SOON))
    await turn(storage, ONE, GoingAway(*later))
    await turn(storage, ONE, GoingAway(SOON, SOON + timedelta(days=1)))
    found = await storage.absences(TODAY)
    assert [(a.number, a.first) for a in found] == [(2, later[0]), (3, SOON)]


async def test_nobody_who_is_gone_is_a_deputy(storage: Storage) -> None:
    await joined(storage, ONE, "secretary")
    await joined(storage, TWO, "secretary")
    assert await storage.at_server(Ending(2), NOW)
    with pytest.raises(Conflict):
        await turn(storage, ONE, GoingAway(TODAY, SOON, 2))
    assert await storage.absences(date.min) == []


# --- by unit -------------------------------------------------------------------------------------


async def a_dossier(
    storage: Storage, chat: ChatRef, code: str, unit: str | None, *, helped: bool = False
) -> None:
    arrival = await storage.accept(Arrival(chat, code, {"kind": "say", "text": "x"}, NOW))
    assert arrival is not None
    version = (await storage.load(chat)).version
    await storage.save(
        Save(
            arrival,
            version,
            ChatState(lang="vi"),
            NOW,
            deeds=(Opened(code, helped=helped, unit=unit),),
            answered=(Answered(code, 0, Answers({"field": "f1"} if unit else {})),),
        )
    )


async def test_dossiers_are_counted_by_place_field_and_state(storage: Storage) -> None:
    assert await storage.by_place("field") == ByPlace((), {})
    await a_dossier(storage, ONE, "AAAAAA", "xa-a")
    await a_dossier(storage, ONE, "BBBBBB", "xa-a")
    await a_dossier(storage, TWO, "CCCCCC", "xa-a", helped=True)
    await a_dossier(storage, TWO, "DDDDDD", None)
    found = await storage.by_place("field")
    assert found.dossiers == (
        Grouped("", "", "draft", 1), Grouped("xa-a", "f1", "draft", 3),
    )  # fmt: skip
    assert found.entrants == {"": 1, "xa-a": 2}  # one with two, and one who is helped
