"""Brings a database to the schema of this release, from any release before it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from storage.port import TooNew

HERE = Path(__file__).parent
# the newest migration; `tests/storage/test_migrations.py` compares it with the folder
HEAD = "0016"


def upgrade(db: Connection) -> None:
    """Run what is missing, inside the transaction of `db`. Raises TooNew for a later release's."""
    found = _revision(db)
    if found == HEAD:
        return
    # Alembic costs a third of a second and 12 MB, so it comes only when there is something to do
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(HERE))
    try:
        if found is not None:
            ScriptDirectory.from_config(config).get_revision(found)
    except CommandError as error:
        raise TooNew(found) from error
    config.attributes["connection"] = db
    command.upgrade(config, "head")


def _revision(db: Connection) -> str | None:
    if not db.dialect.has_table(db, "alembic_version"):
        return None
    revision = db.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(revision) if revision else None
