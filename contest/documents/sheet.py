"""What the eye sees of a picture first: is it a page of text, where is the text, how is it lit?

Everything works on tiles of a small grey picture, with numpy alone. A tile is text when it has few
dark strokes on an even, lighter ground, in lines with clear gaps between them: leaves, bricks,
gravel and fences each lack one of these.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Real = NDArray[np.float32]
Mask = NDArray[np.bool_]

LONG_SIDE = 1600  # pixels of a picture that is judged, at most: small print can still be read
TILE = 32  # pixels: of small print in a picture of a whole page, one line and its gap
_BLOCK = 16  # the ground is the lightest spot of a block and its neighbours
MIN_SIDE = 3 * TILE

_FAINT = 0.10  # of the ground: darker than noise and folds
_MOST_INK, _LEAST_INK = 0.45, 0.02  # of a tile's pixels
_STROKES = 1.5  # changes between ink and paper along a row that has ink
_GAPS = 0.12  # of a tile's rows have no ink
_CLEAN = 0.30  # of the ink's darkness: what the rest of the tile may have, on average
_LIGHT = 0.55  # of the lightest ground: paper is hardly ever darker
_LINE = 3  # tiles side by side that must share their gaps
_LINE_GAPS = 0.08  # of the rows of those
_PAGE = 0.045  # of all tiles: then it is a page


@dataclass(frozen=True, slots=True)
class Sheet:
    """`grey`, `dark`: (height, width); per tile (rows, columns): the others.

    `dark` is 0 on the ground and 1 for black, however the picture is lit.
    """

    grey: Grey
    dark: Real
    ground: Real  # 0 to 255
    strength: Real  # the darkest stroke
    text: Mask
    sideways: bool  # lines of text run from top to bottom

    @property
    def is_page(self) -> bool:
        return bool(self.text.mean() >= _PAGE)


def tiles(pixels: Real) -> Real:
    """(height, width), multiples of TILE -> (rows, columns, TILE, TILE)"""
    high, wide = pixels.shape
    return pixels.reshape(high // TILE, TILE, wide // TILE, TILE).swapaxes(1, 2)


def upper(cut: Real) -> Real:
    """(rows, columns, TILE, TILE) -> (rows, columns): the most, but for a hundredth of noise."""
    flat = cut.reshape(*cut.shape[:2], -1)
    place = flat.shape[2] * 99 // 100
    return np.asarray(np.partition(flat, place, axis=2)[..., place])


def read(grey: Grey) -> Sheet | None:
    """None for a picture too small to judge. Pixels beyond whole tiles are left out."""
    high, wide = (side // TILE * TILE for side in grey.shape)
    if min(high, wide) < MIN_SIDE:
        return None
    grey = grey[:high, :wide]
    ground = _ground(grey)
    dark = np.clip(1 - grey / np.maximum(ground, 1), 0, 1).astype(np.float32)
    cut = tiles(dark)
    strength = upper(cut)
    ground_of = tiles(ground).mean(axis=(2, 3), dtype=np.float32)
    upright = _text(cut, strength)
    lying = _text(cut.transpose(1, 0, 3, 2), strength.T).T
    sideways = bool(lying.sum() > upright.sum())
    paper = ground_of > _LIGHT * np.percentile(ground_of, 95)
    text = (lying if sideways else upright) & paper
    return Sheet(grey, dark, ground_of, strength, text, sideways)


def _text(cut: Real, strength: Real) -> Mask:
    """The tiles of upright text, where enough of them in a row make lines."""
    ink = cut > strength[..., None, None] / 2
    inked = ink.mean(axis=(2, 3))
    rows = ink.any(axis=3)
    changes = (ink[..., 1:] != ink[..., :-1]).sum(axis=(2, 3)) / np.maximum(rows.sum(axis=2), 1)
    rest = np.where(ink, 0, cut).sum(axis=(2, 3)) / np.maximum((~ink).sum(axis=(2, 3)), 1)
    good = np.asarray(
        (strength > _FAINT)
        & (inked > _LEAST_INK)
        & (inked < _MOST_INK)
        & (changes > _STROKES)
        & (1 - rows.mean(axis=2) > _GAPS)
        & (rest < _CLEAN * strength)
    )
    return _in_lines(good, np.asarray(rows))


def _in_lines(good: Mask, rows: Mask) -> Mask:
    """Of the good tiles those whose gaps go on in their neighbours. `rows`: (…, TILE) has ink."""
    count = good.shape[1] - _LINE + 1
    runs = [slice(n, n + count) for n in range(_LINE)]
    shared = 1 - np.any([rows[:, run] for run in runs], axis=0).mean(axis=2) > _LINE_GAPS
    shared &= np.all([good[:, run] for run in runs], axis=0)
    found = np.zeros_like(good)
    for run in runs:
        found[:, run] |= shared
    return found


def _ground(grey: Grey) -> Real:
    """(height, width): how light each place is where nothing is drawn on it."""
    high, wide = grey.shape
    halves = grey.reshape(high // 2, 2, wide // 2, 2).mean(axis=(1, 3), dtype=np.float32)
    half = _BLOCK // 2
    blocks = halves.reshape(high // _BLOCK, half, wide // _BLOCK, half).max(axis=(1, 3))
    padded = np.pad(blocks, 1, mode="edge")
    rows, columns = blocks.shape
    around = [padded[r : r + rows, c : c + columns] for r in range(3) for c in range(3)]
    lightest = np.pad(np.max(around, axis=0), 1, mode="edge")
    around = [lightest[r : r + rows, c : c + columns] for r in range(3) for c in range(3)]
    even = Image.fromarray(np.mean(around, axis=0, dtype=np.float32))
    return np.asarray(even.resize((wide, high), Image.Resampling.BILINEAR))
