"""Which questions staff want nothing of in the questions and answers; groups of staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("left_out_at", Moment, nullable=True))
    op.create_table(
        "groups",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("role", sa.String(12), nullable=True),
        sa.Column("by", Number, nullable=False),
        sa.Column("good_until", Moment, nullable=False),
        sa.Column("channel", sa.String(20), nullable=True),
        sa.Column("chat", sa.String(80), nullable=True),
        sa.Column("since", Moment, nullable=True),
        sa.Column("until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_groups"),
        sa.UniqueConstraint("token", name="uq_groups_token"),
        sqlite_autoincrement=True,
    )
