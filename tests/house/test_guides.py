"""The guides name buttons as they are: whoever looks for one on the phone has to find it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.texts import HOLE, Texts
from contest.reading import load

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs/guide").glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
SHORTEST = 2  # letters, beside what is filled in: «{title}» alone would be like anything


def labels() -> list[re.Pattern[str]]:
    """What a button may say: the Vietnamese catalogue, one line each, with its holes filled in."""
    catalogue = Texts().catalogues["vi"].forms
    said = [form for forms in catalogue.values() for form in forms if "\n" not in form]
    pack = load("lang-son-9")
    said += [found.title["vi"] for found in (*pack.fields, *pack.checklist.steps)]
    found = []
    for form in said:
        pieces = re.split(HOLE.pattern, form)[:: HOLE.groups + 1]
        if sum(map(len, pieces)) >= SHORTEST:
            found.append(re.compile(".+".join(map(re.escape, pieces))))
    return found


LABELS = labels()


def is_label(named: str) -> bool:
    return any(label.fullmatch(named) for label in LABELS)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_button_is_named_as_it_is(guide: Path) -> None:
    """What is bold and begins with a capital is a button; other stress is in small letters."""
    bold = [" ".join(found.split()) for found in BOLD.findall(guide.read_text("utf-8"))]
    named = [found for found in bold if found[:1].isupper()]
    assert named
    assert [found for found in named if not is_label(found)] == []


def test_a_button_that_is_not_there_is_found_out() -> None:
    assert is_label("Bàn làm việc")
    assert is_label("Nhắc 4 đơn vị")
    assert not is_label("Bàn công việc")
    assert not is_label("Nhắc bốn người")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_is_two_pages(guide: Path) -> None:
    assert len(guide.read_text("utf-8").split()) <= 1000


def test_every_picture_of_a_guide_is_shown_and_every_guide_is_in_the_readme() -> None:
    shown = "".join(path.read_text("utf-8") for path in [*GUIDES, ROOT / "README.md"])
    for picture in (ROOT / "docs/pictures").glob("guide-staff-*.png"):
        assert picture.name in shown
    for picture in (ROOT / "docs/pictures").glob("guide-head-*.png"):
        assert picture.name in shown
    readme = (ROOT / "README.md").read_text("utf-8")
    for guide in GUIDES:
        assert f"](docs/guide/{guide.name})" in readme
