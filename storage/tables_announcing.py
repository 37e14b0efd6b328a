"""The table of whom an announcement was for, and who was not even written to."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from storage.tables import Number, meta

unreached = Table(
    "unreached",
    meta,
    Column("announcement", Number, primary_key=True, autoincrement=False),  # a proposal
    Column("channel", String(20), primary_key=True),
    Column("chat", String(80), primary_key=True),
    Column("why", String(8), nullable=False),  # see `contest.announcing.Left`
    Index(None, "channel", "chat"),
)
