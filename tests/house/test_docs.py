"""The documents lead somewhere, and name everything there is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from bot.commands.parser import COMMANDS
from bot.config import Settings
from contest import pack as shapes
from contest.papers import MAKERS
from contest.reading import load
from contest.values import fixed, of_day
from handlers import HANDLERS, TALKS, contest_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    p for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if ".venv" not in p.parts
)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def heading_links(document: str) -> set[str]:
    """The anchors a page has, as the usual viewers make them."""
    found = set()
    for title in re.findall(r"^#+ (.+)$", document, re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", title.lower())
        found.add(plain.replace(" ", "-"))
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    document = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", document):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        found = (path.parent / name).resolve() if name else path
        assert found.exists(), f"{path.name}: {target}"
        if anchor and found.suffix == ".md":
            assert anchor in heading_links(found.read_text("utf-8")), f"{path.name}: {target}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_that_are_named_exist(path: Path) -> None:
    rooms = "bot|contest|dialog|handlers|storage|locales|tests|bench|docs|requirements|deploy"
    for name in re.findall(rf"`((?:{rooms})/[\w./-]+)`", path.read_text("utf-8")):
        assert (ROOT / name).exists(), f"{path.name}: {name}"


@pytest.mark.parametrize("setting", [f.name.upper() for f in fields(Settings)])
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in text("docs/operating.md")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"python -m bot {command}" in text("docs/operating.md")


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", text("Makefile"), re.MULTILINE)
    for target in targets:
        assert f"make {target}" in text("README.md") + text("docs/architecture.md"), target


def test_every_handler_and_conversation_is_documented() -> None:
    document = text("docs/architecture.md")
    for handler in HANDLERS:
        assert f"`{handler.__name__}`" in document, handler.__name__
    pack = load("lang-son-9")
    assert len(contest_of(pack).talks) == len(TALKS)
    for name in contest_of(pack).talks:
        assert f"`{name}`" in document, name
    for maker in MAKERS:
        assert f"`{maker}`" in document, maker


def test_every_fact_a_text_may_name_is_documented() -> None:
    document = text("docs/adding.md")
    pack = load("lang-son-9")
    for name in [*fixed(pack), *of_day(pack, pack.deadline)]:
        kind, dot, _ = name.partition(".")
        general = f"`{{{kind}.…}}`" if dot and kind in ("stage", "doc", "body", "field") else ""
        assert f"`{{{name}}}`" in document or (general and general in document), name


def test_every_key_of_a_pack_is_documented() -> None:

    document = text("docs/adding.md")
    for shape in vars(shapes).values():
        if isinstance(shape, type) and issubclass(shape, shapes.Record):
            for key in shape.__struct_encode_fields__:
                assert f"`{key}`" in document, f"{shape.__name__}.{key}"


def test_every_domain_word_is_in_the_glossary() -> None:
    glossary = text("docs/glossary.md").lower()
    for word in ("entrant", "dossier", "solution", "stage", "field", "unit", "body", "topic",
                 "pack", "eligibility", "checklist", "open question", "official", "reference",
                 "unpublished"):  # fmt: skip
        assert f"**{word}**" in glossary, word


def test_every_decision_has_a_status() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert decisions
    for path in decisions:
        status = r"^Status: (accepted|rejected|superseded by \d{4})"
        assert re.search(status, path.read_text("utf-8"), re.MULTILINE), path.name


def test_the_readme_has_the_two_commands_and_a_picture() -> None:
    readme = text("README.md")
    assert "make run" in readme
    assert "make test" in readme
    assert re.search(r"!\[[^\]]+\]\(docs/pictures/[\w-]+\.png\)", readme)


def test_nothing_names_a_registry_or_a_machine() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb" + "ian.org"]
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.split() or [str(p.relative_to(ROOT)) for p in DOCUMENTS]
    for name in names:
        path = ROOT / name
        if path.suffix in (".png", ".ttf", ".svg", ".docx") or not path.is_file():
            continue
        content = path.read_text("utf-8")
        for host in hosts:
            assert host not in content, name
        assert not re.search(r"(?<![\w./-])/(?:work|home|root)/", content), name
