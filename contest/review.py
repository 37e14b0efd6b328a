"""The review of what was handed in, item by item, by whoever of the staff has taken it. Pure.

What is judged is an item as it was handed in: after another submission its judgement holds only if
the item is still the same (`mark_of`). Nobody outside hears of it before it is sent as a whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from rapidfuzz import fuzz, process

from contest.dossier import Dossier, Returned, State
from contest.faq.normalise import fold

Verdict = Literal["accepted", "returned"]
# no stamp, blurred, a corner cut off, not signed: what is said so often that it has a picture
Ready = Literal["stamp", "blurred", "cut", "sign"]
READY: tuple[Ready, ...] = get_args(Ready)
Works = Callable[[date], bool]  # is it a working day?


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody of the staff found about one item. `submission`, `mark`: of what was judged.

    `reason`, `words`: why it was returned. `until`: when it is wanted back. `files`: those of it
    that are to be replaced, by sha256; none: all of it. `sent`: its people know.
    """

    verdict: Verdict
    submission: int
    mark: str
    reason: Ready | None = None
    words: str = ""
    until: date | None = None
    files: tuple[str, ...] = ()
    sent: bool = False

    @property
    def asks(self) -> bool:
        """Was it returned, and has its person been told?"""
        return self.verdict == "returned" and self.sent


@dataclass(frozen=True, slots=True)
class Review:
    """How far a dossier is judged. `by`: the member who has it. `version`: 0 before it began."""

    version: int = 0
    by: int | None = None
    judgements: Mapping[str, Judgement] = field(default_factory=dict)

    def of(self, item: str, value: Any) -> Judgement | None:
        """The judgement that holds for the item as it was handed in last. What was returned to its
        person is to be judged anew, replaced or not."""
        found = self.judgements.get(item)
        return found if found and not found.asks and found.mark == mark_of(value) else None


@dataclass(frozen=True, slots=True)
class UnderReview:
    """A dossier as the staff judge it. `given`: as it was handed in last; `before`: of each item
    that was returned, what it was then."""

    dossier: Dossier
    given: Mapping[str, Any]
    review: Review
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.dossier.code

    @property
    def submission(self) -> int:
        last = self.dossier.submission
        return last.number if last else 0

    def judged(self, item: str) -> Judgement | None:
        return self.review.of(item, self.given.get(item))

    def asked_for(self, item: str) -> Judgement | None:
        """The judgement by which the item was returned to its people, if it was."""
        found = self.review.judgements.get(item)
        return found if found and found.asks else None

    def replaced(self, item: str) -> bool:
        """Was it returned, and is it another now?"""
        asked = self.asked_for(item)
        return asked is not None and asked.mark != mark_of(self.given.get(item))


@dataclass(frozen=True, slots=True)
class HandedInRow:
    """A line of the queue. `at`: of the last submission. `by`: who of the staff has it.

    `was_returned`: something of it was returned before; `rest`: and is not replaced yet.
    """

    code: str
    state: State
    at: datetime
    title: str = ""
    field: str = ""
    unit: str | None = None
    by: int | None = None
    was_returned: bool = False
    rest: bool = False

    @property
    def is_back(self) -> bool:
        """Is everything that was returned back?"""
        return self.state == "resubmitted" and self.was_returned and not self.rest


WAITS: frozenset[State] = frozenset(("submitted", "resubmitted"))


def queued(rows: Iterable[HandedInRow]) -> list[HandedInRow]:
    """What waits for a review: what is back first, then the oldest."""
    waiting = (row for row in rows if row.state in WAITS)
    return sorted(waiting, key=lambda row: (not row.is_back, row.at, row.code))


def mark_of(value: Any) -> str:
    """What an item says, in few letters: the same for the same words and the same files. What only
    the assistant has noted about its files is not in it."""
    match value:
        case {"files": list() as files, **rest}:
            value = {"files": [f["file"] for f in files], "state": rest.get("state", "")}
    written = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


# --- returning -----------------------------------------------------------------------------------


def returned_of(under: UnderReview, at: datetime, by: int | None) -> Returned:
    """All items that are judged to be returned."""
    found = {
        item: judged
        for item in under.given
        if (judged := under.judged(item)) and judged.verdict == "returned"
    }
    dates = {item: judged.until for item, judged in found.items() if judged.until}
    return Returned(
        {item: judged.words for item, judged in found.items()},
        at,
        max(dates.values(), default=None),
        ready={item: judged.reason for item, judged in found.items() if judged.reason},
        dates=dates,
        files={item: judged.files for item, judged in found.items() if judged.files},
        marks={item: judged.mark for item, judged in found.items()},
        by=by,
    )


def judgements_of(returned: Returned, submission: int) -> dict[str, Judgement]:
    """The same as judgements, item by item, as they are kept once they are sent."""
    return {
        item: Judgement(
            "returned",
            submission,
            returned.marks.get(item, ""),
            next((ready for ready in READY if ready == returned.ready.get(item)), None),
            words,
            returned.dates.get(item, returned.until),
            tuple(returned.files.get(item, ())),
            sent=True,
        )
        for item, words in returned.items.items()
    }


def left_of(returned: Returned, given: Mapping[str, Any]) -> Returned | None:
    """What was returned and is handed in as it was; None: all of it is another now."""
    same = {i for i, mark in returned.marks.items() if mark == mark_of(given.get(i))}
    if not same:
        return None
    return replace(
        returned,
        items={i: words for i, words in returned.items.items() if i in same},
        ready={i: reason for i, reason in returned.ready.items() if i in same},
        dates={i: day for i, day in returned.dates.items() if i in same},
        files={i: files for i, files in returned.files.items() if i in same},
        marks={i: mark for i, mark in returned.marks.items() if i in same},
    )


# --- by when -------------------------------------------------------------------------------------

CHOICES = (2, 3, 5, 7)  # working days that are offered


def may_be_asked_by(day: date, today: date, deadline: date) -> bool:
    """May an item be wanted back by that day? The one place that says so: never after the day on
    which dossiers are taken for the last time."""
    return today <= day <= deadline


def days_offered(today: date, deadline: date, works: Works) -> tuple[tuple[int, date], ...]:
    """So many working days, and the day that is. Of none that may be, the deadline itself."""
    found = []
    for n in CHOICES:
        day = today
        for _ in range(n):
            day = _next_worked(day, works)
        if may_be_asked_by(day, today, deadline):
            found.append((n, day))
    if not found and may_be_asked_by(deadline, today, deadline):
        return ((0, deadline),)
    return tuple(found)


def _next_worked(day: date, works: Works) -> date:
    day += timedelta(days=1)
    while not works(day):
        day += timedelta(days=1)
    return day


def age(since: date, today: date, works: Works) -> int:
    """Working days that have begun since then; of what came today: 0."""
    return sum(works(since + timedelta(days=n + 1)) for n in range((today - since).days))


_DAY = re.compile(
    r"(?:truoc |den |han |het )*(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2})(?: (?:nam )?(\d{4}))?"
)


def read_day(text: str, today: date) -> date | None:
    """«15/5», «ngày 15 tháng 5», «15-5-2027»: without a year, the next such day."""
    found = _DAY.fullmatch(fold(text))
    if found is None:
        return None
    day, month, named = int(found[1]), int(found[2]), found[3]
    if named:
        return _date(int(named), month, day)
    days = (_date(year, month, day) for year in (today.year, today.year + 1))
    return next((one for one in days if one and one >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- titles that are alike -----------------------------------------------------------------------

ALIKE = 70  # per cent from which a title is worth a look
MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Alike:
    """A title like that of the dossier: of another one of this contest (`code`), or of the contest
    of that `year`. A hint, and never a judgement."""

    title: str
    percent: int
    code: str | None = None
    year: int | None = None


def alike(
    title: str, here: Mapping[str, str], former: Iterable[tuple[int, str]]
) -> tuple[Alike, ...]:
    """The titles most like it, the likest first. `here`: code -> title of the other dossiers.

    Words count whatever their order and accents: people write the same name in many ways.
    """
    known = [Alike(other, 0, code=code) for code, other in here.items() if other]
    known += [Alike(other, 0, year=year) for year, other in former]
    near = process.extract(
        fold(title),
        [fold(one.title) for one in known],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=ALIKE,
        limit=MOST_ALIKE,
    )
    return tuple(replace(known[place], percent=round(score)) for _, score, place in near)
