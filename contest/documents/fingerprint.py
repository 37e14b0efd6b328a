"""A picture's fingerprint: the same page photographed again gives nearly the same.

Of a page: bits for each line of text, that say where along the line the words stand. For
that the lines are laid level first, however the phone was held, so neither the crop nor the light
matters. Of anything else: light and shade of the whole picture. `same.py` compares them.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from contest.documents.same import LINE_BITS, PAGE, PICTURE, SIDE, written
from contest.documents.sheet import LONG_SIDE, TILE, Mask, Real, Sheet, read, tiles

Doubles = NDArray[np.float64]

_ENLARGE = 1.3  # times, at least
_PAPER = 0.75  # of the ground under text: a table is darker, as a rule
_LIGHT, _BARE = 0.6, 0.55  # of ink's darkness: paper; of a tile is paper: the table's edge has less
_FRAME, _GAP, _ODD = 200, 8, 0.10  # parts of the width; so many are a gap; less ink is a stray
_POINTS, _MORE_POINTS = 12_000, 40_000  # of ink, that say how the lines run
_OUTER = 0.4  # per cent of the ink that may lie outside: a stray spot moves no frame

# Lines seen askew lean, and by perspective each a little more than the one before it:
# slope + change * place; searched coarsely, then finely
_SLOPES = np.tan(np.radians(np.arange(-8, 8.1, 0.4)))
_CHANGES = np.linspace(-5e-5, 5e-5, 11)  # per pixel
_FINER, _FINER_CHANGES = np.linspace(-0.004, 0.004, 7), np.linspace(-5e-6, 5e-6, 5)
_MARGINS, _MARGIN_CHANGES = np.linspace(-0.04, 0.04, 17), np.linspace(-5e-5, 5e-5, 6)

_ROWS, _COLUMNS = 600, LINE_BITS * 8  # of the page laid level
_MOST_LINES = 80
_SMOOTH = 5  # rows
_LINE_INK = 0.25  # of the strongest lines' ink
_BAND = 0.3  # of the distance between lines, above and below their middle
_BLUR = 12  # columns: letters blur, gaps between words stay
_WINDOW = 8  # cells to each side that a cell is compared with
_RULED_ROW, _RULED_COLUMN = 0.72, 0.55  # with ink all along: no line of text has so much
_STEP = 2.0  # grey levels


def of(sheet: Sheet | None) -> str:
    """Hexadecimal; "" for a picture with nothing on it."""
    if sheet is None:
        return ""
    if sheet.is_page:
        sheet = _enlarged(sheet)
        return written(PAGE, _lines(_level(sheet)))
    return written(PICTURE, _light(sheet))


def _enlarged(sheet: Sheet) -> Sheet:
    """Small print must span whole tiles for its lines to be told apart."""
    high, wide = sheet.grey.shape
    scale = LONG_SIDE / max(high, wide)
    if scale < _ENLARGE:
        return sheet
    size = tuple(round(side * scale) // TILE * TILE for side in (wide, high))
    enlarged = read(np.asarray(Image.fromarray(sheet.grey).resize(size)))
    return enlarged if enlarged is not None and enlarged.is_page else sheet


def _light(sheet: Sheet) -> Mask:
    """(SIDE, SIDE): where the picture gets lighter to the right."""
    image = Image.fromarray(sheet.grey).resize((SIDE + 1, SIDE), Image.Resampling.BOX)
    cells = np.asarray(image, np.float32)
    return np.asarray(cells[:, 1:] - cells[:, :-1] > _STEP)


def _level(sheet: Sheet) -> Real:
    """(_ROWS, _COLUMNS): pixels of ink in each cell of the page's text, laid level."""
    x, y = _points(sheet)
    x, y = x - x.mean(), y - y.mean()
    slope, change = _leaning(x, y, 2.0, _SLOPES, _CHANGES)
    level = y - x * (slope + change * y)
    x = x + y * slope
    margin, change = _leaning(level, x, 4.0, _MARGINS, _MARGIN_CHANGES)
    across, down = x - level * (margin + change * x), _stretched(level, _ROWS)
    inside = (down >= 0) & (down < _ROWS)  # first, as what lies above and below may be wider
    across, down = _stretched(across[inside], _COLUMNS), down[inside]
    inside = (across >= 0) & (across < _COLUMNS)
    place = down[inside].astype(np.intp) * _COLUMNS + across[inside].astype(np.intp)
    cells = np.bincount(place, minlength=_ROWS * _COLUMNS).reshape(_ROWS, _COLUMNS)
    return _unruled(cells.astype(np.float32))


def _unruled(level: Real) -> Real:
    """Without the frames of tables, which are the same on every page of a form."""
    filled = level > 0
    across = _thick(filled).mean(axis=1) > _RULED_ROW
    down = _thick(filled.T).mean(axis=1) > _RULED_COLUMN
    return np.where(_thick(across[:, None]) | _thick(down[:, None]).T, np.float32(0), level)


def _thick(rows: Mask) -> Mask:
    """Each row with its neighbours."""
    more = np.pad(rows, ((1, 1), (0, 0)))
    return np.asarray(more[:-2] | more[1:-1] | more[2:])


def _points(sheet: Sheet) -> tuple[Doubles, Doubles]:
    """x and y of every pixel of ink in and around the text."""
    text, dark, ground = sheet.text, sheet.dark, sheet.ground
    strong = float(np.median(sheet.strength[text])) / 2
    if sheet.sideways:
        text, dark, ground = np.rot90(text), np.rot90(dark), np.rot90(ground)
    ink = dark > strong
    rows, columns = (np.flatnonzero(text.any(axis=axis)) for axis in (1, 0))
    around = np.zeros_like(text)
    around[max(rows[0] - 1, 0) : rows[-1] + 2, max(columns[0] - 1, 0) : columns[-1] + 2] = True
    around &= ground > _PAPER * np.median(ground[text])
    light = tiles((dark < _LIGHT * strong).astype(np.float32)).mean(axis=(2, 3))
    around &= light > _BARE
    y, x = np.nonzero(ink & np.kron(around, np.ones((TILE, TILE), bool)))
    return x.astype(np.float64), y.astype(np.float64)


def _leaning(
    along: Doubles, across: Doubles, bin_size: float, slopes: Doubles, changes: Doubles
) -> tuple[float, float]:
    """(slope, change) by which lines stand out most: ink in few places, nothing in between."""
    slope, change = _best(along, across, bin_size, _POINTS, list(product(slopes, changes)))
    near = [(slope + s, change + c) for s, c in product(_FINER, _FINER_CHANGES)]
    return _best(along, across, bin_size, _MORE_POINTS, near)


def _best(
    along: Doubles,
    across: Doubles,
    bin_size: float,
    points: int,
    tried: list[tuple[float, float]],
) -> tuple[float, float]:
    every = max(1, along.size // points)
    along, across = along[::every] / bin_size, across[::every]
    start, bent = across / bin_size, along * across

    def clear(how: tuple[float, float]) -> float:
        places = start - along * how[0] - bent * how[1]
        places -= places.min()
        return float((np.bincount(places.astype(np.intp)).astype(np.float64) ** 2).sum())

    return max(tried, key=clear)


def _stretched(values: Doubles, to: int) -> Doubles:
    """Text to the whole width, without what lies beside it: a sliver of the table, a thumb."""
    first, last = np.percentile(values, (_OUTER, 100 - _OUTER))
    size = max(float(last - first), 1.0) / _FRAME
    ink = np.bincount(np.clip((values - first) / size, 0, _FRAME - 1).astype(np.intp))
    filled = np.flatnonzero(ink > 0.02 * np.median(ink[ink > 0]))
    parts = np.split(filled, np.flatnonzero(np.diff(filled) > _GAP) + 1)
    kept = [part for part in parts if ink[part].sum() > _ODD * ink.sum()] or parts
    first, last = first + kept[0][0] * size, first + (kept[-1][-1] + 1) * size
    return np.asarray((values - first) / max(float(last - first), 1.0) * to)


def _lines(level: Real) -> list[Mask]:
    """(LINE_BITS,) for each line of text, from top to bottom: where it has more ink than around."""
    middles, distance = _middles(level.sum(axis=1))
    reach = max(1, round(_BAND * distance))
    bands = [
        level[max(0, middle - reach) : middle + reach + 1].sum(axis=0)
        for middle in middles[:_MOST_LINES]
    ]
    if not bands:
        return []
    blurred = [np.convolve(band, _even(_BLUR), "same") for band in bands]
    cells = np.array(blurred).reshape(len(bands), LINE_BITS, -1).sum(axis=2)
    wide = np.pad(cells, ((0, 0), (_WINDOW, _WINDOW)), mode="edge")
    apart = cells - np.array([np.convolve(line, _even(2 * _WINDOW + 1), "valid") for line in wide])
    return list(apart > apart.mean(axis=0))


def _middles(ink: Real) -> tuple[list[int], float]:
    """The rows where lines stand, and how far apart they are."""
    smooth = np.convolve(ink, _even(_SMOOTH), "same")
    smooth = np.convolve(smooth, _even(_SMOOTH), "same")
    least = _LINE_INK * float(np.percentile(smooth, 95))
    inner = smooth[1:-1]
    tops = np.flatnonzero((inner >= smooth[:-2]) & (inner > smooth[2:]) & (inner > least)) + 1
    apart = float(np.median(np.diff(tops))) if tops.size > 1 else float(_ROWS) / 10
    kept: list[int] = []
    for top in tops:
        if kept and top - kept[-1] < apart / 2:
            if smooth[top] > smooth[kept[-1]]:
                kept[-1] = int(top)
        else:
            kept.append(int(top))
    return kept, apart


def _even(length: int) -> Doubles:
    return np.full(length, 1 / length)
