"""Whether two fingerprints are of the same page. No picture is opened for it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

PAGE, PICTURE = "1", "2"  # a fingerprint's first digit
LINE_BITS = 96  # of a line of text
SIDE = 16  # rows and columns of a picture

_MOST_APART = 0.12  # of a picture's bits
_SHIFT = 4  # cells by which one frame may lie beside the other
_PARTS = 2  # of a line, shifted each for itself: the frames may differ in width too
_CHANCE = 90  # per cent of all pairs of lines are alike by chance only
_ALIKE = 0.18  # of what lines could agree beyond chance
_FEWEST = 4  # lines

Bits = NDArray[np.bool_]


def written(kind: str, rows: Iterable[Bits]) -> str:
    """A fingerprint of rows of bits, a multiple of eight each; "" if none is set."""
    told = [np.packbits(row).tobytes().hex() for row in rows if row.any() or kind == PICTURE]
    return kind + "".join(told) if any(digit != "0" for row in told for digit in row) else ""


def _read(mark: str, bits: int) -> Bits:
    """(rows, bits)"""
    raw = np.frombuffer(bytes.fromhex(mark[1:]), np.uint8)
    return np.unpackbits(raw).astype(bool).reshape(-1, bits)


def same_page(a: str, b: str) -> bool:
    """Whether two fingerprints are of one page, or one picture. Of nothing nothing is the same."""
    if not a or not b or a[0] != b[0]:
        return False
    if a[0] == PICTURE:
        return bool((_read(a, SIDE) != _read(b, SIDE)).mean() <= _MOST_APART)
    return likeness(a, b) >= _ALIKE


def likeness(a: str, b: str) -> float:
    """Of two pages: 0 for chance, 1 for every line alike. Lines may be missing, never swapped.

    What is printed on every such page (a form's labels, a table's frame) makes all its lines alike,
    so that chance is counted from the two pages themselves.
    """
    some, others = _read(a, LINE_BITS), _read(b, LINE_BITS)
    fewer = min(len(some), len(others))
    if fewer < _FEWEST:
        return 0.0
    alike = _agreement(some, others)
    chance = float(np.percentile(alike, _CHANCE))
    gains = np.maximum(alike - chance, 0)
    best = np.zeros(len(others) + 1)
    for row in gains:
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], best[:-1] + row))
    return float(best[-1]) / max(fewer * (1 - chance), 1e-6)


def _agreement(some: Bits, others: Bits) -> NDArray[np.float32]:
    """(lines, other lines): share of bits that agree, each part at its best shift."""
    left = some.astype(np.float32) * 2 - 1
    right = np.pad(others, ((0, 0), (_SHIFT, _SHIFT)), mode="edge").astype(np.float32) * 2 - 1
    size = LINE_BITS // _PARTS
    total = np.zeros((len(some), len(others)), np.float32)
    for start in range(0, LINE_BITS, size):
        part = left[:, start : start + size]
        shifted = range(start, start + 2 * _SHIFT + 1)
        total += np.max([part @ right[:, at : at + size].T for at in shifted], axis=0)
    return np.asarray((total / LINE_BITS + 1) / 2, np.float32)
