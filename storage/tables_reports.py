"""The tables of the units' reports, and of who of the staff is away."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table, UniqueConstraint

from storage.tables import Moment, Number, meta

# every version of every report; the last counts
unit_reports = Table(
    "unit_reports",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("period", String(10), nullable=False),
    Column("unit", String(80), nullable=False),
    Column("version", Integer, nullable=False),
    Column("by", Number, nullable=False),  # a member
    Column("at", Moment, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("period", "unit", "version"),
    sqlite_autoincrement=True,
)

absences = Table(
    "absences",
    meta,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("member", Number, nullable=False),
    Column("deputy", Number),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("declined_at", Moment),
    Column("ended_at", Moment),  # before its last day, or replaced by another
    Index(None, "last"),
    sqlite_autoincrement=True,
)
