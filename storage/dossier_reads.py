"""What is known of dossiers: plain functions of a connection that only read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, func, select

from contest.dossier import (
    HANDED_IN,
    Consent,
    Dossier,
    Extended,
    Invitation,
    Note,
    ReceiptFact,
    Request,
    Role,
    State,
    Submission,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.dossier_rules import STRENGTH, as_seen, returned_from_json
from storage.port import ChatFile, Held, Participant
from storage.statements import of, of_chat
from storage.tables import (
    agreements,
    chats,
    consents,
    dossier_files,
    dossiers,
    invitations,
    notes,
    participants,
    requests,
    submissions,
)
from storage.tables_fairness import wishes

TODAY = participants.c.until.is_(None)
KEPT = dossiers.c.erased_at.is_(None)
_ADVISED = (
    exists().where(wishes.c.dossier == dossiers.c.code, wishes.c.state == "given").label("advised")
)

# the statements of a turn of somebody who has dossiers, made once
_PART = and_(
    participants.c.channel == bindparam("of_channel"),
    participants.c.chat == bindparam("of_chat"),
    TODAY,
)
_ITS_CODES = select(participants.c.dossier).where(_PART)
_ITS_DOSSIERS = (
    select(dossiers, _ADVISED, participants.c.role, participants.c.author)
    .join(participants, participants.c.dossier == dossiers.c.code)
    .where(_PART, KEPT)
    .order_by(dossiers.c.changed_at.desc(), dossiers.c.code)
)
_SUBMISSION = (
    submissions.c.dossier,
    submissions.c.number,
    submissions.c.at,
    submissions.c.token,
    submissions.c.digest,
    submissions.c.items_done,
    submissions.c.items_all,
    submissions.c.changes,
)


def _submissions_in(codes: Any) -> Select[Any]:
    found = select(*_SUBMISSION).where(submissions.c.dossier.in_(codes))
    return found.order_by(submissions.c.dossier, submissions.c.number)


def _agreements_in(codes: Any) -> Select[Any]:
    return select(agreements).where(agreements.c.dossier.in_(codes))


_ITS_SUBMISSIONS, _ITS_AGREEMENTS = _submissions_in(_ITS_CODES), _agreements_in(_ITS_CODES)

# --- dossiers with their answers ----------------------------------------------------------------


def of_a_chat(db: Connection, chat: ChatRef) -> tuple[Held, ...]:
    """Those a chat has to do with today, the one changed last first. Three queries at most."""
    key = of_chat(chat)
    rows: dict[str, Row[Any]] = {}
    parts: dict[str, list[tuple[Role, str]]] = defaultdict(list)
    for row in db.execute(_ITS_DOSSIERS, key):
        rows.setdefault(row.code, row)
        parts[row.code].append((row.role, row.author))
    if not rows:
        return ()
    handed_in = _by_dossier(db.execute(_ITS_SUBMISSIONS, key))
    agreed = _by_dossier(db.execute(_ITS_AGREEMENTS, key))
    return tuple(
        _held(row, *as_seen(parts[code]), handed_in[code], agreed[code])
        for code, row in rows.items()
    )


def dossier(db: Connection, code: str) -> Held | None:
    return next(iter(_as_owners_see(db, dossiers.c.code == code)), None)


def of_states(db: Connection, states: Sequence[State]) -> list[Held]:
    return _as_owners_see(db, *([dossiers.c.state.in_(states)] if states else []))


def _as_owners_see(db: Connection, *which: Any) -> list[Held]:
    codes = select(dossiers.c.code).where(KEPT, *which)
    rows = select(dossiers, _ADVISED).where(KEPT, *which)
    rows = rows.order_by(dossiers.c.opened_at, dossiers.c.code)
    handed_in = _by_dossier(db.execute(_submissions_in(codes)))
    agreed = _by_dossier(db.execute(_agreements_in(codes)))
    return [
        _held(row, "owner", None, handed_in[row.code], agreed[row.code]) for row in db.execute(rows)
    ]


def _by_dossier(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.dossier].append(row)
    return found


def _held(
    row: Row[Any],
    role: Role,
    author: str | None,
    handed_in: Sequence[Row[Any]],
    agreed: Sequence[Row[Any]],
) -> Held:
    known = Dossier(
        code=row.code,
        state=row.state,
        role=role,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        helped=row.helped,
        reminders=row.reminders,
        submissions=tuple(
            Submission(s.number, s.at, s.token, s.digest, s.items_done, s.items_all, s.changes)
            for s in handed_in
        ),
        returned=returned_from_json(row.returned),
        agreed={one.author: one.agrees for one in agreed},
        author=author,
        unit=row.unit,
        extended=_extended(row),
        advised=bool(row.advised),
    )
    return Held(known, Answers.from_json(row.answers), row.version)


def _extended(row: Row[Any]) -> Extended | None:
    return Extended(row.extended_until, row.extended_at) if row.extended_until else None


# --- who has to do with them --------------------------------------------------------------------


def role_of(db: Connection, chat: ChatRef, code: str) -> Role | None:
    """As what a chat has to do with a dossier today."""
    rows = db.execute(
        select(participants.c.role, participants.c.author).where(
            of(participants, chat), participants.c.dossier == code, TODAY
        )
    ).all()
    return as_seen((row.role, row.author) for row in rows)[0] if rows else None


def people_of(db: Connection, code: str) -> list[Participant]:
    rows = db.execute(
        select(participants, chats.c.state)
        .outerjoin(
            chats,
            and_(
                chats.c.channel == participants.c.channel,
                chats.c.chat == participants.c.chat,
            ),
        )
        .where(participants.c.dossier == code, TODAY)
        .order_by(participants.c.number)
    ).all()
    parts: dict[ChatRef, list[tuple[Role, str]]] = defaultdict(list)
    langs: dict[ChatRef, str | None] = {}
    for row in rows:
        chat = ChatRef(row.channel, row.chat)
        parts[chat].append((row.role, row.author))
        langs[chat] = row.state.get("lang") if row.state else None
    found = []
    for chat, ways in parts.items():
        role, author = as_seen(ways)
        found.append(Participant(chat, role, langs[chat], author))
    return sorted(found, key=lambda person: STRENGTH[person.role])


def invitation(db: Connection, invitation: str) -> Invitation | None:
    row = db.execute(select(invitations).where(invitations.c.invitation == invitation)).first()
    if row is None:
        return None
    return Invitation(invitation, row.kind, row.dossier, row.author, row.closed_at is None)


# --- what is kept beside the answers ------------------------------------------------------------


def consents_of(db: Connection, chat: ChatRef) -> list[Consent]:
    rows = db.execute(select(consents).where(of(consents, chat)).order_by(consents.c.number))
    return [Consent(r.purpose, r.version, r.given, r.way, r.at, r.dossier) for r in rows]


def receipt(db: Connection, token: str) -> ReceiptFact | None:
    row = db.execute(
        select(*_SUBMISSION, dossiers.c.state)
        .join(dossiers, dossiers.c.code == submissions.c.dossier)
        .where(submissions.c.token == token)
    ).first()
    if row is None:
        return None
    newest = db.execute(
        select(func.max(submissions.c.number)).where(submissions.c.dossier == row.dossier)
    ).scalar_one()
    return ReceiptFact(
        code=row.dossier,
        number=row.number,
        items_done=row.items_done,
        items_all=row.items_all,
        at=row.at,
        replaced=row.number < newest,
        withdrawn=row.state not in HANDED_IN,
    )


def files_of(db: Connection, code: str) -> list[ChatFile]:
    its = select(dossier_files).where(dossier_files.c.dossier == code)
    return [_file(row) for row in db.execute(its.order_by(dossier_files.c.number))]


def file_of(db: Connection, chat: ChatRef, sha256: str) -> ChatFile | None:
    """A file of a dossier that the chat owns or helps with today."""
    row = db.execute(
        select(dossier_files)
        .join(participants, participants.c.dossier == dossier_files.c.dossier)
        .where(
            of(participants, chat),
            participants.c.role.in_(("owner", "helper")),
            TODAY,
            dossier_files.c.sha256 == sha256,
        )
        .order_by(dossier_files.c.number)
    ).first()
    return _file(row) if row else None


def known_files(db: Connection) -> set[str]:
    return set(db.execute(select(dossier_files.c.sha256)).scalars())


def knows_file(db: Connection, sha256: str) -> bool:
    return bool(db.execute(select(exists().where(dossier_files.c.sha256 == sha256))).scalar())


def _file(row: Row[Any]) -> ChatFile:
    return ChatFile(row.sha256, row.name, row.type, row.size, row.ours)


def notes_of(db: Connection, code: str) -> list[Note]:
    rows = db.execute(select(notes).where(notes.c.dossier == code).order_by(notes.c.number))
    return [Note(row.at, row.what, row.detail, row.by) for row in rows]


def all_requests(db: Connection, waiting: bool) -> list[Request]:
    statement = select(requests).order_by(requests.c.number)
    if waiting:
        statement = statement.where(requests.c.done_at.is_(None))
    return [
        Request(
            r.number, r.kind, r.text, r.at, r.answer_by, r.done_by, r.dossier, r.done_at
        )
        for r in db.execute(statement)
    ]  # fmt: skip
