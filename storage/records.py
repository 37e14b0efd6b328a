"""Units of work beside a turn: what is read again, files, open questions, the program's health."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, func, literal, null, select, update

from contest.desk import Bringing
from dialog.event import ChatRef
from storage import (
    announcing_units,
    dossier_reads,
    given_units,
    proposal_units,
    question_units,
    review_units,
    staff_units,
)
from storage.dossier_deeds import leave
from storage.extending import extend
from storage.outbox_states import OVER
from storage.port import Ages, ChatFile, ChatState, Cursor, Entry, Outgoing, Told, UploadPage
from storage.port_announcing import ToMany
from storage.sending import bulk_stands
from storage.statements import insert_or_nothing, of
from storage.tables import chats, files, inbox, outbox, questions, requests, runs, upload_pages
from storage.units import arrival_of, last_of, put_out, tell

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
    if row is None and (found := dossier_reads.file_of(db, chat, sha256)):
        return found
    row = row or question_units.file_of(db, chat, sha256)
    return _file(row) if row else review_units.file_of(db, chat, sha256)


def _file(row: Row[Any]) -> ChatFile:
    return ChatFile(row.sha256, row.name, row.type, row.size, row.ours, row.begun)


def bytes_of(db: Connection, chat: ChatRef) -> int:
    theirs = select(func.sum(files.c.size)).where(of(files, chat), ~files.c.ours)
    return int(db.execute(theirs).scalar() or 0)


def known_files(db: Connection) -> set[str]:
    of_chats = set(db.execute(select(files.c.sha256)).scalars())
    of_dossiers = dossier_reads.known_files(db) | review_units.known_files(db)
    return of_chats | of_dossiers | proposal_units.known_files(db)


def knows_file(db: Connection, sha256: str) -> bool:
    in_a_chat = exists().where(files.c.sha256 == sha256)
    if db.execute(select(in_a_chat)).scalar() or dossier_reads.knows_file(db, sha256):
        return True
    return review_units.knows_file(db, sha256) or sha256 in proposal_units.known_files(db)


def upload_page(db: Connection, token: str) -> UploadPage | None:
    row = db.execute(select(upload_pages).where(upload_pages.c.token == token)).first()
    if row is None:
        return None
    chat = ChatRef(row.channel, row.chat)
    return UploadPage(row.token, chat, row.dialog, row.step, row.until, row.used_at)


# --- questions for the staff --------------------------------------------------------------------


def answer_question(db: Connection, number: int, message: Outgoing, at: datetime) -> bool:
    chat = question_units.close(db, number, at)
    if chat is None:
        return False
    put_out(db, chat, [message], last_of(db, chat), at)
    return True


def bring(db: Connection, to: Bringing, told: Sequence[Told], at: datetime) -> bool:
    if not question_units.bring(db, to, at):
        return False
    tell(db, told, at)
    return True


def carry_out(
    db: Connection, number: int, told: Sequence[Told], at: datetime, many: ToMany | None
) -> bool:
    if not proposal_units.done(db, number, at):
        return False
    if many:
        announcing_units.announce(db, number, many, at)
    done = proposal_units.proposal(db, number)
    if done is not None and done.kind == "extension":
        extend(db, done, at)
    tell(db, told, at)
    return True


def call_off(db: Connection, number: int, told: Sequence[Told], at: datetime) -> bool:
    if not proposal_units.call_off(db, number, at):
        return False
    tell(db, told, at)
    return True


def erase(db: Connection, question: int, message: Outgoing, at: datetime) -> bool:
    row = db.execute(
        select(questions.c.channel, questions.c.chat).where(questions.c.number == question)
    ).first()
    if row is None:
        return False
    erase_chat(db, ChatRef(row.channel, row.chat), message, at)
    return True


def erase_chat(db: Connection, chat: ChatRef, message: Outgoing, at: datetime) -> None:
    # the event ids stay, without words: an event delivered again must not be answered again
    said = update(inbox).where(of(inbox, chat), inbox.c.state != "new")
    db.execute(said.values(payload=null(), why=None))
    question_units.erase(db, chat)
    for table in (outbox, files, upload_pages):
        db.execute(delete(table).where(of(table, chat)))
    for state, version in db.execute(select(chats.c.state, chats.c.version).where(of(chats, chat))):
        _only_language(db, chat, ChatState.from_json(state), version)
    given_units.erase(db, chat)
    leave(db, chat, at)
    staff_units.erase(db, chat, at)
    announcing_units.erase(db, chat, at)
    put_out(db, chat, [message], last_of(db, chat), at)


def _only_language(db: Connection, chat: ChatRef, state: ChatState, version: int) -> bool:
    """False if the chat was saved meanwhile: then it is not quiet."""
    same = (of(chats, chat), chats.c.version == version)
    values = {"state": ChatState(lang=state.lang).to_json(), "version": version + 1}
    return db.execute(update(chats).where(*same).values(values)).rowcount == 1


# --- the program's own health -------------------------------------------------------------------


def ages(db: Connection, now: datetime, channels: Sequence[str]) -> Ages:
    def waiting(table: Any, since: Any, state: str) -> tuple[float, int]:
        oldest, count = db.execute(
            select(func.min(since), func.count()).where(
                table.c.state == state, table.c.channel.in_(channels)
            )
        ).one()
        return (max((now - oldest).total_seconds(), 0.0) if oldest else 0.0), count

    def count(table: Any, *where: Any) -> int:
        return db.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    oldest_undone, undone_count = waiting(inbox, inbox.c.at, "new")
    oldest_unsent, unsent = waiting(outbox, outbox.c.at, "due")
    served = outbox.c.channel.in_(channels)
    return Ages(
        oldest_undone,
        max(oldest_unsent, bulk_stands(db, now, channels)),
        undone_count,
        unsent + count(outbox, outbox.c.state.in_(("bulk", "sending")), served),
        parked=count(inbox, inbox.c.state == "parked"),
        dead=count(outbox, outbox.c.state == "dead"),
        questions=count(questions, questions.c.answered_at.is_(None)),
        in_doubt=count(outbox, outbox.c.state == "doubt"),
    )


def forget(db: Connection, before: datetime) -> int:
    touched = 0
    for table, since, over, words in (
        (inbox, inbox.c.at, inbox.c.state != "new", inbox.c.payload),
        (outbox, outbox.c.at, outbox.c.state.in_(OVER), outbox.c.body),
    ):
        forgotten = update(table).where(since < before, over, words.is_not(None))
        touched += db.execute(forgotten.values({words.name: null()})).rowcount
    quiet = db.execute(
        select(chats.c.channel, chats.c.chat, chats.c.version, chats.c.state).where(
            chats.c.last_at < before
        )
    ).all()
    for row in quiet:
        chat, state = ChatRef(row.channel, row.chat), ChatState.from_json(row.state)
        if state.lang is None:  # opened, and nothing was ever said
            unused = delete(chats).where(of(chats, chat), chats.c.version == row.version)
            touched += db.execute(unused).rowcount
        elif state != ChatState(lang=state.lang):
            touched += _only_language(db, chat, state, row.version)
    touched += question_units.forget(db, before) + review_units.forget(db, before)
    asking = select(literal(1)).where(
        questions.c.channel == files.c.channel,
        questions.c.chat == files.c.chat,
        questions.c.answered_at.is_(None),
    )
    old_files = delete(files).where(files.c.at < before, ~exists(asking))
    carried_out = update(requests).where(requests.c.done_at < before, requests.c.text != "")
    old_pages = delete(upload_pages).where(upload_pages.c.until < before)
    for statement in (old_files, carried_out.values(text=""), old_pages):
        touched += db.execute(statement).rowcount
    return touched


def run_once(db: Connection, name: str, date: str, at: datetime, told: Sequence[Told]) -> bool:
    made = db.execute(insert_or_nothing(db, runs).values(name=name, date=date, at=at))
    if made.rowcount != 1:
        return False
    tell(db, told, at)
    return True
