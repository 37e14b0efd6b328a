"""The gate: never faster than Telegram takes it, never slower than it must be, and fair."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.gate import Gate
from bot.tasks import Tasks
from tests.channels.virtual import run

ALLOWED, IN_CHAT, IN_GROUP = 30, (3, 3.0), (20, 60.0)
LEAST_USED = 0.95


@dataclass
class Passes:
    """What went through a gate, and when."""

    gate: Gate
    all: list[tuple[float, str, str]] = field(default_factory=list)  # when, chat, what

    @property
    def now(self) -> float:
        return asyncio.get_running_loop().time()

    async def go(self, chat: str, what: str = "", *, bulk: bool = False) -> None:
        await self.gate.passed(chat, bulk=bulk)
        self.all.append((self.now, chat, what))

    def times(self, chat: str = "", what: str = "") -> list[float]:
        return [at for at, where, said in self.all if chat in ("", where) and said.startswith(what)]


@asynccontextmanager
async def a_gate() -> AsyncIterator[Passes]:
    tasks = Tasks()
    try:
        yield Passes(Gate(tasks, asyncio.get_running_loop().time))
    finally:
        await tasks.stop()


def most_within(times: Sequence[float], seconds: float) -> int:
    """The most that ever went in so long."""
    ordered, first, most = sorted(times), 0, 0
    for last, at in enumerate(ordered):
        while ordered[first] <= at - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def check_rates(passes: Passes) -> None:
    assert most_within(passes.times(), 1.0) <= ALLOWED
    by_chat = defaultdict(list)
    for at, chat, _ in passes.all:
        by_chat[chat].append(at)
    for chat, times in by_chat.items():
        most, seconds = IN_GROUP if chat.startswith("-") else IN_CHAT
        assert most_within(times, seconds) <= most, chat


CHATS = st.sampled_from(["1", "2", "3", "-100", *map(str, range(10, 60))])
# a sender: its chat, when it begins, how many it has to say, are they bulk
SENDERS = st.lists(
    st.tuples(CHATS, st.floats(0, 20), st.integers(1, 30), st.booleans()), min_size=1, max_size=80
)
PAUSES = st.lists(st.tuples(CHATS, st.floats(0, 20), st.integers(1, 9)), max_size=3)


@settings(max_examples=60, deadline=None)
@given(SENDERS, PAUSES)
def test_never_faster_than_allowed_and_everybody_comes_through_in_order(
    senders: list[tuple[str, float, int, bool]], pauses: list[tuple[str, float, int]]
) -> None:
    """A chat has its outbox, and beside it the mark under a pressed button: several may wait."""

    async def scene() -> None:
        async with a_gate() as passes:

            async def sender(who: int, chat: str, at: float, count: int, bulk: bool) -> None:
                await asyncio.sleep(at)
                for n in range(count):
                    await passes.go(chat, f"{who} {n}", bulk=bulk)

            async def pauser(chat: str, at: float, seconds: int) -> None:
                await asyncio.sleep(at)
                passes.gate.told_to_wait(chat, seconds)

            work = [sender(who, *sent) for who, sent in enumerate(senders)]
            await asyncio.wait_for(
                asyncio.gather(*work, *(pauser(*pause) for pause in pauses)), 3600
            )
            check_rates(passes)
            for who, (_, _, count, _) in enumerate(senders):
                own = [what for _, _, what in passes.all if what.startswith(f"{who} ")]
                assert own == [f"{who} {n}" for n in range(count)]
            await asyncio.sleep(10)  # until the last pause is over
            assert not any(passes.gate.busy(f"new {n}") for n in range(3))

    run(scene())


def test_many_to_many_use_what_is_allowed() -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            await asyncio.gather(*(passes.go(str(n), bulk=True) for n in range(900)))
            took = passes.times()[-1] - passes.times()[0]
            assert 899 / took >= ALLOWED * LEAST_USED
            check_rates(passes)

    run(scene())


@pytest.mark.parametrize(("chat", "allowed"), [("7", IN_CHAT), ("-7", IN_GROUP)])
def test_one_chat_uses_what_is_allowed(chat: str, allowed: tuple[int, float]) -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            for _ in range(123):
                await passes.go(chat)
            most, seconds = allowed
            took = passes.times()[-1] - passes.times()[0]
            assert (122 // most) * seconds / took >= LEAST_USED
            check_rates(passes)

    run(scene())


def test_an_answer_overtakes_what_is_sent_to_many() -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            many = [asyncio.ensure_future(passes.go(str(n), bulk=True)) for n in range(300)]
            for n in range(5):
                await asyncio.sleep(1)
                asked = passes.now
                await passes.go(f"reply {n}")
                assert passes.now - asked < 3 / ALLOWED
            await asyncio.gather(*many)
            assert passes.times()[-1] - passes.times()[0] < 305 / (ALLOWED * LEAST_USED) + 1

    run(scene())


def test_what_is_sent_to_many_goes_on_beside_a_steady_stream_of_answers() -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            many = [asyncio.ensure_future(passes.go(str(n), "bulk", bulk=True)) for n in range(80)]
            replies = []
            for n in range(200):
                replies.append(asyncio.ensure_future(passes.go(f"reply {n}", "reply")))
                await asyncio.sleep(1 / 20)
            assert len(passes.times(what="bulk")) >= 80  # 10 s, of which 20 a second are taken
            await asyncio.gather(*many, *replies)

    run(scene())


def test_a_full_chat_holds_up_nobody_else() -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            full = [asyncio.ensure_future(passes.go("full")) for _ in range(20)]
            await asyncio.sleep(0.5)
            asked = passes.now
            await passes.go("other")
            assert passes.now - asked < 2 / ALLOWED
            await asyncio.gather(*full)

    run(scene())


@given(st.integers(1, 300), st.integers(0, 2))
@settings(max_examples=20, deadline=None)
def test_a_pause_of_all_is_kept_to_the_second(seconds: int, said_before: int) -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            for _ in range(said_before):
                await passes.go("1")
            told = passes.now
            passes.gate.told_to_wait("1", seconds)
            await asyncio.gather(*(passes.go(str(n)) for n in range(1, 9)))
            first = passes.times()[said_before]
            assert seconds <= first - told < seconds + 0.1

    run(scene())


@given(st.integers(1, 300))
@settings(max_examples=20, deadline=None)
def test_a_pause_of_a_chat_that_had_its_due_is_its_alone(seconds: int) -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            for _ in range(3):
                await passes.go("1")
            told = passes.now
            passes.gate.told_to_wait("1", seconds)
            assert passes.gate.busy("1")
            assert not passes.gate.busy("2")
            await asyncio.gather(passes.go("1"), passes.go("2"))
            assert passes.times("2")[0] - told < 0.1
            assert max(seconds, 3.0) <= passes.times("1")[3] - told < max(seconds, 3.1) + 0.2

    run(scene())


def test_a_pause_told_while_others_wait_holds_for_them_too() -> None:
    """The answer to one request comes while the next to the same chat waits for its turn."""

    async def scene() -> None:
        async with a_gate() as passes:
            many = [asyncio.ensure_future(passes.go(str(n))) for n in range(100, 160)]
            for _ in range(2):
                await passes.go("1")
            waits = [asyncio.ensure_future(passes.go("1")) for _ in range(2)]
            await asyncio.sleep(0.5)
            told = passes.now
            passes.gate.told_to_wait("1", 20)
            await asyncio.gather(*waits, *many)
            assert all(at - told >= 20 or at <= told for at in passes.times("1"))

    run(scene())


@given(st.lists(st.tuples(st.integers(0, 29), st.floats(0, 2)), max_size=25), st.booleans())
@settings(max_examples=40, deadline=None)
def test_who_is_told_to_stop_takes_nobodys_turn(
    stopped: list[tuple[int, float]], alike: bool
) -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            senders = [
                asyncio.ensure_future(passes.go("1" if alike and n < 9 else str(n), f"{n}!"))
                for n in range(30)
            ]
            for who, after in stopped:
                await asyncio.sleep(after / 25)
                senders[who].cancel()
            async with asyncio.timeout(60):
                await asyncio.gather(*senders, return_exceptions=True)
            went = {what for _, _, what in passes.all}
            assert went == {f"{n}!" for n, sender in enumerate(senders) if not sender.cancelled()}
            check_rates(passes)
            await asyncio.wait_for(passes.go("after"), 1)

    run(scene())


def test_turns_go_in_the_order_in_which_they_were_asked_for() -> None:
    async def scene() -> None:
        async with a_gate() as passes:
            asked = [f"{kind} {n:02}" for n, kind in zip(range(40), itertools.cycle("rb"))]
            await asyncio.gather(
                *(passes.go(f"{n}", what, bulk=what[0] == "b") for n, what in enumerate(asked))
            )
            went = [what for _, _, what in passes.all]
            assert [w for w in went if w[0] == "r"] == [w for w in asked if w[0] == "r"]
            assert [w for w in went if w[0] == "b"] == [w for w in asked if w[0] == "b"]

    run(scene())
