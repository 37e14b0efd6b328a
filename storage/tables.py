"""The tables. A change here needs a migration; `tests/storage/test_migrations.py` compares them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

from contest.calendar import ZONE


class Moment(TypeDecorator[datetime]):
    """An aware time. SQLite keeps no zones, so there it is text in UTC that sorts as it runs."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(String(32) if dialect.name == "sqlite" else self.impl)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(ZONE)


# SQLite gives an INTEGER PRIMARY KEY its own numbers only under this exact type.
Number = BigInteger().with_variant(Integer, "sqlite")

meta = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

inbox = Table(
    "inbox",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("event", String(120), nullable=False),
    Column("payload", JSON(none_as_null=True)),  # forgotten after a while; the row stays
    Column("at", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # new, done, parked
    Column("starts", Integer, nullable=False, server_default="0"),
    Column("why", String(200)),
    UniqueConstraint("channel", "event"),
    Index(None, "channel", "chat", "number"),
    sqlite_autoincrement=True,
)
Index("ix_inbox_new", inbox.c.number, sqlite_where=inbox.c.state == "new",
      postgresql_where=inbox.c.state == "new")  # fmt: skip

chats = Table(
    "chats",
    meta,
    Column("channel", String(20), primary_key=True),
    Column("chat", String(80), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", JSON, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("gone_at", Moment),
)

outbox = Table(
    "outbox",
    meta,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("after", Number, nullable=False),  # the last of theirs when it was written
    Column("key", String(60)),
    Column("body", JSON(none_as_null=True)),
    Column("at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # due, sent, dead
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("receipt", Text),
    Column("sent_at", Moment),
    Index(None, "channel", "chat", "id"),
    sqlite_autoincrement=True,
)
Index("ix_outbox_due", outbox.c.channel, outbox.c.chat, outbox.c.id,
      sqlite_where=outbox.c.state == "due", postgresql_where=outbox.c.state == "due")  # fmt: skip

files = Table(
    "files",
    meta,
    Column("channel", String(20), primary_key=True),
    Column("chat", String(80), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("type", String(100), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("ours", Boolean, nullable=False, server_default=false()),
    Column("at", Moment, nullable=False),
)

questions = Table(
    "questions",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("text", Text, nullable=False),
    Column("topic", String(60)),
    Column("lang", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    Column("answered_at", Moment),
    sqlite_autoincrement=True,
)

runs = Table(
    "runs",
    meta,
    Column("name", String(60), primary_key=True),
    Column("date", String(40), primary_key=True),
    Column("at", Moment, nullable=False),
)
