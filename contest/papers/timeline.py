"""The stages as a picture that a phone shows well: 1080 pixels wide, large letters."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from contest.papers.drawing import INK, PAPER, SOFT, font, wrapped

WIDTH, MARGIN, LINE_X, TEXT_X = 1080, 64, 110, 180

COLOUR = {"past": "#9aa69e", "now": "#1f6f43", "coming": "#b9c4bc"}
DEADLINE, DEADLINE_PAPER = "#a8321f", "#fbe9e4"


class _Sheet:
    """Draws from top to bottom. Used twice: once to measure, once to draw."""

    def __init__(self, height: int) -> None:
        self.image = Image.new("RGB", (WIDTH, height), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.y = MARGIN

    def text(
        self, text: str, letters: ImageFont.FreeTypeFont, colour: str, x: int = MARGIN
    ) -> None:
        step = round(letters.size * 1.32)
        for line in wrapped(text, letters, WIDTH - MARGIN - x):
            self.pen.text((x, self.y), line, font=letters, fill=colour)
            self.y += step

    def gap(self, height: int) -> None:
        self.y += height


def draw(args: Mapping[str, Any], _find: object) -> bytes:
    """`args`: title, today, warnings, rows: [{title, when, state, state_label, deadline}]."""
    height = _paint(_Sheet(100), args).y + MARGIN
    out = io.BytesIO()
    # 64 colours are enough for letters and keep the picture small for a weak signal
    _paint(_Sheet(height), args).image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paint(sheet: _Sheet, args: Mapping[str, Any]) -> _Sheet:
    sheet.text(args["title"], font("Bold", 56), INK)
    sheet.gap(12)
    sheet.text(args["today"], font("Bold", 44), DEADLINE)
    sheet.gap(36)
    for number, row in enumerate(args["rows"]):
        _row(sheet, row, last=number == len(args["rows"]) - 1)
    if args["warnings"]:
        _warnings(sheet, args["warnings"])
    return sheet


def _row(sheet: _Sheet, row: Mapping[str, Any], *, last: bool) -> None:
    top = sheet.y
    title_colour = SOFT if row["state"] == "past" else INK
    sheet.text(row["title"], font("Bold", 46), title_colour, TEXT_X)
    sheet.text(row["when"], font("Regular", 44), DEADLINE if row["deadline"] else SOFT, TEXT_X)
    sheet.text(row["state_label"], font("Regular", 38), _state_colour(row), TEXT_X)
    sheet.gap(34)
    dot, radius = top + 28, 20
    if not last:
        end = sheet.y + 28 - radius
        sheet.pen.line((LINE_X, dot + radius, LINE_X, end), fill=COLOUR["coming"], width=6)
    box = (LINE_X - radius, dot - radius, LINE_X + radius, dot + radius)
    colour = DEADLINE if row["deadline"] else COLOUR[row["state"]]
    if row["state"] == "coming" and not row["deadline"]:
        sheet.pen.ellipse(box, fill=PAPER, outline=colour, width=6)
    else:
        sheet.pen.ellipse(box, fill=colour)


def _state_colour(row: Mapping[str, Any]) -> str:
    return COLOUR["now"] if row["state"] == "now" else SOFT


def _warnings(sheet: _Sheet, warnings: list[str]) -> None:
    sheet.gap(10)
    top = sheet.y
    for colour in (None, INK):  # the box first, at the height the text turned out to need
        if colour:
            sheet.pen.rounded_rectangle(
                (MARGIN - 24, top, WIDTH - 40, sheet.y + 20), 24, DEADLINE_PAPER
            )
            sheet.y = top
        sheet.gap(24)
        for number, warning in enumerate(line for w in warnings for line in w.splitlines()):
            sheet.text(warning, font("Regular" if number else "Bold", 42), INK, MARGIN + 8)
            sheet.gap(14)
