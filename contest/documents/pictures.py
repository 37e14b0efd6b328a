"""Pictures: bounded by what their header says, then decoded once, small, and in grey."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from mmap import mmap
from pathlib import Path
from typing import Literal

import numpy as np
import pillow_heif
from PIL import Image

from contest.documents import ends
from contest.documents.limits import Limits, Refused, Seen
from contest.documents.sheet import LONG_SIDE, TILE

_FORMATS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
    "image/tiff": ("TIFF",),
    "image/heic": ("HEIF",),
    "image/avif": ("AVIF",),
}
_ENDS: dict[str, Callable[[mmap], int | None]] = {
    "image/jpeg": ends.jpeg_end,
    "image/png": ends.png_end,
    "image/gif": ends.gif_end,
    "image/webp": ends.riff_end,
    "image/heic": ends.boxes_end,
    "image/avif": ends.boxes_end,
}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = tuple(turn for number, turn in _TURNS.items() if number >= 5)
_ORIENTATION = 0x0112
_TIFF_OFFSETS, _TIFF_COUNTS = (273, 324), (279, 325)  # of strips, of tiles

pillow_heif.register_heif_opener(thumbnails=False)


def check(path: Path, data: mmap, media_type: str, limits: Limits) -> Seen:
    """Raises Refused. Width and height are of the picture held upright."""
    end = _ENDS[media_type](data) if media_type in _ENDS else len(data)
    if ends.hides_another(data, len(data) if end is None else end):
        raise Refused("polyglot")
    if end is None and media_type in ("image/heic", "image/avif"):
        raise Refused("truncated")  # their decoders fill what is missing with grey
    try:
        return _decoded(path, media_type, limits)
    except Image.DecompressionBombError as error:
        raise Refused("bomb") from error
    except Refused:
        raise
    except MemoryError as error:
        raise Refused("bomb") from error
    except Exception as error:  # whatever a decoder makes of wild bytes
        short = end is None or (media_type == "image/tiff" and _tiff_is_short(path, data))
        raise Refused("truncated" if short else "broken") from error


def _decoded(path: Path, media_type: str, limits: Limits) -> Seen:
    with Image.open(path, formats=_FORMATS[media_type]) as image:
        width, height = image.size
        most = limits.max_jpeg_pixels if media_type == "image/jpeg" else limits.max_pixels
        if width * height > most:
            raise Refused("bomb")
        pages = _pages(image, limits) if media_type == "image/tiff" else 1
        image.draft("L", _fitting(width, height))
        image.load()  # first of all: reading a PNG's notes loads it too, and hides that it is cut
        turn = None if media_type == "image/heic" else _turn(image)  # HEIF is turned by its decoder
        grey = _small_grey(image)
    if turn is not None:
        grey = np.asarray(Image.fromarray(grey).transpose(turn))
        if turn in _LYING:
            width, height = height, width
    return Seen(media_type, pages, width, height, grey)


def _fitting(width: int, height: int) -> tuple[int, int]:
    """At most `LONG_SIDE`, in whole tiles where there are any, so that no edge is left out."""
    scale = min(1.0, LONG_SIDE / max(width, height))
    across, down = (max(1, round(side * scale)) for side in (width, height))
    return across // TILE * TILE or across, down // TILE * TILE or down


def _small_grey(image: Image.Image) -> np.typing.NDArray[np.uint8]:
    """(height, width) of at most `LONG_SIDE`; what is transparent is white paper."""
    size = _fitting(*image.size)
    if image.mode.startswith(("I", "F")):
        deep = np.asarray(image, dtype=np.float32)
        image = Image.fromarray((deep * (255 / max(float(deep.max()), 1.0))).astype(np.uint8))
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode == "1":
        image = image.convert("L")
    image = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    return np.asarray(image.convert("L"))


def _turn(image: Image.Image) -> Image.Transpose | None:
    orientation = None
    with suppress(Exception):  # damaged notes of a camera are no reason to refuse its picture
        orientation = image.getexif().get(_ORIENTATION)
    return _TURNS.get(orientation) if isinstance(orientation, int) else None


def _pages(image: Image.Image, limits: Limits) -> int:
    """Of a TIFF, by walking its chain, which a hostile one makes endless."""
    for number in range(1, limits.max_pages + 1):
        try:
            image.seek(number)
        except EOFError:
            image.seek(0)
            return number
    raise Refused("too_many_pages")


def _tiff_is_short(path: Path, data: mmap) -> bool:
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    if int.from_bytes(data[4:8], order) + 2 > len(data):
        return True
    try:
        with Image.open(path, formats=("TIFF",)) as image:
            tags = image.getexif()
            for offsets, counts in zip(_TIFF_OFFSETS, _TIFF_COUNTS, strict=True):
                spans = zip(_many(tags.get(offsets)), _many(tags.get(counts)), strict=False)
                if any(start + size > len(data) for start, size in spans):
                    return True
    except Exception:  # noqa: BLE001 -- the list of what is where is itself not whole
        return False
    return False


def _many(value: object) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,)
    return tuple(v for v in value if isinstance(v, int)) if isinstance(value, tuple) else ()
