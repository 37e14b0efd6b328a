"""A text as a sparse vector: words, pairs of words, pieces of words, and accents where typed."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

import numpy as np
import numpy.typing as npt

from contest.faq.normalise import fold, has_accents, with_accents
from contest.faq.spelling import Speller

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int32]

PIECES = (3, 4)
PAIR_WEIGHT = 1.0
PIECE_WEIGHT = 0.5
ACCENT_WEIGHT = 1.0  # «ngoài tỉnh» is not «ngoại tình»
MEANT_WEIGHT = 0.6  # of what else a word may be
MOST_LETTERS = 600  # of a longer text, its end: a life story has its question last
MOST_REMEMBERED = 20_000  # words taken to pieces
SEEN_TWICE = 2  # what only one example holds says nothing about others


@dataclass(frozen=True, slots=True)
class Vector:
    """A text's known features and their weights, to length 1; `known`: its share that is known."""

    ids: Ints
    weights: Floats
    known: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Many vectors one after another: row n is `begin[n]` to `begin[n + 1]`."""

    ids: Ints
    weights: Floats
    begin: Ints

    def __len__(self) -> int:
        return len(self.begin) - 1

    def vector(self, number: int) -> Vector:
        """One of them, as if nothing had been left out of it."""
        row = slice(self.begin[number], self.begin[number + 1])
        return Vector(self.ids[row], self.weights[row], 1.0)

    def without(self, dropped: npt.NDArray[np.bool_]) -> Rows:
        """The same rows without some of their features; the others keep their weights."""
        kept = np.concatenate([[0], np.cumsum(~dropped)])
        return Rows(self.ids[~dropped], self.weights[~dropped], kept[self.begin].astype(np.int32))


def counted(text: str, speller: Speller) -> Mapping[str, float]:
    """The features of a text: name -> weight, damped: the tenth «máy» says little more."""
    counts: dict[str, float] = {}
    for feature, weight in _features(text[-MOST_LETTERS:], speller):
        counts[feature] = counts.get(feature, 0.0) + weight
    return {f: 1 + math.log(c) if c > 1 else c for f, c in counts.items()}


def _features(text: str, speller: Speller) -> list[tuple[str, float]]:
    written = fold(text).split()
    meant = [speller.meant(word) for word in written]
    # where only one thing can be meant it takes its place in the line, and makes pairs there
    line = [m[0].split() if len(m) == 1 else [w] for w, m in zip(written, meant, strict=True)]
    found = _of_words([word for words in line for word in words], 1.0)
    for word, meanings in zip(written, meant, strict=True):
        if len(meanings) == 1:
            found += _of_words([word], MEANT_WEIGHT)
        else:
            for meaning in meanings:
                found += _of_words(meaning.split(), MEANT_WEIGHT)
    if has_accents(text):
        found += [(f"={word}", ACCENT_WEIGHT) for word in with_accents(text).split()]
    return found


def _of_words(words: Sequence[str], weight: float) -> list[tuple[str, float]]:
    found = [feature for word in words for feature in _of_word(word, weight)]
    found += [(" ".join(pair), weight * PAIR_WEIGHT) for pair in pairwise(words)]
    return found


@lru_cache(maxsize=MOST_REMEMBERED)
def _of_word(word: str, weight: float) -> tuple[tuple[str, float], ...]:
    padded = f"_{word}_"
    pieces = (
        (f"~{padded[at : at + length]}", weight * PIECE_WEIGHT)
        for length in PIECES
        for at in range(len(padded) - length + 1)
    )
    return ((word, weight), *pieces)


class Counts:
    """Texts counted once each, for those who learn from the same texts more than once."""

    def __init__(self, texts: Iterable[str]) -> None:
        """The words known are those of these texts that are in two of them at least."""
        texts = tuple(texts)
        seen = Counter(word for text in texts for word in dict.fromkeys(fold(text).split()))
        self.words = [word for word, times in seen.items() if times >= SEEN_TWICE]
        self._speller = Speller(frozenset(self.words))
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self._counted: dict[str, tuple[Ints, Floats]] = {}

    @property
    def names(self) -> list[str]:
        """Every feature met so far."""
        return list(self._numbers)

    def of(self, texts: Sequence[str]) -> Rows:
        """The features of each, into `names`, and how often it has them (damped)."""
        found = [self._of(text) for text in texts]
        return Rows(
            np.concatenate([np.zeros(0, np.int32), *(ids for ids, _ in found)]),
            np.concatenate([np.zeros(0, np.float32), *(weights for _, weights in found)]),
            np.cumsum([0, *(len(ids) for ids, _ in found)], dtype=np.int32),
        )

    def _of(self, text: str) -> tuple[Ints, Floats]:
        if (found := self._counted.get(text)) is None:
            row = counted(text, self._speller)
            ids = np.fromiter(map(self._numbers.__getitem__, row), np.int32, len(row))
            found = ids, np.fromiter(row.values(), np.float32, len(row))
            self._counted[text] = found
        return found


class Features:
    """The features worth knowing, learnt from examples, and what each is worth (idf)."""

    def __init__(self, names: Sequence[str], idf: Floats, words: Sequence[str]) -> None:
        """`words`: what the speller may guess."""
        self.names, self.idf, self.words = tuple(names), idf, tuple(words)
        self._speller = Speller(frozenset(words))
        self._ids = {name: number for number, name in enumerate(self.names)}
        self._unknown = float(idf.max()) if len(idf) else 1.0

    @classmethod
    def learnt(cls, texts: Sequence[str], known: Counts | None = None) -> tuple[Features, Rows]:
        """From the examples; and the examples as rows, in the order given."""
        known = known or Counts(texts)
        met = known.of(texts)
        names = known.names
        seen = np.bincount(met.ids, minlength=len(names))
        worth = seen >= SEEN_TWICE
        idf = np.log(1 + len(texts) / seen[worth]).astype(np.float32)
        numbers = (np.cumsum(worth) - 1).astype(np.int32)
        rows = met.without(~worth[met.ids])
        ids = numbers[rows.ids]
        weights = rows.weights * idf[ids]
        of_row = np.repeat(np.arange(len(rows)), np.diff(rows.begin))
        squares = np.bincount(of_row, weights * weights, len(rows))
        weights /= np.sqrt(squares).astype(np.float32)[of_row]
        features = cls([n for n, kept in zip(names, worth, strict=True) if kept], idf, known.words)
        return features, Rows(ids, weights, rows.begin)

    def vector(self, text: str) -> Vector:
        counts = counted(text, self._speller)
        found = [(self._ids[f], w) for f, w in counts.items() if f in self._ids]
        ids = np.array([number for number, _ in found], np.int32)
        weights = np.array([weight for _, weight in found], np.float32) * self.idf[ids]
        square = float(weights @ weights)
        strange = sum(w * w for f, w in counts.items() if f not in self._ids and f[0] not in "~=")
        whole = square + strange * self._unknown**2
        length = math.sqrt(square) or 1.0
        return Vector(ids, weights / np.float32(length), square / whole if whole else 0.0)
