"""What was returned beside what came instead, in one picture."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from contest.papers import Find
from contest.papers.drawing import INK, PAPER, SOFT, fitting
from contest.papers.pictures import Unreadable, looks_like_pdf, page_picture, upright

SIDE, GAP, HEAD = 900, 24, 70  # pixels: of the room of one picture, between both, and above


def draw(args: Mapping[str, Any], find: Find) -> bytes:
    """`args`: old, new (sha256 of a picture or a PDF; "": there is none), and the words above:
    old_label, new_label. A JPEG. What cannot be read is left empty."""
    pictures = [_picture(find(args[name]) if args[name] else None) for name in ("old", "new")]
    high = max((picture.height for picture in pictures if picture), default=HEAD)
    sheet = Image.new("RGB", (2 * SIDE + 3 * GAP, high + HEAD + 2 * GAP), PAPER)
    pen = ImageDraw.Draw(sheet)
    for place, (name, picture) in enumerate(zip(("old", "new"), pictures, strict=True)):
        left = GAP + place * (SIDE + GAP)
        label = args[f"{name}_label"]
        letters = fitting(label, "Bold", 44, SIDE)
        pen.text((left, GAP), label, font=letters, fill=INK)
        if picture:
            sheet.paste(picture, (left, HEAD + GAP))
        else:
            pen.rectangle((left, HEAD + GAP, left + SIDE, HEAD + GAP + high), outline=SOFT, width=3)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=82)
    return out.getvalue()


def _picture(path: Path | None) -> Image.Image | None:
    if path is None:
        return None
    try:
        picture = page_picture(path, 0, SIDE) if looks_like_pdf(path) else upright(path, SIDE)
    except (*Unreadable, pypdfium2.PdfiumError):
        return None
    picture.thumbnail((SIDE, SIDE))
    return picture
