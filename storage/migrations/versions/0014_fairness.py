"""Deadlines of one's own, what did not work, and the advice people wish for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dossiers", sa.Column("extended_until", sa.Date()))
    op.add_column("dossiers", sa.Column("extended_at", Moment))
    op.create_table(
        "outages",
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("begin", Moment, nullable=False),
        sa.Column("end", Moment, nullable=True),
        sa.PrimaryKeyConstraint("kind", "channel", "begin", name="pk_outages"),
    )
    lasting = sa.text('"end" IS NULL')
    op.create_index(
        "ix_outages_lasting",
        "outages",
        ["kind", "channel"],
        unique=True,
        sqlite_where=lasting,
        postgresql_where=lasting,
    )
    op.create_table(
        "wishes",
        sa.Column("dossier", sa.String(12), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("mark", sa.String(16), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("taken_by", Number, nullable=True),
        sa.Column("taken_at", Moment, nullable=True),
        sa.Column("over_at", Moment, nullable=True),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("dossier", "number", name="pk_wishes"),
    )
    still = sa.text("state IN ('waiting', 'taken')")
    op.create_index(
        "ix_wishes_open",
        "wishes",
        ["dossier"],
        unique=True,
        sqlite_where=still,
        postgresql_where=still,
    )
