"""The pictures of a review: how a paper should look, and what was returned beside what came."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from contest.papers import MAKERS
from contest.review import READY
from tests.contest.sent import jpeg
from tests.talk import a_pdf

SIDES = {"old": "old", "new": "new", "old_label": "Trước", "new_label": "Mới gửi lại"}


def nothing(_sha256: str) -> None:
    """These need no files."""


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_each_reason_has_an_example_of_its_own() -> None:
    made = {}
    for what in READY:
        args = {"what": what, "wrong": "sai", "right": "đúng"}
        made[what] = data = MAKERS["example"].make(args, nothing)
        assert data == MAKERS["example"].make(args, nothing)
        assert len(data) < 40_000  # on a weak line
        image = opened(data)
        wrong, right = (image.crop((x, 36, x + 396, 608)) for x in (36, 468))
        assert wrong.tobytes() != right.tobytes()
    assert len(set(made.values())) == len(READY)


def test_old_and_new_stand_side_by_side(tmp_path: Path) -> None:
    colours = {"old": (200, 30, 30), "new": (30, 30, 200)}
    for name, colour in colours.items():
        Image.new("RGB", (600, 800), colour).save(tmp_path / name, "PNG")
    image = opened(MAKERS["side_by_side"].make(SIDES, tmp_path.joinpath))
    assert image.width > image.height
    for name, x in (("old", 300), ("new", 1220)):
        near = zip(image.getpixel((x, 400)), colours[name], strict=True)  # type: ignore[arg-type]
        assert all(abs(a - b) < 25 for a, b in near), name


@pytest.mark.parametrize("content", [None, b"nothing", a_pdf("x"), jpeg()])
def test_whatever_was_sent_the_other_is_shown(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "new").write_bytes(jpeg())

    def find(name: str) -> Path | None:
        return None if name == "old" and content is None else tmp_path / name

    if content is not None:
        (tmp_path / "old").write_bytes(content)
    assert opened(MAKERS["side_by_side"].make(SIDES, find)).width == 1872
