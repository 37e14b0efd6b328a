"""Somebody who fills in a dossier of any contest, step by step, by pressing and saying."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from bot.channels.port import Message
from bot.workers import WorkerFailed
from contest.dossier import Dossier, Returned, State
from contest.pack import DossierStep
from contest.papers import MAKERS
from dialog.place import Answers
from handlers.dossier.contents import steps_for
from handlers.turn import dialog_of_dossier
from storage.memory import Memory
from storage.port import Snapshot
from tests.talk import TINY, Here, House, Person, R, SetClock, a_house

WORDS = "Máy tách hạt ngô"


@dataclass
class Farmer:
    """A person with one dossier."""

    person: Person
    code: str = ""

    @property
    def house(self) -> House:
        return self.person.house

    async def snapshot(self) -> Snapshot:
        return await self.house.app.storage.load(self.person.chat)

    async def answers(self) -> Answers:
        held = await self.house.app.storage.dossier(self.code)
        assert held is not None
        return held.answers

    async def given(self) -> dict[str, Any]:
        return dict((await self.answers()).given)

    async def dossier(self) -> Dossier:
        held = await self.house.app.storage.dossier(self.code)
        assert held is not None
        return held.dossier

    async def asked(self) -> str | None:
        """The step on the screen."""
        return (await self.snapshot()).chat.place.asked

    async def say(self, text: str) -> list[Message]:
        return self._answered(await self.person.say(text))

    async def send(self, *names: str, caption: str = "") -> list[Message]:
        return self._answered(await self.person.send(*names, caption=caption))

    async def press(self, token: str) -> list[Message]:
        return self._answered(await self.person.press_token(token))

    def _answered(self, messages: list[Message]) -> list[Message]:
        """Nothing was set aside because a turn has failed."""
        storage = self.house.app.storage
        if isinstance(storage, Memory):
            assert [row.arrival.payload for row in storage.inbox if row.state == "parked"] == []
        assert messages, "silence"
        return messages

    async def choose(self, step: str, choice: str) -> list[Message]:
        """Press a button of a step, be it on the screen or far above."""
        return await self.press(f"{dialog_of_dossier(self.code)}:{step}/{choice}")

    async def edit(self, step: str) -> list[Message]:
        return await self.choose(step, "edit")

    async def begin(self, *, remind: bool = True) -> Farmer:
        """Agree to everything, and open a dossier."""
        before = {h.dossier.code for h in (await self.snapshot()).dossiers}
        for code in before:  # an empty one would be opened again
            first = self.house.app.contest.pack.checklist.steps[0]
            await self.press(f"{dialog_of_dossier(code)}:{first.id}/one")
        await self.press("dossier/new")
        for purpose in self.house.app.contest.pack.checklist.purposes:
            if (await self.snapshot()).chat.place.dialog != "consent":
                break
            no = purpose.id == "reminders" and not remind
            await self.press(f"consent:{purpose.id}/{'no' if no else 'yes'}")
        (new,) = {h.dossier.code for h in (await self.snapshot()).dossiers} - before
        self.code = new
        return self

    async def step(self) -> DossierStep:
        name = await self.asked()
        return next(s for s in self.house.app.contest.pack.checklist.steps if s.id == name)

    async def answer(self, step: DossierStep, kind: str = "one") -> None:
        """Answer a step that is on the screen, in the shortest way there is."""
        match step.kind:
            case "entrant":
                await self.choose(step.id, kind)
            case "words":
                await self.say(WORDS)
            case "field":
                await self.choose(step.id, self.house.app.contest.pack.fields[0].id)
            case "people":
                await self.author("Nông Văn Thử", "1971")
                if kind != "one":
                    await self.choose(step.id, "enough")
            case "story":
                await self.say(f"Chuyện về {step.id}.")
                await self.choose(step.id, "enough")
            case "files" | "paper" if not step.needed:
                await self.choose(step.id, "none")
            case _:
                await self.send(f"{step.id}.jpg")
                await self.choose(step.id, "enough")

    async def author(self, name: str, born: str, *more: str) -> list[Message]:
        """A row of the authors; `more`: a guardian."""
        said: list[Message] = []
        for line in (name, born, "xã Thử", "0912 345 678", *more):
            said += await self.say(line)
        return said

    async def fill(self, *, until: str | None = None, kind: str = "one") -> Farmer:
        """Answer all that is asked, or all before the step `until`."""
        while (name := await self.asked()) is not None and name != until:
            await self.answer(await self.step(), kind)
            assert await self.asked() != name, f"{name} was answered, and is asked again"
        return self

    async def submit(self) -> list[Message]:
        return await self.press(await self.submit_token())

    async def submit_token(self) -> str:
        """Of the button that hands in the dossier as it is now."""
        await self.press(f"dossier/open/{self.code}")
        tokens = [b.token for b in self.person.last.buttons]
        return next((t for t in tokens if t.startswith("dossier/submit/")), "")

    async def judged(
        self, state: State, items: dict[str, str] | None = None, until: date | None = None
    ) -> bool:
        """What the staff decide."""
        now = self.house.clock()
        returned = Returned(items or {}, now, until) if state == "returned" else None
        return await self.house.app.storage.judge(self.code, state, returned, (), now)

    async def missing(self) -> list[str]:
        given = await self.given()
        every = steps_for(self.house.app.contest.pack, given)
        return [s.id for s in every if s.id not in given]


def said(messages: list[Message]) -> str:
    return "\n".join(m.text for m in messages)


class NoPapers(Here):
    """Nothing is drawn or typeset, which takes most of a second: the rest goes on without. A
    picture is looked at once for all tests: the same bytes are the same facts."""

    seen: ClassVar[dict[str, Any]] = {}

    async def run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        if any(function is maker.make for maker in MAKERS.values()):
            raise WorkerFailed
        (path,) = args
        if path.name not in self.seen:
            self.seen[path.name] = await super().run(function, *args, **kwargs)
        found: R = self.seen[path.name]
        return found


@asynccontextmanager
async def a_farmer(
    folder: Path,
    pack: str | Path = "lang-son-9",
    clock: SetClock | None = None,
    *,
    papers: bool = False,
) -> AsyncIterator[Farmer]:
    """With an open dossier, at its first question."""
    workers = Here() if papers else NoPapers()
    async with a_house(folder, pack=pack, clock=clock, workers=workers) as house:
        yield await Farmer(house.person()).begin()


__all__ = ["TINY", "WORDS", "Farmer", "a_farmer", "said"]
