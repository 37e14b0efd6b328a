"""The tables. A change here needs a migration; `tests/storage/test_migrations.py` compares them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
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
    Column("no_news_at", Moment),  # since when they want no announcements; outlives the state
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
    Column("state", String(8), nullable=False),  # see outbox_states
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("receipt", Text),
    Column("sent_at", Moment),
    Column("about", Number),  # the question whose words it shows to somebody of the staff
    Column("announcement", Number),  # the proposal that it carries out
    Column("dossier", String(12)),  # the dossier of which it shows something to the staff
    Index(None, "channel", "chat", "id"),
    sqlite_autoincrement=True,
)
Index("ix_outbox_due", outbox.c.channel, outbox.c.chat, outbox.c.id,
      sqlite_where=outbox.c.state == "due", postgresql_where=outbox.c.state == "due")  # fmt: skip
Index("ix_outbox_bulk", outbox.c.channel, outbox.c.id,
      sqlite_where=outbox.c.state == "bulk", postgresql_where=outbox.c.state == "bulk")  # fmt: skip

Index("ix_outbox_announcement", outbox.c.announcement,
      sqlite_where=outbox.c.announcement.is_not(None),
      postgresql_where=outbox.c.announcement.is_not(None))  # fmt: skip

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
    Column("begun", Moment),
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
    Column("answered_at", Moment),  # or closed without an answer: then `closed` says why
    Column("closed", String(12)),
    Column("version", Integer, nullable=False, server_default="0"),
    # whose it is, and who has heard of it: see `contest.desk.Case`
    Column("role", String(12)),
    Column("unit", String(80)),
    Column("level", Integer, nullable=False, server_default="0"),
    Column("moved_at", Moment),
    Column("claimed_by", Number),
    Column("claimed_at", Moment),
    # while a member of the staff talks with the person
    Column("said_at", Moment),  # the person, last
    Column("spoke_at", Moment),  # the member, last
    Column("talk_until", Moment),
    Column("replied", Boolean, nullable=False, server_default=false()),
    Column("left_out_at", Moment),  # staff want nothing of it in the questions and answers
    sqlite_autoincrement=True,
)
Index("ix_questions_talk", questions.c.channel, questions.c.chat,
      sqlite_where=questions.c.talk_until.is_not(None),
      postgresql_where=questions.c.talk_until.is_not(None))  # fmt: skip

# members whom a question was brought to
brought = Table(
    "brought",
    meta,
    Column("question", Number, primary_key=True, autoincrement=False),
    Column("member", Number, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
)

upload_pages = Table(
    "upload_pages",
    meta,
    Column("token", String(64), primary_key=True),  # its sha256: who reads it here opens nothing
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("dialog", Text),
    Column("step", Text),
    Column("until", Moment, nullable=False),
    Column("used_at", Moment),
    Index(None, "channel", "chat"),
)

runs = Table(
    "runs",
    meta,
    Column("name", String(60), primary_key=True),
    Column("date", String(40), primary_key=True),
    Column("at", Moment, nullable=False),
)

# --- dossiers -----------------------------------------------------------------------------------

dossiers = Table(
    "dossiers",
    meta,
    Column("code", String(12), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("helped", Boolean, nullable=False),
    Column("reminders", Boolean, nullable=False),
    Column("returned", JSON(none_as_null=True)),
    Column("opened_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("unit", Text),  # an id of the pack's units
    Column("extended_until", Date),  # its own last day, as the newest extension says
    Column("extended_at", Moment),
    Column("erased_at", Moment),  # the row stays: its code is never given out again
    Index(None, "state", "opened_at"),
)

participants = Table(
    "participants",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("dossier", String(12), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("role", String(8), nullable=False),  # owner, helper, author
    Column("author", Text, nullable=False),  # the author row; empty: none
    Column("since", Moment, nullable=False),
    Column("until", Moment),
    Index(None, "dossier"),
    sqlite_autoincrement=True,
)
# nobody takes part in the same way twice; a chat's dossiers are found by it too
Index("ix_participants_today", participants.c.channel, participants.c.chat,
      participants.c.dossier, participants.c.role, participants.c.author, unique=True,
      sqlite_where=participants.c.until.is_(None),
      postgresql_where=participants.c.until.is_(None))  # fmt: skip

submissions = Table(
    "submissions",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("token", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("items_done", Integer, nullable=False),
    Column("items_all", Integer, nullable=False),
    Column("changes", Text, nullable=False),
    Column("answers", JSON(none_as_null=True)),  # as they were handed in; none: erased
    UniqueConstraint("token"),
)

invitations = Table(
    "invitations",
    meta,
    Column("invitation", String(12), primary_key=True),
    Column("dossier", String(12), nullable=False),
    Column("kind", String(8), nullable=False),  # claim, author
    Column("author", Text),
    Column("made_at", Moment, nullable=False),
    Column("closed_at", Moment),  # used, or replaced by a later one
    Index(None, "dossier"),
)

agreements = Table(
    "agreements",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("author", Text, primary_key=True),
    Column("agrees", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)

dossier_files = Table(
    "dossier_files",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("dossier", String(12), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("type", String(100), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("ours", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("dossier", "sha256"),
    sqlite_autoincrement=True,
)

notes = Table(
    "notes",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("dossier", String(12), nullable=False),
    Column("at", Moment, nullable=False),
    Column("what", Text, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("by", String(8)),  # a role; none: the staff, or the program
    Index(None, "dossier", "number"),
    sqlite_autoincrement=True,
)

consents = Table(
    "consents",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("way", String(8), nullable=False),
    Column("dossier", String(12)),
    Column("at", Moment, nullable=False),
    Index(None, "channel", "chat", "number"),
    sqlite_autoincrement=True,
)

requests = Table(
    "requests",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("kind", String(12), nullable=False),  # correct, withdraw, erase, copy
    Column("text", Text, nullable=False),
    Column("dossier", String(12)),
    Column("at", Moment, nullable=False),
    Column("answer_by", Date, nullable=False),
    Column("done_by", Date, nullable=False),
    Column("done_at", Moment),
    Index(None, "channel", "chat"),
    sqlite_autoincrement=True,
)

# --- the staff ----------------------------------------------------------------------------------

staff = Table(
    "staff",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    Column("role", String(12), nullable=False),
    Column("unit", String(80)),
    Column("name", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
    Column("digest_at", String(5)),  # «07:30», or «off»; none: the usual time
    sqlite_autoincrement=True,
)
# one role at a time
Index("ix_staff_today", staff.c.channel, staff.c.chat, unique=True,
      sqlite_where=staff.c.until.is_(None), postgresql_where=staff.c.until.is_(None))  # fmt: skip

staff_invitations = Table(
    "staff_invitations",
    meta,
    Column("token", String(64), primary_key=True),  # the sha256 of the code
    Column("role", String(12), nullable=False),
    Column("unit", String(80)),
    Column("by", Number),  # a member; none: who sits at the server
    Column("until", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", Number),
)

audit = Table(
    "audit",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("by", Number),  # a member; none: who sits at the server
    Column("what", Text, nullable=False),
    Column("dossier", String(12)),
    Column("detail", JSON, nullable=False),
    Index(None, "dossier", "number"),
    sqlite_autoincrement=True,
)

digests = Table(
    "digests",
    meta,
    Column("day", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("counts", JSON, nullable=False),
)
