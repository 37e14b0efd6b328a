"""What docs/operating.md tells an operator to type works, or at least exists."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot import config
from bot.channels.telegram.client import client
from bot.commands.parser import parser
from bot.commands.words import Words
from bot.config import ConfigError, Settings
from bot.texts import Texts
from contest.reading import PACKS
from dialog.reply import t
from storage import open_storage
from tests.bot.browser import a_browser, a_server
from tests.house import deploying
from tests.house.deploying import ROOT

GUIDE = (ROOT / "docs/operating.md").read_text("utf-8")
TOKEN = "123456789:AAExampleExampleExampleExample12345"


def section(title: str) -> str:
    """The text under a heading of the second or third rank."""
    found = re.search(
        rf"^##+ {re.escape(title)}\n(.*?)(?=^##+ |\Z)", GUIDE, re.MULTILINE | re.DOTALL
    )
    assert found, title
    return found[1]


def typed(text: str) -> list[str]:
    """The lines of code of a text."""
    return [line.strip() for line in text.splitlines() if line.startswith("    ")]


def mentioned() -> list[str]:
    """Every command, in lines of code, in the text and in tables."""
    return typed(GUIDE) + re.findall(r"`([^`\n]+)`", GUIDE)


def commands() -> list[str]:
    found = {re.sub(r".*python -m bot ", "", line) for line in mentioned() if "-m bot " in line}
    return sorted(command for command in found if not command.startswith("…"))


@pytest.mark.parametrize("command", commands())
def test_a_command_is_understood(command: str) -> None:
    words = shlex.split(command.replace("dossiers …", "dossiers 7K3-M2P"))
    parser(Words(Texts(), "vi")).parse_args(words)  # ends the program if it is not


def test_what_make_is_asked_for_it_makes() -> None:
    targets = {name for line in mentioned() for name in re.findall(r"(?:^|sudo )make (\S+)$", line)}
    assert {"run", ".venv/run"} <= targets
    for target in targets:
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr


def test_the_service_is_set_up_as_its_unit_wants_it() -> None:
    text = section("As a service")
    lines = typed(text)
    unit = {key: value for _, key, value in deploying.unit(
        (ROOT / "deploy/hoi-thi-bot.service").read_text("utf-8"))}  # fmt: skip
    user, home, data = unit["User"], unit["WorkingDirectory"], unit["ReadWritePaths"]
    adding = next(line for line in lines if "useradd" in line)
    assert adding.endswith(f" {user}")
    assert f"--home-dir {data}" in adding
    assert f"cd {home}" in lines
    assert f"sudo chown root:{user} .env" in lines
    (copied,) = (line.split()[2] for line in lines if "/etc/systemd" in line)
    assert (ROOT / copied).is_file()
    assert f"sudo systemctl enable --now {Path(copied).stem}" in lines
    python = Path(unit["ExecStart"].split()[0]).relative_to(home)
    assert f"sudo -u {user} {python} -m bot doctor" in lines


def test_the_container_is_called_by_its_name() -> None:
    services = deploying.compose((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    asked = [line for line in mentioned() if re.search(r"docker compose (exec|cp|logs)", line)]
    assert len(asked) > 3
    for line in asked:
        words = shlex.split(line.partition("docker compose ")[2])
        assert words[1].partition(":")[0] in services, line


def test_every_setting_is_one() -> None:
    known = {name.upper() for name in Settings.__slots__}
    for line in mentioned():
        if found := re.fullmatch(r"([A-Z_]{6,})=.*", line):
            assert found[1] in known, line


@pytest.mark.parametrize(
    "line", [line for line in typed(section("Through a proxy")) if line.startswith("TELEGRAM_")]
)
async def test_a_proxy_is_taken_as_it_is_written(line: str, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_TOKEN={TOKEN}\n{line}\n", "utf-8")
    settings = config.load({}, file)
    assert settings.telegram_proxy == line.partition("=")[2].strip("'")
    bot = client(settings)  # raises for what no connector can be made of
    assert await bot.session.create_session()  # type: ignore[attr-defined]
    await bot.session.close()


@pytest.mark.parametrize("name", ["host", "a b", "p#w", "x$y", "q${HOME}", 'say"so"', "50%"])
def test_single_quotes_keep_a_value_as_it_is(name: str, tmp_path: Path) -> None:
    """In the program's reading; that of systemd and Docker is theirs to promise."""
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_PROXY='socks5://{name}:1080'\n", "utf-8")
    assert config.load({}, file).telegram_proxy == f"socks5://{name}:1080"


def test_what_the_program_says_is_quoted_as_it_says_it() -> None:
    words = Words(Texts(), "vi")
    heard = [
        words(text)
        for text in (
            t("run.telegram"),
            t("doctor.line", mark=t("doctor.good"), text=t("doctor.telegram", name="@…")),
            words.setting_problem(ConfigError("TELEGRAM_TOKEN", "telegram_token")),
            t("doctor.telegram_token"),
            t("doctor.telegram_conflict"),
            t("doctor.telegram_away"),
            t("doctor.telegram_proxy"),
        )
    ]
    quoted = re.findall(r"«([^»]+)»", section("Telegram in ten minutes"))
    quoted += re.findall(r"«([^»]+)»", section("If it does not work"))
    assert len(quoted) == len(heard)
    for said in quoted:
        assert any(said in whole for whole in heard), said


async def test_a_backup_made_while_the_chat_runs_brings_everything_back(tmp_path: Path) -> None:
    """The commands of the guide, as they stand there."""
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    lines = typed(section("Backups"))
    by_hand = [line for line in lines if not line.startswith("docker")]
    assert len(by_hand) == 5
    picture = b"\xff\xd8\xff\xe0 what a phone sends"
    storage = open_storage(f"sqlite:///{tmp_path}/data/bot.db")
    async with (
        a_server(tmp_path / "data", storage=storage) as server,
        a_browser(server) as browser,
    ):
        await browser.hello()
        await browser.say("menu")
        before = await browser.read(2)
        assert (await browser.upload(picture)).status == 204
        cookie = browser.cookie
        for line in by_hand:
            done = await asyncio.create_subprocess_shell(line, cwd=tmp_path)
            assert await done.wait() == 0, line
    shutil.rmtree(tmp_path / "data")
    storage = open_storage(f"sqlite:///{tmp_path}/restored/bot.db")
    async with (
        a_server(tmp_path / "restored", storage=storage) as server,
        a_browser(server) as browser,
    ):
        browser.session.headers["Cookie"] = cookie
        assert await browser.read(2) == before
    kept = [
        path.read_bytes() for path in (tmp_path / "restored/files").rglob("*") if path.is_file()
    ]
    assert picture in kept


def test_a_container_s_database_is_copied_by_the_command_that_is_given(tmp_path: Path) -> None:
    """Its inner part; the folders are the image's."""
    (line,) = (line for line in typed(section("Backups")) if "exec bot python" in line)
    inner = shlex.split(line)[shlex.split(line).index("-c") + 1]
    (tmp_path / "data").mkdir()
    with sqlite3.connect(tmp_path / "data/bot.db") as db:
        db.execute("CREATE TABLE kept (what)")
    db.close()
    subprocess.run(
        [sys.executable, "-c", inner.replace("/data/", f"{tmp_path}/data/")], check=True, timeout=60
    )
    copy = sqlite3.connect(tmp_path / "data/backup.db")
    assert copy.execute("SELECT name FROM sqlite_master").fetchall() == [("kept",)]
    copy.close()


@pytest.mark.slow
def test_a_new_operator_s_first_steps(tmp_path: Path) -> None:
    """The tracked files in an empty folder, and what stands under «Telegram in ten minutes»."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.split("\n"):
        source = ROOT / name
        if name and source.is_file() and not name.startswith("tests/"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    lines = [
        line for line in typed(section("Telegram in ten minutes")) if not line.startswith("make")
    ]
    assert [line.split()[0] for line in lines] == ["cp", "chmod", ".venv/bin/python"]
    environ = {"PATH": os.environ["PATH"]}
    for line in lines:
        done = subprocess.run(
            shlex.split(line), cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "[ tốt ] Gói nội dung" in done.stdout
    assert (tmp_path / "data").is_dir()
    assert (tmp_path / ".env").stat().st_mode & 0o077 == 0
    assert (PACKS / Settings().contest_pack).is_dir()
