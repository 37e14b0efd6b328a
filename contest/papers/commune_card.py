"""A card that invites one commune: 1080 pixels wide, to be passed on in a chat and read on a phone.

Its QR code holds the commune's own link; the same link stands below it, for who cannot scan.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import segno
from PIL import Image, ImageDraw

from contest.papers.archive import plain_name
from contest.papers.drawing import INK, PAPER, SOFT, fitting, font, wrapped
from contest.papers.zipping import zipped

WIDTH, MARGIN = 1080, 72
ROOM = WIDTH - 2 * MARGIN
BAND = "#1f6f43"
DEADLINE = "#a8321f"
QR_ROOM, QUIET = 620, 4  # pixels at most; modules of white around it
COLOURS = 32


class _Sheet:
    """Draws from top to bottom, in the middle. Used twice: once to measure, once to draw."""

    def __init__(self, height: int) -> None:
        self.image = Image.new("RGB", (WIDTH, height), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.y = 0

    def text(self, text: str, name: str, size: int, colour: str = INK) -> None:
        letters = font(name, size)
        for line in _even(text, letters):
            self.line(line, fitting(line, name, size, ROOM), colour)

    def line(self, text: str, letters: Any, colour: str) -> None:
        self.pen.text((WIDTH / 2, self.y), text, font=letters, fill=colour, anchor="ma")
        self.y += round(letters.size * 1.34)


def draw(args: Mapping[str, Any], _find: object) -> bytes:
    """`args`: contest, unit, calls (sentences), deadline, scan (what to do with the code), url."""
    height = _paint(_Sheet(100), args).y + MARGIN
    out = io.BytesIO()
    image = _paint(_Sheet(height), args).image
    # few colours: small for a weak signal; found the quick way, as sixty are made in a row
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


def all_of_them(args: Mapping[str, Any], find: object) -> bytes:
    """`args`: cards, each as of `draw`. A ZIP of them, each named after its commune."""
    names = [plain_name(card["unit"]) for card in args["cards"]]
    return zipped(
        [
            (f"{number:02}-{name}.png", draw(card, find))
            for number, (name, card) in enumerate(zip(names, args["cards"], strict=True), 1)
        ],
        packed=False,  # a PNG is as small as it gets
    )


def _even(text: str, letters: Any) -> list[str]:
    """In as few lines as fit, each about as long as the others: no word is left alone."""
    lines = wrapped(text, letters, ROOM)
    for room in range(ROOM - 60, 0, -60):
        narrower = wrapped(text, letters, room)
        if len(narrower) > len(lines) or any(letters.getlength(n) > room for n in narrower):
            break
        lines = narrower
    return lines


def _paint(sheet: _Sheet, args: Mapping[str, Any]) -> _Sheet:
    _head(sheet, args["contest"])
    sheet.y += 44
    sheet.text(args["unit"], "Bold", 84)
    sheet.y += 20
    for call in args["calls"]:
        sheet.text(call, "Regular", 44)
        sheet.y += 12
    sheet.y += 12
    sheet.text(args["deadline"], "Bold", 48, DEADLINE)
    sheet.y += 36
    _code(sheet, args["url"])
    sheet.y += 28
    sheet.text(args["scan"], "Regular", 40, SOFT)
    sheet.text(args["url"], "Bold", 40)
    return sheet


def _head(sheet: _Sheet, contest: str) -> None:
    """The contest's name on a band as high as it needs to be."""
    for colour in (None, "white"):
        if colour:
            sheet.pen.rectangle((0, 0, WIDTH, sheet.y + 36), fill=BAND)
        sheet.y = 40
        sheet.text(contest, "Bold", 50, colour or INK)
    sheet.y += 36


def _code(sheet: _Sheet, url: str) -> None:
    """On white, with the quiet zone that readers need, and whole pixels a module."""
    rows = [list(row) for row in segno.make_qr(url, error="q").matrix_iter(border=QUIET)]
    size = QR_ROOM // len(rows)
    left, top = (WIDTH - size * len(rows)) // 2, sheet.y
    side = size * len(rows) - 1
    sheet.pen.rectangle((left, top, left + side, top + side), fill="white")
    for row, modules in enumerate(rows):
        for column, dark in enumerate(modules):
            if dark:
                x, y = left + column * size, top + row * size
                sheet.pen.rectangle((x, y, x + size - 1, y + size - 1), fill="black")
    sheet.y += side + 1
