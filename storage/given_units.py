"""Units of work about who was given which answer; `port_given` says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, select
from sqlalchemy.dialects import postgresql, sqlite

from dialog.event import ChatRef
from storage.port_given import GivenTo
from storage.statements import of
from storage.tables import chats, runs
from storage.tables_given import given as table

AT_ONCE = 500  # topics of one statement


def _upsert(dialect: Any) -> Any:
    new = dialect.insert(table).values(
        channel=bindparam("of_channel"),
        chat=bindparam("of_chat"),
        topic=bindparam("of_topic"),
        at=bindparam("to_at"),
    )
    return new.on_conflict_do_update(
        index_elements=list(table.primary_key), set_={"at": new.excluded.at}
    )


_GIVE = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}


def give(db: Connection, chat: ChatRef, topics: Sequence[str], at: datetime) -> None:
    rows = [
        {"of_channel": chat.channel, "of_chat": chat.id, "of_topic": topic, "to_at": at}
        for topic in dict.fromkeys(topics)
    ]
    if rows:
        db.execute(_GIVE[db.dialect.name], rows)


def given_to(db: Connection, topics: Sequence[str]) -> list[GivenTo]:
    its_chat = and_(table.c.channel == chats.c.channel, table.c.chat == chats.c.chat)
    found: dict[ChatRef, tuple[str | None, dict[str, datetime]]] = {}
    for first in range(0, len(topics), AT_ONCE):
        rows = db.execute(
            select(table, chats.c.state["lang"].as_string().label("lang"))
            .join(chats, its_chat)
            .where(table.c.topic.in_(topics[first : first + AT_ONCE]), chats.c.gone_at.is_(None))
        )
        for row in rows:
            chat = ChatRef(row.channel, row.chat)
            found.setdefault(chat, (row.lang, {}))[1][row.topic] = row.at
    in_order = sorted(found.items(), key=lambda one: (one[0].channel, one[0].id))
    return [GivenTo(chat, lang, when) for chat, (lang, when) in in_order]


def given_of(db: Connection, chat: ChatRef) -> dict[str, datetime]:
    rows = db.execute(select(table).where(of(table, chat)).order_by(table.c.topic))
    return {row.topic: row.at for row in rows}


def erase(db: Connection, chat: ChatRef) -> None:
    db.execute(delete(table).where(of(table, chat)))


def has_run(db: Connection, name: str, date: str) -> bool:
    return bool(
        db.execute(select(exists().where(runs.c.name == name, runs.c.date == date))).scalar()
    )
