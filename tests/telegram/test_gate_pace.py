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


@given(st.lists(st.floats(0, 0.2), min_size=1, max_size=40), st.floats(0, 0.049))
@settings(max_examples=60, deadline=None)
def test_what_wakes_late_and_travels_unevenly_is_never_too_much(
    late: list[float], longest: float
) -> None:
    async def scene() -> None:
        time = Time(cycle(late))
        left = await passes(Gate(Tasks(), time.clock, time.sleep), time, 120)
        on_the_way = cycle([0.0, longest])
        assert most_within_a_second([at + next(on_the_way) for at in left]) <= ALLOWED

    asyncio.run(scene())


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
    left = await passes(Gate(Tasks(), time.clock, time.sleep, overall=580), time, 600)
    assert 550 < 599 / (left[-1] - left[0]) < 580


async def test_a_pause_told_after_passing_is_kept_too() -> None:
    time = Time(cycle([0.0]))
    gate = Gate(Tasks(), time.clock, time.sleep)
    await gate.passed("1", bulk=True)
    gate.told_to_wait("2", 7)
    told = time.now
    await gate.opened()
    assert time.now - told >= 7
