"""A database of any release becomes one of this release, and keeps what is in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from dialog.event import ChatRef
from storage import open_storage
from storage.migrations import HEAD, HERE, upgrade
from storage.schema import meta

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))


def differences(db: Connection) -> list[object]:
    context = MigrationContext.configure(db, opts={"compare_type": True})
    return [d for d in compare_metadata(context, meta) if "alembic_version" not in str(d)]


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    assert ScriptDirectory(str(HERE)).get_heads() == [HEAD]


def test_the_migrations_make_the_tables_the_code_means() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        upgrade(db)
        assert differences(db) == []
        upgrade(db)  # a second time is nothing to do
    engine.dispose()


@pytest.mark.slow
async def test_so_they_do_on_postgres(postgres: str) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    from tests.storage.conftest import postgres_database

    async with postgres_database(postgres) as address:
        engine = create_async_engine(address)
        async with engine.begin() as db:
            await db.run_sync(upgrade)
            assert await db.run_sync(differences) == []
        await engine.dispose()


@pytest.mark.parametrize("dump", RELEASES, ids=lambda path: path.stem)
async def test_a_database_of_every_release_is_brought_up(dump: Path, tmp_path: Path) -> None:
    """Each dump holds one chat in the middle of a dialog, an open question, an unsent message; and,
    since there are dossiers, one that was handed in."""
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        old.executescript(dump.read_text("utf-8"))
    old.close()
    storage = open_storage(f"sqlite:///{path}")
    await storage.open()
    chat = ChatRef("web", "someone")
    loaded = await storage.load(chat)
    assert loaded.chat.place.dialog == "eligibility"
    assert loaded.chat.answers["eligibility"].given["who"] == "one"
    assert [q.asked.text for q in await storage.questions()] == ["Máy nặng thì sao?"]
    pending = await storage.next_message(chat)
    assert pending is not None
    assert pending.body["text"] == "Câu 2/8"
    assert [a.payload["text"] for a in await storage.undone()] == ["chưa trả lời"]
    for held in await storage.dossiers():  # since 0.2.0
        assert held.answers.given["title"] == "Máy thử"
        assert held.dossier.submission is not None
        assert [f.name for f in await storage.files_of(held.dossier.code)] == ["may.jpg"]
        assert [c.purpose for c in await storage.consents(chat)] == ["dossier"]
    assert bool(await storage.dossiers()) == (dump.stem != "0.1.0")
    await storage.close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        assert differences(db) == []
    engine.dispose()


def test_every_release_has_its_dump() -> None:
    import tomllib

    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] in [path.stem for path in RELEASES]
