"""The units of work: plain functions of a connection, the same on every database.

None of them waits for anything but the database, so no network call can creep into a transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from contest.model import Asked, OpenQuestion
from dialog.event import ChatRef
from storage.port import (
    Ages,
    AlreadyDone,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Cursor,
    Entry,
    Outgoing,
    Pending,
    Save,
    Snapshot,
)
from storage.tables import chats, files, inbox, outbox, questions, runs

WHY_LETTERS = 200

# The statements of every turn are made once: making one costs more than running it.
_OF: dict[str, Any] = {"channel": bindparam("of_channel"), "chat": bindparam("of_chat")}
_FINISH = (
    update(inbox)
    .where(inbox.c.number == bindparam("of_number"), inbox.c.state == "new")
    .values(state=bindparam("to_state"), why=bindparam("to_why"))
)
_LOAD = select(chats.c.version, chats.c.state).where(
    chats.c.channel == _OF["channel"], chats.c.chat == _OF["chat"]
)
_SAVE_CHAT = (
    update(chats)
    .where(
        chats.c.channel == _OF["channel"],
        chats.c.chat == _OF["chat"],
        chats.c.version == bindparam("of_version"),
    )
    .values(
        state=bindparam("to_state"),
        last_at=bindparam("to_last_at"),
        version=bindparam("to_version"),
        gone_at=null(),
    )
)
_PUT_OUT = insert(outbox)
_NEXT = (
    select(outbox.c.id, outbox.c.body, outbox.c.key, outbox.c.at, outbox.c.due, outbox.c.tries)
    .where(
        outbox.c.channel == _OF["channel"],
        outbox.c.chat == _OF["chat"],
        outbox.c.state == "due",
    )
    .order_by(outbox.c.id)
    .limit(1)
)
_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"))
    .values(
        state="sent",
        receipt=bindparam("to_receipt"),
        sent_at=bindparam("to_sent_at"),
        tries=outbox.c.tries + 1,
    )
)
# INSERT … ON CONFLICT DO NOTHING, in each database's own way of saying it
_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}
_ACCEPT = {
    name: dialect.insert(inbox).on_conflict_do_nothing().returning(inbox.c.number)
    for name, dialect in _DIALECTS.items()
}


def _insert_or_nothing(db: Connection, table: Any) -> Any:
    return _DIALECTS[db.dialect.name].insert(table).on_conflict_do_nothing()


def _of(table: Any, chat: ChatRef) -> Any:
    return and_(table.c.channel == chat.channel, table.c.chat == chat.id)


def _of_chat(chat: ChatRef) -> dict[str, Any]:
    return {"of_channel": chat.channel, "of_chat": chat.id}


# --- what arrives ------------------------------------------------------------------------------


def accept(db: Connection, arrival: Arrival) -> Arrival | None:
    row = {
        "channel": arrival.chat.channel,
        "chat": arrival.chat.id,
        "event": arrival.event,
        "payload": arrival.payload,
        "at": arrival.at,
        "state": "new",
    }
    number = db.execute(_ACCEPT[db.dialect.name], row).scalar()
    return None if number is None else replace(arrival, number=number)


def undone(db: Connection) -> list[Arrival]:
    db.execute(update(inbox).where(inbox.c.state == "new").values(starts=inbox.c.starts + 1))
    rows = db.execute(select(inbox).where(inbox.c.state == "new").order_by(inbox.c.number))
    return [_arrival(row) for row in rows]


def _arrival(row: Row[Any]) -> Arrival:
    chat = ChatRef(row.channel, row.chat)
    return Arrival(chat, row.event, row.payload, row.at, row.number, row.starts)


def _finish(db: Connection, arrival: Arrival, state: str, why: str | None = None) -> None:
    values = {"of_number": arrival.number, "to_state": state, "to_why": why}
    if db.execute(_FINISH, values).rowcount != 1:
        raise AlreadyDone


def park(
    db: Connection, arrival: Arrival, why: str, messages: Sequence[Outgoing]
) -> Pending | None:
    _finish(db, arrival, "parked", why[:WHY_LETTERS])
    _put_out(db, arrival.chat, messages, arrival.number, arrival.at)
    return next_message(db, arrival.chat)


# --- a turn --------------------------------------------------------------------------------------


def load(db: Connection, chat: ChatRef) -> Snapshot:
    row = db.execute(_LOAD, _of_chat(chat)).first()
    return (
        Snapshot(ChatState.from_json(row.state), row.version) if row else Snapshot(ChatState(), 0)
    )


def save(db: Connection, save: Save) -> Pending | None:
    chat = save.arrival.chat
    _finish(db, save.arrival, "done")
    _save_chat(db, save)
    _put_out(db, chat, save.messages, save.arrival.number, save.at)
    for asked in save.asked:
        _ask(db, chat, asked, save.chat.lang or "", save.at)
    for file in save.files:
        keep_file(db, chat, file, save.at)
    return next_message(db, chat)


def _save_chat(db: Connection, save: Save) -> None:
    chat, state = save.arrival.chat, save.chat.to_json()
    if save.version:
        values = {
            **_of_chat(chat),
            "of_version": save.version,
            "to_version": save.version + 1,
            "to_state": state,
            "to_last_at": save.at,
        }
        made = db.execute(_SAVE_CHAT, values)
    else:
        made = db.execute(
            _insert_or_nothing(db, chats).values(
                channel=chat.channel,
                chat=chat.id,
                version=1,
                state=state,
                first_at=save.at,
                last_at=save.at,
            )
        )
    if made.rowcount != 1:
        raise Conflict


def open_chat(db: Connection, chat: ChatRef, at: datetime) -> None:
    db.execute(
        _insert_or_nothing(db, chats).values(
            channel=chat.channel,
            chat=chat.id,
            version=1,
            state=ChatState().to_json(),
            first_at=at,
            last_at=at,
        )
    )


def knows(db: Connection, chat: ChatRef) -> bool:
    return (
        db.execute(select(literal(1)).where(_of(chats, chat)).select_from(chats)).first()
        is not None
    )


# --- what goes out -------------------------------------------------------------------------------


def _put_out(
    db: Connection, chat: ChatRef, messages: Sequence[Outgoing], after: int, at: datetime
) -> None:
    for message in messages:
        if message.key:
            db.execute(
                delete(outbox).where(
                    _of(outbox, chat), outbox.c.state == "due", outbox.c.key == message.key
                )
            )
        row = {
            "channel": chat.channel,
            "chat": chat.id,
            "after": after,
            "key": message.key,
            "body": message.body,
            "at": at,
            "due": message.due,
            "state": "due",
        }
        db.execute(_PUT_OUT, row)


def waiting_chats(db: Connection) -> list[ChatRef]:
    rows = db.execute(
        select(outbox.c.channel, outbox.c.chat)
        .where(outbox.c.state == "due")
        .group_by(outbox.c.channel, outbox.c.chat)
        .order_by(func.min(outbox.c.id))
    )
    return [ChatRef(row.channel, row.chat) for row in rows]


def next_message(db: Connection, chat: ChatRef) -> Pending | None:
    row = db.execute(_NEXT, _of_chat(chat)).first()
    if row is None:
        return None
    return Pending(row.id, chat, row.body, row.key, row.at, row.due, row.tries)


def sent(db: Connection, message: Pending, receipt: str, at: datetime) -> Pending | None:
    db.execute(_SENT, {"of_id": message.id, "to_receipt": receipt, "to_sent_at": at})
    return next_message(db, message.chat)


def put_off(db: Connection, message: int, until: datetime) -> None:
    db.execute(
        update(outbox)
        .where(outbox.c.id == message, outbox.c.state == "due")
        .values(due=until, tries=outbox.c.tries + 1)
    )


def give_up(db: Connection, message: int, why: str, at: datetime) -> None:
    db.execute(
        update(outbox)
        .where(outbox.c.id == message, outbox.c.state == "due")
        .values(state="dead", receipt=why[:WHY_LETTERS], sent_at=at, tries=outbox.c.tries + 1)
    )


def gone(db: Connection, chat: ChatRef, at: datetime) -> None:
    db.execute(update(chats).where(_of(chats, chat)).values(gone_at=at))
    db.execute(
        update(outbox)
        .where(_of(outbox, chat), outbox.c.state == "due")
        .values(state="dead", receipt="gone", sent_at=at)
    )


# --- what can be read again ---------------------------------------------------------------------


def history(db: Connection, chat: ChatRef, after: Cursor, most: int) -> list[Entry]:
    """From the start of time: the last `most`. After a cursor: the next `most`, none left out."""
    from_start = after == Cursor()
    theirs = db.execute(
        select(inbox)
        .where(_of(inbox, chat), inbox.c.number > after.theirs, inbox.c.payload.is_not(None))
        .order_by(inbox.c.number.desc() if from_start else inbox.c.number)
        .limit(most)
    ).all()
    ours = db.execute(
        select(outbox)
        .where(
            _of(outbox, chat),
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
            entries.append(Entry(cursor, row.at, arrival=_arrival(row)))
    return entries


def keep_file(db: Connection, chat: ChatRef, file: ChatFile, at: datetime) -> None:
    db.execute(
        _insert_or_nothing(db, files).values(
            channel=chat.channel,
            chat=chat.id,
            sha256=file.sha256,
            name=file.name,
            type=file.type,
            size=file.size,
            at=at,
        )
    )


def file_of(db: Connection, chat: ChatRef, sha256: str) -> ChatFile | None:
    row = db.execute(select(files).where(_of(files, chat), files.c.sha256 == sha256)).first()
    return ChatFile(row.sha256, row.name, row.type, row.size) if row else None


# --- questions for the staff --------------------------------------------------------------------


def _ask(db: Connection, chat: ChatRef, asked: Asked, lang: str, at: datetime) -> None:
    db.execute(
        insert(questions).values(
            channel=chat.channel,
            chat=chat.id,
            kind=asked.kind,
            text=asked.text,
            topic=asked.topic,
            lang=lang,
            at=at,
        )
    )


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
    last = db.execute(select(func.max(inbox.c.number)).where(_of(inbox, chat))).scalar()
    _put_out(db, chat, [message], last or 0, at)
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
    made = db.execute(_insert_or_nothing(db, runs).values(name=name, date=date, at=at))
    return made.rowcount == 1
