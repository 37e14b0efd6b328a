"""Whatever people and staff do, in whatever order: memory and SQLite end up with the same."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.digest import LISTS, weeks_to, window
from contest.dossier import (
    STATES,
    Consented,
    Deed,
    HandedIn,
    Invited,
    Joined,
    Located,
    MovedTo,
    Noted,
    Opened,
    Reminding,
    Requested,
    Returned,
)
from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers
from storage import open_storage
from storage.port import Answered, ChatFile, Conflict, Outgoing, Storage, Told
from tests.storage.turns import Somebody
from tests.talk import NOW, weekdays

NAMES = ("a", "b", "c")
CODES = ("AAA222", "BBB222")
INVITATIONS = ("I1", "I2", "I3")
TOKENS = ("t1", "t2", "t3")
FILES = tuple(ChatFile(letter * 64, f"{letter}.jpg", "image/jpeg", 5) for letter in "ab")
DAYS = (date(2026, 11, 26), date(2026, 12, 8))
OUT = Outgoing({"text": "…"}, NOW)

codes = st.sampled_from(CODES)
author = st.sampled_from(("a1", "a2"))
words = st.dictionaries(st.sampled_from("xyz"), st.text(max_size=5) | st.none(), max_size=2)
invited = st.one_of(
    st.builds(Invited, codes, st.sampled_from(INVITATIONS), st.just("claim")),
    st.builds(Invited, codes, st.sampled_from(INVITATIONS), st.just("author"), author),
)
units = st.sampled_from(("xa-thu", "xa-vui"))
opened = st.builds(Opened, codes, st.booleans(), st.none() | units)
handed_in = st.builds(
    HandedIn,
    codes,
    st.sampled_from(("submitted", "resubmitted")),
    st.sampled_from(TOKENS),
    st.just("d" * 64),
    st.integers(0, 9),
    st.just(9),
    st.text("abc", max_size=3),
)
deed = st.one_of(
    opened,
    invited,
    handed_in,
    st.builds(MovedTo, codes, st.sampled_from(STATES)),
    st.builds(Located, codes, units),
    st.builds(Joined, codes, st.sampled_from(INVITATIONS), st.just("owner")),
    st.builds(Reminding, codes, st.booleans()),
    st.builds(Noted, codes, st.just("seen"), words),
    st.builds(Consented, st.just("dossier"), st.just("1"), st.booleans()),
    st.builds(Requested, st.sampled_from(("erase", "copy")), st.text("ab"), *map(st.just, DAYS)),
)
turn = st.tuples(st.just("turn"), st.lists(deed, min_size=1, max_size=2), st.booleans(), words)
step = st.one_of(
    *[turn] * 3,  # most of what happens
    st.tuples(st.just("turn"), st.lists(invited, max_size=2), st.just(True), words),
    st.tuples(st.just("stale"), st.lists(deed, max_size=2)),
    st.tuples(st.just("use"), st.booleans()),
    st.tuples(st.just("judge"), codes, st.sampled_from(("returned", "accepted", "draft"))),
    st.tuples(st.sampled_from(("finish", "erase_for", "erase", "forget_dossiers"))),
    st.tuples(st.just("forget"), st.integers(0, 60)),
)
steps = st.lists(st.tuples(st.sampled_from(NAMES), step), min_size=4, max_size=30)
# something to talk about: a dossier of its owner that was handed in, and one of a helper
BEGINNING: list[tuple[str, Any]] = [
    ("a", ("turn", [Opened("AAA222"), HandedIn("AAA222", "submitted", "t1", "d", 1, 9, "c")],
           True, {})),
    ("b", ("turn", [Opened("BBB222", helped=True), Invited("BBB222", "I1", "claim"),
                    Requested("erase", "x", *DAYS)], True, {})),
]  # fmt: skip


async def answered_in(
    storage: Storage, deeds: Sequence[Deed], also: bool, given_words: Any, stale: int
) -> list[Answered]:
    """For every dossier of these deeds that needs it (or any there is), with its version."""
    new = {deed.code for deed in deeds if isinstance(deed, Opened)}
    needed = {deed.code for deed in deeds if isinstance(deed, MovedTo | Located | HandedIn)}
    found = []
    for code in CODES:
        held = await storage.dossier(code)
        if code not in needed and not (also and (held or code in new)):
            continue
        version = 0 if code in new else (held.version if held else 1) + stale
        found.append(Answered(code, version, Answers(given_words), FILES[: version % 3]))
    return found


async def did(
    storage: Storage, people: dict[str, Somebody], name: str, what: Any, at: datetime
) -> Any:
    """What came of it, in words that can be compared."""
    somebody = people[name]
    told = [Told(people["a"].chat, OUT)]
    match what:
        case ("turn", deeds, also, given_words):
            answered = await answered_in(storage, deeds, also, given_words, 0)
            asked = [Asked("human", "?")] if also else []
            return await _saved(somebody, deeds, answered=answered, asked=asked, at=at)
        case ("stale", deeds):
            answered = await answered_in(storage, deeds, True, {"x": "stale"}, 1)
            return await _saved(somebody, deeds, answered=answered, told=told, at=at)
        case ("use", agrees):
            made = [await storage.invitation(invitation) for invitation in INVITATIONS]
            found = next((invitation for invitation in made if invitation), None)
            found = next((one for one in made if one and one.open), found)
            if found is None:
                return None
            role: Any = "owner" if found.kind == "claim" else "author"
            joined = Joined(found.code, found.invitation, role, found.author, agrees)
            return await _saved(somebody, [joined], told=told, at=at)
        case ("judge", code, state):
            returned = Returned({"x": "mờ"}, at, DAYS[0]) if state == "returned" else None
            return await storage.judge(code, state, returned, told, at)
        case ("finish" | "erase_for" as deed,):
            number = min((r.number for r in await storage.requests()), default=1)
            carry_out = storage.finish_request if deed == "finish" else storage.erase_for
            return await carry_out(number, OUT, at)
        case ("erase",):
            waiting = await storage.questions()
            return waiting and await storage.erase(waiting[0].number, OUT, at)
        case ("forget", minutes):
            return await storage.forget(NOW + timedelta(minutes=minutes))
        case _:
            return await storage.forget_dossiers()


async def _saved(somebody: Somebody, deeds: Sequence[Deed], **more: Any) -> str:
    try:
        await somebody.does(*deeds, **more)
    except (Conflict, ValueError) as error:
        return type(error).__name__
    return "saved"


async def seen(storage: Storage) -> list[Any]:
    """All there is to see."""
    found: list[Any] = [
        await storage.dossiers(),
        await storage.requests(waiting=False),
        await storage.known_files(),
        await storage.waiting_chats(),
        await storage.questions(),
    ]
    for name in NAMES:
        chat = ChatRef("test", name)
        found += [await storage.load(chat), await storage.consents(chat)]
        found += [await storage.file_of(chat, file.sha256) for file in FILES]
    for code in CODES:
        found += [await storage.participants(code), await storage.notes(code)]
        found += [await storage.files_of(code)]
    found += [await storage.invitation(invitation) for invitation in INVITATIONS]
    found += [await storage.receipt(token) for token in TOKENS]
    for day in (0, 3, 15):
        counted = window(
            NOW + timedelta(days=day, minutes=40), NOW + timedelta(minutes=2), weekdays
        )
        found.append(await storage.counts(counted))
        found += [await storage.pressing(what, counted, 5) for what in LISTS]
    found.append(await storage.chart(weeks_to(NOW), "x"))
    return found


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables: making them takes longer than a whole talk."""
    import asyncio

    path = tmp_path_factory.mktemp("empty") / "empty.db"

    async def make() -> None:
        storage = open_storage(f"sqlite:///{path}")
        await storage.open()
        await storage.close()

    asyncio.run(make())
    return path


@contextlib.asynccontextmanager
async def both(empty: Path) -> AsyncIterator[list[Storage]]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(empty, Path(folder) / "a.db")
        storages = [open_storage("memory:"), open_storage(f"sqlite:///{folder}/a.db")]
        for storage in storages:
            await storage.open()
        try:
            yield storages
        finally:
            for storage in storages:
                await storage.close()


@pytest.mark.slow
@given(steps)
@settings(max_examples=40, deadline=None)
async def test_memory_and_sqlite_are_alike(empty: Path, talk: Any) -> None:
    async with both(empty) as storages:
        casts = [{name: Somebody(storage, name) for name in NAMES} for storage in storages]
        for minute, (name, what) in enumerate([*BEGINNING, *talk]):
            at = NOW + timedelta(minutes=minute)
            came = [
                await did(storage, people, name, what, at)
                for storage, people in zip(storages, casts, strict=True)
            ]
            assert came[0] == came[1], what
        memory, sqlite = [await seen(storage) for storage in storages]
        assert memory == sqlite
