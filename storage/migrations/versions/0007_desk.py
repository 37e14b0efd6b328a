"""Questions on the staff's desk: whose they are, who has heard of them, who talks with whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("about", Number, nullable=True))
    for column in (
        sa.Column("closed", sa.String(12), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("role", sa.String(12), nullable=True),
        sa.Column("unit", sa.String(80), nullable=True),
        sa.Column("level", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("moved_at", Moment, nullable=True),
        sa.Column("claimed_by", Number, nullable=True),
        sa.Column("claimed_at", Moment, nullable=True),
        sa.Column("said_at", Moment, nullable=True),
        sa.Column("spoke_at", Moment, nullable=True),
        sa.Column("talk_until", Moment, nullable=True),
        sa.Column("replied", sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column("questions", column)
    op.create_index(
        "ix_questions_talk",
        "questions",
        ["channel", "chat"],
        unique=False,
        sqlite_where=sa.text("talk_until IS NOT NULL"),
        postgresql_where=sa.text("talk_until IS NOT NULL"),
    )
    op.create_table(
        "brought",
        sa.Column("question", Number, autoincrement=False, nullable=False),
        sa.Column("member", Number, autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("question", "member", name="pk_brought"),
    )
