"""The house rules a linter cannot know."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONG = 400  # lines: of a module longer than that, each line no longer knows its room
OPTIONAL = ("aiogram", "telegram", "asyncpg", "alembic.command")


def test_the_web_chat_starts_without_what_only_other_channels_need() -> None:
    code = "import sys, bot.commands.run, bot.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "aiohttp" in loaded
    assert loaded & set(OPTIONAL) == set()


def test_asking_the_faq_starts_without_a_server_or_a_database() -> None:
    code = "import sys, bot.commands.ask; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) & {"aiohttp", "sqlalchemy", "PIL"} == set()


def test_modules_stay_small() -> None:
    for room in ("bot", "contest", "dialog", "handlers", "storage"):
        for path in (ROOT / room).rglob("*.py"):
            assert len(path.read_text("utf-8").splitlines()) <= LONG, path


def test_there_is_no_drawer_for_everything() -> None:
    for room in ("bot", "contest", "dialog", "handlers", "storage"):
        for path in (ROOT / room).rglob("*.py"):
            assert path.stem not in ("utils", "helpers_", "common", "misc", "base"), path


def test_tests_cannot_reach_another_machine() -> None:
    with socket.socket() as sock, pytest.raises(Exception, match="connect"):
        sock.connect(("192.0.2.1", 80))


def test_lock_files_have_hashes_and_name_no_host() -> None:
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        packages = [line for line in text.splitlines() if "==" in line and line[0].isalpha()]
        assert len(packages) > 10
        assert "http" not in text.replace("aiohttp", "").replace("httpx", "").replace(
            "httpcore", ""
        )
        assert text.count("--hash=sha256:") >= len(packages)


def test_what_runs_is_a_part_of_what_is_tested() -> None:
    run, dev = (
        {
            line.split(" ")[0]
            for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
            if "==" in line and line[0].isalpha()
        }
        for name in ("run", "dev")
    )
    assert run <= dev


def test_no_test_leaves_the_environment_changed() -> None:
    assert "DATA_DIR" not in os.environ
