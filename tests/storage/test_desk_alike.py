"""Whatever people and staff do with questions, in whatever order: memory and SQLite agree."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from contest.desk import Bringing
from contest.model import Asked
from contest.staff import Answering, Claiming, Closing, Ending, GivingBack, HandingOn
from storage import open_storage
from storage.port import Conflict, Outgoing, Storage
from tests.storage.test_desk import FARMER, HOUR, ONE, OTHER, TWO, joined, says, turn
from tests.talk import NOW

# most of it about one question, so that much happens to it
number, member = st.sampled_from((1, 1, 1, 2)), st.sampled_from((ONE, ONE, TWO))
asker = st.sampled_from((FARMER, FARMER, FARMER, OTHER))
act = st.one_of(
    st.builds(Claiming, number, st.just(0)),
    st.builds(Claiming, number, st.just(0)),
    st.builds(GivingBack, number, st.just(0)),
    st.builds(HandingOn, number, st.just(0), st.sampled_from(("head", "adviser"))),
    st.builds(Closing, number, st.just(0), st.sampled_from(("double", "outside", "settled"))),
    st.builds(Answering, number, st.just(0), st.just(NOW + HOUR)),
    st.builds(Answering, number, st.just(0), st.just(NOW + HOUR)),
)
acted = st.tuples(st.just("act"), member, act, st.sampled_from((0, 0, 0, 0, 1)))
followed = st.tuples(st.just("follow"), asker, number)
brought = st.tuples(
    st.just("bring"), number, st.integers(1, 4), st.sets(st.integers(1, 2), min_size=1)
)
beside_it = st.one_of(
    st.tuples(st.just("ask"), asker, st.text("ab", max_size=2)),
    st.tuples(st.just("fold"), number),
    st.tuples(st.just("answer"), number),
    st.tuples(st.just("end talk"), asker),
)
final = st.one_of(
    st.tuples(st.just("end role"), st.integers(1, 2)),
    st.tuples(st.just("erase"), number),
    st.tuples(st.just("forget"), st.sampled_from((-HOUR, HOUR))),
)
OFTEN = (*[acted] * 10, *[followed] * 3, *[brought] * 4, beside_it)
step = st.sampled_from((*OFTEN * 2, final)).flatmap(lambda kind: kind)


async def version(storage: Storage, case: int) -> int:
    found = await storage.case(case)
    return found.case.version if found else 0


async def take(storage: Storage, step: tuple[Any, ...]) -> object:
    """What came of it."""
    match step:
        case ("act", chat, act, stale):
            seen = await version(storage, act.question) + stale
            done = type(act)(**{**_fields(act), "version": seen})
            return await turn(storage, chat, done, told=[says(FARMER)])
        case ("follow", chat, case):
            return await turn(storage, chat, asked=[Asked("human", "thêm", follows=case)])
        case ("ask", chat, text):
            return await turn(storage, chat, asked=[Asked("human", text)])
        case ("end talk", chat):
            return await turn(storage, chat, ends_talk=True)
        case _:
            return await beside(storage, step)


async def beside(storage: Storage, step: tuple[Any, ...]) -> object:
    """What is no turn."""
    out = Outgoing({"text": "…"}, NOW)
    match step:
        case ("bring", case, level, to):
            move = Bringing(
                case, await version(storage, case), "secretary", None, level, tuple(sorted(to))
            )
            return await storage.bring(move, [says(ONE, about=case)], NOW)
        case ("fold", case):
            return await storage.fold(case, await version(storage, case), NOW)
        case ("answer", case):
            return await storage.answer_question(case, out, NOW)
        case ("end role", who):
            return await storage.at_server(Ending(who), NOW)
        case ("erase", case):
            return await storage.erase(case, out, NOW)
        case ("forget", before):
            return bool(await storage.forget(NOW + before))
    raise AssertionError(step)


def _fields(act: Any) -> dict[str, Any]:
    return {name: getattr(act, name) for name in act.__slots__}


async def seen(storage: Storage, step: tuple[Any, ...]) -> object:
    try:
        return await take(storage, step)
    except Conflict:
        return Conflict


async def state(storage: Storage) -> object:
    chats = (FARMER, OTHER, ONE, TWO)
    loaded = [await storage.load(chat) for chat in chats]
    return (
        await storage.desk(listed=True),
        [await storage.case(n) for n in range(1, 5)],
        await storage.questions(waiting=False),
        [(one.version, one.talking) for one in loaded],
        [(m := await storage.next_message(chat)) and m.body for chat in chats],
        [(a.by, a.what, a.detail) for a in await storage.audit()],
    )


async def alike(steps: list[tuple[Any, ...]], answered: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory = open_storage("memory:")
        sqlite = open_storage(f"sqlite:///{Path(folder) / 'a.db'}")
        await sqlite.open()
        try:
            for storage in (memory, sqlite):
                await joined(storage, ONE)
                await joined(storage, TWO)
                for chat in (FARMER, OTHER):
                    await turn(storage, chat, asked=[Asked("human", "Nặng thì sao?", "noi_nop")])
                if answered:
                    await turn(storage, ONE, Claiming(1, 0))
                    await turn(storage, ONE, Answering(1, 1, NOW + HOUR))
            for one in steps:
                assert await seen(memory, one) == await seen(sqlite, one), one
            assert await state(memory) == await state(sqlite)
        finally:
            await sqlite.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(step, min_size=3, max_size=14), st.booleans())
def test_memory_and_sqlite_end_up_with_the_same(
    steps: list[tuple[Any, ...]], answered: bool
) -> None:
    asyncio.run(alike(steps, answered))
