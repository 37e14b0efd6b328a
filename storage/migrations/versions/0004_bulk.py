"""What is sent to many: found by its own index among all that was ever sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_outbox_bulk",
        "outbox",
        ["channel", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'bulk'"),
        postgresql_where=sa.text("state = 'bulk'"),
    )
