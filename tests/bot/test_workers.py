"""Heavy work: what a worker does badly costs a worker, and nothing else."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.workers import NICE, Bounds, WorkerFailed, Workers, WorkersClosed
from tests.bot import hard_work as work

ROOT = Path(__file__).parents[2]
BOUNDS = Bounds(seconds=4, memory_mb=600, tasks=5)


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    made = Workers(1, BOUNDS)
    yield made
    await made.close()
    assert not children()


children = multiprocessing.active_children


def lives(pid: int) -> bool:
    """Whether it still runs; one that only waits to be buried does not."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


async def test_work_is_done_elsewhere_and_gently(workers: Workers) -> None:
    assert await workers.run(work.double, 21) == 42
    assert await workers.run(work.pid) != os.getpid()
    assert await workers.run(work.niceness) >= NICE
    assert len(await workers.run(work.many_bytes, 5_000_000)) == 5_000_000


async def test_nothing_is_started_before_there_is_work() -> None:
    workers = Workers(1, BOUNDS)
    assert not children()
    await workers.close()


async def test_what_the_work_raises_is_raised_here(workers: Workers) -> None:
    with pytest.raises(ValueError, match="hỏng") as caught:
        await workers.run(work.refuse, "hỏng")
    assert "hard_work.py" in str(caught.value.__notes__)
    with pytest.raises(RuntimeError, match="PickyError: ab"):
        await workers.run(work.refuse_pickily)
    with pytest.raises(Exception, match=r"(?i)pickle"):
        await workers.run(work.unpackable)
    first = await workers.run(work.pid)
    assert await workers.run(work.pid) == first  # none of that cost a worker


@pytest.mark.parametrize("kind", ["exit", "kill", "crash", "memory", "much memory, slowly"])
async def test_a_lost_worker_is_replaced_and_the_work_done_again(
    workers: Workers, tmp_path: Path, kind: str
) -> None:
    assert await workers.run(work.once, tmp_path / "mark", kind) == "done"


@pytest.mark.parametrize("kind", ["exit", "memory"])
async def test_what_kills_twice_has_failed(workers: Workers, kind: str) -> None:
    with pytest.raises(WorkerFailed):
        await workers.run(work.go_wrong, kind)
    assert await workers.run(work.double, 1) == 2


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["hang", "hang in C"])
async def test_what_hangs_is_stopped(workers: Workers, kind: str) -> None:
    began = time.monotonic()
    with pytest.raises(WorkerFailed):
        await workers.run(work.go_wrong, kind)
    assert time.monotonic() - began < 4 * BOUNDS.seconds
    assert await workers.run(work.double, 1) == 2


async def test_a_worker_that_did_much_is_replaced(workers: Workers) -> None:
    pids = [await workers.run(work.pid) for _ in range(2 * BOUNDS.tasks)]
    assert len(set(pids)) == 2
    assert len(children()) <= 1


async def test_there_are_never_more_than_were_asked_for() -> None:
    workers = Workers(2, BOUNDS)
    pids = await asyncio.gather(*(workers.run(work.take, 0.1) for _ in range(9)))
    assert len(set(pids)) == 2
    await workers.close()


async def test_one_that_dies_takes_nobody_with_it(tmp_path: Path) -> None:
    workers = Workers(2, BOUNDS)
    slow = asyncio.gather(*(workers.run(work.take, 0.3) for _ in range(3)))
    with pytest.raises(WorkerFailed):
        await workers.run(work.go_wrong, "exit")
    assert len(await slow) == 3
    await workers.close()


async def test_closing_ends_what_works_and_what_waits(tmp_path: Path) -> None:
    workers = Workers(1, BOUNDS)
    waiting = [asyncio.ensure_future(workers.run(work.go_wrong, "hang")) for _ in range(3)]
    for _ in range(200):
        await asyncio.sleep(0.02)
        if children():
            break
    began = time.monotonic()
    await workers.close()
    assert time.monotonic() - began < 3
    assert all(
        isinstance(outcome, WorkersClosed)
        for outcome in await asyncio.gather(*waiting, return_exceptions=True)
    )
    with pytest.raises(WorkersClosed):
        await workers.run(work.double, 1)
    assert not children()


async def test_giving_up_leaves_the_worker_to_the_next(workers: Workers) -> None:
    waiting = asyncio.ensure_future(workers.run(work.take, 0.3))
    await asyncio.sleep(0.1)
    waiting.cancel()
    assert await workers.run(work.double, 4) == 8


PARENT = """
import asyncio, sys
from pathlib import Path
from bot.workers import Bounds, Workers
from tests.bot import hard_work
workers = Workers(1, Bounds(seconds=2))
asyncio.run(workers.run(hard_work.tell_and, Path(sys.argv[1]), sys.argv[2]))
"""


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("kind", ["hang", "hang in C", "nothing"])
def test_no_worker_outlives_a_killed_parent(tmp_path: Path, kind: str) -> None:
    mark = tmp_path / "pid"
    script = PARENT if kind != "nothing" else PARENT + "import time; time.sleep(600)\n"
    parent = subprocess.Popen([sys.executable, "-c", script, mark, kind], cwd=ROOT)
    until = time.monotonic() + 30
    while not (mark.exists() and mark.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    worker = int(mark.read_text())
    assert lives(worker)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 90  # of seconds of a processor that others use too, and it yields
    while lives(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not lives(worker)
