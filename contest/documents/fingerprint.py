"""A picture's fingerprint: the same page photographed again gives nearly the same.

Of a page: where the ink is, after the lines of text are laid straight and the text is stretched to
a square. Of anything else: light and shade of the whole picture. `same.py` compares them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from contest.documents.limits import SIDE
from contest.documents.sheet import TILE, Real, Sheet

_TURNS = np.radians(np.arange(-8, 8.01, 0.5))
_POINTS = 40_000  # of ink, that say how the lines run
_ROW = 2.0  # pixels: bins of the lines
_OUTER = 0.4  # per cent of the ink that may lie outside: a stray spot moves no frame
_STEP_INK, _STEP_LIGHT = 0.02, 2.0  # what counts as a difference, of a cell's ink; in grey levels


def of(sheet: Sheet | None) -> str:
    """Hexadecimal; "" for a picture with nothing on it."""
    if sheet is None:
        return ""
    cells = _ink(sheet) if sheet.is_page else _light(sheet)
    step = _STEP_INK if sheet.is_page else _STEP_LIGHT
    bits = np.zeros((SIDE, SIDE), bool)
    bits[:, :-1] = cells[:, 1:] - cells[:, :-1] > step
    if not bits.any():
        return ""
    return ("1" if sheet.is_page else "2") + np.packbits(bits).tobytes().hex()


def _light(sheet: Sheet) -> Real:
    image = Image.fromarray(sheet.grey).resize((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(image, np.float32)


def _ink(sheet: Sheet) -> Real:
    """(SIDE, SIDE): share of each cell that is ink."""
    text, dark, strength = sheet.text, sheet.dark, sheet.strength
    if sheet.sideways:
        text, dark, strength = (np.rot90(part) for part in (text, dark, strength))
    text = _around(text)
    least = np.where(text, strength / 2, 2.0)
    rows, columns = np.nonzero(dark > np.kron(least, np.ones((TILE, TILE), np.float32)))
    x, y = _straight(columns.astype(np.float32), rows.astype(np.float32))
    x, y = (_stretched(values) for values in (x, y))
    inside = (x >= 0) & (x < SIDE) & (y >= 0) & (y < SIDE)
    place = y[inside].astype(np.intp) * SIDE + x[inside].astype(np.intp)
    ink = np.bincount(place, minlength=SIDE * SIDE).reshape(SIDE, SIDE).astype(np.float32)
    return ink / max(float(np.percentile(ink, 98)), 1.0)


def _around(text: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Ends of lines lie in tiles that have too little ink to be called text."""
    wide = np.pad(text, ((0, 0), (1, 1)))
    return wide[:, :-2] | wide[:, 1:-1] | wide[:, 2:]


def _straight(x: Real, y: Real) -> tuple[Real, Real]:
    """Turned so that lines of text are level: then the rows' ink is most uneven."""
    every = max(1, x.size // _POINTS)
    some_x, some_y = x[::every], y[::every]
    best, turn = -1.0, 0.0
    for angle in _TURNS:
        level = some_y * np.cos(angle) - some_x * np.sin(angle)
        rows = np.bincount(((level - level.min()) / _ROW).astype(np.intp)).astype(np.float64)
        score = float((rows**2).sum())
        if score > best:
            best, turn = score, float(angle)
    cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
    return x * cos + y * sin, y * cos - x * sin


def _stretched(values: Real) -> Real:
    first, last = np.percentile(values, (_OUTER, 100 - _OUTER))
    return np.asarray((values - first) / max(float(last - first), 1.0) * SIDE, np.float32)
