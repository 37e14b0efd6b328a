"""The table of what one of the staff proposes and another decides."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, String, Table

from storage.tables import Moment, Number, meta

proposals = Table(
    "proposals",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("by", Number, nullable=False),  # a member
    Column("at", Moment, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("state", String(8), nullable=False),  # see `contest.proposals`
    Column("decided_by", Number),
    Column("decided_at", Moment),
    Column("due", Moment),
    Column("done_at", Moment),
    Index(None, "state", "kind"),
    sqlite_autoincrement=True,
)
