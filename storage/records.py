"""Units of work beside a turn: what is read again, files, open questions, the program's health."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from contest.model import Asked, OpenQuestion
from dialog.event import ChatRef
from storage.port import Ages, ChatFile, Cursor, Entry, Outgoing
from storage.statements import insert_or_nothing, of
from storage.tables import files, inbox, outbox, questions, runs
from storage.units import arrival_of, put_out

# --- what can be read again ---------------------------------------------------------------------


def history(db: Connection, chat: ChatRef, after: Cursor, most: int) -> list[Entry]:
    """From the start of time: the last `most`. After a cursor: the next `most`, none left out."""
    from_start = after == Cursor()
    theirs = db.execute(
        select(inbox)
        .where(of(inbox, chat), inbox.c.number > after.theirs, inbox.c.payload.is_not(None))
        .order_by(inbox.c.number.desc() if from_start else inbox.c.number)
        .limit(most)
    ).all()
    ours = db.execute(
        select(outbox)
        .where(
            of(outbox, chat),
            outbox.c.id > after.ours,
            outbox.c.state == "sent",
            outbox.c.body.is_not(None),
        )
        .order_by(outbox.c.id.desc() if from_start else outbox.c.id)
        .limit(most)
    ).all()
    merged: list[tuple[tuple[int, int, int], Row[Any]]] = [
        *(((row.number, 0, 0), row) for row in theirs),
        *(((row.after, 1, row.id), row) for row in ours),
    ]
    merged.sort(key=lambda found: found[0])
    entries, cursor = [], after
    for (_, is_ours, _), row in merged[-most:] if from_start else merged[:most]:
        if is_ours:
            cursor = replace(cursor, ours=max(cursor.ours, row.id))
            entries.append(Entry(cursor, row.at, message=row.body, key=row.key))
        else:
            cursor = replace(cursor, theirs=max(cursor.theirs, row.number))
            entries.append(Entry(cursor, row.at, arrival=arrival_of(row)))
    return entries


def file_of(db: Connection, chat: ChatRef, sha256: str) -> ChatFile | None:
    row = db.execute(select(files).where(of(files, chat), files.c.sha256 == sha256)).first()
    return ChatFile(row.sha256, row.name, row.type, row.size) if row else None


# --- questions for the staff --------------------------------------------------------------------


def open_questions(db: Connection, waiting: bool) -> list[OpenQuestion]:
    statement = select(questions).order_by(questions.c.number)
    if waiting:
        statement = statement.where(questions.c.answered_at.is_(None))
    return [
        OpenQuestion(
            row.number,
            Asked(row.kind, row.text, row.topic),
            row.at,
            row.lang,
            row.answered_at is None,
        )
        for row in db.execute(statement)
    ]


def answer_question(db: Connection, number: int, message: Outgoing, at: datetime) -> bool:
    row = db.execute(
        update(questions)
        .where(questions.c.number == number, questions.c.answered_at.is_(None))
        .values(answered_at=at)
        .returning(questions.c.channel, questions.c.chat)
    ).first()
    if row is None:
        return False
    chat = ChatRef(row.channel, row.chat)
    last = db.execute(select(func.max(inbox.c.number)).where(of(inbox, chat))).scalar()
    put_out(db, chat, [message], last or 0, at)
    return True


# --- the program's own health -------------------------------------------------------------------


def ages(db: Connection, now: datetime) -> Ages:
    def waiting(table: Any, since: Any, *where: Any) -> tuple[float, int]:
        oldest, count = db.execute(select(func.min(since), func.count()).where(*where)).one()
        return (max((now - oldest).total_seconds(), 0.0) if oldest else 0.0), count

    def count(table: Any, *where: Any) -> int:
        return db.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    oldest_undone, undone_count = waiting(inbox, inbox.c.at, inbox.c.state == "new")
    oldest_unsent, unsent = waiting(outbox, outbox.c.at, outbox.c.state == "due")
    return Ages(
        oldest_undone,
        oldest_unsent,
        undone_count,
        unsent,
        parked=count(inbox, inbox.c.state == "parked"),
        dead=count(outbox, outbox.c.state == "dead"),
        questions=count(questions, questions.c.answered_at.is_(None)),
    )


def forget(db: Connection, before: datetime) -> int:
    dropped = 0
    for table, since, over, words in (
        (inbox, inbox.c.at, inbox.c.state == "done", inbox.c.payload),
        (outbox, outbox.c.at, outbox.c.state != "due", outbox.c.body),
    ):
        done = db.execute(
            update(table).where(since < before, over, words.is_not(None)).values({words.name: None})
        )
        dropped += done.rowcount
    return dropped


def run_once(db: Connection, name: str, date: str, at: datetime) -> bool:
    made = db.execute(insert_or_nothing(db, runs).values(name=name, date=date, at=at))
    return made.rowcount == 1
