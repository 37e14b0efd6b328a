"""Units of work about the advice people wish for; `port_fairness` says what they mean."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, func, select, update

from contest.advice import (
    OPEN_WISHES,
    Advising,
    Dropped,
    LeavingWish,
    OfWish,
    TakingWish,
    Wish,
    Wished,
    written,
)
from storage.audit_units import note as audited
from storage.statements import insert_or_nothing
from storage.tables import dossier_files, dossiers
from storage.tables_fairness import wishes as table
from storage.trouble import Conflict

_OPEN = table.c.state.in_(OPEN_WISHES)
_ALIVE = (dossiers.c.erased_at.is_(None), dossiers.c.state != "withdrawn")


def do(db: Connection, deed: Wished | Dropped, at: datetime) -> int:
    """Of who has to do with the dossier. Returns which wish it is. Raises Conflict."""
    if isinstance(deed, Dropped):
        _change(db, deed, _OPEN, state="dropped", over_at=at)
        return deed.number
    its = select(func.max(table.c.number)).where(table.c.dossier == deed.code)
    number: int = (db.execute(its).scalar() or 0) + 1
    row = {"dossier": deed.code, "number": number, "at": at, "mark": deed.mark}
    new = insert_or_nothing(db, table).values(**row, state="waiting", texts=[], files=[])
    if db.execute(new).rowcount != 1:  # one is open
        raise Conflict
    return number


def act(db: Connection, by: int, act: OfWish, at: datetime) -> str:
    """Of a member of the staff. Returns what it is called in the log. Raises Conflict."""
    theirs = (table.c.state == "taken", table.c.taken_by == by)
    match act:
        case TakingWish():
            what, mark = "advice_taken", act.mark
            _change(
                db,
                act,
                table.c.state == "waiting",
                state="taken",
                taken_by=by,
                taken_at=at,
                mark=mark,
            )
        case LeavingWish():
            what = "advice_left"
            _change(db, act, *theirs, state="waiting", taken_by=None, taken_at=None)
        case Advising():
            what = "advised"
            said = {"texts": list(act.texts), "files": [list(file) for file in act.files]}
            _change(db, act, *theirs, state="given", over_at=at, **said)
            for sha256, name, type_, size in act.files:
                row = {"sha256": sha256, "name": name, "type": type_, "size": size}
                db.execute(
                    insert_or_nothing(db, dossier_files).values(
                        dossier=act.code, at=at, ours=True, **row
                    )
                )
        case _:
            assert_never(act)
    audited(db, by, what, at, dossier=act.code)
    return what


def _change(db: Connection, which: Dropped | OfWish, *only: Any, **values: Any) -> None:
    """The dossier stays as it is until this save ends: it is neither withdrawn nor erased."""
    its = select(dossiers.c.code).where(dossiers.c.code == which.code, *_ALIVE).with_for_update()
    if db.execute(its).first() is None:
        raise Conflict
    one = (table.c.dossier == which.code, table.c.number == which.number)
    if db.execute(update(table).where(*one, *only).values(**values)).rowcount != 1:
        raise Conflict


def open_wishes(db: Connection) -> list[Wish]:
    alive = select(table, dossiers.c.extended_until).join(
        dossiers, dossiers.c.code == table.c.dossier
    )
    order = (table.c.at, table.c.dossier)
    return [_wish(row) for row in db.execute(alive.where(_OPEN, *_ALIVE).order_by(*order))]


def of_dossier(db: Connection, code: str) -> list[Wish]:
    found = select(table, dossiers.c.extended_until).join(
        dossiers, dossiers.c.code == table.c.dossier
    )
    its = found.where(table.c.dossier == code, dossiers.c.erased_at.is_(None))
    return [_wish(row) for row in db.execute(its.order_by(table.c.number))]


def _wish(row: Any) -> Wish:
    return Wish(
        row.dossier,
        row.number,
        row.at,
        row.mark,
        row.state,
        row.taken_by,
        row.taken_at,
        row.over_at,
        tuple(row.texts),
        written(row.files),
        row.extended_until,
    )
