"""Units of work about units' reports and deputies; `port_reports` says what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, assert_never

from sqlalchemy import Connection, func, insert, select, update

from contest.deputies import Absence
from contest.reporting import ByPlace, Grouped, UnitReport
from contest.staff import (
    ComingBack,
    Declining,
    GoingAway,
    Member,
    OfWork,
    Reminding,
    SendingReport,
)
from storage.audit_units import note
from storage.digest_units import tried
from storage.dossier_reads import KEPT
from storage.statements import insert_or_nothing
from storage.tables import dossiers, participants, runs, staff
from storage.tables_reports import absences, unit_reports
from storage.trouble import Conflict

REMINDED = "units reminded/"  # and the period: the name of its rows among the runs


def act(db: Connection, by: Member, done: OfWork, at: datetime) -> None:
    """What a member does. Raises Conflict where it cannot be done any more."""
    match done:
        case SendingReport():
            _report(db, by, done, at)
        case Reminding():
            row = {"name": f"{REMINDED}{done.period}", "date": done.day.isoformat(), "at": at}
            if db.execute(insert_or_nothing(db, runs).values(**row)).rowcount != 1:
                raise Conflict
            note(db, by.number, "units_reminded", at, period=done.period, n=done.n)
        case GoingAway():
            _go_away(db, by, done, at)
        case ComingBack():
            theirs = (absences.c.member == by.number, absences.c.ended_at.is_(None))
            _change(db, done.absence, *theirs, ended_at=at)
            note(db, by.number, "came_back", at)
        case Declining():
            open_ = (absences.c.declined_at.is_(None), absences.c.ended_at.is_(None))
            _change(db, done.absence, absences.c.deputy == by.number, *open_, declined_at=at)
            note(db, by.number, "declined", at, member=_member_of(db, done.absence))
        case _:
            assert_never(done)


# --- reports -------------------------------------------------------------------------------------


def _report(db: Connection, by: Member, done: SendingReport, at: datetime) -> None:
    if by.unit is None:
        raise Conflict
    its = (unit_reports.c.period == done.period, unit_reports.c.unit == by.unit)
    last = db.execute(select(func.max(unit_reports.c.version)).where(*its)).scalar() or 0
    row = {
        "period": done.period,
        "unit": by.unit,
        "version": last + 1,
        "by": by.number,
        "at": at,
        "body": dict(done.body),
    }
    if db.execute(insert_or_nothing(db, unit_reports).values(**row)).rowcount != 1:
        raise Conflict  # somebody else of the unit, at the same moment
    note(db, by.number, "reported", at, period=done.period, unit=by.unit, version=last + 1)


def of_period(db: Connection, period: str, every: bool) -> list[UnitReport]:
    rows = db.execute(
        select(unit_reports)
        .where(unit_reports.c.period == period)
        .order_by(unit_reports.c.unit, unit_reports.c.version)
    ).all()
    found = [
        UnitReport.of(r.unit, r.period, r.body, version=r.version, by=r.by, at=r.at) for r in rows
    ]
    return found if every else list({report.unit: report for report in found}.values())


def reminded_on(db: Connection, period: str) -> date | None:
    its = select(func.max(runs.c.date)).where(runs.c.name == f"{REMINDED}{period}")
    found = db.execute(its).scalar()
    return date.fromisoformat(found) if found else None


# --- deputies ------------------------------------------------------------------------------------


def _go_away(db: Connection, by: Member, done: GoingAway, at: datetime) -> None:
    here = select(staff.c.number).where(staff.c.number == done.deputy, staff.c.until.is_(None))
    if done.deputy is not None and db.execute(here).first() is None:
        raise Conflict
    same_days = (
        absences.c.member == by.number,
        absences.c.ended_at.is_(None),
        absences.c.first <= done.last,
        absences.c.last >= done.first,
    )
    db.execute(update(absences).where(*same_days).values(ended_at=at))
    days = {"first": done.first, "last": done.last}
    row = {"member": by.number, "deputy": done.deputy, "at": at, **days}
    db.execute(insert(absences).values(**row))
    said = {name: day.isoformat() for name, day in days.items()}
    note(db, by.number, "away", at, member=done.deputy, **said)


def _change(db: Connection, number: int, *only: Any, **values: Any) -> None:
    changed = update(absences).where(absences.c.number == number, *only).values(**values)
    if db.execute(changed).rowcount != 1:
        raise Conflict


def _member_of(db: Connection, number: int) -> int:
    its = select(absences.c.member).where(absences.c.number == number)
    return int(db.execute(its).scalar_one())


def not_over(db: Connection, since: date) -> list[Absence]:
    rows = db.execute(
        select(absences)
        .where(absences.c.last >= since, absences.c.ended_at.is_(None))
        .order_by(absences.c.number)
    )
    return [
        Absence(r.number, r.member, r.first, r.last, r.at, r.deputy, r.declined_at is not None)
        for r in rows
    ]


# --- by unit -------------------------------------------------------------------------------------

_SHOWN = (KEPT, dossiers.c.state != "withdrawn")


def by_place(db: Connection, field_step: str) -> ByPlace:
    return ByPlace(
        tried(db, partial(_grouped, db, field_step)),
        tried(db, partial(_entrants, db)),
    )


def _grouped(db: Connection, field_step: str) -> tuple[Grouped, ...]:
    """Of every dossier only the field is taken out first, as in the digest's chart."""
    unit = func.coalesce(dossiers.c.unit, "")
    field = func.coalesce(dossiers.c.answers[("given", field_step)].as_string(), "")
    bare = select(unit.label("unit"), field.label("field"), dossiers.c.state).where(*_SHOWN)
    rows = bare.cte("bare").prefix_with("MATERIALIZED")
    whose = (rows.c.unit, rows.c.field, rows.c.state)
    found = db.execute(select(*whose, func.count()).group_by(*whose).order_by(*whose))
    return tuple(Grouped(*row) for row in found)


def _entrants(db: Connection) -> Mapping[str, int]:
    """Owners, each once in a unit; and everybody who is helped and has no chat of their own."""
    unit = func.coalesce(dossiers.c.unit, "").label("unit")
    owner = (participants.c.role == "owner", participants.c.until.is_(None))
    owners = (
        select(unit, participants.c.channel, participants.c.chat)
        .join(participants, participants.c.dossier == dossiers.c.code)
        .where(*_SHOWN, *owner)
        .distinct()
        .subquery()
    )
    helped = select(unit, func.count()).where(*_SHOWN, dossiers.c.helped).group_by(unit)
    found: Counter[str] = Counter()
    for rows in (select(owners.c.unit, func.count()).group_by(owners.c.unit), helped):
        for name, n in db.execute(rows):
            found[name] += n
    return dict(sorted(found.items()))
