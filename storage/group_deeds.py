"""What a turn does to groups of staff: a code for one is made, one is told nothing any more."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from sqlalchemy import Connection, delete, insert, update

from contest.staff import EndingGroup, InvitingGroup, OfGroups
from storage.audit_units import note
from storage.tables_groups import groups as table
from storage.trouble import Conflict

TODAY = table.c.since.is_not(None) & table.c.until.is_(None)


def act(db: Connection, by: int, act: OfGroups, at: datetime) -> None:
    match act:
        case InvitingGroup():
            db.execute(delete(table).where(table.c.since.is_(None), table.c.good_until < at))
            row = {"token": act.token, "role": act.role, "by": by, "good_until": act.until}
            db.execute(insert(table).values(**row))
            note(db, by, "chat_group_invited", at, role=act.role)
        case EndingGroup():
            its = update(table).where(table.c.number == act.group, TODAY).values(until=at)
            if db.execute(its).rowcount != 1:
                raise Conflict
            note(db, by, "chat_group_ended", at, chat_group=act.group)
        case _:
            assert_never(act)
