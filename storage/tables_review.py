"""The tables of reviews, on the same `meta` as all the others."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Date, Index, Integer, String, Table, Text

from storage.tables import Moment, Number, meta

reviews = Table(
    "reviews",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("by", Number),  # the member who has it; none: nobody
    Column("at", Moment, nullable=False),
)

# the last judgement of each item; what is in it of earlier ones is in the notes
judgements = Table(
    "judgements",
    meta,
    Column("dossier", String(12), primary_key=True),
    Column("item", Text, primary_key=True),
    Column("verdict", String(8), nullable=False),  # accepted, returned
    Column("submission", Integer, nullable=False),
    Column("mark", String(16), nullable=False),
    Column("reason", String(8)),
    Column("words", Text, nullable=False),
    Column("until", Date),
    Column("files", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Column("sent_at", Moment),
)

# files of dossiers that a member was shown: theirs to fetch as long as they may see the dossier
lent = Table(
    "lent",
    meta,
    Column("member", Number, primary_key=True, autoincrement=False),
    Column("sha256", String(64), primary_key=True),
    Column("dossier", String(12), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("type", String(100), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "dossier"),
)
