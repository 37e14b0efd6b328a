"""Units of work about the staff; `port_staff` says what they mean. All that is done is audited."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, Row, insert, select, update

from contest.advice import OfWish
from contest.staff import (
    Act,
    DigestAt,
    Ending,
    Exported,
    Inviting,
    Joining,
    Looking,
    Member,
    Naming,
    OfDossier,
    OfGaps,
    OfGroups,
    OfLists,
    OfOffice,
    OfProposal,
    OfQuestion,
    OfWork,
    StaffInvitation,
)
from dialog.event import ChatRef
from storage.advice_units import act as act_on_wish
from storage.audit_units import note
from storage.gap_units import act as act_on_gaps
from storage.group_deeds import act as act_on_group
from storage.list_deeds import act as act_on_list
from storage.port import Arrival
from storage.port_staff import Staffed
from storage.proposal_units import act as act_on_proposal
from storage.question_deeds import act as act_on_question
from storage.report_units import act as act_on_work
from storage.review_units import act as act_on_dossier
from storage.statements import of
from storage.tables import chats, staff, staff_invitations
from storage.trouble import Conflict

_TODAY = staff.c.until.is_(None)


def member_of(db: Connection, chat: ChatRef) -> Member | None:
    row = db.execute(select(staff).where(of(staff, chat), _TODAY)).first()
    return _member(row) if row else None


def _member(row: Row[Any]) -> Member:
    return Member(row.number, row.role, row.name, row.since, row.unit, row.digest_at)


def everybody(db: Connection) -> list[Staffed]:
    rows = db.execute(
        select(staff, chats.c.state)
        .join_from(
            staff,
            chats,
            (chats.c.channel == staff.c.channel) & (chats.c.chat == staff.c.chat),
            isouter=True,  # a chat that was quiet for long may be forgotten
        )
        .where(_TODAY)
        .order_by(staff.c.number)
    )
    return [
        Staffed(_member(row), ChatRef(row.channel, row.chat), (row.state or {}).get("lang"))
        for row in rows
    ]


def invitation(db: Connection, token: str) -> StaffInvitation | None:
    row = db.execute(select(staff_invitations).where(staff_invitations.c.token == token)).first()
    if row is None:
        return None
    return StaffInvitation(row.role, row.until, row.unit, row.by, used=row.used_at is not None)


def do(db: Connection, arrival: Arrival, acts: tuple[Act, ...], at: datetime) -> None:
    """What a turn of the staff does. Raises Conflict where it cannot be done any more."""
    chat = arrival.chat
    for act in acts:
        if isinstance(act, Joining):
            _join(db, arrival, act, at)
            continue
        member = member_of(db, chat)
        if member is None:  # the role ended meanwhile
            raise Conflict
        if isinstance(act, OfQuestion):
            act_on_question(db, member.number, act, at)
        elif isinstance(act, OfProposal):
            act_on_proposal(db, member.number, act, at)
        elif isinstance(act, OfWish):
            act_on_wish(db, member.number, act, at)
        elif isinstance(act, OfDossier):
            act_on_dossier(db, member.number, act, at)
        else:
            _office(db, member, act, at)


def _office(db: Connection, member: Member, act: OfOffice, at: datetime) -> None:
    """What concerns the office itself, and nobody outside it."""
    if isinstance(act, OfLists):
        act_on_list(db, member.number, act, at)
    elif isinstance(act, OfGaps):
        act_on_gaps(db, member.number, act, at)
    elif isinstance(act, OfGroups):
        act_on_group(db, member.number, act, at)
    elif isinstance(act, OfWork):
        act_on_work(db, member, act, at)
    else:
        _do(db, member.number, act, at)


def at_server(db: Connection, act: Inviting | Ending | Exported | Looking, at: datetime) -> bool:
    if isinstance(act, Exported):
        act_on_list(db, None, act, at)
        return True
    try:
        _do(db, None, act, at)
    except Conflict:
        return False
    return True


def _do(
    db: Connection,
    by: int | None,
    act: Inviting | Naming | DigestAt | Ending | Looking,
    at: datetime,
) -> None:
    match act:
        case Inviting():
            row = {
                "token": act.token,
                "role": act.role,
                "unit": act.unit,
                "by": by,
                "until": act.until,
            }
            db.execute(insert(staff_invitations).values(**row))
            note(db, by, "invited", at, role=act.role, unit=act.unit)
        case Naming():
            db.execute(update(staff).where(staff.c.number == by).values(name=act.name))
            note(db, by, "named", at)
        case DigestAt():
            db.execute(update(staff).where(staff.c.number == by).values(digest_at=act.time))
            note(db, by, "digest_at", at, time=act.time)
        case Ending():
            its = update(staff).where(staff.c.number == act.member, _TODAY).values(until=at)
            if db.execute(its).rowcount != 1:
                raise Conflict
            note(db, by, "ended", at, member=act.member)
        case Looking():
            note(db, by, "looked", at, dossier=act.dossier, screen=act.what)
        case _:
            assert_never(act)


def _join(db: Connection, arrival: Arrival, act: Joining, at: datetime) -> None:
    """Good is an invitation that was good when the code was sent: the line may be slow."""
    chat = arrival.chat
    good = (
        staff_invitations.c.token == act.token,
        staff_invitations.c.used_at.is_(None),
        staff_invitations.c.until > arrival.at,
    )
    found = db.execute(select(staff_invitations).where(*good).with_for_update()).first()
    if found is None:
        raise Conflict
    db.execute(update(staff).where(of(staff, chat), _TODAY).values(until=at))
    number = db.execute(
        insert(staff)
        .values(
            channel=chat.channel, chat=chat.id, role=found.role, unit=found.unit, name="", since=at
        )
        .returning(staff.c.number)
    ).scalar_one()
    used = update(staff_invitations).where(staff_invitations.c.token == act.token)
    db.execute(used.values(used_at=at, used_by=number))
    note(db, number, "joined", at, role=found.role, unit=found.unit, invited_by=found.by)


def erase(db: Connection, chat: ChatRef, at: datetime) -> None:
    """The audit log keeps the number, and no name."""
    db.execute(update(staff).where(of(staff, chat)).values(name="", chat=""))
    db.execute(update(staff).where(staff.c.chat == "", _TODAY).values(until=at))
