"""Whatever people say and staff send, in whatever order: nobody who said no gets news, nobody gets
the same twice, and memory and SQLite do the same."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.announcing import Segment
from contest.model import Asked
from storage.port import Outgoing, Storage
from storage.port_announcing import ToMany
from tests.storage.test_announcing import approved
from tests.storage.test_dossiers_alike import both, empty
from tests.storage.test_proposals import two
from tests.storage.turns import Somebody
from tests.talk import NOW

__all__ = ["empty"]
NAMES = ("a", "b", "c", "d")
names = st.sampled_from(NAMES)
SEGMENTS = (Segment("all"), Segment("topic", "han_nop"), Segment("staff", "secretary"))
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["says", "off", "on", "asks", "gone", "erase"]), names),
        st.tuples(st.just("announce"), st.sampled_from(SEGMENTS)),
        st.tuples(st.sampled_from(["send", "doubt", "again"]), st.integers(0, 3)),
    ),
    max_size=18,
)


@dataclass
class World:
    """One storage, and what its people got; the rules are checked with every message."""

    storage: Storage
    people: dict[str, Somebody] = field(default_factory=dict)
    off: set[str] = field(default_factory=set)
    got: Counter[tuple[str, int]] = field(default_factory=Counter)
    numbers: list[int] = field(default_factory=list)

    async def do(self, what: str, which: Any, minute: int) -> Any:
        at = NOW + timedelta(seconds=minute)
        match what:
            case "says" | "off" | "on" | "asks":
                return await self._says(what, which, at)
            case "gone":
                await self.storage.gone(self.people[which].chat, at)
            case "erase":
                await self._erased(which)
            case "announce":
                number = await approved(self.storage, which)
                bodies = {("test", "vi"): ({"text": str(number)},)}
                many = ToMany(which, bodies, "vi", frozenset({"test"}))
                self.numbers.append(number)
                assert await self.storage.carry_out(number, [], at, many)
            case "again":  # somebody else carries out what is done
                for number in self.numbers:
                    many = ToMany(
                        SEGMENTS[0], {("test", "vi"): ({"text": "x"},)}, "vi", frozenset()
                    )
                    assert not await self.storage.carry_out(number, [], at, many)
            case _:
                return await self._deliver(what, which, at)
        return None

    async def _says(self, what: str, which: str, at: Any) -> None:
        who = self.people[which]
        save = await who.turn(at=at)
        who.turns += 1
        news = {"off": False, "on": True}.get(what)
        topics = ("han_nop",) if what == "asks" else ()
        await self.storage.save(replace(save, news=news, given=topics))
        if news is not None:
            (self.off.discard if news else self.off.add)(which)

    async def _erased(self, which: str) -> None:
        await self.people[which].does(asked=[Asked("human", "Xóa giúp tôi")])
        question = (await self.storage.questions())[-1]
        assert await self.storage.erase(question.number, Outgoing({"text": "x"}, NOW), NOW)
        self.off.add(which)

    async def _deliver(self, what: str, place: int, at: Any) -> Any:
        waiting = await self.storage.next_bulk("test", at, 100)
        if place >= len(waiting):
            return None
        pending = waiting[place]
        assert pending.chat.id not in self.off, "they said no"
        assert await self.storage.begin(pending.id)
        assert not await self.storage.begin(pending.id)
        self.got[pending.chat.id, int(pending.body["text"])] += 1
        if what == "send":
            await self.storage.sent(pending, "", at)
        else:
            await self.storage.doubt(pending.id, at)
        return pending.chat.id, pending.body

    async def seen(self) -> list[Any]:
        found: list[Any] = [await self.storage.reach(s, ["test"]) for s in SEGMENTS]
        found += [await self.storage.became(number, 5) for number in self.numbers]
        found += [(await self.storage.load(p.chat)).news for p in self.people.values()]
        waiting = await self.storage.next_bulk("test", NOW + timedelta(hours=1), 100)
        found.append(sorted((p.chat.id, p.body["text"]) for p in waiting))
        return found


async def begun(storage: Storage) -> World:
    await two(storage)
    return World(storage, {name: Somebody(storage, name) for name in NAMES})


@given(steps)
@settings(max_examples=60, deadline=None)
def test_nobody_who_said_no_and_nobody_twice(talk: list[Any]) -> None:
    from storage.memory import Memory

    async def run() -> None:
        world = await begun(Memory())
        for minute, (what, which) in enumerate([*talk, *[("send", 0)] * 40]):
            await world.do(what, which, minute)
        assert all(n == 1 for n in world.got.values())
        for number in world.numbers:
            assert (await world.storage.became(number)).finished

    asyncio.run(run())


@pytest.mark.slow
@given(steps)
@settings(max_examples=25, deadline=None)
async def test_memory_and_sqlite_are_alike(empty: Path, talk: list[Any]) -> None:
    async with both(empty) as storages:
        memory, sqlite = [await begun(storage) for storage in storages]
        for minute, (what, which) in enumerate(talk):
            one = await memory.do(what, which, minute)
            other = await sqlite.do(what, which, minute)
            if what == "announce":  # to whom first is each storage's own affair
                assert await memory.seen() == await sqlite.seen()
            elif what not in ("send", "doubt"):
                assert one == other
        if all(what not in ("send", "doubt") for what, _ in talk):
            assert await memory.seen() == await sqlite.seen()
