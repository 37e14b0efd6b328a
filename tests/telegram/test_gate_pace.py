"""The gate of all: by a clock whose sleepers wake late, as real ones do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import cycle, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.gate import HALF_LIFE, SECONDS, Gate
from bot.tasks import Tasks
from tests.channels.virtual import run

ALLOWED = 30


class Time:
    def __init__(self, late: Iterator[float]) -> None:
        self.now = 1000.0
        self._late = late

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds + next(self._late)


async def passes(gate: Gate, time: Time, count: int, name: str = "") -> list[float]:
    """When each of so many chats' messages passed."""
    found = []
    for n in range(count):
        await gate.passed(f"{name}{n}", bulk=True)
        found.append(time.now)
    return found


def most_within_a_second(times: list[float]) -> int:
    return max(sum(at - 1.0 < other <= at for other in times) for at in times)


SECONDS_LATE = st.lists(st.floats(0, 0.3), min_size=1, max_size=30)


@given(SECONDS_LATE, SECONDS_LATE, st.floats(0.001, 0.3), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_however_unevenly_it_travels_no_second_gets_too_much(
    there: list[float], back: list[float], least: float, at_once: int
) -> None:
    """Whatever the way there and back takes beyond what it takes at least."""
    arrived: list[float] = []

    async def scene() -> None:
        loop = asyncio.get_running_loop()
        gate = Gate(Tasks(), loop.time)
        ways = zip(cycle(there), cycle(back))
        room = asyncio.Semaphore(at_once)

        async def send(n: int) -> None:
            async with room, gate.sending(str(n), bulk=True):
                way_there, way_back = next(ways) if n else (0.0, 0.0)  # the quickest is known
                await asyncio.sleep(least / 2 + way_there)
                arrived.append(loop.time())
                await asyncio.sleep(least / 2 + way_back)

        await send(0)
        await asyncio.gather(*(send(n) for n in range(1, 90)))

    run(scene())
    assert most_within_a_second(arrived) <= ALLOWED


@pytest.mark.parametrize("overall", [30, 150])
async def test_clocks_that_are_a_little_late_cost_little(overall: int) -> None:
    time = Time(cycle([0.0, 0.01, 0.002, 0.02]))
    gate = Gate(Tasks(), time.clock, time.sleep, overall)
    left = await passes(gate, time, overall * 20)
    assert len(left) / (left[-1] - left[0]) > 0.97 * overall / SECONDS


async def test_after_a_pause_they_go_evenly_again() -> None:
    time = Time(cycle([0.0]))
    gate = Gate(Tasks(), time.clock, time.sleep)
    await passes(gate, time, 30)
    time.now += 60
    left = await passes(gate, time, 30, "b")
    assert max(b - a for a, b in pairwise(left)) < 0.1


async def test_after_a_429_for_all_a_little_slower_for_a_while() -> None:
    time = Time(cycle([0.0]))
    gate = Gate(Tasks(), time.clock, time.sleep)

    async def rate(name: str) -> float:
        left = await passes(gate, time, 100, name)
        return 99 / (left[-1] - left[0])

    before = await rate("a")
    for n in range(5):  # what was under way hears of the same pause
        gate.told_to_wait(f"other {n}", 3)
    slower = await rate("b")
    assert 0.95 * before < slower < 0.98 * before
    for _ in range(100):
        gate.told_to_wait("other", 1)
        time.now += 2
    assert 0.7 * before < await rate("c") < 0.85 * before
    time.now += 12 * HALF_LIFE
    assert await rate("d") > 0.999 * before


async def test_its_figure_can_be_another() -> None:
    time = Time(cycle([0.0]))
    left = await passes(Gate(Tasks(), time.clock, time.sleep, overall=580), time, 1800)
    assert max(sum(at - 1.0 < o <= at for o in left) for at in left[::50]) <= 580
    assert 1799 / (left[-1] - left[0]) > 0.95 * 580


async def test_with_all_under_way_the_next_waits_for_an_answer() -> None:
    loop = asyncio.get_running_loop()
    gate = Gate(Tasks(), loop.time, overall=3)
    answered = asyncio.Event()

    async def send(chat: str) -> None:
        async with gate.sending(chat):
            await answered.wait()

    tasks = [asyncio.ensure_future(send(str(n))) for n in range(3)]
    await asyncio.sleep(0.5)
    late = asyncio.ensure_future(gate.passed("late"))
    stopped = asyncio.ensure_future(gate.passed("stopped"))
    await asyncio.sleep(1.2)
    assert not late.done()
    stopped.cancel()
    answered.set()
    async with asyncio.timeout(2):
        await asyncio.gather(late, *tasks)


async def test_a_pause_told_after_passing_is_kept_too() -> None:
    time = Time(cycle([0.0]))
    gate = Gate(Tasks(), time.clock, time.sleep)
    await gate.passed("1", bulk=True)
    gate.told_to_wait("2", 7)
    told = time.now
    await gate.opened()
    assert time.now - told >= 7
