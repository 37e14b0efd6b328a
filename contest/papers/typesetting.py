"""Typesetting with typst. Data goes in as JSON, so that no letter of a text is taken for markup."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"


def typeset(
    form: Path,
    data: Mapping[str, Any],
    made_on: date,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The PDF of a form, a .typ file; other .typ files beside it can be imported.

    The form reads `data.json`, and `pictures` by their names. `made_on` is the only date in the file.
    Raises typst.TypstError for a form with a slip in it.
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
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
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
