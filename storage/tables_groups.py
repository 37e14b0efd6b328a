"""The table of groups of staff."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from storage.tables import Moment, Number, meta

groups = Table(
    "groups",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("token", String(64), nullable=False, unique=True),  # the sha256 of its code
    Column("role", String(12)),  # none: of everybody
    Column("by", Number, nullable=False),  # a member
    Column("good_until", Moment, nullable=False),  # the code
    Column("channel", String(20)),
    Column("chat", String(80)),
    Column("since", Moment),  # when it was tied
    Column("until", Moment),  # when that ended
    sqlite_autoincrement=True,
)
