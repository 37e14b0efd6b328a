"""The tables of what did not work, and of the advice people wish for."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from storage.tables import Moment, Number, meta

outages = Table(
    "outages",
    meta,
    Column("kind", String(8), primary_key=True),  # see `contest.outages`
    Column("channel", String(20), primary_key=True),  # empty: of them all
    Column("begin", Moment, primary_key=True),
    Column("end", Moment),  # none: it lasts
)
# of a channel, one lasts at a time
Index("ix_outages_lasting", outages.c.kind, outages.c.channel, unique=True,
      sqlite_where=outages.c.end.is_(None),
      postgresql_where=outages.c.end.is_(None))  # fmt: skip

wishes = Table(
    "wishes",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("mark", String(16), nullable=False),
    Column("state", String(8), nullable=False),  # see `contest.advice`
    Column("taken_by", Number),
    Column("taken_at", Moment),
    Column("over_at", Moment),
    Column("texts", JSON, nullable=False),
    Column("files", JSON, nullable=False),
)
# of a dossier, one is open at a time
Index("ix_wishes_open", wishes.c.dossier, unique=True,
      sqlite_where=wishes.c.state.in_(("waiting", "taken")),
      postgresql_where=wishes.c.state.in_(("waiting", "taken")))  # fmt: skip
