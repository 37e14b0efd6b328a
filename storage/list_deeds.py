"""What staff do to the lists after the deadline, and what they take out: all of it audited."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from contest.staff import (
    Exported,
    FieldGrouping,
    GroupEnding,
    GroupNaming,
    OfLists,
    Shortlisting,
)
from storage.audit_units import note
from storage.dossier_reads import KEPT
from storage.list_rules import noted
from storage.statements import insert_or_nothing
from storage.tables import dossiers
from storage.tables_lists import jury_fields, jury_groups, shortlist
from storage.trouble import Conflict


def act(db: Connection, by: int | None, did: OfLists, at: datetime) -> None:
    """Raises Conflict where it cannot be done any more."""
    new: int | None = None
    match did:
        case GroupNaming():
            new = _name(db, did)
        case GroupEnding():
            _end(db, did.group)
        case FieldGrouping():
            _group(db, did)
        case Shortlisting():
            _choose(db, by, did, at)
        case Exported():
            pass  # it was made and goes out with this transaction
    what, dossier, detail = noted(did, new)
    note(db, by, what, at, dossier=dossier, **detail)


def _name(db: Connection, did: GroupNaming) -> int:
    """The group's number."""
    if did.group is None:
        made = insert(jury_groups).values(name=did.name).returning(jury_groups.c.number)
        return int(db.execute(made).scalar_one())
    its = jury_groups.c.number == did.group
    if db.execute(update(jury_groups).where(its).values(name=did.name)).rowcount != 1:
        raise Conflict
    return did.group


def _end(db: Connection, group: int) -> None:
    if db.execute(delete(jury_groups).where(jury_groups.c.number == group)).rowcount != 1:
        raise Conflict
    db.execute(delete(jury_fields).where(jury_fields.c.group == group))


def _group(db: Connection, did: FieldGrouping) -> None:
    db.execute(delete(jury_fields).where(jury_fields.c.field == did.field))
    if did.group is None:
        return
    its = select(jury_groups.c.number).where(jury_groups.c.number == did.group)
    if db.execute(its.with_for_update()).first() is None:
        raise Conflict
    # of two who put it somewhere at once, the second looks again
    row = insert_or_nothing(db, jury_fields).values(field=did.field, group=did.group)
    if db.execute(row).rowcount != 1:
        raise Conflict


def _choose(db: Connection, by: int | None, did: Shortlisting, at: datetime) -> None:
    if not did.chosen:
        chosen = delete(shortlist).where(shortlist.c.dossier == did.dossier)
        if db.execute(chosen).rowcount != 1:
            raise Conflict
        return
    its = select(dossiers.c.state).where(dossiers.c.code == did.dossier, KEPT)
    if db.execute(its.with_for_update()).scalar() != "accepted":
        raise Conflict
    row = insert_or_nothing(db, shortlist).values(dossier=did.dossier, at=at, by=by)
    if db.execute(row).rowcount != 1:
        raise Conflict
