"""How a photo of a paper should not be, beside how it should: drawn, so that it is nobody's."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from contest.papers.drawing import INK, PAPER, fitting

WIDTH, MARGIN = 900, 36
PAGE = (360, 500)  # pixels of one sheet of paper
TABLE, TEXT = "#b9a78a", "#6b7470"
STAMP, SIGN = "#b3261e", "#24408f"
WRONG, RIGHT = "#a8321f", "#1f6f43"


def draw(args: Mapping[str, Any], _find: object) -> bytes:
    """`args`: what («stamp», «blurred», «cut», «sign»), and the words below: wrong, right."""
    wide, high = (WIDTH - 3 * MARGIN) // 2, PAGE[1] + 2 * MARGIN
    sheet = Image.new("RGB", (WIDTH, high + 2 * MARGIN + 90), PAPER)
    pen = ImageDraw.Draw(sheet)
    for place, (name, colour) in enumerate((("wrong", WRONG), ("right", RIGHT))):
        left = MARGIN + place * (wide + MARGIN)
        photo = _photo(args["what"] if name == "wrong" else "", (wide, high))
        sheet.paste(photo, (left, MARGIN))
        pen.rectangle((left, MARGIN, left + wide - 1, MARGIN + high - 1), outline=colour, width=8)
        _mark(pen, left + 46, high + MARGIN + 50, colour, right=name == "right")
        letters = fitting(args[name], "Bold", 34, wide - 100)
        at = (left + 92, high + MARGIN + 50)
        pen.text(at, args[name], font=letters, fill=INK, anchor="lm")
    out = io.BytesIO()
    sheet.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _mark(pen: ImageDraw.ImageDraw, x: int, y: int, colour: str, *, right: bool) -> None:
    """A tick or a cross: told apart without colour too."""
    if right:
        pen.line(((x - 26, y), (x - 8, y + 20), (x + 28, y - 24)), fill=colour, width=12)
    else:
        pen.line(((x - 22, y - 22), (x + 22, y + 22)), fill=colour, width=12)
        pen.line(((x - 22, y + 22), (x + 22, y - 22)), fill=colour, width=12)


def _photo(what: str, size: tuple[int, int]) -> Image.Image:
    """The sheet on a table, as a phone sees it."""
    paper = _paper(stamp=what != "stamp", sign=what != "sign")
    photo = Image.new("RGB", size, TABLE)
    left, top = (size[0] - PAGE[0]) // 2, (size[1] - PAGE[1]) // 2
    if what == "cut":  # its lower right corner, with stamp and name, is out of the picture
        left, top = left + 120, top + 130
    photo.paste(paper, (left, top))
    return photo.filter(ImageFilter.GaussianBlur(7)) if what == "blurred" else photo


def _paper(*, stamp: bool, sign: bool) -> Image.Image:
    paper = Image.new("RGB", PAGE, "white")
    pen = ImageDraw.Draw(paper)
    wide, high = PAGE
    pen.rectangle((wide * 0.28, 34, wide * 0.72, 48), fill=INK)
    for row in range(9):
        end = wide - 40 if row % 3 != 2 else wide * 0.6
        pen.rectangle((40, 86 + row * 27, end, 95 + row * 27), fill=TEXT)
    pen.rectangle((wide * 0.55, high - 150, wide - 50, high - 142), fill=TEXT)
    if sign:
        at = [(wide * 0.56 + x * 13, high - 90 + (26 if x % 2 else -20)) for x in range(9)]
        pen.line(at, fill=SIGN, width=5, joint="curve")
    pen.rectangle((wide * 0.6, high - 40, wide - 60, high - 31), fill=TEXT)
    if stamp:
        x, y, radius = wide * 0.5, high - 92, 62
        for inset in (0, 16):
            box = (x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset)
            pen.ellipse(box, outline=STAMP, width=5)
        pen.regular_polygon((x, y, 20), 5, rotation=36, fill=STAMP)
    return paper
