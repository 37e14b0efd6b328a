"""Phrasings that will make answers wrong: said to their editors, with where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from contest.faq.calibration import Phrasings
from contest.faq.features import Floats
from contest.faq.model import Model
from contest.faq.normalise import fold

NEARLY_THE_SAME = 0.9  # cosine
NEAR_ENOUGH = 0.5  # a nearest neighbour further off than this contradicts nobody
_AT_ONCE = 256  # phrasings compared with all others in one step


@dataclass(frozen=True, slots=True)
class Doubt:
    """A phrasing and another that speaks against it.

    twice: the same words in two topics; near: nearly the same words in two topics; astray: its
    nearest neighbour of another voice belongs to another topic.
    """

    kind: Literal["twice", "near", "astray"]
    voice: str
    topic: str
    text: str
    other_topic: str
    other_text: str
    alike: float


def doubts(voices: Mapping[str, Phrasings]) -> list[Doubt]:
    """What an editor should look at, the surest first."""
    rows = [
        (voice, topic, text)
        for voice, said in voices.items()
        for topic, texts in said.items()
        for text in texts
    ]
    found = [*_twice(rows), *_against(rows)]
    order = {"twice": 0, "near": 1, "astray": 2}
    return sorted(found, key=lambda doubt: (order[doubt.kind], -doubt.alike, doubt.text))


_Row = tuple[str, str, str]


def _twice(rows: Sequence[_Row]) -> Iterator[Doubt]:
    same: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        same[fold(row[2])].append(row)
    for first, *others in same.values():
        for voice, topic, text in others:
            if topic != first[1]:
                yield Doubt("twice", voice, topic, text, first[1], first[2], 1.0)


def _against(rows: Sequence[_Row]) -> Iterator[Doubt]:
    """By the nearest neighbour of another voice: one author repeats themselves."""
    if not rows:
        return
    # one label for all: only how alike the rows are is wanted
    model = Model.built({"": [text for _, _, text in rows]})
    voices = np.array(_numbered([voice for voice, _, _ in rows]))
    for start in range(0, len(rows), _AT_ONCE):
        alike = _alike(model, start, min(start + _AT_ONCE, len(rows)))
        here = voices[start : start + len(alike)]
        alike[here[:, None] == voices[None, :]] = -1
        for offset, nearest in enumerate(alike.argmax(axis=1)):
            row, other = rows[start + offset], rows[int(nearest)]
            close = float(alike[offset, nearest])
            if row[1] != other[1] and close >= NEAR_ENOUGH and fold(row[2]) != fold(other[2]):
                kind: Literal["near", "astray"] = "near" if close >= NEARLY_THE_SAME else "astray"
                yield Doubt(kind, *row, other[1], other[2], close)


def _numbered(names: Sequence[str]) -> list[int]:
    known = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return [known[name] for name in names]


def _alike(model: Model, first: int, end: int) -> Floats:
    """Cosines of the rows `first` to `end` with all rows."""
    ids, weights, begin = model.rows.ids, model.rows.weights.astype(np.float32), model.rows.begin
    some = np.zeros((len(model.features.names), end - first), np.float32)
    for number in range(first, end):
        span = slice(begin[number], begin[number + 1])
        some[ids[span], number - first] = weights[span]
    found = np.zeros((end - first, len(begin) - 1), np.float32)
    for start in range(0, len(begin) - 1, _AT_ONCE):
        stop = min(start + _AT_ONCE, len(begin) - 1)
        span = slice(begin[start], begin[stop])
        used, column = np.unique(ids[span], return_inverse=True)
        block = np.zeros((stop - start, len(used)), np.float32)
        block[np.repeat(np.arange(stop - start), np.diff(begin[start : stop + 1])), column] = (
            weights[span]
        )
        found[:, start:stop] = (block @ some[used]).T
    return found
