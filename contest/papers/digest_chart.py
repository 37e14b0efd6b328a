"""Dossiers by week and by field, as a picture for a phone: 900 pixels wide, large letters."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image, ImageDraw

from contest.papers.drawing import INK, PAPER, SOFT, fitting, font, wrapped

WIDTH, MARGIN = 900, 48
ROOM = WIDTH - 2 * MARGIN
BEGUN, HANDED_IN, LINE = "#e3b04b", "#1f6f43", "#c9cfc9"  # two that differ without colour, too
HIGH, WIDE = 220, 420  # pixels: of the highest column, and of the longest bar
BAR = 26
LEAST = 4  # pixels: of what is not nought
KEY = 30  # the side of a square in the key


class _Sheet:
    """Draws from top to bottom. Used twice: once to measure, once to draw."""

    def __init__(self, height: int) -> None:
        self.image = Image.new("RGB", (WIDTH, height), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.y = MARGIN

    def text(self, text: str, name: str, size: int, colour: str = INK) -> None:
        letters = font(name, size)
        for line in wrapped(text, letters, ROOM):
            self.pen.text((MARGIN, self.y), line, font=letters, fill=colour)
            self.y += round(size * 1.32)

    def box(self, left: float, top: float, wide: float, high: float, colour: str) -> None:
        """Nothing is drawn of what is empty."""
        if wide >= 1 and high >= 1:
            self.pen.rectangle((left, top, left + wide - 1, top + high - 1), fill=colour)

    def key(self, entries: Sequence[tuple[str, str]]) -> None:
        x: float = MARGIN
        for label, colour in entries:
            letters = fitting(label, "Regular", 30, ROOM / len(entries) - KEY - 20)
            self.box(x, self.y + 4, KEY, KEY, colour)
            self.pen.text((x + KEY + 10, self.y), label, font=letters, fill=INK)
            x += KEY + 10 + letters.getlength(label) + 36
        self.y += 50


def draw(args: Mapping[str, Any], _find: object) -> bytes:
    """`args`: title, today, unknown (said of what could not be counted),
    weeks: {title, begun, handed_in (words of the key), rows: [{label, begun, handed_in}] or None},
    fields: {title, rows: [{label, said, begun, handed_in}] or None}."""
    height = _paint(_Sheet(100), args).y + MARGIN
    out = io.BytesIO()
    _paint(_Sheet(height), args).image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paint(sheet: _Sheet, args: Mapping[str, Any]) -> _Sheet:
    sheet.text(args["title"], "Bold", 46)
    sheet.text(args["today"], "Regular", 34, SOFT)
    sheet.y += 26
    weeks, fields = args["weeks"], args["fields"]
    sheet.text(weeks["title"], "Bold", 38)
    sheet.y += 10
    if weeks["rows"] is None:
        sheet.text(args["unknown"], "Regular", 34, SOFT)
    else:
        sheet.key([(weeks["begun"], BEGUN), (weeks["handed_in"], HANDED_IN)])
        _columns(sheet, weeks["rows"])
    sheet.y += 34
    sheet.text(fields["title"], "Bold", 38)
    sheet.y += 10
    if fields["rows"] is None:
        sheet.text(args["unknown"], "Regular", 34, SOFT)
    else:
        _bars(sheet, fields["rows"])
    return sheet


def _length(number: int, most: int, longest: int) -> float:
    """In pixels; a single one among thousands is still seen."""
    return max(number * longest / most, LEAST) if number else 0.0


def _columns(sheet: _Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """Two columns a week, each with its number on top."""
    most = max((max(row["begun"], row["handed_in"]) for row in rows), default=0) or 1
    wide = ROOM / len(rows)
    floor = sheet.y + 36 + HIGH
    for place, row in enumerate(rows):
        middle = MARGIN + wide * (place + 0.5)
        column = wide * 0.42
        for left, number, colour in (
            (middle - column - 1, row["begun"], BEGUN),
            (middle + 1, row["handed_in"], HANDED_IN),
        ):
            high = _length(number, most, HIGH)
            sheet.box(left, floor - high, column, high, colour)
            if number:
                letters = fitting(str(number), "Bold", 30, column + 4)
                at = (left + column / 2, floor - high - 4)
                sheet.pen.text(at, str(number), font=letters, fill=INK, anchor="mb")
        letters = fitting(row["label"], "Regular", 30, wide - 8)
        sheet.pen.text((middle, floor + 12), row["label"], font=letters, fill=SOFT, anchor="mt")
    sheet.pen.line((MARGIN, floor, WIDTH - MARGIN, floor), fill=LINE, width=3)
    sheet.y = floor + 50


def _bars(sheet: _Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """A field's name, and under it what was handed in, then what is being made, and both told."""
    most = max((row["begun"] + row["handed_in"] for row in rows), default=0) or 1
    for row in rows:
        letters = fitting(row["label"], "Regular", 32, ROOM)
        sheet.pen.text((MARGIN, sheet.y), row["label"], font=letters, fill=INK)
        sheet.y += 42
        handed_in, begun = (_length(row[name], most, WIDE) for name in ("handed_in", "begun"))
        sheet.box(MARGIN, sheet.y, handed_in, BAR, HANDED_IN)
        sheet.box(MARGIN + handed_in, sheet.y, begun, BAR, BEGUN)
        end = MARGIN + handed_in + begun + (14 if handed_in or begun else 0)
        letters = fitting(row["said"], "Regular", 30, WIDTH - MARGIN - end)
        middle = sheet.y + BAR / 2
        sheet.pen.text((end, middle), row["said"], font=letters, fill=SOFT, anchor="lm")
        sheet.y += BAR + 22
