"""Pictures as papers need them: upright, small, and without what a phone wrote into them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Literal

import pillow_heif
import pypdfium2
from PIL import Image, ImageOps

pillow_heif.register_heif_opener()

PDFIUM = Lock()  # pdfium is not made for two threads at once
# how a picture is made smaller: longer side, quality, about which share of the bytes is left
STEPS = ((1600, 70, 0.7), (1300, 62, 0.42), (1000, 55, 0.22), (800, 50, 0.13), (600, 40, 0.06),
         (400, 35, 0.03))  # fmt: skip
THUMBNAIL = 320  # pixels: of the longer side

Unreadable = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


def upright(path: Path, longest: int, frame: int = 0) -> Image.Image:
    """The picture as it was meant to be seen (EXIF), RGB, its longer side at most `longest` pixels.

    `frame`: which page of a TIFF. Raises one of `Unreadable` for what is no picture.
    """
    with Image.open(path) as file:
        if frame:
            file.seek(frame)
        shrink = min(1.0, longest / max(file.size))
        file.draft("RGB", (round(file.width * shrink), round(file.height * shrink)))
        profile = file.info.get("icc_profile") if file.mode == "RGB" else None
        image = _smooth(file)
        _shrink(image, longest)
        plain = _on_white(ImageOps.exif_transpose(image))
    plain.info = {"icc_profile": profile} if profile else {}
    return plain


Read = Callable[[Path, int, int], Image.Image]  # as `upright`


@dataclass(frozen=True, slots=True)
class OnceRead:
    """`upright` for a paper that shows its pictures twice: what is slow to read is read once.

    That is all but JPEG, which can be read small. Kept in between is a fine JPEG of at most
    `longest` pixels.
    """

    longest: int
    _kept: dict[tuple[Path, int], bytes] = field(default_factory=dict)

    def upright(self, path: Path, longest: int, frame: int = 0) -> Image.Image:
        """The same as the function, of at most the `longest` pixels of this reader."""
        if _is_jpeg(path):
            return upright(path, longest)
        if (path, frame) not in self._kept:
            self._kept[path, frame] = jpeg(upright(path, self.longest, frame), 92)
        with Image.open(io.BytesIO(self._kept[path, frame])) as image:
            _shrink(image, longest)
            return image.copy()


def _is_jpeg(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\xff\xd8"


def _shrink(image: Image.Image, longest: int) -> None:
    # as sharp as bicubic when a picture becomes smaller, in two thirds of its time
    image.thumbnail((longest, longest), Image.Resampling.HAMMING, reducing_gap=2.0)


def _smooth(image: Image.Image) -> Image.Image:
    """In a mode that shrinks well: a palette or black and white would turn into dots."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("P", "PA"):
        return image.convert("RGBA")
    return image


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    with_alpha = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return paper


def jpeg(image: Image.Image, quality: int = 80) -> bytes:
    """Its JPEG: the pixels and their colours, no place, no time, no camera."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, icc_profile=image.info.get("icc_profile"))
    return out.getvalue()


def fitting(image: Image.Image, most: int) -> bytes:
    """Its JPEG in at most `most` bytes: first less exact, then smaller. The last try is kept.

    The picture itself may be made smaller.
    """
    data = jpeg(image, 82)
    first = len(data)
    for longest, quality, share in STEPS:
        if len(data) <= most:
            break
        if first * share > most * 1.5 and longest != STEPS[-1][0]:
            continue  # no use in trying
        image.thumbnail((longest, longest))
        data = jpeg(image, quality)
    return data


def page_picture(path: Path, number: int, longest: int) -> Image.Image:
    """A page of a PDF, the first is 0, `longest` pixels long. Raises pypdfium2.PdfiumError."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            page = document[number]
            bitmap = page.render(scale=longest / max(*page.get_size(), 1))
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
            return picture
        finally:
            document.close()


def looks_like_pdf(path: Path) -> bool:
    """By its first bytes."""
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def thumbnail(path: Path, kind: Literal["image", "pdf"]) -> bytes | None:
    """A small JPEG of a picture, or of the first page of a PDF; None for what cannot be read."""
    try:
        if kind == "image":
            return jpeg(upright(path, THUMBNAIL), 75)
        return jpeg(page_picture(path, 0, THUMBNAIL), 75)
    except (*Unreadable, pypdfium2.PdfiumError):
        return None
