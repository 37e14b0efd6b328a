"""The tables of the lists after the deadline; `tables` says what holds for all."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from storage.tables import Moment, Number, meta

jury_groups = Table(
    "jury_groups",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    sqlite_autoincrement=True,
)

# a field is judged by one group at most
jury_fields = Table(
    "jury_fields",
    meta,
    Column("field", String(24), primary_key=True),  # an id of the pack's fields
    Column("group", Number, nullable=False),
)

# chosen for the national contest
shortlist = Table(
    "shortlist",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", Number, nullable=False),  # a member
)
