"""The service, the image and its composition: right in themselves, and what they describe runs."""

from __future__ import annotations

import asyncio
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from bot.app import FINISH_WITHIN
from bot.commands.parser import COMMANDS
from bot.config import Settings
from bot.workers import Bounds
from tests.bot.browser import a_browser
from tests.house import deploying
from tests.house.box import STRICT, Box, why_not
from tests.house.deploying import ROOT
from tests.ports import free_port
from tests.talk import LEARNT, contest

CLOSING = 10.0  # seconds: streams are closed before, workers and the database after FINISH_WITHIN
PROGRAM_MB = 500  # measured: what the program itself takes, Telegram and learning included
PROGRAM = ("bot", "contest", "dialog", "handlers", "locales", "storage")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


UNIT = deploying.unit(text("deploy/hoi-thi-bot.service"))
BUILD, IMAGE = deploying.dockerfile(text("Dockerfile"))
RULES = deploying.patterns(text(".dockerignore"))
SERVICE = deploying.compose(text("compose.yaml"))["services"]["bot"]


def said(key: str) -> str:
    """What the unit says of a key it has once."""
    (value,) = [value for _, name, value in UNIT if name == key]
    return value


def documented_mb() -> float:
    """The memory that docs/operating.md asks a machine to have."""
    found = re.search(r"(\d+) GB of memory", text("docs/operating.md"))
    assert found
    return int(found[1]) * 1000


# --- systemd ---


def test_the_service_runs_what_make_made() -> None:
    home = Path(said("WorkingDirectory"))
    python, option, package, command = said("ExecStart").split()
    venv = re.search(r"^VENV := (.+)$", text("Makefile"), re.MULTILINE)
    assert venv
    assert python == str(home / venv[1] / "bin" / "python")
    assert (option, package) == ("-m", "bot")
    assert command in COMMANDS
    assert (ROOT / package / "__main__.py").is_file()
    guide = said("Documentation").removeprefix("file:")
    assert (ROOT / Path(guide).relative_to(home)).is_file()


def test_the_service_and_the_commands_read_the_same_settings() -> None:
    home = Path(said("WorkingDirectory"))
    assert said("EnvironmentFile") == str(home / ".env")
    names = {name.partition("=")[0] for _, key, name in UNIT if key == "Environment"}
    assert not names & {name.upper() for name in Settings.__slots__}


def test_the_service_writes_to_its_data_only() -> None:
    assert said("ProtectSystem") == "strict"
    assert said("ReadWritePaths") == f"/var/lib/{said('StateDirectory')}"
    assert f"DATA_DIR={said('ReadWritePaths')}" in text("docs/operating.md")
    assert said("User") not in ("root", "nobody")


def test_the_program_is_given_the_time_it_takes_to_finish() -> None:
    assert float(said("TimeoutStopSec")) > FINISH_WITHIN + CLOSING
    assert deploying.seconds(SERVICE["stop_grace_period"]) > FINISH_WITHIN + CLOSING
    assert said("KillMode") == "mixed"  # a worker that is killed first cannot finish


def test_the_program_and_one_worker_have_room_on_the_documented_machine() -> None:
    most = deploying.megabytes(said("MemoryMax"))
    assert PROGRAM_MB + Bounds().memory_mb <= most <= documented_mb()
    assert deploying.megabytes(said("MemoryHigh")) < most
    assert deploying.megabytes(SERVICE["mem_limit"]) == most
    assert said("OOMPolicy") == "continue"  # the default would end the service with a worker


def test_a_wrong_setting_is_not_tried_again_and_again(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "WEB_PORT": "none"}
    command = [sys.executable, *said("ExecStart").split()[1:]]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, timeout=60)
    assert str(done.returncode) in said("RestartPreventExitStatus").split()


@pytest.fixture(scope="module")
def analyze() -> str:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("this machine has no systemd-analyze")
    return tool


def test_systemd_reads_the_service(analyze: str, tmp_path: Path) -> None:
    home = tmp_path / "opt"
    python = home / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    copy = tmp_path / "hoi-thi-bot.service"
    copy.write_text(
        text("deploy/hoi-thi-bot.service").replace(said("WorkingDirectory"), str(home)), "utf-8"
    )
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(copy)], capture_output=True, text=True, timeout=60
    )
    ours = [line for line in done.stderr.splitlines() if copy.name in line]
    assert (done.returncode, ours) == (0, []), done.stderr


def test_systemd_finds_little_exposed(analyze: str) -> None:
    command = [analyze, "security", "--offline=true", "--threshold=20"]  # of 100; 0 is a wall
    done = subprocess.run(
        [*command, "deploy/hoi-thi-bot.service"], cwd=ROOT, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd-analyze is too old to judge a file")
    assert done.returncode == 0, done.stdout[-300:]


# --- the image ---


def test_only_what_runs_is_sent_to_a_build(tmp_path: Path) -> None:
    wanted = {"bot/app.py", "contest/packs/a/faq/b.toml", "requirements/run.txt", "LICENSE"}
    other = {
        ".git/config", "data/bot.db", "data/files/a", ".env", ".env.example", "tests/a.py",
        ".venv/bin/python", "bot/__pycache__/app.pyc", "bot/.env", "contest/packs/a/.env.old",
        "requirements/dev.txt", "docs/operating.md", "backup/bot.db", "Dockerfile",
        "storage/data/bot.db",
    }  # fmt: skip
    for name in wanted | other:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert {str(name) for name in deploying.sent(tmp_path, RULES)} == wanted
    assert all(deploying.is_ignored(PurePosixPath(name), RULES) for name in other)


def test_everything_that_runs_is_in_the_image() -> None:
    sent = {str(name) for name in deploying.sent(ROOT, RULES)}
    tracked = subprocess.run(
        ["git", "ls-files", *PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert tracked
    assert set(tracked) <= sent
    copied = {source for _, source, _ in BUILD.copied()}
    assert copied == {*PROGRAM, "LICENSE", "requirements/run.txt"}
    assert {source for _, source, _ in IMAGE.copied()} == {"/venv", "/app"}


def test_the_image_installs_what_is_locked_and_nothing_else() -> None:
    install = next(step for step in BUILD.all("RUN") if " install " in step)
    for word in ("--require-hashes", "--only-binary :all:", "-r requirements/run.txt"):
        assert word in install
    steps = " ".join(value for stage in (BUILD, IMAGE) for _, value in stage.steps)
    assert re.search(r"curl|wget|apt|ADD |https?://|--index|--trusted", steps) is None
    for stage in (BUILD, IMAGE):
        assert re.fullmatch(r"python:\$\{PYTHON\}-slim", stage.base)
    version = re.search(r"^ARG PYTHON=(\d+)\.(\d+)$", text("Dockerfile"), re.MULTILINE)
    oldest = re.search(r'^requires-python = ">=(\d+)\.(\d+)"', text("pyproject.toml"), re.MULTILINE)
    assert version
    assert oldest
    assert tuple(map(int, version.groups())) >= tuple(map(int, oldest.groups()))


def test_the_image_holds_no_secret() -> None:
    names = set(IMAGE.environment()) | set(BUILD.environment())
    ours = names & {name.upper() for name in Settings.__slots__}
    assert ours == {"DATA_DIR", "WEB_HOST", "WEB_PORT"}
    assert IMAGE.all("ARG") == BUILD.all("ARG") == []


def test_the_image_says_whose_it_is_and_how_it_stops() -> None:
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", IMAGE.one("USER"))
    assert IMAGE.one("STOPSIGNAL") == signal.SIGTERM.name
    owner, _, group = IMAGE.one("USER").partition(":")
    (prepared,) = IMAGE.all("RUN")
    assert prepared == f"install -d -o {owner} -g {group} -m 0700 {IMAGE.one('VOLUME')}"
    assert IMAGE.environment()["DATA_DIR"] == IMAGE.one("VOLUME")
    words = IMAGE.command()
    assert words[:3] == ["python", "-m", "bot"]
    assert words[3] in COMMANDS
    options, _ = IMAGE.health()
    assert deploying.seconds(options["start-period"]) >= 120  # the first start learns the pack


def test_the_composition_gives_nothing_away() -> None:
    assert SERVICE["read_only"] == "true"
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]
    assert SERVICE["tmpfs"] == ["/tmp"]
    assert SERVICE["env_file"] == ".env"
    assert SERVICE["ports"] == ["127.0.0.1:8080:8080"]
    (volume,) = SERVICE["volumes"]
    assert volume == f"data:{IMAGE.one('VOLUME')}"
    # what .env says of these is for a start without a container
    image = IMAGE.environment()
    assert SERVICE["environment"] == {
        name: image[name] for name in ("DATA_DIR", "WEB_HOST", "WEB_PORT")
    }


# --- and it runs ---


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    """The image's root. In a folder of its own: pytest's are closed to other users."""
    if reason := why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="box-") as folder:
        Path(folder).chmod(0o755)
        yield Box(Path(folder))


def code(box: Box, port: int) -> int:
    """What the HEALTHCHECK ends with."""
    _, check = IMAGE.health()
    done = subprocess.run(
        box.command(*check, WEB_PORT=str(port)), capture_output=True, timeout=60, check=False
    )
    return done.returncode


@pytest.mark.slow
async def test_the_image_s_program_answers_and_stops(box: Box) -> None:
    """Its user, its folders, its settings, its command and its HEALTHCHECK, as they are written."""
    contest()  # learnt once for all tests
    shutil.copytree(LEARNT / "lang-son-9", box.data / "learnt", dirs_exist_ok=True)
    port = free_port()
    assert code(box, port) == 1
    began = time.monotonic()
    words = box.command("python", "-c", STRICT, *IMAGE.command(), WEB_PORT=str(port))
    process = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.DEVNULL)
    try:
        while code(box, port) != 0:
            assert process.returncode is None
            assert time.monotonic() - began < 60
        status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        assert status.split("Uid:")[1].split()[:4] == [box.user] * 4
        assert status.split("CapEff:")[1].split()[0].strip("0") == ""
        async with a_browser(f"http://127.0.0.1:{port}") as browser:
            await browser.hello()
            await browser.say("Lịch và hạn nộp")
            _, timetable, _ = await browser.read(3, 20)
            assert timetable["files"][0]["name"] == "lich-hoi-thi.png"
            picture = io.BytesIO()
            Image.new("RGB", (400, 300), "#5a8c3c").save(picture, "JPEG")
            assert (await browser.upload(picture.getvalue())).status == 204
    finally:
        process.send_signal(getattr(signal, IMAGE.one("STOPSIGNAL")))
        ended = await asyncio.wait_for(process.wait(), FINISH_WITHIN + CLOSING)
    assert ended == 0
    assert code(box, port) == 1
    assert (box.data / "bot.db").stat().st_uid == int(box.user)


PAPER = """
from contest.papers import MAKERS
from contest.papers import view as v
contest = v.Contest(name="Hội thi", office="Cơ quan", deadline="2027-05-30", pack="lang-son-9")
dossier = v.DossierView(contest=contest, code="7K3M2", title="Máy tách ngô", kind="one",
    kind_label="Một người", field="Cơ khí", made_on="2026-11-23", draft=False,
    authors=(v.Author(name="Nông Văn Thử"),), sections=(), items=())
for name in ("registration_pdf", "registration_docx"):
    print(MAKERS[name].make(dossier.to_json(), lambda _: None)[:2])
"""


@pytest.mark.slow
def test_papers_are_made_on_a_read_only_root(box: Box) -> None:
    done = subprocess.run(
        box.command("python", "-c", STRICT, "python", "-c", PAPER),
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.split() == ["b'%P'", "b'PK'"], done.stderr


@pytest.mark.slow
def test_the_program_can_write_to_its_data_and_tmp_only(box: Box) -> None:
    tries = (
        "import pathlib\n"
        "for name in ('/', '/app', '/app/bot', '/venv', '/etc', '/usr', '/data', '/tmp'):\n"
        "    try: (pathlib.Path(name) / 'probe').write_text('x'); print(name)\n"
        "    except OSError: pass\n"
    )
    done = subprocess.run(
        box.command("python", "-c", tries), capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["/data", "/tmp"], done.stderr
