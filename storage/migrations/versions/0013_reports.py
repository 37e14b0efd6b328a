"""What units report, and who of the staff is away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unit_reports",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("period", sa.String(10), nullable=False),
        sa.Column("unit", sa.String(80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", Number, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_unit_reports"),
        sa.UniqueConstraint(
            "period", "unit", "version", name="uq_unit_reports_period_unit_version"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "absences",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("member", Number, nullable=False),
        sa.Column("deputy", Number, nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("declined_at", Moment, nullable=True),
        sa.Column("ended_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_absences"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_absences_last", "absences", ["last"])
