"""Jury groups with their fields, and who is chosen for the national contest."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jury_groups",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_jury_groups"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "jury_fields",
        sa.Column("field", sa.String(24), nullable=False),
        sa.Column("group", Number, nullable=False),
        sa.PrimaryKeyConstraint("field", name="pk_jury_fields"),
    )
    op.create_table(
        "shortlist",
        sa.Column("dossier", sa.String(12), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", Number, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_shortlist"),
    )
