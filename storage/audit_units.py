"""The audit log: written by the units that do what it tells of, in their transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from contest.staff import Audited
from storage.tables import audit


def note(
    db: Connection,
    by: int | None,
    what: str,
    at: datetime,
    *,
    dossier: str | None = None,
    **more: Any,
) -> None:
    """A line of the audit log."""
    detail = {name: value for name, value in more.items() if value is not None}
    row = {"at": at, "by": by, "what": what, "dossier": dossier, "detail": detail}
    db.execute(insert(audit).values(**row))


def audited(db: Connection, before: int | None, most: int) -> list[Audited]:
    found = select(audit).order_by(audit.c.number.desc()).limit(most)
    if before is not None:
        found = found.where(audit.c.number < before)
    return _lines(db, found)


def audited_of(db: Connection, code: str, most: int) -> list[Audited]:
    found = select(audit).where(audit.c.dossier == code).order_by(audit.c.number.desc())
    return _lines(db, found.limit(most))


def _lines(db: Connection, found: Select[Any]) -> list[Audited]:
    return [
        Audited(row.number, row.at, row.by, row.what, row.detail, row.dossier)
        for row in db.execute(found)
    ]
