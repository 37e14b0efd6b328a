"""The questions of a dossier, made from the pack: another contest asks other things without code.

A dossier's dialog is made anew for each turn, from its code and what was answered so far.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from contest import codes
from contest.fields import FieldFinder
from contest.pack import DossierStep, Pack, Unit
from dialog.place import Answers, Given
from dialog.reply import Reply, Text, paragraphs, t, verbatim, words
from dialog.step import Dialog, Step
from dialog.takers import choice
from dialog.takers import words as own_words
from handlers.dossier import choosing, filing, signing, story
from handlers.dossier.contents import applies, entrant, steps_for
from handlers.dossier.people import People
from handlers.dossier.question import named, question
from handlers.turn import Outcome, Talk, Turn, dialog_of_dossier

MOST_NAMED = 3  # of what is missing, under a question


@dataclass(frozen=True, slots=True)
class _MadeFor:
    """The dossier that is asked for, as far as it is answered, and the home of the chat."""

    code: str
    given: Given
    home: Unit | None
    to_replace: frozenset[str]  # files


@dataclass(frozen=True, slots=True)
class Interview:
    """Makes the dialogs of all dossiers of one contest."""

    pack: Pack
    finder: FieldFinder
    done: Callable[[str, Turn, Answers], Outcome]

    def __call__(
        self,
        code: str,
        given: Given,
        home: Unit | None = None,
        to_replace: frozenset[str] = frozenset(),
    ) -> Talk:
        """`home`: of the chat that is asked; it is offered where somebody's place is. `to_replace`:
        files, by sha256, whose place is taken by the first that come to their step."""
        made_for = _MadeFor(code, given, home, to_replace)
        steps = tuple(self._step(step, made_for) for step in self.pack.checklist.steps)
        return Talk(
            t("dossier.talk_title", code=codes.shown(code)),
            Dialog(dialog_of_dossier(code), steps),
            lambda turn, answers: self.done(code, turn, answers),
        )

    def _step(self, step: DossierStep, made_for: _MadeFor) -> Step:
        made = _KINDS[step.kind](self, step, made_for)
        return replace(
            made,
            ask=lambda given: self._with_progress(made.ask(given), given),
            applies=lambda given: applies(self.pack, step, given),
            was=step.was,
            can_wait=step.kind != "entrant",
        )

    def _with_progress(self, asked: Reply, given: Given) -> Reply:
        return replace(asked, note=progress(self.pack, given))

    # --- one for each kind of step ---

    def entrant(self, step: DossierStep, _: _MadeFor) -> Step:
        ids = [kind.id for kind in self.pack.checklist.kinds]
        return Step(
            step.id,
            words(step.title),
            lambda _: choosing.entrant(self.pack, step),
            choice(ids),
            still_good=lambda value: value in ids,
        )

    def words(self, step: DossierStep, _: _MadeFor) -> Step:
        return Step(
            step.id,
            words(step.title),
            lambda given: _words(step, given),
            own_words(step.most),
            free=True,
        )

    def field(self, step: DossierStep, _: _MadeFor) -> Step:
        ids = {field.id for field in self.pack.fields}
        return Step(
            step.id,
            words(step.title),
            lambda given: choosing.fields(self.pack, step, given),
            choosing.take_field(self.pack, self.finder, step),
            lambda held: choosing.suggested(self.pack, self.finder, step, held),
            still_good=lambda value: value in ids,
        )

    def people(self, step: DossierStep, made_for: _MadeFor) -> Step:
        alone = entrant(self.pack, made_for.given) == "one"
        people = People(step, self.pack.deadline.year, alone, made_for.home)
        return Step(
            step.id,
            words(step.title),
            people.ask,
            people.take,
            people.again,
            still_good=people.good,
            free=True,
        )

    def story(self, step: DossierStep, _: _MadeFor) -> Step:
        return Step(
            step.id,
            words(step.title),
            lambda given: story.ask(step, given),
            story.take(step),
            lambda held: story.again(step, held),
            free=True,
        )

    def files(self, step: DossierStep, made_for: _MadeFor) -> Step:
        return Step(
            step.id,
            words(step.title),
            lambda given: filing.ask(step, given, made_for.to_replace),
            filing.take(step, made_for.to_replace),
            lambda held: filing.again(step, held),
        )

    def paper(self, step: DossierStep, made_for: _MadeFor) -> Step:
        return Step(
            step.id,
            words(step.title),
            lambda given: signing.ask(step, made_for.code, given, made_for.to_replace),
            signing.take(step, made_for.to_replace),
            lambda held: signing.again(step, held),
        )


_KINDS: dict[str, Callable[[Interview, DossierStep, _MadeFor], Step]] = {
    "entrant": Interview.entrant,
    "words": Interview.words,
    "field": Interview.field,
    "people": Interview.people,
    "story": Interview.story,
    "files": Interview.files,
    "paper": Interview.paper,
}


def _words(step: DossierStep, given: Given) -> Reply:
    if step.id not in given:
        return Reply(question(step))
    now = t("interview.now", answer=verbatim(str(given[step.id])))
    return Reply(paragraphs([now, words(step.ask)]))


def progress(pack: Pack, given: Given) -> Text:
    """«Đã xong 4/9. Còn: …»: the first few of what is missing, and how many more."""
    every = steps_for(pack, given)
    left = [step for step in every if step.id not in given]
    done, of = len(every) - len(left), len(every)
    if not left:
        return t("interview.all_done", of=of)
    return t("interview.progress", done=done, of=of, missing=named(left, MOST_NAMED))
