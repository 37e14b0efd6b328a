"""Everything people read is in `locales/`, in every language, with the same holes, and short."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import HOLE, LANGUAGES, LOCALES, Texts

ROOT = LOCALES.parent
ROOMS = ("dialog", "contest", "handlers", "storage", "bot")
CATALOGUES = Texts().catalogues
VI, EN = (CATALOGUES[lang].forms for lang in ("vi", "en"))
LONGEST = 300


def calls_of_t() -> Iterator[tuple[Path, ast.Call]]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(func=ast.Name(id="t")):
                        yield path, node


def used() -> dict[str, set[str]]:
    """Every key the code uses, with the names it fills in."""
    found: dict[str, set[str]] = {}
    for _, call in calls_of_t():
        assert isinstance(call.args[0], ast.Constant)
        names = {keyword.arg for keyword in call.keywords if keyword.arg}
        found.setdefault(call.args[0].value, set()).update(names)
    found.update({key: set() for key in page_keys()})
    return found


def page_keys() -> set[str]:
    """The words the page asks for by name; and every other string of it that is one."""
    page = ROOT / "bot/channels/web/page"
    html = (page / "page.html").read_text("utf-8")
    script = (page / "chat.js").read_text("utf-8")
    asked = {
        *re.findall(r'data-(?:word|name)="(\w+)"', html),
        *re.findall(r'\bw\("(\w+)"\)', script),
    }
    strings = set(re.findall(r'"(\w+)"', script))
    known = {key.removeprefix("page.") for key in VI if key.startswith("page.")}
    filled_in = set(re.findall(r"\$(\w+)", html)) & known
    return {f"page.{key}" for key in asked | (strings & known) | filled_in}


def holes(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for name, _ in HOLE.findall(form)}


def test_a_key_is_always_written_out() -> None:
    for path, call in calls_of_t():
        assert call.args, path
        assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


def test_every_key_is_in_every_language_and_none_is_left_over() -> None:
    assert set(VI) == set(EN)
    wanted = set(used())
    assert wanted - set(VI) == set()
    assert set(VI) - wanted == set()


def test_what_is_filled_in_is_what_is_asked_for() -> None:
    for key, names in used().items():
        if key.startswith("page."):
            continue
        assert holes(VI[key]) <= names, key
        assert holes(EN[key]) <= names, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty_or_long(lang: str) -> None:
    for key, forms in CATALOGUES[lang].forms.items():
        for form in forms:
            assert form.strip(), key
            assert len(form) <= LONGEST, key


def test_forms_by_number_are_complete() -> None:
    for key in VI:
        assert len(VI[key]) == 1, key
        assert len(EN[key]) in (1, 2), key
        if len(EN[key]) == 2:
            assert "n" in holes(EN[key]), key


def test_vietnamese_is_vietnamese() -> None:
    """A text with no accent in it at all was probably forgotten."""
    same = {key for key in VI if VI[key] == EN[key]}
    letters = {key for key in same if re.search(r"[a-zA-Z]{4}", HOLE.sub("", VI[key][0]))}
    assert letters <= {"menu.button", "page.menu", "doctor.python"}
    for key, forms in VI.items():
        plain = HOLE.sub("", forms[0])
        if len(re.findall(r"[A-Za-z]{2,}", plain)) > 5:
            assert re.search(
                r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúý]", plain
            ), key


def test_people_are_spoken_to_politely() -> None:
    for key, forms in VI.items():
        words = re.findall(r"\w+", forms[0].lower())
        assert "bạn" not in words, key
        assert "user" not in words, key
