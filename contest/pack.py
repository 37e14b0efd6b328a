"""A contest pack: everything a contest says, as data that was checked when it was read.

A pack is a folder of TOML and plain-text files (`docs/adding.md` describes them). Nothing in it
stands without a source and a status, and whoever edits it is told the file, line and key of a slip.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

import msgspec

from contest.calendar import Period, Standing, When
from contest.checklist import Accepts as Accepts
from contest.checklist import Checklist as Checklist
from contest.checklist import DossierStep as DossierStep
from contest.checklist import EntrantKind as EntrantKind
from contest.checklist import Item as Item
from contest.checklist import Kind as Kind
from contest.checklist import Need as Need
from contest.checklist import Purpose as Purpose
from contest.checklist import StepKind as StepKind
from contest.cited import Cited as Cited
from contest.cited import Document as Document
from contest.cited import Record as Record
from contest.cited import Source as Source
from contest.cited import Words as Words
from contest.offers import Advice as Advice
from contest.offers import Extensions as Extensions
from contest.reporting import Agency as Agency
from contest.reporting import Reporting as Reporting
from contest.working import Spans, Working, knows

Effect = Literal["fits", "not_yet", "ask"]
Desk = Literal["secretary", "adviser", "officer"]  # officer: of the commune of who asks
Screen = Literal[
    "timeline", "fields", "find_field", "eligibility", "checklist", "helpers", "commune", "human",
    "dossier", "my_data",
]  # fmt: skip  # what an answer may lead on to


class Span(Record, frozen=True, rename={"starts": "from", "ends": "to"}):
    """When something is, in the document's way: `to`, `before` or `during`; `from` needs `to`.

    Each is a period: «2027-05-30», «2027-05», «2027-Q2» or «2027».
    """

    starts: str | None = None
    ends: str | None = None
    before: str | None = None
    during: str | None = None
    tentative: bool = False

    def __post_init__(self) -> None:
        if sum(p is not None for p in (self.ends, self.before, self.during)) != 1:
            raise ValueError("exactly one of `to`, `before` and `during`")
        if self.starts and not self.ends:
            raise ValueError("`from` goes with `to`")
        when = self.when  # raises what is wrong with the periods
        if when.first and when.first > when.last:
            raise ValueError("`from` no later than `to`")

    @property
    def when(self) -> When:
        if self.during:
            period = Period.parse(self.during)
            return When(period, period, tentative=self.tentative)
        if self.before:
            return When(None, Period.parse(self.before), excluded=True, tentative=self.tentative)
        starts = Period.parse(self.starts) if self.starts else None
        return When(starts, Period.parse(self.ends or ""), tentative=self.tentative)


class Stage(Cited, frozen=True, kw_only=True):
    """One line of the timetable. `follows`: without a start of its own it begins after that one."""

    id: str
    title: Words
    span: Span
    note: Words | None = None
    follows: str | None = None


class Task(Cited, frozen=True, kw_only=True):
    """Something the office does for each solution chosen for the next contest, in that stage."""

    id: str
    stage: str
    title: Words


class Unknown(Cited, frozen=True, kw_only=True):
    """Something people ask for and no document says yet."""

    id: str
    text: Words


class UnitsToday(Cited, frozen=True, kw_only=True):
    """Since when the communes and wards of units.tsv are what they are, and whose they are.

    `example`: a name or two that a person may type.
    """

    since: str
    province: str
    example: Words

    def __post_init__(self) -> None:
        self.day  # noqa: B018 -- raises what is wrong with it

    @property
    def day(self) -> date:
        return Period.parse(self.since).first


class WorkingHours(Cited, frozen=True, kw_only=True):
    """When the office works: `days` of the week (Monday is 1), and `hours` of each, «07:30-11:30».

    `holidays`: the country whose public holidays are free. `free`, `worked`: single days that are
    otherwise than that.
    """

    days: tuple[int, ...]
    hours: tuple[str, ...]
    holidays: str = ""
    free: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not self.days or not set(self.days) <= set(range(1, 8)):
            raise ValueError("`days` from 1 (Monday) to 7")
        ends = [moment for span in self.spans for moment in span]
        if not ends or ends != sorted(set(ends)):
            raise ValueError("`hours` like 07:30-11:30, one after the other")
        if self.holidays and not knows(self.holidays):
            raise ValueError("`holidays` a country like VN")

    @property
    def spans(self) -> Spans:
        """Raises ValueError."""
        pairs = (span.partition("-") for span in self.hours)
        return tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, _, b in pairs)

    @property
    def clock(self) -> Working:
        free, worked = frozenset(self.free), frozenset(self.worked)
        return Working(self.spans, frozenset(self.days), self.holidays, free, worked)


class Body(Cited, frozen=True, kw_only=True):
    """An agency and what it does for an entrant. `contact` stays empty until its owner gives it."""

    id: str
    name: Words
    does: tuple[Words, ...]
    contact: Words | None = None


class HelpNeed(Record, frozen=True):
    """What somebody may need help with, and who gives it, the best first.

    `by_commune`: the commune is asked for, and `bodies` says what each commune does.
    """

    id: str
    label: Words
    bodies: tuple[str, ...]
    by_commune: bool = False


class Field(Cited, frozen=True, kw_only=True):
    """A field of the contest. `examples` are shown; `descriptions` teach the field finder."""

    id: str
    title: Words
    plain: Words
    examples: Mapping[str, tuple[str, ...]]


class Option(Cited, frozen=True, kw_only=True):
    """An answer to an eligibility question, and what follows from it."""

    id: str
    label: Words
    effect: Effect
    reason: Words


class OnlyIf(Record, frozen=True):
    """An earlier question, and those of its options after which another one makes sense."""

    question: str
    options: tuple[str, ...]


class Question(Record, frozen=True):
    id: str
    ask: Words
    title: Words
    options: tuple[Option, ...]
    only_if: OnlyIf | None = None

    def applies(self, answers: Mapping[str, object]) -> bool:
        """As far as the answers tell: a question that is not answered yet excludes nothing."""
        if self.only_if is None or self.only_if.question not in answers:
            return True
        return answers[self.only_if.question] in self.only_if.options


class Eligibility(Record, frozen=True):
    """The questions, and what the rules that are not yet published may still change."""

    caveat: Words
    questions: tuple[Question, ...]


class Topic(Cited, frozen=True, kw_only=True):
    """A question people ask, and its answer. `next` names screens that help from here.

    `desk`: who of the staff is asked about it, where the answer is not enough.
    """

    id: str
    question: Words
    answer: Words
    next: tuple[Screen, ...] = ()
    desk: Desk = "secretary"


class Thresholds(Record, frozen=True):
    """From which score on the FAQ answers, and from which on it offers likely questions.

    `outside`: from which probability on a text that is not answered is taken for out of scope.
    """

    answer: float
    offer: float
    outside: float = 0.8


class Certainty(Record, frozen=True):
    """What each piece of evidence counts for the chance that a topic is right (log-odds).

    The figures are those of `contest.faq.certainty.Evidence`; a pack too small to be calibrated
    takes these.
    """

    bias: float = 0.5
    likely: float = 0.5
    margin: float = 1.0
    outside: float = -0.3
    foreign: float = -0.3
    alike: float = 1.5
    beside: float = -1.0
    rival: float = -1.0
    covered: float = 1.0
    known: float = 0.5
    few: float = 0.0


class Unit(msgspec.Struct, frozen=True):
    """A commune or ward of today, and the old units it took in."""

    name: str  # «Xã Chi Lăng»
    was: tuple[OldUnit, ...]


class OldUnit(msgspec.Struct, frozen=True):
    name: str  # «TT Đồng Mỏ»
    district: str  # «H. Chi Lăng»
    part: bool = False  # split between several units of today


class FormerTitle(msgspec.Struct, frozen=True):
    """A title of an earlier contest, without its authors."""

    year: int
    title: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One contest, checked. Order is the order of the files."""

    id: str
    languages: tuple[str, ...]
    name: Words
    short_name: Words
    documents: Mapping[str, Document]
    reference_caveat: Words  # why what other contests did may not hold here
    deadline_stage: str
    stages: tuple[Stage, ...]
    unknowns: tuple[Unknown, ...]
    bodies: Mapping[str, Body]
    needs: tuple[HelpNeed, ...]
    office: str  # the body that answers for the contest
    fields: tuple[Field, ...]
    fields_intro: Words
    fields_caveat: Words
    field_descriptions: Mapping[str, tuple[str, ...]]
    eligibility: Eligibility
    checklist: Checklist
    topics: Mapping[str, Topic]
    phrasings: Mapping[str, tuple[str, ...]]
    out_of_scope: tuple[str, ...]
    thresholds: Thresholds
    certainty: Certainty
    units: tuple[Unit, ...]
    units_today: UnitsToday
    working: Working  # when the office works
    reporting: Reporting | None = None  # how units report; none: they do not
    agencies: tuple[Agency, ...] = ()
    tasks: tuple[Task, ...] = ()  # for what is chosen for the next contest
    former: tuple[FormerTitle, ...] = ()  # titles of earlier contests, as far as they are public
    office_hours: WorkingHours | None = None  # the row that says so, if the pack has one

    def on_paper(self, text: Words | None) -> str:
        """In the language of the contest's papers, whatever its reader's: the pack's first."""
        return text[self.languages[0]] if text else ""

    def stage(self, name: str) -> Stage:
        return next(s for s in self.stages if s.id == name)

    @property
    def deadline(self) -> date:
        """The last day on which dossiers are taken."""
        return self.stage(self.deadline_stage).span.when.last

    def standing(self, stage: Stage, today: date) -> Standing:
        """Is the stage over, on, or to come? One without a start follows the one it names."""
        when = stage.span.when
        if today > when.last:
            return "past"
        first = when.first
        if first is None and stage.follows:
            first_after = self.stage(stage.follows).span.when.last
            return "now" if today > first_after else "coming"
        return "coming" if first and today < first else "now"
