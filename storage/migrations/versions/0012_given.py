"""Who was given which answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "given",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("chat", sa.String(80), nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", "topic", name="pk_given"),
    )
    op.create_index("ix_given_topic", "given", ["topic"])
    # who works on a dossier was told its deadline, whoever noted it
    op.execute(
        "INSERT INTO given (channel, chat, topic, at)"
        " SELECT channel, chat, '/dossier', MIN(since) FROM participants"
        " WHERE role IN ('owner', 'helper') AND until IS NULL GROUP BY channel, chat"
    )
