"""Advice on a photo while the paper is still in the hand. It never stands in the way.

Of a page of text much can be told; of a yard with a machine little, and there this is silent unless
hardly anything can be seen. Thresholds are measured (`bench/coach.py`) on pictures whose long side
has at most 1600 pixels, as `pictures.check` hands them on.
"""

from __future__ import annotations

import numpy as np

from contest.documents.limits import Advice
from contest.documents.sheet import TILE, Mask, Real, Sheet, tiles, upper

# pixels of the long side, of the picture as it was sent
_SMALL, _SMALL_PAGE = 640, 1000

# an edge's width, as the sigma of a Gaussian that would draw it, in pixels
_SOFT_TEXT, _SOFT_FAINT_TEXT, _SOFT_SCENE = 1.5, 1.2, 2.0
_FAINT_INK = 0.5  # of the ground: strokes that motion has spread
_CONTRAST = 40  # grey levels between which an edge is worth measuring
# the waves of iron or cloth are soft where the picture is not: all alike, or with grain on them
_UNEVEN, _GRAIN = 1.12, 9  # usual to sharpest edge; grey levels
_EDGY = 0.01  # of all tiles: fewer edges tell nothing

_DIM_PAPER, _DIM_SCENE = 100, 70  # grey levels
_WHITE, _PALE_INK = 248, 0.42  # paper that is all white, ink of so little of its lightness
_BLOWN, _DULL_PAPER = 252, 240  # a spot of glare, on paper that is else no lighter than this
_GLARE = 0.025  # of the area that text takes

_EDGE = 4  # pixels: what touches the border lies in here
_PAPER = 0.75  # of the ground under text: a table is darker, as a rule
_CUT_ROWS = 4  # rows of tiles that have strokes at a side
_STROKE = 0.6  # of a tile's height: more is a shadow, or the table
_CUT_LINE = 0.12  # of the width has text at the top or bottom
_PAPERY, _BARE = 0.12, 0.6  # as dark as paper may be, and how much of a border must be so light
_BETWEEN = 0.65  # of the distance from line to line: nearer to the border stands no whole page
_LOOKED_AT = 8  # columns of tiles


def advise(sheet: Sheet | None, long_side: int) -> tuple[Advice, ...]:
    """`long_side`: pixels of the picture as it was sent. The gravest comes first."""
    told: list[Advice] = []
    page = sheet is not None and sheet.is_page
    if sheet is not None:
        if _is_dark(sheet):
            told.append("dark")
        elif _is_bright(sheet):
            told.append("bright")
    if long_side < (_SMALL_PAGE if page else _SMALL):
        told.append("small")
    elif sheet is not None and _is_blurred(sheet, washed="bright" in told):
        told.append("blurred")
    unsure = "small" in told or "bright" in told
    if sheet is not None and page and not unsure and _is_cut(sheet):
        told.append("cut")
    return tuple(told)


def _is_dark(sheet: Sheet) -> bool:
    if sheet.is_page:
        return bool(np.median(sheet.ground[sheet.text]) < _DIM_PAPER)
    return bool(np.percentile(sheet.grey[::4, ::4], 98) < _DIM_SCENE)


def _is_bright(sheet: Sheet) -> bool:
    if not sheet.is_page:
        return False  # a white sky behind a machine is no fault
    ground = sheet.ground[sheet.text]
    if np.median(ground) >= _WHITE and np.median(sheet.strength[sheet.text]) < _PALE_INK:
        return True
    return bool(np.percentile(ground, 10) < _DULL_PAPER) and _has_glare(sheet)


def _has_glare(sheet: Sheet) -> bool:
    rows, columns = (np.flatnonzero(sheet.text.any(axis=axis)) for axis in (1, 0))
    grey = sheet.grey[
        rows[0] * TILE : (rows[-1] + 1) * TILE, columns[0] * TILE : (columns[-1] + 1) * TILE
    ]
    half = TILE // 2
    blocks = grey.reshape(grey.shape[0] // half, half, grey.shape[1] // half, half)
    return bool((blocks.mean(axis=(1, 3)) >= _BLOWN).mean() > _GLARE)


def edge_widths(sheet: Sheet) -> tuple[Real, Real, Real]:
    """Per tile: the width of edges across and down, and the contrast in grey levels.

    Of an edge smoothed by a Gaussian, contrast / steepest slope is 2.5 sigma.
    """
    grey = sheet.grey.astype(np.float32)
    across, down = np.zeros_like(grey), np.zeros_like(grey)
    across[:, 1:-1] = np.abs(grey[:, 2:] - grey[:, :-2]) / 2
    down[1:-1] = np.abs(grey[2:] - grey[:-2]) / 2
    contrast = upper(tiles(grey)) + upper(tiles(-grey))
    steep = [np.maximum(upper(tiles(slope)), 0.5) * 2.5 for slope in (across, down)]
    return np.asarray(contrast / steep[0]), np.asarray(contrast / steep[1]), contrast


def _is_blurred(sheet: Sheet, *, washed: bool) -> bool:
    across, down, contrast = edge_widths(sheet)
    if sheet.is_page:
        width = max(float(np.median(across[sheet.text])), float(np.median(down[sheet.text])))
        faint = not washed and float(np.median(sheet.strength[sheet.text])) < _FAINT_INK
        return width > (_SOFT_FAINT_TEXT if faint else _SOFT_TEXT)
    edgy = contrast > _CONTRAST
    if edgy.mean() < _EDGY:
        return False
    sharpest, usual = np.percentile(np.minimum(across, down)[edgy], (10, 50))
    return bool(
        sharpest > _SOFT_SCENE
        and usual > _UNEVEN * sharpest
        and np.percentile(grain(sheet)[edgy], 90) < _GRAIN
    )


def grain(sheet: Sheet) -> Real:
    """Per tile: grey levels between a pixel and its neighbours, where that is most."""
    grey = sheet.grey.astype(np.float32)
    rest = np.zeros_like(grey)
    around = grey[1:-1, 2:] + grey[1:-1, :-2] + grey[2:, 1:-1] + grey[:-2, 1:-1]
    rest[1:-1, 1:-1] = np.abs(grey[1:-1, 1:-1] - around / 4)
    return upper(tiles(rest))


def _is_cut(sheet: Sheet) -> bool:
    """Whether lines touch a side where they begin or end, or stand too near to the other two."""
    strong = float(np.median(sheet.strength[sheet.text])) / 2
    paper = sheet.ground > _PAPER * np.median(sheet.ground[sheet.text])
    seen = (sheet.dark > strong, sheet.text, paper, sheet.dark < _PAPERY)
    ink, text, paper, light = (part.T for part in seen) if sheet.sideways else seen
    near = _BETWEEN * _pitch(ink, text)
    return (
        _runs_out(ink, paper, light)
        or _runs_out(ink[:, ::-1], paper[:, ::-1], light[:, ::-1])
        or _is_near(ink, text, near)
        or _is_near(ink[::-1], text[::-1], near)
    )


def _pitch(ink: Mask, text: Mask) -> float:
    """Pixels from line to line, where there is most text."""
    found: list[int] = []
    for column in np.argsort(text.sum(axis=0))[-_LOOKED_AT:]:
        has_ink = ink[:, column * TILE : (column + 1) * TILE].any(axis=1)
        has_ink &= np.repeat(text[:, column], TILE)
        begins = np.flatnonzero(has_ink[1:] & ~has_ink[:-1])
        found.extend(np.diff(begins))
    return float(np.median(found)) if found else 0.0


def _runs_out(ink: Mask, paper: Mask, light: Mask) -> bool:
    """Strokes that touch the left border, where it is paper that they stand on."""
    strip = slice(0, _EDGE)
    touching = ink[:, strip].any(axis=1).reshape(-1, TILE).mean(axis=1)
    ground = light[:, strip].reshape(-1, TILE * _EDGE).mean(axis=1)
    strokes = (touching > 0) & (touching < _STROKE) & (ground > _BARE) & paper[:, 0]
    return int(strokes.sum()) >= _CUT_ROWS


def _is_near(ink: Mask, text: Mask, near: float) -> bool:
    """A line of text at the top border."""
    columns = np.asarray(text[0] | text[1])
    if columns.mean() < _CUT_LINE:
        return False
    top = np.asarray(ink[: 2 * TILE].reshape(2 * TILE, -1, TILE).any(axis=2))[:, columns]
    first = np.where(top.any(axis=0), top.argmax(axis=0), 2 * TILE)
    return bool(np.median(first) < near)
