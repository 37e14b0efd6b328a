"""The contest of today: what was done is in it, whatever fails the old one goes on."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from contest import today
from contest.pack import Pack
from contest.proposals import NoLongerFits, Proposal
from contest.reading import load
from contest.staff import Deciding, Proposing
from handlers import contest_of
from handlers.turn import Contest
from storage.memory import Memory
from tests.talk import TINY, Here, SetClock, a_house

R = TypeVar("R")
TAUGHT = "cơm nguội miết lên diều"


def understood(contest: Contest) -> str:
    topic = contest.faq.decide("com nguoi miet len dieu").topic
    return topic.id if topic else ""


class Broken(Here):
    """Learning fails."""

    async def run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        raise MemoryError("of this worker")


class Slow(Here):
    """Something else happens while we learn."""

    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        if self.meanwhile:
            await self.meanwhile()
            self.meanwhile = None
        return await super().run(function, *args, **kwargs)


def said(pack: Pack, proposal: Proposal) -> Pack:
    """A row for tests: `detail` is a phrasing of a topic; without a topic, whose the office is."""
    topic, text = proposal.detail["topic"], proposal.detail["text"]
    if not topic:
        return replace(pack, office=text)
    if topic not in pack.topics:
        raise NoLongerFits(topic)
    return replace(pack, phrasings={**pack.phrasings, topic: (*pack.phrasings[topic], text)})


@pytest.fixture(autouse=True)
def _row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "APPLIES", {"teaching": said})
    monkeypatch.setattr("bot.today.APPLIES", {"teaching": said})
    monkeypatch.setattr("bot.app.APPLIES", {"teaching": said})


async def done(memory: Memory, clock: SetClock, topic: str, text: str) -> None:
    """Proposed, decided and carried out."""
    at = clock()
    number = len(memory._staff.proposals.rows) + 1
    memory._staff.proposals.act(1, Proposing("teaching", {"topic": topic, "text": text}), at)
    memory._staff.proposals.act(2, Deciding(number, at), at)
    assert await memory.carry_out(number, [], at)


async def test_what_was_done_is_so_at_once_and_after_a_restart(tmp_path: Path) -> None:
    memory, clock = Memory(), SetClock()
    async with a_house(tmp_path, pack=TINY, storage=memory, clock=clock) as house:
        before = house.app.contest
        await done(memory, clock, "glue", TAUGHT)
        assert await house.app.today.renew()
        assert house.app.contest is not before
        assert understood(house.app.contest) == "glue"
        assert understood(before) != "glue"  # which a turn under way goes on with
        assert house.app.today.applied == {1}
        assert not await house.app.today.renew()
        assert house.app.contest.shipped == before.pack
    async with a_house(tmp_path, pack=TINY, storage=memory, clock=clock) as house:
        assert understood(house.app.contest) == "glue"


async def test_what_this_release_has_no_place_for_is_left_out(tmp_path: Path) -> None:
    memory, clock = Memory(), SetClock()
    async with a_house(tmp_path, pack=TINY, storage=memory, clock=clock) as house:
        await done(memory, clock, "gone", "không còn nữa")
        await done(memory, clock, "glue", TAUGHT)
        await house.app.today.renew()
        assert (house.app.today.applied, house.app.today.left_out) == ({2}, {1})


async def test_what_cannot_be_learnt_leaves_the_old_and_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    memory, clock = Memory(), SetClock()
    async with a_house(tmp_path, pack=TINY, storage=memory, clock=clock, workers=Broken()) as house:
        before = house.app.contest
        await done(memory, clock, "glue", TAUGHT)
        assert not await house.app.today.renew()
        assert house.app.contest is before
        assert house.app.today.failed
        assert "the old answers go on" in caplog.text
        house.app.today._workers = Here()
        assert not await house.app.today.renew()  # not each minute
        clock.now += timedelta(hours=1)
        assert await house.app.today.renew()
        assert not house.app.today.failed


async def test_a_fact_that_changes_while_we_learn_is_not_lost(tmp_path: Path) -> None:
    """Learning takes seconds; what is so by then is what counts."""
    memory, clock = Memory(), SetClock()
    workers = Slow()
    async with a_house(tmp_path, pack=TINY, storage=memory, clock=clock, workers=workers) as house:
        await done(memory, clock, "glue", TAUGHT)
        workers.meanwhile = lambda: done(memory, clock, "", "council")
        assert await house.app.today.renew()
        assert house.app.contest.pack.office == "council"
        assert understood(house.app.contest) == "glue"
        assert house.app.today.applied == {1, 2}
        model = house.app.contest.faq.model
        await done(memory, clock, "", "club")
        assert await house.app.today.renew()
        assert house.app.contest.faq.model is model  # no phrasing has changed


def of_many_voices(folder: Path) -> Contest:
    """The tiny contest, as if several people had written for it."""
    path = Path(shutil.copytree(TINY, folder / "many"))
    said = path / "faq" / "phrasings"
    for number in range(6):
        text = f"[when]\nngày {number} nộp diều được không\n[glue]\nkeo loại {number} dán diều\n"
        (said / f"v{number}.txt").write_text(text, "utf-8")
    return contest_of(load(path), "", str(path), folder / "learnt")


async def test_how_sure_is_sure_enough_is_found_anew(tmp_path: Path) -> None:
    memory, clock = Memory(), SetClock()
    pack = of_many_voices(tmp_path)
    async with a_house(tmp_path, pack=pack, storage=memory, clock=clock) as house:
        before = house.app.contest.pack.thresholds
        today = house.app.today
        await today.calibrate()
        assert not list((tmp_path / "learnt").glob("calibrated-*"))  # nothing was added
        await done(memory, clock, "glue", TAUGHT)
        assert await today.renew()
        assert house.app.contest.pack.thresholds == before  # until it is found
        await today.calibrate()
        found = house.app.contest.pack.thresholds
        assert found != before
        assert house.app.contest.faq.thresholds == found
        assert not await today.renew()
        assert understood(house.app.contest) == "glue"
        (kept,) = (tmp_path / "learnt").glob("calibrated-*.json")
    async with a_house(tmp_path, pack=pack, storage=memory, clock=clock) as house:
        assert house.app.contest.pack.thresholds == found
        kept.write_text("?")
        await house.app.today.renew()
        assert house.app.contest.pack.thresholds == before


async def test_what_cannot_be_calibrated_leaves_what_was_sure_enough(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    memory, clock = Memory(), SetClock()
    pack = of_many_voices(tmp_path)
    async with a_house(tmp_path, pack=pack, storage=memory, clock=clock) as house:
        await done(memory, clock, "glue", TAUGHT)
        await house.app.today.renew()
        before = house.app.contest
        house.app.today._calibrations = replace(house.app.today._calibrations, workers=Broken())
        await house.app.today.calibrate()
        await house.app.today.calibrate()  # not each minute
        assert caplog.text.count("cannot be calibrated") == 1
        assert house.app.contest is before
