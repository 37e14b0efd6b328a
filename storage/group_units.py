"""Units of work about groups of staff, beside a turn; `port_groups` says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from contest.staff import StaffGroup
from dialog.event import ChatRef
from storage.audit_units import note
from storage.group_deeds import TODAY
from storage.port import Told
from storage.port_groups import Grouped
from storage.statements import of
from storage.tables_groups import groups as table
from storage.units import tell


def groups(db: Connection) -> list[Grouped]:
    rows = db.execute(select(table).where(TODAY).order_by(table.c.number))
    return [Grouped(_group(row), ChatRef(row.channel, row.chat)) for row in rows]


def invitation(db: Connection, token: str) -> StaffGroup | None:
    row = db.execute(select(table).where(table.c.token == token)).first()
    return _group(row) if row else None


def tie(db: Connection, token: str, chat: ChatRef, at: datetime, told: Sequence[Told]) -> bool:
    good = (table.c.token == token, table.c.since.is_(None), table.c.good_until > at)
    its = {"channel": chat.channel, "chat": chat.id, "since": at}
    tied = update(table).where(*good).values(**its).returning(table.c.number, table.c.by)
    row = db.execute(tied).first()
    if row is None:
        return False
    before = update(table).where(of(table, chat), TODAY, table.c.number != row.number)
    db.execute(before.values(until=at))
    tell(db, told, at)
    note(db, row.by, "chat_group_tied", at, chat_group=row.number)
    return True


def untie(db: Connection, chat: ChatRef, at: datetime) -> bool:
    ended = update(table).where(of(table, chat), TODAY).values(until=at)
    row = db.execute(ended.returning(table.c.number)).first()
    if row is None:
        return False
    note(db, None, "chat_group_ended", at, chat_group=row.number)
    return True


def move(db: Connection, chat: ChatRef, to: ChatRef) -> bool:
    moved = update(table).where(of(table, chat), TODAY)
    return db.execute(moved.values(channel=to.channel, chat=to.id)).rowcount > 0


def _group(row: Row[Any]) -> StaffGroup:
    return StaffGroup(row.number, row.role, row.by, row.good_until, row.since)
