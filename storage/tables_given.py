"""The table of who was given which answer."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from storage.tables import Moment, meta

given = Table(
    "given",
    meta,
    Column("channel", String(20), primary_key=True),
    Column("chat", String(80), primary_key=True),
    Column("topic", String(64), primary_key=True),  # see `handlers.said`: never words
    Column("at", Moment, nullable=False),  # the last time
    Index(None, "topic"),
)
