"""Units of work of the staff and of time: dossiers judged, requests carried out, all forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, null, select, update

from contest.dossier import Invited, Returned, State
from dialog.event import ChatRef
from dialog.place import Answers
from storage.dossier_deeds import hand_out, note
from storage.dossier_reads import KEPT, TODAY
from storage.dossier_rules import judged, may_judge, returned_to_json
from storage.port import Outgoing, Told
from storage.records import erase_chat
from storage.statements import of
from storage.tables import (
    agreements,
    dossier_files,
    dossiers,
    invitations,
    notes,
    participants,
    requests,
    submissions,
)
from storage.tables_given import given
from storage.units import last_of, put_out, tell

_PARTS = (participants, invitations, agreements, notes, dossier_files)


def judge(
    db: Connection,
    code: str,
    state: State,
    returned: Returned | None,
    told: Sequence[Told],
    at: datetime,
) -> bool:
    its = dossiers.c.code == code
    before = db.execute(select(dossiers.c.state).where(its, KEPT).with_for_update()).scalar()
    if before is None or not may_judge(before, state):
        return False
    what = returned_to_json(returned)
    values = {
        "state": state,
        "returned": null() if what is None else what,
        "version": dossiers.c.version + 1,
        "changed_at": at,
    }
    db.execute(update(dossiers).where(its).values(values))
    note(db, code, at, "judged", None, judged(state, returned))
    tell(db, told, at)
    return True


def invite(db: Connection, code: str, invitation: str, at: datetime) -> bool:
    its = dossiers.c.code == code
    if db.execute(select(dossiers.c.state).where(its, KEPT)).first() is None:
        return False
    if not hand_out(db, Invited(code, invitation, "claim"), at):
        return False
    note(db, code, at, "invited", None, {"kind": "claim", "author": None})
    return True


def _finish(db: Connection, number: int, at: datetime, *more: Any) -> ChatRef | None:
    """Whose waiting request of that number is done now."""
    row = db.execute(
        update(requests)
        .where(requests.c.number == number, requests.c.done_at.is_(None), *more)
        .values(done_at=at)
        .returning(requests.c.channel, requests.c.chat)
    ).first()
    return ChatRef(row.channel, row.chat) if row else None


def finish_request(db: Connection, number: int, message: Outgoing, at: datetime) -> bool:
    if (chat := _finish(db, number, at)) is None:
        return False
    put_out(db, chat, [message], last_of(db, chat), at)
    return True


def erase_for(db: Connection, request: int, message: Outgoing, at: datetime) -> bool:
    chat = _finish(db, request, at, requests.c.kind == "erase")
    if chat is None:
        return False
    owned = select(participants.c.dossier).where(
        of(participants, chat), participants.c.role == "owner", TODAY
    )
    for code in db.execute(owned.distinct().order_by(participants.c.dossier)).scalars().all():
        _erase(db, code, at)
    erase_chat(db, chat, message, at)
    return True


def _erase(db: Connection, code: str, at: datetime) -> None:
    """What is being thought of it at this moment is a Conflict: the version is another."""
    db.execute(
        update(dossiers)
        .where(dossiers.c.code == code)
        .values(
            state="withdrawn",
            version=dossiers.c.version + 1,
            answers=Answers().to_json(),
            helped=False,
            returned=null(),
            unit=null(),
            opened_at=at,
            changed_at=at,
            erased_at=at,
        )
    )
    bare = update(submissions).where(submissions.c.dossier == code)
    db.execute(bare.values(digest="", changes="", answers=null()))
    for table in _PARTS:
        db.execute(delete(table).where(table.c.dossier == code))


def forget_dossiers(db: Connection) -> int:
    count = db.execute(select(func.count()).select_from(dossiers).where(KEPT)).scalar_one()
    for table in (*_PARTS, submissions, dossiers, given):
        db.execute(delete(table))
    return count
