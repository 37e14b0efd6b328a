"""Whatever reviewers and people do with a dossier, in whatever order: memory and SQLite agree."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from contest.dossier import MovedTo, Opened
from contest.review import Judgement, mark_of, returned_of
from contest.staff import DecidingDossier, Ending, Judging, Reviewing
from dialog.place import Answers
from storage import open_storage
from storage.port import Answered, Conflict, Outgoing, Storage, Told
from tests.storage.test_review import BAD, FINE, GIVEN, ONE, PAIR, RETURNED, TWO, joined, turn
from tests.storage.turns import CODE, Somebody, handing_in, now, to_erase
from tests.talk import NOW

reviewer, stale = st.sampled_from((ONE, ONE, TWO)), st.sampled_from((0, 0, 0, 0, 1))
verdict = st.sampled_from((FINE, BAD, replace(BAD, reason="blurred", words="", files=("f",))))
acted = st.one_of(
    st.tuples(st.just("take"), reviewer, stale),
    st.tuples(st.just("judge"), reviewer, stale, st.sampled_from(("title", "why")), verdict),
    st.tuples(st.just("judge"), reviewer, stale, st.sampled_from(("title", "why")), verdict),
    st.tuples(st.just("decide"), reviewer, stale, st.sampled_from(("returned", "accepted"))),
    st.tuples(st.just("lend"), reviewer),
)
theirs = st.one_of(
    st.tuples(st.just("hand in"), st.sampled_from(("a", "b")), st.booleans()),
    st.tuples(st.just("server"), st.sampled_from(("returned", "accepted"))),
)
final = st.sampled_from((("withdraw",), ("erase",), ("end role",), ("forget",)))
step = st.one_of(acted, acted, acted, theirs, final)


async def take(storage: Storage, owner: Somebody, one: tuple[Any, ...], n: int) -> object:
    under = await storage.under_review(CODE)
    version = under.review.version if under else 0
    last = under.submission if under else 1
    told = (Told(owner.chat, Outgoing({"text": "x"}, NOW)),)
    match one:
        case ("take", chat, old):
            return await turn(storage, chat, Reviewing(CODE, version + old))
        case ("judge", chat, old, item, judgement):
            value = under.given.get(item) if under else None
            found: Judgement = replace(judgement, submission=last, mark=mark_of(value))
            return await turn(storage, chat, Judging(CODE, version + old, last, {item: found}))
        case ("decide", chat, old, state):
            returned = returned_of(under, NOW, 1) if under and state == "returned" else None
            act = DecidingDossier(CODE, version + old, last, state, returned)
            return await turn(storage, chat, act, told=told)
        case ("lend", chat):
            return await turn(storage, chat, lent=((CODE, PAIR),))
        case ("hand in", word, rest):
            held = await now(storage)
            new = Answers({**GIVEN, "why": {"parts": [{"text": word}]}})
            deed = replace(
                handing_in(f"t{n}", again=True), still=held.dossier.returned if rest else None
            )
            return await owner.does(deed, answered=[Answered(CODE, held.version, new)])
        case ("server", state):
            what = RETURNED if state == "returned" else None
            return await storage.judge(CODE, state, what, told, NOW)
        case ("withdraw",):
            held = await now(storage)
            done = [Answered(CODE, held.version, held.answers)]
            return await owner.does(MovedTo(CODE, "withdrawn"), answered=done)
        case ("erase",):
            await owner.does(to_erase(CODE))
            number = (await storage.requests())[-1].number
            return await storage.erase_for(number, Outgoing({"text": "xong"}, NOW), NOW)
        case ("end role",):
            return await storage.at_server(Ending(1), NOW)
        case _:
            return bool(await storage.forget(NOW))


async def seen(storage: Storage, owner: Somebody, one: tuple[Any, ...], n: int) -> object:
    if await storage.dossier(CODE) is None and one[0] in ("hand in", "withdraw"):
        return None
    try:
        return await take(storage, owner, one, n)
    except Conflict:
        return Conflict


async def state(storage: Storage) -> object:
    return (
        await storage.under_review(CODE),
        await storage.handed_in("field"),
        await storage.dossier(CODE),
        [(a.by, a.what, a.detail) for a in await storage.audit_of(CODE)],
        [await storage.file_of(chat, PAIR.sha256) for chat in (ONE, TWO)],
        await storage.known_files(),
        await storage.notes(CODE),
        [await storage.next_message(chat) is None for chat in (ONE, TWO)],
    )


async def alike(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both = [
            open_storage("memory:"),
            open_storage(f"sqlite:///{Path(folder) / 'a.db'}"),
        ]
        owners = [Somebody(storage, "owner") for storage in both]
        await both[1].open()
        try:
            for storage, owner in zip(both, owners, strict=True):
                given_in = [Answered(CODE, 0, Answers(GIVEN))]
                await owner.does(Opened(CODE), handing_in(), answered=given_in)
                await joined(storage, ONE)
                await joined(storage, TWO)
                await turn(storage, ONE, Reviewing(CODE, 0))
            for n, one in enumerate(steps):
                came = [await seen(s, o, one, n) for s, o in zip(both, owners, strict=True)]
                assert came[0] == came[1], one
            assert await state(both[0]) == await state(both[1])
        finally:
            await both[1].close()


@settings(max_examples=25, deadline=None)
@given(st.lists(step, min_size=3, max_size=12))
def test_memory_and_sqlite_end_up_with_the_same(steps: list[tuple[Any, ...]]) -> None:
    asyncio.run(alike(steps))
