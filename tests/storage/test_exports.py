"""What every storage promises about exports, and about the lists after the deadline."""

from __future__ import annotations

import asyncio
import itertools
import math
import threading
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, insert

from contest.dossier import Consented, Invited, Joined, Located, Opened, Returned
from contest.exports import Entry, Reader
from contest.lists import JuryGroup
from contest.model import Asked
from contest.papers.spreadsheets import Heading, Sheet, write_xlsx
from contest.staff import (
    Exported,
    FieldGrouping,
    GroupEnding,
    GroupNaming,
    Inviting,
    Joining,
    Shortlisting,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage import open_storage
from storage.export_units import STRETCH, SqlReader
from storage.migrations import upgrade
from storage.port import Answered, Arrival, ChatState, Conflict, Outgoing, Save, Storage
from storage.tables import dossiers, submissions
from tests.storage.turns import (
    CODE,
    CODE_2,
    INVITATION,
    Somebody,
    handing_in,
    now,
    said,
    to_erase,
    unchanged,
)
from tests.talk import NOW

HEAD = ChatRef("test", "head")
NUMBERS = itertools.count()
LATER = NOW + timedelta(hours=1)
LINE = Exported("dossiers", "xlsx", 2, personal=True)


async def entries(storage: Storage, **which: Any) -> list[Entry]:
    return await storage.exported(lambda reader: list(reader.entries(**which)))


async def groups(storage: Storage) -> tuple[JuryGroup, ...]:
    return await storage.exported(lambda reader: reader.groups())


async def shortlist(storage: Storage) -> list[str]:
    return list(await storage.exported(lambda reader: reader.shortlist()))


async def head(storage: Storage) -> None:
    await storage.at_server(Inviting("a", "head", LATER), NOW)
    await does(storage, Joining("a"))


async def does(storage: Storage, *acts: object) -> None:
    """A turn of the head. Raises Conflict, with the turn taken and nothing done."""
    arrival = await storage.accept(Arrival(HEAD, f"head-{next(NUMBERS)}", {}, NOW))
    assert arrival is not None
    version = (await storage.load(HEAD)).version
    turn = Save(arrival, version, ChatState(lang="vi"), NOW, acts=acts)  # type: ignore[arg-type]
    try:
        await storage.save(turn)
    except Conflict:
        await storage.save(replace(turn, acts=()))
        raise


async def accepted(storage: Storage, code: str = CODE) -> Somebody:
    owner = Somebody(storage, f"owner of {code}")
    await owner.does(
        Opened(code), handing_in(f"token {code}", code), answered=[Answered(code, 0, said("Máy"))]
    )
    assert await storage.judge(code, "accepted", None, (), NOW)
    return owner


# --- dossiers ------------------------------------------------------------------------------------


async def test_a_dossier_is_as_it_was_handed_in_whatever_came_after(storage: Storage) -> None:
    owner = Somebody(storage, "owner")
    await owner.does(Opened(CODE), answered=[Answered(CODE, 0, said("Máy một"))])
    (entry,) = await entries(storage)
    assert (entry.given, entry.times, entry.first_at, entry.done) == (
        {"title": "Máy một"}, 0, None, None,
    )  # fmt: skip
    await owner.does(handing_in(), answered=[await unchanged(storage)])
    again = Answered(CODE, (await now(storage)).version, said("Máy hai"))
    await owner.does(handing_in("second", again=True), answered=[again], at=LATER)
    changed = Answered(CODE, (await now(storage)).version, said("Máy ba"))
    await owner.does(Located(CODE, "xa-chi-lang"), answered=[changed], at=LATER)
    returned = Returned({"title": "ngắn"}, LATER, date(2027, 6, 9))
    assert await storage.judge(CODE, "returned", returned, (), LATER)
    (entry,) = await entries(storage)
    assert entry == await storage.exported(lambda reader: reader.entry(CODE))
    assert entry.given == {"title": "Máy hai"}
    assert (entry.state, entry.unit, entry.helped) == ("returned", "xa-chi-lang", False)
    assert (entry.times, entry.first_at, entry.last_at) == (2, NOW, LATER)
    assert (entry.done, entry.of, entry.return_until) == (7, 9, date(2027, 6, 9))
    assert (entry.opened_at, entry.changed_at) == (NOW, LATER)


async def test_which_dossiers_and_from_where_on(storage: Storage) -> None:
    for code, unit in ((CODE, "xa-chi-lang"), (CODE_2, "xa-yen-phuc")):
        await Somebody(storage, code).does(
            Opened(code), Located(code, unit), answered=[Answered(code, 0, said(code))]
        )
    await accepted(storage, "MNP234")
    assert [e.code for e in await entries(storage)] == sorted([CODE, CODE_2, "MNP234"])
    assert [e.code for e in await entries(storage, unit="xa-yen-phuc")] == [CODE_2]
    assert await entries(storage, unit="") == []
    assert [e.code for e in await entries(storage, states=["accepted"])] == ["MNP234"]
    assert [e.code for e in await entries(storage, most=2)] == [CODE, "MNP234"]
    assert [e.code for e in await entries(storage, after=CODE)] == ["MNP234", CODE_2]
    assert await entries(storage, most=0) == []
    assert await storage.exported(lambda reader: reader.entry("NOBODY")) is None


async def test_who_agreed_is_told_with_it(storage: Storage) -> None:
    owner, author = Somebody(storage, "owner"), Somebody(storage, "author")
    await owner.does(
        Opened(CODE),
        Invited(CODE, INVITATION, "author", "a1"),
        answered=[Answered(CODE, 0, said("Máy"))],
    )
    await author.does(
        Joined(CODE, INVITATION, "author", "a1"), Consented("dossier", "1", given=True)
    )
    (entry,) = await entries(storage)
    assert entry.agreed == {"a1": True}


async def test_what_is_erased_is_in_no_export_and_on_no_list(storage: Storage) -> None:
    await head(storage)
    owner = await accepted(storage)
    await does(storage, Shortlisting(CODE, chosen=True))
    assert await shortlist(storage) == [CODE]
    await owner.does(to_erase())
    (request,) = await storage.requests()
    assert await storage.erase_for(request.number, Outgoing({"text": "…"}, LATER), LATER)
    assert await entries(storage) == []
    assert await shortlist(storage) == []
    assert await storage.exported(lambda reader: reader.entry(CODE)) is None
    assert await storage.exported(lambda reader: dict(reader.tally("title"))) == {}


async def test_counted_by_field_and_state(storage: Storage) -> None:
    for code, field in ((CODE, "it"), (CODE_2, None), ("MNP234", "it")):
        answers = Answers({"field": field} if field else {})
        await Somebody(storage, code).does(Opened(code), answered=[Answered(code, 0, answers)])
    counted = await storage.exported(lambda reader: dict(reader.tally("field")))
    assert counted == {("it", "draft"): 2, ("", "draft"): 1}


# --- questions, and the audit log ----------------------------------------------------------------


async def test_questions_as_they_stand(storage: Storage) -> None:
    asker = Somebody(storage, "asker")
    await asker.does(asked=[Asked("human", "Máy nặng?", "weight", "xa-chi-lang")])
    await asker.does(asked=[Asked("unanswered", "Phí?")], at=LATER)
    await storage.answer_question(1, Outgoing({"text": "Được"}, LATER), LATER)
    found = await storage.exported(lambda reader: list(reader.questions()))
    assert [(q.number, q.asked.text, q.asked.topic, q.unit) for q in found] == [
        (1, "Máy nặng?", "weight", "xa-chi-lang"), (2, "Phí?", None, None),
    ]  # fmt: skip
    assert [(q.at, q.answered_at, q.closed) for q in found] == [
        (NOW, LATER, None), (LATER, None, None),
    ]  # fmt: skip
    there = await storage.exported(lambda reader: list(reader.questions(unit="xa-chi-lang")))
    assert [q.number for q in there] == [1]


async def test_the_audit_log_from_its_first_line_on(storage: Storage) -> None:
    await head(storage)
    await does(storage, LINE)
    await storage.at_server(Exported("archive", "zip", 1, personal=True, dossier=CODE), LATER)
    lines = await storage.exported(lambda reader: list(reader.audit()))
    assert lines == list(reversed(await storage.audit()))
    assert [(a.by, a.what, a.dossier) for a in lines[2:]] == [
        (1, "exported", None), (None, "exported", CODE),
    ]  # fmt: skip
    detail = {"export": "dossiers", "format": "xlsx", "rows": 2, "personal": True}
    assert lines[2].detail == detail


# --- jury groups, and who goes to the national contest -------------------------------------------


async def test_a_field_is_of_one_group_at_most(storage: Storage) -> None:
    await head(storage)
    await does(storage, GroupNaming("Cơ khí"), GroupNaming("Nông nghiệp"))
    await does(storage, FieldGrouping("a", 1), FieldGrouping("b", 1))
    assert await groups(storage) == (
        JuryGroup(1, "Cơ khí", ("a", "b")),
        JuryGroup(2, "Nông nghiệp"),
    )
    await does(storage, FieldGrouping("b", 2), GroupNaming("Máy móc", 1))
    await does(storage, FieldGrouping("a", None))
    assert await groups(storage) == (
        JuryGroup(1, "Máy móc"),
        JuryGroup(2, "Nông nghiệp", ("b",)),
    )
    await does(storage, GroupEnding(2))
    assert await groups(storage) == (JuryGroup(1, "Máy móc"),)
    await does(storage, GroupNaming("Thứ ba"))
    assert [g.number for g in await groups(storage)] == [1, 3]  # no number means another group
    for gone in (GroupEnding(2), FieldGrouping("a", 2), GroupNaming("x", 2)):
        with pytest.raises(Conflict):
            await does(storage, gone)
    what = [(a.what, a.detail) for a in await storage.audit(most=6)]
    assert what == [
        ("group_named", {"group": 3, "name": "Thứ ba"}),
        ("group_ended", {"group": 2}),
        ("field_grouped", {"field": "a"}),
        ("group_named", {"group": 1, "name": "Máy móc"}),
        ("field_grouped", {"field": "b", "group": 2}),
        ("field_grouped", {"field": "b", "group": 1}),
    ]


async def test_only_what_is_accepted_is_chosen_and_once(storage: Storage) -> None:
    await head(storage)
    await accepted(storage)
    await Somebody(storage, "draft").does(
        Opened(CODE_2), answered=[Answered(CODE_2, 0, said("Máy"))]
    )
    await does(storage, Shortlisting(CODE, chosen=True))
    wrong = [(CODE, True), (CODE_2, True), ("NOBODY", True), (CODE_2, False)]
    for code, chosen in wrong:
        with pytest.raises(Conflict):
            await does(storage, Shortlisting(code, chosen))
    assert await storage.exported(lambda reader: dict(reader.shortlist())) == {CODE: NOW}
    await does(storage, Shortlisting(CODE, chosen=False))
    assert await shortlist(storage) == []
    assert [(a.what, a.dossier) for a in await storage.audit(most=2)] == [
        ("unlisted", CODE), ("shortlisted", CODE),
    ]  # fmt: skip
    await does(storage, Shortlisting(CODE, chosen=True))
    assert await storage.forget_dossiers() == 2
    assert await shortlist(storage) == []


# --- all of it as it is at one moment, and not all of it in memory --------------------------------


async def test_what_is_written_meanwhile_is_not_in_it(storage: Storage) -> None:
    address = storage.address
    if address is None:
        assert await storage.exported(lambda reader: list(reader.audit())) == []
        return
    await head(storage)
    await accepted(storage)

    async def elsewhere() -> None:
        other = open_storage(address)
        await other.open(serve=False)
        await other.at_server(LINE, LATER)
        await other.judge(CODE, "returned", Returned({}, LATER), (), LATER)
        await other.close()

    def twice(reader: Reader) -> tuple[list[Any], list[Any]]:
        before = [*reader.audit(), *reader.entries()]
        thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
        thread.start()
        thread.join()
        return before, [*reader.audit(), *reader.entries()]

    before, after = await storage.exported(twice)
    assert before == after
    assert len(await storage.audit()) == 5  # with the two judgements at the server
    assert [e.state for e in await entries(storage)] == ["returned"]


async def test_what_making_raises_is_raised(storage: Storage) -> None:
    def make(_: Reader) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await storage.exported(make)


def filled(size: int) -> Connection:
    """A database of that many dossiers; of every second one something was handed in."""
    db = create_engine("sqlite://").connect()
    upgrade(db)
    answers = {"given": {"title": "Máy", "story": {"parts": [{"text": "chuyện dài " * 200}]}}}
    for first in range(0, size, STRETCH):
        numbers = range(first, min(first + STRETCH, size))
        rows = [
            {"code": f"D{n:06}", "state": "submitted", "version": 1, "answers": answers,
             "helped": False, "reminders": True, "opened_at": NOW, "changed_at": NOW}
            for n in numbers
        ]  # fmt: skip
        db.execute(insert(dossiers), rows)
        handed_in = [
            {"dossier": f"D{n:06}", "number": 1, "at": NOW, "token": str(n), "digest": "",
             "items_done": 1, "items_all": 1, "changes": "", "answers": answers}
            for n in numbers
            if n % 2
        ]  # fmt: skip
        db.execute(insert(submissions), handed_in)
    return db


def test_no_more_than_a_stretch_is_read_ahead() -> None:
    size = 2 * STRETCH + 7
    with filled(size) as db:
        ran: list[str] = []
        event.listen(db, "before_cursor_execute", lambda *about: ran.append(about[2]))
        found = SqlReader(db).entries()
        assert ran == []
        next(found)
        assert len(ran) == 2  # the dossiers of a stretch, and who agreed
        for _ in range(STRETCH - 1):
            next(found)
        assert len(ran) == 2
        next(found)
        assert len(ran) == 4
        assert sum(1 for _ in found) == size - STRETCH - 1
        assert len(ran) == 2 * math.ceil(size / STRETCH)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(size: int) -> int:
        with filled(size) as db:
            db.execute(dossiers.select().limit(1))  # what is loaded at the first use is no part
            tracemalloc.start()
            count = write_xlsx(
                tmp_path / "a.xlsx", [Sheet("A", (Heading("a", 9),) * 2)], rows(SqlReader(db)), ""
            )
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert count == size
        return most

    def rows(reader: SqlReader) -> Iterator[tuple[int, tuple[str, str]]]:
        for entry in reader.entries():
            yield 0, (entry.code, entry.given["title"])

    peak(STRETCH)
    few, many = peak(2 * STRETCH), peak(16 * STRETCH)
    assert many < 1.2 * few
