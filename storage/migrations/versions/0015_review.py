"""The review of dossiers, item by item; what of them is shown to the staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("dossier", sa.String(12), nullable=True))
    op.create_table(
        "reviews",
        sa.Column("dossier", sa.String(12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", Number, nullable=True),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_reviews"),
    )
    op.create_table(
        "judgements",
        sa.Column("dossier", sa.String(12), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("submission", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(8), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("sent_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("dossier", "item", name="pk_judgements"),
    )
    op.create_table(
        "lent",
        sa.Column("member", Number, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("dossier", sa.String(12), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("type", sa.String(100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("member", "sha256", "dossier", name="pk_lent"),
    )
    op.create_index("ix_lent_dossier", "lent", ["dossier"], unique=False)
