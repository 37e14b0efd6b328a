"""Who is staff, by which invitation, and what they did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("chat", sa.String(80), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("unit", sa.String(80), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_staff"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_staff_today",
        "staff",
        ["channel", "chat"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "staff_invitations",
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("unit", sa.String(80), nullable=True),
        sa.Column("by", Number, nullable=True),
        sa.Column("until", Moment, nullable=False),
        sa.Column("used_at", Moment, nullable=True),
        sa.Column("used_by", Number, nullable=True),
        sa.PrimaryKeyConstraint("token", name="pk_staff_invitations"),
    )
    op.create_table(
        "audit",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", Number, nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("dossier", sa.String(12), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_dossier_number", "audit", ["dossier", "number"], unique=False)
