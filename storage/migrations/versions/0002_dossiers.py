"""Dossiers: what is in them, who has to do with them, and what was handed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment, Number

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("files", sa.Column("begun", Moment, nullable=True))
    op.create_table(
        "agreements",
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("dossier", "author", name="pk_agreements"),
    )
    op.create_table(
        "consents",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=True),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_consents"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_consents_channel_chat_number", "consents", ["channel", "chat", "number"], unique=False
    )
    op.create_table(
        "dossier_files",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_dossier_files"),
        sa.UniqueConstraint("dossier", "sha256", name="uq_dossier_files_dossier_sha256"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dossiers",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("helped", sa.Boolean(), nullable=False),
        sa.Column("reminders", sa.Boolean(), nullable=False),
        sa.Column("returned", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
        sa.Column("erased_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("code", name="pk_dossiers"),
    )
    op.create_index("ix_dossiers_state_opened_at", "dossiers", ["state", "opened_at"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("invitation", sa.String(length=12), nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("closed_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("invitation", name="pk_invitations"),
    )
    op.create_index("ix_invitations_dossier", "invitations", ["dossier"], unique=False)
    op.create_table(
        "notes",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_notes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notes_dossier_number", "notes", ["dossier", "number"], unique=False)
    op.create_table(
        "participants",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_participants"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_participants_dossier", "participants", ["dossier"], unique=False)
    op.create_index(
        "ix_participants_today",
        "participants",
        ["channel", "chat", "dossier", "role", "author"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "requests",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("dossier", sa.String(length=12), nullable=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("done_by", sa.Date(), nullable=False),
        sa.Column("done_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_requests"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requests_channel_chat", "requests", ["channel", "chat"], unique=False)
    op.create_table(
        "submissions",
        sa.Column("dossier", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("items_done", sa.Integer(), nullable=False),
        sa.Column("items_all", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("dossier", "number", name="pk_submissions"),
        sa.UniqueConstraint("token", name="uq_submissions_token"),
    )
