"""What a handler is given, and what it may answer. Handlers ask, they never act."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from contest import codes
from contest.advice import Wish
from contest.announcing import Became, Reach, Segment
from contest.deputies import Absence
from contest.desk import Case, Talking
from contest.digest import Charted, Counts, KeptCounts, List, Pressing, Window
from contest.dossier import Consent, Deed, Dossier, Invitation, Role
from contest.ends import is_over
from contest.exports import Reader, Wanted
from contest.extensions import Trace
from contest.faq.answer import Faq
from contest.faq.grouping import Gap
from contest.faq.model import Model
from contest.faq.trying import Trial
from contest.fields import FieldFinder
from contest.model import Asked
from contest.outages import Outage
from contest.pack import Pack, Unit
from contest.proposals import Proposal, ProposalState
from contest.reporting import ByPlace, UnitReport
from contest.review import HandedInRow, UnderReview
from contest.staff import Act, Audited, Member, StaffGroup, StaffInvitation, StaffRole
from contest.teaching import Teaching
from contest.units import Gazetteer
from dialog.engine import asking, reconcile
from dialog.event import Event, Input
from dialog.place import Answers, Given, Place
from dialog.reply import Button, Reply, Stored, Text, t
from dialog.step import Dialog, Step


@dataclass(frozen=True, slots=True)
class Shown:
    """A button, as the person read it: typing it is pressing it."""

    label: str
    token: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked last and found an answer, and the topics that answered it, by id."""

    words: str = ""
    topics: tuple[str, ...] = ()

    @classmethod
    def of(cls, kept: Sequence[str]) -> Answered:
        return cls(kept[0], tuple(kept[1:])) if kept else cls()

    @property
    def kept(self) -> tuple[str, ...]:
        """As it is remembered."""
        return (self.words, *self.topics)

    @property
    def topic(self) -> str:
        """What «and what about…?» follows on; empty if nothing was answered."""
        return self.topics[0] if self.topics else ""


@dataclass(frozen=True, slots=True)
class Contest:
    """The contest of this installation, with everything that is built once from its pack."""

    pack: Pack
    faq: Faq
    finder: FieldFinder
    gazetteer: Gazetteer
    talks: Mapping[str, Talk]
    # of the dossier of that code, as far as it is answered, in a chat with that home; the files
    # that new ones are to replace
    interview: Callable[[str, Given, Unit | None, frozenset[str]], Talk]
    address: str = ""  # where people open the web chat
    pack_at: str = ""  # the pack's name or folder, for those who make papers from its forms
    shipped: Pack | None = None  # as it was read, if staff corrected it since


R = TypeVar("R")


class LookUps(Protocol):
    """What a handler may look up beside its turn."""

    async def invitation(self, invitation: str) -> Invitation | None: ...
    async def dossier(self, code: str) -> tuple[Dossier, Answers] | None: ...
    async def consents(self) -> Sequence[Consent]: ...
    async def staff(self) -> Sequence[Member]: ...
    async def staff_invitation(self, code: str) -> StaffInvitation | None: ...
    async def audit(self, before: int | None = None) -> Sequence[Audited]: ...
    async def cases(self) -> Sequence[Case]: ...
    async def case(self, number: int) -> Case | None: ...
    async def proposals(self, states: Sequence[ProposalState]) -> Sequence[Proposal]: ...
    async def proposal(self, number: int) -> Proposal | None: ...
    async def reach(self, segment: Segment) -> Reach: ...
    async def became(self, announcement: int, most: int = 0) -> Became: ...
    async def units_with_dossiers(self) -> set[str]: ...
    async def outages(self, since: datetime) -> Sequence[Outage]: ...
    async def traces(self, since: datetime) -> Sequence[Trace]: ...
    async def wishes(self) -> Sequence[Wish]: ...
    async def wishes_of(self, code: str) -> Sequence[Wish]: ...
    async def groups(self) -> Sequence[StaffGroup]: ...
    async def gaps(self, model: Model) -> Sequence[Gap]: ...
    async def tried(self, teaching: Teaching, member: int, back: str) -> Trial: ...
    async def given(self) -> Mapping[str, datetime]: ...
    async def given_count(self, names: Sequence[str]) -> int: ...
    async def counts(self, window: Window) -> Counts: ...
    async def kept_counts(self, until: date) -> KeptCounts | None: ...
    async def chart(self, weeks: Sequence[datetime], field_step: str) -> Charted: ...
    async def under_review(self, code: str) -> UnderReview | None: ...
    async def handed_in(self, field_step: str) -> Sequence[HandedInRow]: ...
    async def audit_of(self, code: str) -> Sequence[Audited]: ...
    async def pressing(self, what: List, window: Window, most: int) -> Sequence[Pressing]: ...
    async def unit_reports(self, period: str) -> Sequence[UnitReport]: ...
    async def reminded_on(self, period: str) -> date | None: ...
    async def absences(self, since: date) -> Sequence[Absence]: ...
    async def by_place(self, field_step: str) -> ByPlace: ...
    async def read(self, make: Callable[[Reader], R]) -> R:
        """What is small, all of it as it is at one moment."""

    async def exported(self, wanted: Wanted, name: Text) -> tuple[Stored, int] | None:
        """The file that was asked for, and its rows; `name`: without its ending. None: it could not
        be made. It takes as long as there are rows."""

    def down(self) -> Mapping[str, float]:
        """The channels that do not work, and for how many seconds."""


DOSSIER = "d-"  # a dossier's dialog is named by its code: an old button finds its own dossier


def dialog_of_dossier(code: str) -> str:
    return f"{DOSSIER}{code}"


def dossier_of_dialog(name: str | None) -> str | None:
    """The code of the dossier whose dialog this is."""
    return name.removeprefix(DOSSIER) if name and name.startswith(DOSSIER) else None


@dataclass(frozen=True, slots=True)
class Turn:
    """One event, and all that may be looked at while answering it."""

    event: Event
    did: Input  # what the event means here: a typed label has become a press
    lang: str
    place: Place
    answers: Mapping[str, Answers]  # by dialog
    contest: Contest
    look_up: LookUps
    draw: Callable[[int], int]  # a number from 0 to n-1 that nobody can foresee
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)  # of this chat, by code
    shown: tuple[tuple[Shown, ...], ...] = ()  # of the last messages with buttons, newest first
    last_words: str = ""  # the last question of theirs that was not answered
    last_answer: Answered = Answered()
    member: Member | None = None  # of the staff
    talking: Talking | None = None  # with somebody of the staff, or just before
    news: bool = True  # does the person want announcements?

    def talk(self, name: str | None) -> Talk | None:
        """The dialog of that name, if this chat may have it."""
        if (code := dossier_of_dialog(name)) is None:
            return self.contest.talks.get(name or "")
        if (dossier := self.own(code)) is None:
            return None
        return self.contest.interview(code, self.given(code), self.home, dossier.to_replace)

    @property
    def home(self) -> Unit | None:
        """Where the person last said they live, if there is such a unit today."""
        return self.contest.gazetteer.by_id(self.place.home) if self.place.home else None

    @property
    def today(self) -> date:
        return self.event.at.date()

    @property
    def over(self) -> bool:
        """Is the contest's deadline past? Of a dossier, `over_for` says it."""
        return self.today > self.contest.pack.deadline

    def over_for(self, dossier: Dossier) -> bool:
        return is_over(dossier, self.contest.pack.deadline, self.today)

    def own(self, code: str | None) -> Dossier | None:
        """The dossier of that code, if this chat may work on it: its owner or a helper."""
        dossier = self.dossiers.get(code or "")
        return dossier if dossier and dossier.role != "author" else None

    @property
    def own_dossiers(self) -> list[Dossier]:
        return [dossier for code in self.dossiers if (dossier := self.own(code))]

    def with_dossier(self, dossier: Dossier) -> Turn:
        """The turn as it will be with this dossier, for what is said of it at once."""
        return replace(self, dossiers={**self.dossiers, dossier.code: dossier})

    def answered(self, code: str) -> Answers:
        """What was answered in a dossier, with what was begun and what was laid aside."""
        return self.answers.get(dialog_of_dossier(code), Answers())

    def given(self, code: str) -> Given:
        return self.answered(code).given

    def new_code(self, length: int = codes.DOSSIER) -> str:
        return codes.made(length, self.draw)


@dataclass(frozen=True, slots=True)
class Tell:
    """Something for the others who have to do with a dossier; never for the chat of the turn.

    Its files are theirs from then on: only what shows nothing of anybody.
    """

    code: str
    roles: tuple[Role, ...]
    reply: Reply


@dataclass(frozen=True, slots=True)
class TellStaff:
    """Something for members of the staff: for all of these numbers, and of these roles (of this
    unit only, if one is named); never for the member of the turn.

    Of who is away the deputy is told, unless it is `for_them`. `many`: one of many of its kind.
    """

    reply: Reply
    members: tuple[int, ...] = ()
    roles: tuple[StaffRole, ...] = ()
    unit: str | None = None
    for_them: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class TellAsker:
    """Something for whoever asked this question."""

    question: int
    reply: Reply


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be remembered, and what to say. `answers` holds only the dialogs that changed."""

    place: Place
    replies: tuple[Reply, ...] = ()
    answers: Mapping[str, Answers] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    lang: str | None = None  # set: the person changed the language
    unanswered: str | None = None  # set: remember these words as not answered
    answered: Answered | None = None  # set: remember that this was answered
    deeds: tuple[Deed, ...] = ()
    tell: tuple[Tell, ...] = ()
    acts: tuple[Act, ...] = ()
    tell_staff: tuple[TellStaff, ...] = ()
    tell_asker: tuple[TellAsker, ...] = ()
    ends_talk: bool = False  # with somebody of the staff: the assistant answers again
    news: bool | None = None  # set: from now on they want announcements, or none
    given: tuple[str, ...] = ()  # answers and screens that are shown, beside those `said` knows of
    denied: str | None = None  # set: somebody tried what they may not; it goes into the log


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


def to_dossier(code: str, label: Text | None = None) -> Button:
    return Button(label or t("dossier.back"), f"dossier/open/{code}")


def continue_button(turn: Turn) -> Button | None:
    talk = turn.talk(turn.place.dialog)
    return Button(t("continue.button", title=talk.title), "continue/go") if talk else None


def open_step(turn: Turn) -> Step | None:
    """The step on the screen, if a step is on the screen."""
    talk = turn.talk(turn.place.dialog)
    return talk.dialog.step(turn.place.asked) if talk and turn.place.asked else None


def answered_aside(turn: Turn, *replies: Reply, place: Place | None = None) -> Outcome:
    """Say something in the middle of a dialog, then ask again what was asked."""
    place = place or turn.place
    talk = turn.talk(place.dialog)
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
    talk = turn.talk(name)
    if talk is None:
        raise LookupError(f"no dialog {name} in this chat")
    answers = answers_of(turn, talk)
    if talk.open_from_start and not resume:
        answers = Answers(shelved=answers.shelved)
    place = turn.place.opened(name)
    moved = asking(talk.dialog, place, answers, *first)
    if moved.finished:  # also if what is left was put off
        return talk.done(replace(turn, place=place), answers)
    return Outcome(moved.place, moved.replies, {name: moved.answers})


def restarted(turn: Turn, name: str) -> Outcome:
    """Ask everything of a dialog anew."""
    return entered(replace(turn, answers={**turn.answers, name: Answers()}), name)


def closing(turn: Turn, name: str, answers: Answers, *replies: Reply) -> Outcome:
    """The dialog is over: what waited before it is open again, and can be gone on with."""
    place = turn.place.closed() if turn.place.dialog == name else turn.place.elsewhere()
    after = replace(turn, place=place)
    return Outcome(after.place, with_ways_on(after, replies), {name: answers})
