"""The units of work: plain functions of a connection, the same on every database.

None of them waits for anything but the database, so no network call can creep into a transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, literal, select, update

from dialog.event import ChatRef
from storage.dossier_deeds import save_dossiers
from storage.dossier_reads import of_a_chat
from storage.given_units import give
from storage.port import (
    AlreadyDone,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Outgoing,
    Pending,
    Save,
    Snapshot,
    Told,
    UploadPage,
)
from storage.question_deeds import ask, end_talk
from storage.question_units import talking_of
from storage.staff_units import do as do_acts
from storage.staff_units import member_of
from storage.statements import (
    ACCEPT,
    FINISH,
    LOAD,
    NEXT,
    PUT_OUT,
    PUT_OUT_ALL,
    SAVE_CHAT,
    insert_file,
    insert_or_nothing,
    of,
    of_chat,
)
from storage.tables import chats, inbox, outbox, upload_pages

WHY_LETTERS = 200

# --- what arrives ------------------------------------------------------------------------------


def accept(db: Connection, arrival: Arrival) -> Arrival | None:
    if arrival.page:
        its = (upload_pages.c.token == arrival.page, upload_pages.c.used_at.is_(None))
        db.execute(update(upload_pages).where(*its).values(used_at=arrival.at))
    row = {
        "channel": arrival.chat.channel,
        "chat": arrival.chat.id,
        "event": arrival.event,
        "payload": arrival.payload,
        "at": arrival.at,
        "state": "new",
    }
    number = db.execute(ACCEPT[db.dialect.name], row).scalar()
    if number is not None:
        return replace(arrival, number=number)
    before = db.execute(
        select(inbox).where(
            inbox.c.channel == arrival.chat.channel,
            inbox.c.event == arrival.event,
            inbox.c.state == "new",
        )
    ).first()
    return arrival_of(before) if before else None


def undone(db: Connection) -> list[Arrival]:
    oldest = (
        select(func.min(inbox.c.number))
        .where(inbox.c.state == "new")
        .group_by(inbox.c.channel, inbox.c.chat)
    )
    db.execute(update(inbox).where(inbox.c.number.in_(oldest)).values(starts=inbox.c.starts + 1))
    rows = db.execute(select(inbox).where(inbox.c.state == "new").order_by(inbox.c.number))
    return [arrival_of(row) for row in rows]


def arrival_of(row: Row[Any]) -> Arrival:
    chat = ChatRef(row.channel, row.chat)
    return Arrival(chat, row.event, row.payload, row.at, row.number, row.starts)


def _finish(db: Connection, arrival: Arrival, state: str, why: str | None = None) -> None:
    values = {"of_number": arrival.number, "to_state": state, "to_why": why}
    if db.execute(FINISH, values).rowcount != 1:
        raise AlreadyDone


def park(
    db: Connection, arrival: Arrival, why: str, messages: Sequence[Outgoing]
) -> Pending | None:
    _finish(db, arrival, "parked", why[:WHY_LETTERS])
    put_out(db, arrival.chat, messages, arrival.number, arrival.at)
    return next_message(db, arrival.chat)


# --- a turn --------------------------------------------------------------------------------------


def load(db: Connection, chat: ChatRef) -> Snapshot:
    row = db.execute(LOAD, of_chat(chat)).first()
    dossiers = of_a_chat(db, chat) if row is None or row.takes_part else ()
    if row is None:
        return Snapshot(ChatState(), 0, dossiers)
    member = member_of(db, chat) if row.works else None
    talking = talking_of(db, chat, row.last_at) if row.talks else None
    return Snapshot(ChatState.from_json(row.state), row.version, dossiers, member, talking)


def save(db: Connection, save: Save) -> Pending | None:
    chat = save.arrival.chat
    _finish(db, save.arrival, "done")
    _save_chat(db, save)
    save_dossiers(db, save)
    do_acts(db, save.arrival, save.acts, save.at)
    put_out(db, chat, save.messages, save.arrival.number, save.at)
    tell(db, save.told, save.at)
    if save.ends_talk:
        end_talk(db, chat)
    for asked in save.asked:
        ask(db, chat, asked, save.chat.lang or "", save.at)
    for file in save.files:
        keep_file(db, chat, file, save.at)
    for page in save.pages:
        _open_page(db, page)
    give(db, chat, save.given, save.at)
    return next_message(db, chat)


def _save_chat(db: Connection, save: Save) -> None:
    chat, state = save.arrival.chat, save.chat.to_json()
    if save.version:
        values = {
            **of_chat(chat),
            "of_version": save.version,
            "to_version": save.version + 1,
            "to_state": state,
            "to_last_at": save.at,
        }
        made = db.execute(SAVE_CHAT, values)
    else:
        made = db.execute(
            insert_or_nothing(db, chats).values(
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


def keep_file(db: Connection, chat: ChatRef, file: ChatFile, at: datetime) -> None:
    db.execute(
        insert_file(
            db,
            channel=chat.channel,
            chat=chat.id,
            sha256=file.sha256,
            name=file.name,
            type=file.type,
            size=file.size,
            ours=file.ours,
            at=at,
            begun=file.begun,
        )
    )


def _open_page(db: Connection, page: UploadPage) -> None:
    db.execute(
        insert(upload_pages).values(
            token=page.token,
            channel=page.chat.channel,
            chat=page.chat.id,
            dialog=page.dialog,
            step=page.step,
            until=page.until,
        )
    )


def open_chat(db: Connection, chat: ChatRef, at: datetime) -> None:
    db.execute(
        insert_or_nothing(db, chats).values(
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
        db.execute(select(literal(1)).where(of(chats, chat)).select_from(chats)).first() is not None
    )


# --- what goes out -------------------------------------------------------------------------------


def put_out(
    db: Connection, chat: ChatRef, messages: Sequence[Outgoing], after: int, at: datetime
) -> None:
    for message in messages:
        if message.key:
            db.execute(
                delete(outbox).where(
                    of(outbox, chat), outbox.c.state == "due", outbox.c.key == message.key
                )
            )
        db.execute(PUT_OUT, {**_row(chat, message, at), "after": after})


def tell(db: Connection, told: Sequence[Told], at: datetime) -> None:
    if any(one.message.key for one in told):
        for one in told:
            put_out(db, one.chat, [one.message], last_of(db, one.chat), at)
    elif told:
        rows = [{**_row(one.chat, one.message, at), **of_chat(one.chat)} for one in told]
        db.execute(PUT_OUT_ALL, rows)
    for one in told:
        for file in one.files:
            keep_file(db, one.chat, file, at)


def _row(chat: ChatRef, message: Outgoing, at: datetime) -> dict[str, Any]:
    return {
        "channel": chat.channel,
        "chat": chat.id,
        "key": message.key,
        "body": message.body,
        "at": at,
        "due": message.due,
        "state": "bulk" if message.bulk else "due",
        "about": message.about,
    }


def last_of(db: Connection, chat: ChatRef) -> int:
    """The last of theirs: what is written now stands behind it in the talk."""
    return db.execute(select(func.max(inbox.c.number)).where(of(inbox, chat))).scalar() or 0


def next_message(db: Connection, chat: ChatRef) -> Pending | None:
    row = db.execute(NEXT, of_chat(chat)).first()
    return pending_of(row, chat) if row else None


def pending_of(row: Any, chat: ChatRef) -> Pending:
    return Pending(row.id, chat, row.body, row.key, row.at, row.due, row.tries)
