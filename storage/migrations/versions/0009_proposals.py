"""What one of the staff proposes and another decides."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("by", Number, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("decided_by", Number, nullable=True),
        sa.Column("decided_at", Moment, nullable=True),
        sa.Column("due", Moment, nullable=True),
        sa.Column("done_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_proposals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposals_state_kind", "proposals", ["state", "kind"])
