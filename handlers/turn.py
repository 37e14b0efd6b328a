"""What a handler is given, and what it may answer. Handlers ask, they never act."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace

from contest.faq.answer import Faq
from contest.fields import FieldFinder
from contest.model import Asked
from contest.pack import Pack
from contest.units import Gazetteer
from dialog.engine import asking, missing, reconcile
from dialog.event import Event, Input
from dialog.place import Answers, Place
from dialog.reply import Button, Reply, Text, t
from dialog.step import Dialog, Step


@dataclass(frozen=True, slots=True)
class Shown:
    """A button, as the person read it: typing it is pressing it."""

    label: str
    token: str


@dataclass(frozen=True, slots=True)
class Contest:
    """The contest of this installation, with everything that is built once from its pack."""

    pack: Pack
    faq: Faq
    finder: FieldFinder
    gazetteer: Gazetteer
    talks: Mapping[str, Talk]


@dataclass(frozen=True, slots=True)
class Turn:
    """One event, and all that may be looked at while answering it."""

    event: Event
    did: Input  # what the event means here: a typed label has become a press
    lang: str
    place: Place
    answers: Mapping[str, Answers]  # by dialog
    contest: Contest
    shown: tuple[tuple[Shown, ...], ...] = ()  # of the last messages with buttons, newest first
    last_words: str = ""  # the last question of theirs that was not answered


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be remembered, and what to say. `answers` holds only the dialogs that changed."""

    place: Place
    replies: tuple[Reply, ...] = ()
    answers: Mapping[str, Answers] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    lang: str | None = None  # set: the person changed the language
    unanswered: str | None = None  # set: remember these words as not answered


Handler = Callable[[Turn], Awaitable[Outcome | None]]  # None: not for me


@dataclass(frozen=True, slots=True)
class Talk:
    """A dialog with what becomes of it: `done` is called when nothing is left to ask."""

    title: Text
    dialog: Dialog
    done: Callable[[Turn, Answers], Outcome]
    open_from_start: bool = False  # opening it again begins anew
    can_restart: bool = False  # «start again» may throw its answers away
    for_questions: bool = False  # a question is the answer it asks for


def say(turn: Turn, *replies: Reply) -> Outcome:
    """Show something else: the open dialog, if there is one, waits and can be gone on with."""
    return Outcome(turn.place.elsewhere(), with_ways_on(turn, replies))


def with_ways_on(turn: Turn, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """Under the last message: the way back into what is open, and to the menu."""
    *before, last = replies
    ways = [b for b in (continue_button(turn), MENU) if b and b not in last.buttons]
    return (*before, replace(last, buttons=(*last.buttons, *ways)))


MENU = Button(t("menu.button"), "menu/open")
HUMAN = Button(t("human.button"), "human/open")


def continue_button(turn: Turn) -> Button | None:
    talk = turn.contest.talks.get(turn.place.dialog or "")
    return Button(t("continue.button", title=talk.title), "continue/go") if talk else None


def open_step(turn: Turn) -> Step | None:
    """The step on the screen, if a step is on the screen."""
    talk = turn.contest.talks.get(turn.place.dialog or "")
    return talk.dialog.step(turn.place.asked) if talk and turn.place.asked else None


def answered_aside(turn: Turn, *replies: Reply, place: Place | None = None) -> Outcome:
    """Say something in the middle of a dialog, then ask again what was asked."""
    place = place or turn.place
    talk = turn.contest.talks.get(place.dialog or "")
    if talk is None or place.asked is None:
        return Outcome(place.elsewhere(), with_ways_on(turn, replies))
    moved = asking(talk.dialog, place, answers_of(turn, talk), *replies)
    return Outcome(moved.place, moved.replies, {talk.dialog.name: moved.answers})


def answers_of(turn: Turn, talk: Talk) -> Answers:
    return reconcile(talk.dialog, turn.answers.get(talk.dialog.name, Answers()))


def entered(turn: Turn, name: str, *first: Reply, resume: bool = False) -> Outcome:
    """Open a dialog where it was left; from its start if it always begins anew.

    `resume`: go on with what is open already.
    """
    talk = turn.contest.talks[name]
    answers = answers_of(turn, talk)
    if talk.open_from_start and not resume:
        answers = Answers(shelved=answers.shelved)
    over = not missing(talk.dialog, answers)
    place = turn.place.opened(name)
    if over:
        return talk.done(replace(turn, place=place), answers)
    moved = asking(talk.dialog, place, answers, *first)
    return Outcome(moved.place, moved.replies, {name: moved.answers})


def restarted(turn: Turn, name: str) -> Outcome:
    """Ask everything of a dialog anew."""
    return entered(replace(turn, answers={**turn.answers, name: Answers()}), name)


def closing(turn: Turn, name: str, answers: Answers, *replies: Reply) -> Outcome:
    """The dialog is over: what waited before it is open again, and can be gone on with."""
    place = turn.place.closed() if turn.place.dialog == name else turn.place.elsewhere()
    after = replace(turn, place=place)
    return Outcome(after.place, with_ways_on(after, replies), {name: answers})
