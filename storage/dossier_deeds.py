"""What a turn does to dossiers: plain functions of a connection, all inside the turn's save."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, delete, func, insert, null, select, update

from contest.advice import Dropped, Wished
from contest.dossier import (
    Consented,
    HandedIn,
    Invited,
    Joined,
    Located,
    MovedTo,
    Noted,
    Opened,
    OwnDeed,
    Reminding,
    Requested,
    Role,
    State,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.advice_units import do as do_wish
from storage.dossier_reads import KEPT, TODAY, invitation, role_of
from storage.dossier_rules import check, check_use, returned_to_json
from storage.port import Answered, Conflict, Save
from storage.statements import insert_or_nothing
from storage.tables import (
    agreements,
    consents,
    dossier_files,
    dossiers,
    invitations,
    notes,
    participants,
    requests,
    submissions,
)


def save_dossiers(db: Connection, save: Save) -> None:
    """The deeds of a turn in their order, then its answers. Raises Conflict, ValueError."""
    if not (save.deeds or save.answered):
        return
    check(save)
    # in one order for everybody, so that no two saves wait for each other
    for answered in sorted(save.answered, key=lambda answered: answered.code):
        if answered.version:
            _take_version(db, answered)
    for deed in save.deeds:
        if isinstance(deed, Wished | Dropped):
            _wish(db, save, deed)
        else:
            _do(db, save, deed)
    for answered in save.answered:
        _answer(db, save, answered)


def _take_version(db: Connection, seen: Answered) -> None:
    same = (dossiers.c.code == seen.code, dossiers.c.version == seen.version, KEPT)
    taken = db.execute(update(dossiers).where(*same).values(version=seen.version + 1))
    if taken.rowcount != 1:
        raise Conflict


def _do(db: Connection, save: Save, deed: OwnDeed) -> None:
    match deed:
        case Opened():
            _open(db, save, deed)
        case MovedTo():
            _move(db, save, deed)
        case Located():
            _there(db, deed.code)
            _set(db, deed.code, unit=deed.unit)
        case HandedIn():
            _hand_in(db, save, deed)
        case Invited():
            _invite(db, save, deed)
        case Joined():
            _join(db, save, deed)
        case Consented() | Requested():
            _keep(db, save, deed)
        case Reminding():
            _there(db, deed.code)
            _set(db, deed.code, reminders=deed.wanted)
        case Noted():
            _there(db, deed.code)
            _note(db, save, deed.code, deed.what, deed.detail)
        case _:
            assert_never(deed)


def _wish(db: Connection, save: Save, deed: Wished | Dropped) -> None:
    _there(db, deed.code)
    number = do_wish(db, deed, save.at)
    what = "wished" if isinstance(deed, Wished) else "dropped"
    _note(db, save, deed.code, what, {"number": number})


def _there(db: Connection, code: str) -> State:
    """The state of a dossier, which nobody else changes until this save ends."""
    found = select(dossiers.c.state).where(dossiers.c.code == code, KEPT).with_for_update()
    state: State | None = db.execute(found).scalar()
    if state is None:
        raise Conflict
    return state


def _set(db: Connection, code: str, **values: Any) -> None:
    db.execute(update(dossiers).where(dossiers.c.code == code).values(**values))


def _note(db: Connection, save: Save, code: str, what: str, detail: Mapping[str, Any]) -> None:
    note(db, code, save.at, what, role_of(db, save.arrival.chat, code), detail)


def note(
    db: Connection, code: str, at: datetime, what: str, by: Role | None, detail: Mapping[str, Any]
) -> None:
    values = {"dossier": code, "at": at, "what": what, "by": by, "detail": dict(detail)}
    db.execute(insert(notes).values(values))


def _let_in(db: Connection, save: Save, code: str, role: Role, author: str | None = None) -> None:
    chat = save.arrival.chat
    db.execute(
        insert_or_nothing(db, participants).values(
            dossier=code,
            channel=chat.channel,
            chat=chat.id,
            role=role,
            author=author or "",
            since=save.at,
        )
    )


def _let_out(db: Connection, at: datetime, *whom: Any) -> None:
    db.execute(update(participants).where(*whom, TODAY).values(until=at))


def _open(db: Connection, save: Save, deed: Opened) -> None:
    made = db.execute(
        insert_or_nothing(db, dossiers).values(
            code=deed.code,
            state="draft",
            version=1,
            answers=Answers().to_json(),
            helped=deed.helped,
            reminders=True,
            unit=deed.unit,
            opened_at=save.at,
            changed_at=save.at,
        )
    )
    if made.rowcount != 1:
        raise Conflict
    _let_in(db, save, deed.code, "helper" if deed.helped else "owner")
    _note(db, save, deed.code, "opened", {"helped": deed.helped})


def _move(db: Connection, save: Save, deed: MovedTo) -> None:
    before = _there(db, deed.code)
    if before != deed.state:
        _set(db, deed.code, state=deed.state)
        _note(db, save, deed.code, "moved", {"from": before, "to": deed.state})


def _hand_in(db: Connection, save: Save, deed: HandedIn) -> None:
    _there(db, deed.code)
    newest = select(func.max(submissions.c.number)).where(submissions.c.dossier == deed.code)
    number = (db.execute(newest).scalar() or 0) + 1
    answers = next(a.answers for a in save.answered if a.code == deed.code)
    made = db.execute(
        insert_or_nothing(db, submissions).values(
            dossier=deed.code,
            number=number,
            at=save.arrival.at,
            token=deed.token,
            digest=deed.digest,
            items_done=deed.done,
            items_all=deed.of,
            changes=deed.changes,
            answers=answers.to_json(),
        )
    )
    if made.rowcount != 1:
        raise Conflict
    still = returned_to_json(deed.still)
    _set(db, deed.code, state=deed.state, returned=null() if still is None else still)
    detail = {"number": number, "state": deed.state, "done": deed.done, "of": deed.of}
    _note(db, save, deed.code, "handed_in", detail)


def _invite(db: Connection, save: Save, deed: Invited) -> None:
    """Somebody whose access has just ended invites nobody."""
    _there(db, deed.code)
    if role_of(db, save.arrival.chat, deed.code) not in ("owner", "helper"):
        raise Conflict
    if not hand_out(db, deed, save.at):
        raise Conflict
    _note(db, save, deed.code, "invited", {"kind": deed.kind, "author": deed.author})


def hand_out(db: Connection, deed: Invited, at: datetime) -> bool:
    """False if the code is taken; earlier ones of the same purpose lose their force."""
    made = db.execute(
        insert_or_nothing(db, invitations).values(
            invitation=deed.invitation,
            dossier=deed.code,
            kind=deed.kind,
            author=deed.author,
            made_at=at,
        )
    )
    if made.rowcount != 1:
        return False
    earlier = (
        invitations.c.dossier == deed.code,
        invitations.c.kind == deed.kind,
        invitations.c.author.is_not_distinct_from(deed.author),
        invitations.c.closed_at.is_(None),
        invitations.c.invitation != deed.invitation,
    )
    db.execute(update(invitations).where(*earlier).values(closed_at=at))
    return True


def _join(db: Connection, save: Save, deed: Joined) -> None:
    _there(db, deed.code)
    check_use(invitation(db, deed.invitation), deed)
    used = update(invitations).where(invitations.c.invitation == deed.invitation)
    db.execute(used.values(closed_at=save.at))
    if deed.author is not None:
        _agree(db, save, deed, deed.author)
    its = participants.c.dossier == deed.code
    if not deed.agrees:
        refused = (participants.c.role == "author", participants.c.author == deed.author)
        _let_out(db, save.at, its, *refused)
    elif deed.role == "owner":
        _let_out(db, save.at, its, participants.c.role == "helper")
        _set(db, deed.code, helped=False)
    if deed.agrees:
        _let_in(db, save, deed.code, deed.role, deed.author)
    if deed.code not in {answered.code for answered in save.answered}:
        _set(db, deed.code, version=dossiers.c.version + 1)
    _set(db, deed.code, changed_at=save.at)
    what = "joined" if deed.agrees else "declined"
    note(db, deed.code, save.at, what, deed.role, {"author": deed.author})


def _agree(db: Connection, save: Save, deed: Joined, author: str) -> None:
    """The last word of an author counts."""
    its = (agreements.c.dossier == deed.code, agreements.c.author == author)
    db.execute(delete(agreements).where(*its))
    values = {"dossier": deed.code, "author": author, "agrees": deed.agrees, "at": save.at}
    db.execute(insert(agreements).values(values))


def _keep(db: Connection, save: Save, deed: Consented | Requested) -> None:
    chat = save.arrival.chat
    of_it = {"channel": chat.channel, "chat": chat.id, "dossier": deed.code, "at": save.at}
    if isinstance(deed, Consented):
        db.execute(
            insert(consents).values(
                purpose=deed.purpose, version=deed.version, given=deed.given, way=deed.way, **of_it
            )
        )
    else:
        db.execute(
            insert(requests).values(
                kind=deed.kind,
                text=deed.text,
                answer_by=deed.answer_by,
                done_by=deed.done_by,
                **of_it,
            )
        )


def _answer(db: Connection, save: Save, answered: Answered) -> None:
    _set(db, answered.code, answers=answered.answers.to_json(), changed_at=save.at)
    for file in answered.files:
        db.execute(
            insert_or_nothing(db, dossier_files).values(
                dossier=answered.code,
                sha256=file.sha256,
                name=file.name,
                type=file.type,
                size=file.size,
                ours=file.ours,
                at=save.at,
            )
        )


def leave(db: Connection, chat: ChatRef, at: datetime) -> None:
    """What a chat has to do with dossiers of others ends, and its words about them go."""
    whom = (participants.c.channel == chat.channel, participants.c.chat == chat.id)
    _let_out(db, at, *whom, participants.c.role != "owner")
    asked = (requests.c.channel == chat.channel, requests.c.chat == chat.id)
    db.execute(update(requests).where(*asked).values(text=""))
