"""What the pictures we draw have in common: letters, colours, and lines that fit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
PAPER, INK, SOFT = "#fdfaf3", "#1d2a22", "#55635a"
SMALLEST = 18  # pixels: of letters that are made smaller to fit


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        FONTS / f"LiberationSans-{name}.ttf", size, layout_engine=ImageFont.Layout.BASIC
    )


def wrapped(text: str, of: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Its lines of at most so many pixels; a word that is longer stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and of.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitting(text: str, name: str, size: int, width: float) -> ImageFont.FreeTypeFont:
    """The largest letters of at most that size in which it fits, or the smallest there are."""
    while size > SMALLEST and font(name, size).getlength(text) > width:
        size -= 1
    return font(name, size)
