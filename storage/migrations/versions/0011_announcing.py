"""Announcements: who wants none, which messages are one, and who was not written to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("no_news_at", Moment, nullable=True))
    op.add_column("outbox", sa.Column("announcement", Number, nullable=True))
    op.create_index(
        "ix_outbox_announcement",
        "outbox",
        ["announcement"],
        sqlite_where=sa.text("announcement IS NOT NULL"),
        postgresql_where=sa.text("announcement IS NOT NULL"),
    )
    op.create_table(
        "unreached",
        sa.Column("announcement", Number, autoincrement=False, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("chat", sa.String(80), nullable=False),
        sa.Column("why", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("announcement", "channel", "chat", name="pk_unreached"),
    )
    op.create_index("ix_unreached_channel_chat", "unreached", ["channel", "chat"])
