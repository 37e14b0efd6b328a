"""The statements of every turn, made once: making one costs more than running it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, null, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dialog.event import ChatRef
from storage.outbox_states import WAITING
from storage.tables import chats, files, inbox, outbox, participants, questions, staff

_OF: dict[str, Any] = {"channel": bindparam("of_channel"), "chat": bindparam("of_chat")}
FINISH = (
    update(inbox)
    .where(inbox.c.number == bindparam("of_number"), inbox.c.state == "new")
    .values(state=bindparam("to_state"), why=bindparam("to_why"))
)
_TAKES_PART = exists().where(
    participants.c.channel == chats.c.channel,
    participants.c.chat == chats.c.chat,
    participants.c.until.is_(None),
)
_WORKS = exists().where(
    staff.c.channel == chats.c.channel, staff.c.chat == chats.c.chat, staff.c.until.is_(None)
)
_TALKS = exists().where(
    questions.c.channel == chats.c.channel,
    questions.c.chat == chats.c.chat,
    questions.c.talk_until.is_not(None),
)
LOAD = select(
    chats.c.version,
    chats.c.state,
    chats.c.last_at,
    chats.c.no_news_at,
    _TAKES_PART.label("takes_part"),
    _WORKS.label("works"),
    _TALKS.label("talks"),
).where(chats.c.channel == _OF["channel"], chats.c.chat == _OF["chat"])
SAVE_CHAT = (
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
PUT_OUT = insert(outbox)
# to many at once; each stands behind the last of theirs
PUT_OUT_ALL = insert(outbox).values(
    after=select(func.coalesce(func.max(inbox.c.number), 0))
    .where(inbox.c.channel == _OF["channel"], inbox.c.chat == _OF["chat"])
    .scalar_subquery()
)
NEXT = (
    select(outbox.c.id, outbox.c.body, outbox.c.key, outbox.c.at, outbox.c.due, outbox.c.tries)
    .where(
        outbox.c.channel == _OF["channel"],
        outbox.c.chat == _OF["chat"],
        outbox.c.state == "due",
    )
    .order_by(outbox.c.id)
    .limit(1)
)
BEGIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"), outbox.c.state == "bulk")
    .values(state="sending")
)
SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"), outbox.c.state.in_(WAITING))
    .values(
        state="sent",
        receipt=bindparam("to_receipt"),
        sent_at=bindparam("to_sent_at"),
        tries=outbox.c.tries + 1,
    )
)
# INSERT … ON CONFLICT DO NOTHING, in each database's own way of saying it
_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}
ACCEPT = {
    name: dialect.insert(inbox).on_conflict_do_nothing().returning(inbox.c.number)
    for name, dialect in _DIALECTS.items()
}


def insert_or_nothing(db: Connection, table: Any) -> Any:
    return _DIALECTS[db.dialect.name].insert(table).on_conflict_do_nothing()


def insert_file(db: Connection, **row: Any) -> Any:
    """A file of ours that is made again is kept as long as a new one; theirs as it first came."""
    new = _DIALECTS[db.dialect.name].insert(files).values(**row)
    return new.on_conflict_do_update(
        index_elements=list(files.primary_key), set_={"at": new.excluded.at}, where=files.c.ours
    )


def keep_files_of(db: Connection, names: Sequence[str], rows: Any) -> Any:
    """The same of many chats: `rows` selects what those columns hold."""
    new = _DIALECTS[db.dialect.name].insert(files).from_select(list(names), rows)
    return new.on_conflict_do_update(
        index_elements=list(files.primary_key), set_={"at": new.excluded.at}, where=files.c.ours
    )


def of(table: Any, chat: ChatRef) -> Any:
    return and_(table.c.channel == chat.channel, table.c.chat == chat.id)


def of_chat(chat: ChatRef) -> dict[str, Any]:
    return {"of_channel": chat.channel, "of_chat": chat.id}
