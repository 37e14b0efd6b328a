"""Units of work about proposals; `port_proposals` says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, Row, insert, select, update

from contest.proposals import KEEPS_FILES, Proposal, ProposalState
from contest.staff import Deciding, OfProposal, ProposalKind, Proposing, TakingBack
from storage.audit_units import note
from storage.tables_proposals import proposals as table
from storage.trouble import Conflict


def act(db: Connection, by: int, act: OfProposal, at: datetime) -> None:
    match act:
        case Proposing():
            row = {"kind": act.kind, "by": by, "at": at, "state": "waiting"}
            made = insert(table).values(**row, detail=dict(act.detail)).returning(table.c.number)
            number = db.execute(made).scalar_one()
            note(db, by, "proposed", at, proposal=number, kind=act.kind)
        case Deciding():
            its = (table.c.number == act.proposal, table.c.state == "waiting", table.c.by != by)
            state = "refused" if act.due is None else "approved"
            _change(db, its, state=state, decided_by=by, decided_at=at, due=act.due)
            note(db, by, state, at, proposal=act.proposal)
        case TakingBack():
            own = (table.c.state == "waiting") & (table.c.by == by)
            still = (table.c.state == "approved") & (table.c.due > at)
            wanted = (table.c.by == by) | (table.c.decided_by == by)
            _change(db, (table.c.number == act.proposal, own | (still & wanted)), state="back")
            note(db, by, "took_back", at, proposal=act.proposal)
        case _:
            assert_never(act)


def _change(db: Connection, which: Sequence[Any], **values: Any) -> None:
    if db.execute(update(table).where(*which).values(**values)).rowcount != 1:
        raise Conflict


def proposals(
    db: Connection, states: Sequence[ProposalState], kind: ProposalKind | None
) -> list[Proposal]:
    found = select(table).where(table.c.state.in_(states))
    if kind is not None:
        found = found.where(table.c.kind == kind)
    order = (table.c.done_at.is_(None), table.c.done_at, table.c.number)
    return [_proposal(row) for row in db.execute(found.order_by(*order))]


def proposal(db: Connection, number: int) -> Proposal | None:
    row = db.execute(select(table).where(table.c.number == number)).first()
    return _proposal(row) if row else None


def known_files(db: Connection) -> set[str]:
    """Of what waits, was approved, or was done."""
    return {file for one in proposals(db, KEEPS_FILES, None) for file in one.files}


def done(db: Connection, number: int, at: datetime) -> bool:
    its = (table.c.number == number, table.c.state == "approved", table.c.due <= at)
    changed = update(table).where(*its).values(state="done", done_at=at)
    by = db.execute(changed.returning(table.c.decided_by)).first()
    if by is None:
        return False
    note(db, by.decided_by, "carried_out", at, proposal=number)
    return True


def call_off(db: Connection, number: int, at: datetime) -> bool:
    its = (table.c.number == number, table.c.state == "approved")
    if db.execute(update(table).where(*its).values(state="back")).rowcount != 1:
        return False
    note(db, None, "called_off", at, proposal=number)
    return True


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        row.number,
        row.kind,
        row.by,
        row.at,
        row.detail,
        row.state,
        row.decided_by,
        row.decided_at,
        row.due,
        row.done_at,
    )
