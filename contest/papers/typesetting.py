"""Typesetting with typst. Data goes in as JSON, so that no letter of a text is taken for markup."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"

# What neither our letters nor typst's own symbols have: typst would leave it out without a word.
_UNDRAWABLE = re.compile(
    "[^\x00-\u04ff\u1e00-\u27c1\u2900-\u2bff]"
    "|[\u2041\u2043\u211f\u2121\u2123\u2125\u2152\u2185-\u218b\u2400-\u2426\u2440-\u244a]"
    "|[\u2607\u2608\u2630-\u2638\u268c-\u268f\u269d-\u2700\u2705\u270a\u270b\u2728\u274c\u274e]"
    "|[\u2753-\u2755\u2757\u275f\u2760\u2780-\u2793\u2795-\u2797\u27b0]"
)
_JOINS = re.compile("[\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")  # inside one emoji
BOX = "□"


def typeset(
    form: Path,
    data: Mapping[str, Any],
    made_on: date,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The PDF of a form, a .typ file; other .typ files beside it can be imported.

    The form reads `data.json`, and `pictures` by their names. `made_on` is the only date in the
    file. Raises typst.TypstError for a form with a slip in it.
    """
    return _compile(form, data, made_on, pictures or {}, "pdf", None)


def typeset_png(
    form: Path,
    data: Mapping[str, Any],
    made_on: date,
    pictures: Mapping[str, bytes],
    ppi: float,
) -> bytes:
    """The same as one picture, of a form that has one page, at so many pixels an inch."""
    return _compile(form, data, made_on, pictures, "png", ppi)


def drawable(value: Any) -> Any:
    """Plain values with a box for each character that cannot be drawn (an emoji, Chinese)."""
    match value:
        case str():
            return _UNDRAWABLE.sub(BOX, _JOINS.sub("", value))
        case Mapping():
            return {name: drawable(item) for name, item in value.items()}
        case list() | tuple():
            return [drawable(item) for item in value]
        case _:
            return value


def _compile(
    form: Path,
    data: Mapping[str, Any],
    made_on: date,
    pictures: Mapping[str, bytes],
    kind: Any,
    ppi: float | None,
) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in form.parent.glob("*.typ"):
            shutil.copyfile(part, folder / part.name)
        (folder / "data.json").write_text(json.dumps(drawable(data), ensure_ascii=False), "utf-8")
        for file, content in pictures.items():
            (folder / file).write_bytes(content)
        return typst.compile(
            folder / form.name,
            root=folder,
            font_paths=[FONTS],
            ignore_system_fonts=True,  # the same letters on every machine
            format=kind,
            ppi=ppi,
            timestamp=datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC),
        )
