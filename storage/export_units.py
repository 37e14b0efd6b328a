"""Reads for exports, a stretch of rows at a time, in one transaction; `port_exports` says what of.

Rows are found by the key after the last one that was read, so that no cursor is kept open and
nothing has to be sorted: what a dossier holds is large, and a sort of many would fill the memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, func, select

from contest.dossier import State
from contest.exports import Entry, QuestionLine, Reader
from contest.lists import JuryGroup
from contest.model import Asked
from contest.staff import Audited
from storage.dossier_reads import KEPT
from storage.tables import agreements, audit, dossiers, questions, submissions
from storage.tables_lists import jury_fields, jury_groups, shortlist

R = TypeVar("R")
STRETCH = 500  # rows that are in memory at once

_first = submissions.alias("first")
_last = submissions.alias("last")
_NEWEST = (
    select(func.max(submissions.c.number))
    .where(submissions.c.dossier == dossiers.c.code)
    .correlate(dossiers)
    .scalar_subquery()
)
_ENTRIES: Select[Any] = (
    select(
        dossiers.c.code,
        dossiers.c.state,
        dossiers.c.helped,
        dossiers.c.opened_at,
        dossiers.c.changed_at,
        dossiers.c.unit,
        dossiers.c.returned["until"].as_string().label("until"),
        func.coalesce(_last.c.answers, dossiers.c.answers, type_=dossiers.c.answers.type).label(
            "answers"
        ),
        _first.c.at.label("first_at"),
        _last.c.at.label("last_at"),
        _last.c.number.label("times"),
        _last.c.items_done,
        _last.c.items_all,
    )
    .outerjoin(_first, and_(_first.c.dossier == dossiers.c.code, _first.c.number == 1))
    .outerjoin(_last, and_(_last.c.dossier == dossiers.c.code, _last.c.number == _NEWEST))
    .where(KEPT)
    .order_by(dossiers.c.code)
)


def exported(db: Connection, make: Callable[[Reader], R]) -> R:
    """See `port_exports.ExportStorage.exported`."""
    if db.dialect.name == "postgresql":  # SQLite reads so by itself
        db.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    return make(SqlReader(db))


class SqlReader:
    """See `contest.exports.Reader`."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def entries(
        self,
        *,
        states: Sequence[State] = (),
        unit: str | None = None,
        after: str = "",
        most: int | None = None,
    ) -> Iterator[Entry]:
        which = _ENTRIES
        if states:
            which = which.where(dossiers.c.state.in_(states))
        if unit is not None:
            which = which.where(dossiers.c.unit == unit)
        for rows in self._stretches(which, dossiers.c.code, after, most):
            agreed = self._agreed([row.code for row in rows])
            for row in rows:
                yield _entry(row, agreed.get(row.code, {}))

    def entry(self, code: str) -> Entry | None:
        row = self._db.execute(_ENTRIES.where(dossiers.c.code == code)).first()
        return _entry(row, self._agreed([code]).get(code, {})) if row else None

    def questions(self, *, unit: str | None = None) -> Iterator[QuestionLine]:
        which = select(questions).order_by(questions.c.number)
        if unit is not None:
            which = which.where(questions.c.unit == unit)
        for rows in self._stretches(which, questions.c.number, 0, None):
            for row in rows:
                yield QuestionLine(
                    row.number,
                    Asked(row.kind, row.text, row.topic, row.unit),
                    row.at,
                    row.lang,
                    row.answered_at,
                    row.closed,
                    row.unit,
                    row.role,
                    row.claimed_by,
                )

    def audit(self) -> Iterator[Audited]:
        which = select(audit).order_by(audit.c.number)
        for rows in self._stretches(which, audit.c.number, 0, None):
            for row in rows:
                yield Audited(row.number, row.at, row.by, row.what, row.detail, row.dossier)

    def groups(self) -> tuple[JuryGroup, ...]:
        fields: dict[int, list[str]] = defaultdict(list)
        for row in self._db.execute(select(jury_fields).order_by(jury_fields.c.field)):
            fields[row.group].append(row.field)
        rows = self._db.execute(select(jury_groups).order_by(jury_groups.c.number))
        return tuple(JuryGroup(row.number, row.name, tuple(fields[row.number])) for row in rows)

    def shortlist(self) -> Mapping[str, datetime]:
        rows = self._db.execute(
            select(shortlist.c.dossier, shortlist.c.at)
            .join(dossiers, dossiers.c.code == shortlist.c.dossier)
            .where(KEPT)
            .order_by(shortlist.c.dossier)
        )
        return {row.dossier: row.at for row in rows}

    def tally(self, field_step: str) -> Mapping[tuple[str, State], int]:
        """Of every dossier only the field is taken out before they are grouped: what is grouped is
        kept in memory, and that would be the answers."""
        answers = func.coalesce(_last.c.answers, dossiers.c.answers, type_=dossiers.c.answers.type)
        field = func.coalesce(answers[("given", field_step)].as_string(), "")
        bare = (
            select(field.label("field"), dossiers.c.state)
            .select_from(dossiers)
            .outerjoin(_last, and_(_last.c.dossier == dossiers.c.code, _last.c.number == _NEWEST))
            .where(KEPT)
            .cte("bare")
            .prefix_with("MATERIALIZED")
        )
        counted = select(bare.c.field, bare.c.state, func.count()).group_by(
            bare.c.field, bare.c.state
        )
        return {(name, state): n for name, state, n in self._db.execute(counted)}

    def _stretches(
        self, which: Select[Any], key: Any, after: Any, most: int | None
    ) -> Iterator[Sequence[Row[Any]]]:
        while most is None or most > 0:
            size = STRETCH if most is None else min(STRETCH, most)
            rows = self._db.execute(which.where(key > after).limit(size)).all()
            if rows:
                yield rows
            if len(rows) < size:
                return
            after = getattr(rows[-1], key.key)
            most = None if most is None else most - size

    def _agreed(self, codes: Sequence[str]) -> dict[str, dict[str, bool]]:
        found: dict[str, dict[str, bool]] = defaultdict(dict)
        for row in self._db.execute(select(agreements).where(agreements.c.dossier.in_(codes))):
            found[row.dossier][row.author] = row.agrees
        return found


def _entry(row: Row[Any], agreed: Mapping[str, bool]) -> Entry:
    return Entry(
        code=row.code,
        state=row.state,
        helped=row.helped,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        given=row.answers.get("given", {}),
        unit=row.unit,
        return_until=date.fromisoformat(row.until) if row.until else None,
        first_at=row.first_at,
        last_at=row.last_at,
        times=row.times or 0,
        done=row.items_done,
        of=row.items_all,
        agreed=agreed,
    )
