"""What a turn does to questions for the staff: asked, gone on with, taken, answered, closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, case, delete, insert, null, or_, update

from contest.desk import TALK
from contest.model import Asked
from contest.staff import Answering, Claiming, Closing, GivingBack, HandingOn, OfQuestion
from dialog.event import ChatRef
from storage.audit_units import note
from storage.statements import of
from storage.tables import brought, chats, questions
from storage.trouble import Conflict

_NEXT: dict[str, Any] = {"version": questions.c.version + 1}
NOBODYS: dict[str, Any] = {"claimed_by": null(), "claimed_at": null()}
TALK_OVER: dict[str, Any] = {"talk_until": null()}
WAITS = questions.c.answered_at.is_(None)


def ask(db: Connection, chat: ChatRef, asked: Asked, lang: str, at: datetime) -> None:
    """Raises Conflict if it goes on with a talk that is over."""
    if asked.follows is not None:
        return _follow(db, chat, asked, at)
    db.execute(
        insert(questions).values(
            channel=chat.channel,
            chat=chat.id,
            kind=asked.kind,
            text=asked.text,
            topic=asked.topic,
            unit=asked.unit,
            lang=lang,
            at=at,
            said_at=at,
        )
    )
    return None


def _follow(db: Connection, chat: ChatRef, asked: Asked, at: datetime) -> None:
    """The question waits again, for the member who answered it. Whether it came in time is judged
    by when it was said, not by when it is saved."""
    going_on = (questions.c.number == asked.follows, of(questions, chat))
    added = update(questions).where(*going_on, questions.c.talk_until.is_not(None))
    values = {
        **_NEXT,
        "text": questions.c.text + f"\n\n{asked.text}" if asked.text else questions.c.text,
        "answered_at": null(),
        "claimed_at": at,
        "said_at": at,
        "talk_until": at + TALK,
        "replied": True,
    }
    if db.execute(added.values(values)).rowcount != 1:
        raise Conflict


def end_talk(db: Connection, chat: ChatRef) -> None:
    db.execute(update(questions).where(of(questions, chat)).values(TALK_OVER))


def act(db: Connection, by: int, done: OfQuestion, at: datetime) -> None:
    """Raises Conflict if the question is another by now, or is somebody else's."""
    theirs = questions.c.claimed_by == by
    free = questions.c.claimed_by.is_(None)
    match done:
        case Claiming():
            _change(db, done, WAITS, free, claimed_by=by, claimed_at=at)
            note(db, by, "claimed", at, question=done.question)
        case GivingBack():
            level = case((questions.c.level > 1, 1), else_=questions.c.level)
            values = {**NOBODYS, **TALK_OVER, "level": level, "moved_at": null()}
            _change(db, done, WAITS, theirs, **values)
            note(db, by, "gave_back", at, question=done.question)
        case HandingOn():
            values = {**NOBODYS, **TALK_OVER, "role": done.role, "level": 0, "moved_at": null()}
            _change(db, done, WAITS, or_(theirs, free), **values)
            db.execute(delete(brought).where(brought.c.question == done.question))
            note(db, by, "handed_on", at, question=done.question, role=done.role)
        case Closing():
            chat = _its_chat(db, done.question)
            _think_again(db, chat)
            values = {**TALK_OVER, "answered_at": at, "closed": done.why}
            _change(db, done, WAITS, or_(theirs, free), **values)
            note(db, by, "closed", at, question=done.question, why=done.why)
        case Answering():
            chat = _its_chat(db, done.question)
            _think_again(db, chat)
            end_talk(db, chat)  # about another question: one talk at a time
            values = {"spoke_at": at, "talk_until": done.talk_until, "replied": False}
            open_ = (theirs, questions.c.closed.is_(None))
            _change(db, done, *open_, answered_at=at, **values)
            note(db, by, "answered", at, question=done.question)
        case _:
            assert_never(done)


def _change(db: Connection, done: OfQuestion, *only: Any, **values: Any) -> None:
    seen = (questions.c.number == done.question, questions.c.version == done.version)
    changed = update(questions).where(*seen, *only).values({**_NEXT, **values})
    if db.execute(changed).rowcount != 1:
        raise Conflict


def _its_chat(db: Connection, number: int) -> ChatRef:
    row = db.execute(
        questions.select()
        .with_only_columns(questions.c.channel, questions.c.chat)
        .where(questions.c.number == number)
    ).first()
    if row is None:  # erased meanwhile
        raise Conflict
    return ChatRef(row.channel, row.chat)


def _think_again(db: Connection, chat: ChatRef) -> None:
    """Who speaks with this chat changes: what is being answered now is thought again.

    Before the question itself, in the order in which a turn of that chat takes both.
    """
    db.execute(update(chats).where(of(chats, chat)).values(version=chats.c.version + 1))
