"""Units of work for the digest; `port_digest` says what they mean. They count, and load nothing."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, case, func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from contest.digest import (
    COUNTS,
    Charted,
    Count,
    Counts,
    KeptCounts,
    List,
    Pressing,
    Window,
)
from contest.dossier import HANDED_IN, STATES
from contest.model import ASKED_KINDS
from contest.outages import lost
from storage.advice_units import open_wishes
from storage.announcing_units import units_with_dossiers
from storage.dossier_reads import KEPT
from storage.outage_units import outages
from storage.question_deeds import WAITS
from storage.statements import insert_or_nothing
from storage.tables import (
    chats,
    digests,
    dossiers,
    inbox,
    outbox,
    questions,
    requests,
    runs,
    submissions,
)

log = logging.getLogger(__name__)

R = TypeVar("R")
LOOKED = ("digest looked", "last")  # the name and date of its row among the runs
_OUTSIDE = questions.c.kind == "outside"
_PROMISED = and_(WAITS, ~_OUTSIDE)
_TO_DO = requests.c.done_at.is_(None)


def counts(db: Connection, window: Window) -> Counts:
    found: dict[Count, int | None] = dict.fromkeys(COUNTS)
    for group in (_chats, _questions, _states, _handed_in, _returned_late, _communes, _requests,
                  _parked, _undelivered, _outage, _advice):  # fmt: skip
        found |= tried(db, partial(group, db, window)) or {}
    return found


def tried(db: Connection, count: Callable[[], R]) -> R | None:
    """None: it cannot be counted. A row that cannot be read must not hide all the others."""
    try:
        with db.begin_nested():
            return count()
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        log.error("cannot be counted: %s", type(error).__name__)
        return None


def _within(column: Any, window: Window) -> Any:
    return and_(column > window.since, column <= window.at)


def _sum(which: Any) -> Any:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


def _chats(db: Connection, window: Window) -> Counts:
    """Those in which something was said: who has only opened the page has no language yet."""
    said = chats.c.state["lang"].as_string().is_not(None)
    new = select(func.count()).select_from(chats)
    return {"chats": db.execute(new.where(_within(chats.c.first_at, window), said)).scalar_one()}


def _questions(db: Connection, window: Window) -> Counts:
    row = db.execute(
        select(
            _sum(_within(questions.c.at, window)).label("asked"),
            _sum(_within(questions.c.answered_at, window)).label("answered"),
            _sum(_PROMISED).label("waiting"),
            _sum(and_(_PROMISED, questions.c.at < window.long_before)).label("waiting_long"),
            func.min(case((_PROMISED, questions.c.at))).label("oldest"),
            *(_sum(and_(WAITS, questions.c.kind == kind)).label(kind) for kind in ASKED_KINDS),
        )
    ).one()
    found = {name: getattr(row, name) for name in COUNTS if name in row._mapping}
    waited = (window.at - row.oldest).total_seconds() if row.oldest else 0.0
    return found | {"longest_wait": int(waited // 3600)}


def _states(db: Connection, _: Window) -> Counts:
    rows = db.execute(select(dossiers.c.state, func.count()).where(KEPT).group_by(dossiers.c.state))
    found = {row[0]: row[1] for row in rows}
    return {state: found.get(state, 0) for state in STATES}


def _handed_in(db: Connection, window: Window) -> Counts:
    first = select(func.count()).select_from(submissions).join(
        dossiers, dossiers.c.code == submissions.c.dossier
    )  # fmt: skip
    of_it = (KEPT, submissions.c.number == 1, _within(submissions.c.at, window))
    return {"handed_in": db.execute(first.where(*of_it)).scalar_one()}


def _late(window: Window) -> Any:
    until = dossiers.c.returned["until"].as_string()  # as it is written, days sort as they run
    return and_(dossiers.c.state == "returned", KEPT, until < window.today.isoformat())


def _returned_late(db: Connection, window: Window) -> Counts:
    late = select(func.count()).select_from(dossiers).where(_late(window))
    return {"returned_late": db.execute(late).scalar_one()}


def _communes(db: Connection, _: Window) -> Counts:
    return {"communes": len(units_with_dossiers(db))}


def _requests(db: Connection, window: Window) -> Counts:
    today, last = window.today, window.due_until
    late = requests.c.done_by < today
    soon = or_(requests.c.answer_by.between(today, last), requests.c.done_by.between(today, last))
    row = db.execute(
        select(
            func.count(),
            _sum(late),
            _sum(and_(~late, soon)),
            _sum(and_(~late, requests.c.answer_by < today)),
        ).where(_TO_DO)
    ).one()
    return {
        "requests": row[0],
        "requests_late": row[1],
        "requests_due": row[2],
        "requests_unanswered": row[3],
    }


def _parked(db: Connection, window: Window) -> Counts:
    parked = (inbox.c.state == "parked", _within(inbox.c.at, window))
    return {
        "parked": db.execute(select(func.count()).select_from(inbox).where(*parked)).scalar_one()
    }


def _undelivered(db: Connection, window: Window) -> Counts:
    rows = db.execute(
        select(outbox.c.state, func.count())
        .where(outbox.c.state.in_(("dead", "doubt")), _within(outbox.c.sent_at, window))
        .group_by(outbox.c.state)
    )
    found = {row[0]: row[1] for row in rows}
    return {"undelivered": found.get("dead", 0), "in_doubt": found.get("doubt", 0)}


def _outage(db: Connection, window: Window) -> Counts:
    gone = lost(outages(db, window.since), window.since, window.at)
    return {"outage": math.ceil(gone.total_seconds() / 60)}


def _advice(db: Connection, _: Window) -> Counts:
    return {"advice": len(open_wishes(db))}


# --- the chart -----------------------------------------------------------------------------------


def chart(db: Connection, weeks: Sequence[datetime], field_step: str) -> Charted:
    return Charted(
        tried(db, partial(_opened, db, weeks)),
        tried(db, partial(_first_handed_in, db, weeks)),
        tried(db, partial(_fields, db, field_step)),
    )


_SHOWN = and_(KEPT, dossiers.c.state != "withdrawn")


def _by_week(column: Any, weeks: Sequence[datetime]) -> list[Any]:
    return [_sum(and_(column >= a, column < b)) for a, b in pairwise(weeks)]


def _opened(db: Connection, weeks: Sequence[datetime]) -> tuple[int, ...]:
    return tuple(db.execute(select(*_by_week(dossiers.c.opened_at, weeks)).where(_SHOWN)).one())


def _first_handed_in(db: Connection, weeks: Sequence[datetime]) -> tuple[int, ...]:
    of_it = select(*_by_week(submissions.c.at, weeks)).select_from(submissions)
    of_it = of_it.join(dossiers, dossiers.c.code == submissions.c.dossier)
    return tuple(db.execute(of_it.where(_SHOWN, submissions.c.number == 1)).one())


def _fields(db: Connection, field_step: str) -> dict[str, tuple[int, int]]:
    """Of every dossier only the field is taken out first: what is grouped is kept in memory, and
    that would be the answers."""
    field = func.coalesce(dossiers.c.answers[("given", field_step)].as_string(), "")
    handed_in = dossiers.c.state.in_(sorted(HANDED_IN))
    bare = select(field.label("field"), handed_in.label("handed_in")).where(_SHOWN)
    rows = bare.cte("bare").prefix_with("MATERIALIZED")
    counted = select(rows.c.field, _sum(~rows.c.handed_in), _sum(rows.c.handed_in))
    found = db.execute(counted.group_by(rows.c.field))
    return {name: (being_made, done) for name, being_made, done in found}


# --- the lists behind the buttons ----------------------------------------------------------------


def pressing(db: Connection, what: List, window: Window, most: int) -> list[Pressing]:
    match what:
        case "requests":
            return _asked_by_right(db, most)
        case "questions":
            return _asked(db, most)
        case "delivery":
            return _not_delivered(db, window)
        case "complete":
            return _dossiers(db, most, dossiers.c.state == "complete")
        case "returned":
            return _dossiers(db, most, _late(window))
        case "review":
            return _dossiers(db, most, dossiers.c.state.in_(("submitted", "resubmitted")))
        case "advice":
            return [Pressing(w.code, w.state, w.at) for w in open_wishes(db)[:most]]


def _asked_by_right(db: Connection, most: int) -> list[Pressing]:
    rows = db.execute(
        select(requests.c.number, requests.c.kind, requests.c.at, requests.c.done_by)
        .where(_TO_DO)
        .order_by(requests.c.done_by, requests.c.number)
        .limit(most)
    )
    return [Pressing(str(row.number), row.kind, row.at, row.done_by) for row in rows]


def _asked(db: Connection, most: int) -> list[Pressing]:
    rows = db.execute(
        select(questions.c.number, questions.c.kind, questions.c.at)
        .where(_PROMISED)
        .order_by(questions.c.at, questions.c.number)
        .limit(most)
    )
    return [Pressing(str(row.number), row.kind, row.at) for row in rows]


def _dossiers(db: Connection, most: int, which: Any) -> list[Pressing]:
    rows = db.execute(
        select(
            dossiers.c.code,
            dossiers.c.state,
            dossiers.c.changed_at,
            dossiers.c.returned["until"].as_string().label("until"),
        )
        .where(which, KEPT)
        .order_by(dossiers.c.changed_at, dossiers.c.code)
        .limit(most)
    )
    return [
        Pressing(
            row.code,
            row.state,
            row.changed_at,
            date.fromisoformat(row.until) if row.until else None,
        )
        for row in rows
    ]


def _not_delivered(db: Connection, window: Window) -> list[Pressing]:
    found: list[Pressing] = []
    for table, state, kind, at in (
        (inbox, "parked", "parked", inbox.c.at),
        (outbox, "dead", "undelivered", outbox.c.sent_at),
        (outbox, "doubt", "in_doubt", outbox.c.sent_at),
    ):
        rows = db.execute(
            select(table.c.channel, func.count().label("n"), func.min(at).label("since"))
            .where(table.c.state == state, _within(at, window))
            .group_by(table.c.channel)
            .order_by(table.c.channel)
        )
        found += [Pressing(row.channel, kind, row.since, n=row.n) for row in rows]
    return found


# --- what is kept from day to day ----------------------------------------------------------------


def keep_counts(db: Connection, kept: KeptCounts) -> bool:
    row = {"day": kept.day, "at": kept.at, "counts": dict(kept.counts)}
    return bool(db.execute(insert_or_nothing(db, digests).values(**row)).rowcount == 1)


def kept_counts(db: Connection, until: date) -> KeptCounts | None:
    row = db.execute(
        select(digests).where(digests.c.day <= until).order_by(digests.c.day.desc()).limit(1)
    ).first()
    return KeptCounts(row.day, row.at, row.counts) if row else None


def looked(db: Connection, at: datetime) -> None:
    name, day = LOOKED
    its = (runs.c.name == name, runs.c.date == day)
    if db.execute(update(runs).where(*its).values(at=at)).rowcount == 0:
        db.execute(insert(runs).values(name=name, date=day, at=at))


def last_look(db: Connection) -> datetime | None:
    name, day = LOOKED
    its = select(runs.c.at).where(runs.c.name == name, runs.c.date == day)
    found: datetime | None = db.execute(its).scalar()
    return found
