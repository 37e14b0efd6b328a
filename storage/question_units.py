"""Units of work about questions for the staff, beside a turn; `port_questions` says what they mean.

What a turn does to them is in `question_deeds`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, select, update

from contest.desk import Bringing, Case, Enclosed, Talking
from contest.model import Asked, OpenQuestion
from dialog.event import ChatRef
from storage.port_questions import ENCLOSED_WITHIN, MOST_ENCLOSED, Waiting
from storage.question_deeds import NOBODYS, TALK_OVER, WAITS
from storage.statements import insert_or_nothing, of
from storage.tables import brought, dossier_files, files, outbox, questions, staff


def open_questions(db: Connection, waiting: bool) -> list[OpenQuestion]:
    statement = select(questions).order_by(questions.c.number)
    if waiting:
        statement = statement.where(WAITS)
    rows = db.execute(statement).all()
    sent: dict[ChatRef, list[str]] = {}
    for row in db.execute(select(files).where(~files.c.ours).order_by(files.c.at)):
        sent.setdefault(ChatRef(row.channel, row.chat), []).append(row.sha256)
    return [
        OpenQuestion(
            row.number,
            _asked(row),
            row.at,
            row.lang,
            row.answered_at is None,
            tuple(sent.get(ChatRef(row.channel, row.chat), ())),
        )
        for row in rows
    ]


def close(db: Connection, number: int, at: datetime) -> ChatRef | None:
    """It waits no longer; returns its chat. None: it did not wait."""
    row = db.execute(
        update(questions)
        .where(questions.c.number == number, WAITS)
        .values({**NOBODYS, **TALK_OVER, "answered_at": at, "version": questions.c.version + 1})
        .returning(questions.c.channel, questions.c.chat)
    ).first()
    return ChatRef(row.channel, row.chat) if row else None


# --- the desk ------------------------------------------------------------------------------------


def desk(db: Connection, listed: bool) -> list[Waiting]:
    found = select(questions).where(WAITS).order_by(questions.c.number)
    if not listed:
        found = found.where(questions.c.kind != "outside")
    rows = db.execute(found).all()
    to: dict[int, list[int]] = defaultdict(list)
    waits = brought.c.question.in_(select(questions.c.number).where(WAITS))
    for row in db.execute(select(brought).where(waits).order_by(brought.c.member)):
        to[row.question].append(row.member)
    return [_waiting(row, to[row.number]) for row in rows]


def case_of(db: Connection, number: int) -> Waiting | None:
    row = db.execute(select(questions).where(questions.c.number == number)).first()
    if row is None:
        return None
    to = select(brought.c.member).where(brought.c.question == number).order_by(brought.c.member)
    newest = select(files).where(_came_with(row)).order_by(files.c.at.desc(), files.c.sha256)
    enclosed = [
        Enclosed(file.sha256, file.name, file.type, file.size)
        for file in db.execute(newest.limit(MOST_ENCLOSED))
    ]
    return _waiting(row, db.execute(to).scalars().all(), tuple(reversed(enclosed)))


def _came_with(row: Row[Any]) -> Any:
    """Files the person sent in the hour before the question, or while they talked of it, without
    what they put into a dossier."""
    filed = exists().where(dossier_files.c.sha256 == files.c.sha256)
    since, until = row.at - ENCLOSED_WITHIN, row.said_at or row.at
    its_chat = of(files, ChatRef(row.channel, row.chat))
    return and_(its_chat, ~files.c.ours, files.c.at >= since, files.c.at <= until, ~filed)


def _waiting(row: Row[Any], to: Sequence[int], enclosed: tuple[Enclosed, ...] = ()) -> Waiting:
    case = Case(
        row.number,
        _asked(row),
        row.at,
        row.lang,
        row.answered_at is None,
        row.role,
        row.unit,
        row.level,
        row.moved_at,
        tuple(to),
        row.claimed_by,
        row.claimed_at,
        row.closed,
        row.version,
        enclosed,
    )
    return Waiting(case, ChatRef(row.channel, row.chat))


def _asked(row: Row[Any]) -> Asked:
    return Asked(row.kind, row.text, row.topic, row.unit)


def bring(db: Connection, to: Bringing, at: datetime) -> bool:
    values: dict[str, Any] = {
        **NOBODYS,
        **TALK_OVER,
        "role": to.role,
        "unit": to.unit,
        "level": to.level,
        "moved_at": at,
    }
    if not _changed(db, to.number, to.version, values):
        return False
    for member in to.to:
        row = {"question": to.number, "member": member, "at": at}
        db.execute(insert_or_nothing(db, brought).values(**row))
    return True


def fold(db: Connection, number: int, version: int, at: datetime) -> bool:
    return _changed(db, number, version, {"answered_at": at, "closed": "double"})


def _changed(db: Connection, number: int, version: int, values: dict[str, Any]) -> bool:
    seen = (questions.c.number == number, questions.c.version == version, WAITS)
    changed = update(questions).where(*seen).values({"version": version + 1, **values})
    return db.execute(changed).rowcount == 1


# --- who talks with whom, and who may see what ---------------------------------------------------


def talking_of(db: Connection, chat: ChatRef, turned_at: datetime) -> Talking | None:
    row = db.execute(
        select(questions)
        .where(of(questions, chat), questions.c.talk_until.is_not(None))
        .order_by(questions.c.number.desc())
    ).first()
    if row is None:
        return None
    return Talking(row.number, row.claimed_by, row.spoke_at, row.talk_until, turned_at, row.replied)


def file_of(db: Connection, chat: ChatRef, sha256: str) -> Row[Any] | None:
    """A file that came with a question which this chat, as staff, was brought or has claimed."""
    asked = db.execute(
        select(questions)
        .join(staff, and_(of(staff, chat), staff.c.until.is_(None)))
        .where(
            questions.c.closed.is_(None),
            (questions.c.claimed_by == staff.c.number)
            | exists().where(
                brought.c.question == questions.c.number, brought.c.member == staff.c.number
            ),
        )
    )
    for one in asked.all():
        found = select(files).where(_came_with(one), files.c.sha256 == sha256)
        if row := db.execute(found).first():
            return row
    return None


# --- erased and forgotten ------------------------------------------------------------------------


def erase(db: Connection, chat: ChatRef) -> None:
    """With every message that shows its words to somebody of the staff."""
    its = select(questions.c.number).where(of(questions, chat))
    db.execute(delete(outbox).where(outbox.c.about.in_(its)))
    db.execute(delete(brought).where(brought.c.question.in_(its)))
    db.execute(delete(questions).where(of(questions, chat)))


def forget(db: Connection, before: datetime) -> int:
    old = select(questions.c.number).where(questions.c.answered_at < before)
    db.execute(delete(brought).where(brought.c.question.in_(old)))
    return db.execute(delete(questions).where(questions.c.answered_at < before)).rowcount
