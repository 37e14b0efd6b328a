"""Drafts of every release, under the questions of today and under those of other days: nothing
that was given is lost, and what is asked next makes sense."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from contest.pack import DossierStep
from dialog.place import Answers
from handlers import overview
from handlers.dossier.contents import steps_for
from handlers.dossier.interview import Interview
from handlers.turn import Contest, dialog_of_dossier
from storage.memory import Memory
from storage.port import Answered, Arrival, Save
from tests.drafts.make_draft import HERE, half
from tests.filling import Farmer, NoPapers, a_farmer
from tests.talk import a_house, contest

DRAFTS = sorted(HERE.glob("*.json"))
Steps = tuple[DossierStep, ...]


def as_today(steps: Steps) -> Steps:
    return steps


def renamed(steps: Steps) -> Steps:
    new = {"what": "device", "photos": "pictures", "title": "name"}
    return tuple(
        msgspec.structs.replace(s, id=new[s.id], was=(s.id,)) if s.id in new else s for s in steps
    )


def added(steps: Steps) -> Steps:
    first = msgspec.structs.replace(steps[2], id="slogan", most=60)
    return (steps[0], first, *steps[1:])


def removed(steps: Steps) -> Steps:
    return tuple(s for s in steps if s.id not in ("what", "made", "photos", "authors"))


def reordered(steps: Steps) -> Steps:
    return (steps[0], *reversed(steps[1:]))


def shorter(steps: Steps) -> Steps:
    """What was taken may be more than is taken now."""
    return tuple(
        msgspec.structs.replace(s, most=1) if s.kind not in ("people", "entrant") else s
        for s in steps
    )


CHANGES = [as_today, renamed, added, removed, reordered]


def changed(change: Callable[[Steps], Steps]) -> Contest:
    """The shipped contest with other questions."""
    made = contest()
    checklist = msgspec.structs.replace(
        made.pack.checklist, steps=change(made.pack.checklist.steps)
    )
    pack = replace(made.pack, checklist=checklist)
    return replace(made, pack=pack, interview=Interview(pack, made.finder, overview.finished))


def told(value: Any) -> Iterator[str]:
    """All that a person has given: words, names, files, choices."""
    match value:
        case dict():
            for item in value.values():
                yield from told(item)
        case list():
            for item in value:
                yield from told(item)
        case str() if value:
            yield value


def kept(answers: Answers) -> str:
    return json.dumps(answers.to_json(), ensure_ascii=False)


async def resumed(farmer: Farmer, answers: Answers) -> None:
    """The dossier of this chat is one that was begun long ago."""
    storage, now = farmer.house.app.storage, farmer.house.clock()
    snapshot = await farmer.snapshot()
    arrival = await storage.accept(
        Arrival(farmer.person.chat, f"draft-{next(farmer.house.ids)}", {"kind": "start"}, now)
    )
    assert arrival is not None
    (held,) = snapshot.dossiers
    answered = Answered(farmer.code, held.version, answers)
    await storage.save(Save(arrival, snapshot.version, snapshot.chat, now, answered=(answered,)))


def test_this_release_has_its_draft_or_is_not_released_yet() -> None:
    assert DRAFTS


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
async def test_a_draft_goes_on(
    tmp_path: Path, draft: Path, change: Callable[[Steps], Steps]
) -> None:
    before = Answers.from_json(json.loads(draft.read_text("utf-8")))
    other = changed(change)
    async with a_house(tmp_path, pack=other, workers=NoPapers()) as house:
        farmer = await Farmer(house.person()).begin()
        await resumed(farmer, before)
        await farmer.say("tiếp tục")
        await sensible(farmer, other, before)
        # and to the end
        while (name := await farmer.asked()) is not None:
            step = await farmer.step()
            if name in (await farmer.answers()).begun and step.kind in ("story", "files"):
                await farmer.choose(name, "enough")
            else:
                await farmer.answer(step, "group")
        for text in told(before.to_json()):
            assert text in kept(await farmer.answers()), f"{text} was given, and is gone"
        for name in await farmer.missing():  # what was put off
            await farmer.edit(name)
            await farmer.answer(await farmer.step(), "group")
        assert (await farmer.dossier()).state == "complete"
        await farmer.submit()
        assert (await farmer.dossier()).state == "submitted"


async def sensible(farmer: Farmer, other: Contest, before: Answers) -> None:
    """The first question of today's table that has no answer and was not put off."""
    asked = await farmer.asked()
    answers = await farmer.answers()
    every = [s.id for s in steps_for(other.pack, answers.given)]
    left = [s for s in every if s not in answers.given and s not in answers.later]
    assert asked == left[0]
    was = {old: s.id for s in other.pack.checklist.steps for old in s.was}
    for name, value in before.given.items():
        assert {**answers.shelved, **answers.given}[was.get(name, name)] == value
    for name, value in before.begun.items():
        assert {**answers.shelved, **answers.begun}[was.get(name, name)] == value


@pytest.mark.parametrize("change", [removed, renamed, added, reordered, shorter])
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
async def test_what_is_brought_back_finds_its_answers(
    tmp_path: Path, draft: Path, change: Callable[[Steps], Steps]
) -> None:
    before = Answers.from_json(json.loads(draft.read_text("utf-8")))
    storage = Memory()
    async with a_house(tmp_path, storage=storage, pack=changed(change)) as house:
        farmer = await Farmer(house.person()).begin()
        await resumed(farmer, before)
        await farmer.say("tiếp tục")
        ids = house.ids

    def back(steps: Steps) -> Steps:
        """As they were, under the names they have had since."""
        names = {old: s.id for s in change(steps) for old in s.was}
        return tuple(
            msgspec.structs.replace(s, was=(names[s.id],)) if s.id in names else s for s in steps
        )

    async with a_house(tmp_path, storage=storage, pack=changed(back)) as house:
        house.ids = ids
        again = Farmer(house.person(), farmer.code)
        await again.say("tiếp tục")
        after = await again.answers()
        assert after.given == before.given
        assert after.begun == before.begun
        assert set(after.later) == set(before.later)


async def test_the_draft_is_what_the_command_makes(tmp_path: Path) -> None:
    """Of this release: that the way to make it still works."""
    async with a_farmer(tmp_path) as farmer:
        await half(farmer)
        made = await farmer.answers()
    assert set(made.begun) == {"what", "photos"}
    assert set(made.later) == {"why", "before"}
    assert "organisation" in made.given
    assert dialog_of_dossier(farmer.code).endswith(farmer.code)
