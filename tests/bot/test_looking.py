"""Looking at stored files: once each, and never at the program's cost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.looking import Looker
from bot.workers import Bounds, WorkerFailed, Workers, WorkersClosed
from contest.documents.facts import Limits
from storage.files import LocalFiles
from tests.contest import sent


class Counted(Workers):
    """Real workers that count, and lose what they are told to lose."""

    def __init__(self) -> None:
        super().__init__(1, Bounds(seconds=30))
        self.runs = 0
        self.lose = False

    async def run(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.runs += 1
        if self.lose:
            raise WorkerFailed("look")
        return await super().run(function, *args, **kwargs)


@pytest.fixture
async def files(tmp_path: Path) -> LocalFiles:
    files = LocalFiles(tmp_path)
    await files.open()
    return files


@pytest.fixture
async def workers() -> AsyncIterator[Counted]:
    workers = Counted()
    yield workers
    await workers.close()


async def test_a_file_is_looked_at_once(files: LocalFiles, workers: Counted) -> None:
    looker = Looker(files, workers)
    photo = await files.put(sent.jpeg())
    voice = await files.put(sent.ogg())
    asked = [looker.facts(photo.sha256, "a.jpg") for _ in range(5)]
    first, *others = await asyncio.gather(*asked)
    assert (first.kind, first.problem, first.size) == ("image", "", photo.size)
    assert all(other == first for other in others)
    assert await looker.facts(photo.sha256) == first
    assert workers.runs == 1
    assert (await looker.facts(voice.sha256)).kind == "audio"
    assert workers.runs == 2


async def test_one_who_gives_up_does_not_take_the_answer_from_others(
    files: LocalFiles, workers: Counted
) -> None:
    looker = Looker(files, workers)
    photo = await files.put(sent.jpeg())
    first, second = (asyncio.ensure_future(looker.facts(photo.sha256)) for _ in range(2))
    await asyncio.sleep(0.01)
    first.cancel()
    assert (await second).kind == "image"


async def test_limits_are_handed_on(files: LocalFiles, workers: Counted) -> None:
    stored = await files.put(sent.pdf(5))
    assert (await Looker(files, workers).facts(stored.sha256)).pages == 5
    strict = Looker(files, workers, Limits(max_pages=3))
    assert (await strict.facts(stored.sha256)).problem == "too_many_pages"


async def test_a_file_that_kills_its_worker_is_broken(files: LocalFiles, workers: Counted) -> None:
    looker = Looker(files, workers)
    stored = await files.put(b"poison")
    workers.lose = True
    facts = await looker.facts(stored.sha256)
    assert (facts.problem, facts.size, facts.kind) == ("broken", 6, "other")
    workers.lose = False
    assert await looker.facts(stored.sha256) == facts
    assert workers.runs == 1


async def test_what_is_not_there_is_said(files: LocalFiles, workers: Counted) -> None:
    with pytest.raises(FileNotFoundError):
        await Looker(files, workers).facts("0" * 64)


async def test_the_program_s_end_is_no_fault_of_a_file(files: LocalFiles, workers: Counted) -> None:
    looker = Looker(files, workers)
    photo = await files.put(sent.jpeg())
    await workers.close()
    with pytest.raises(WorkersClosed):
        await looker.facts(photo.sha256)
