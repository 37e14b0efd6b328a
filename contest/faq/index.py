"""Which examples is a text nearest to? TF-IDF over words and pieces of words, cosine similarity.

Pieces of words make typos, glued words and missing accents cost little; an inverted index keeps a
look-up near a millisecond without any library. Used for the FAQ and for the field finder.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from contest.faq.normalise import fold, has_accents, with_accents

PIECE = 4
PIECE_WEIGHT = 0.5
ACCENT_WEIGHT = 0.6
MOST_LETTERS = 600  # of a longer text, its end: a life story has its question last


@dataclass(frozen=True, slots=True)
class Near:
    """A label, how near it is (0 to 1), and the example that is nearest: the reason."""

    label: str
    score: float
    example: str


def _features(text: str) -> Iterator[tuple[str, float]]:
    words = fold(text)[-MOST_LETTERS:].split()
    for word in words:
        yield word, 1.0
        padded = f"_{word}_"
        for at in range(max(len(padded) - PIECE + 1, 1)):
            yield f"~{padded[at : at + PIECE]}", PIECE_WEIGHT
    for pair in pairwise(words):
        yield " ".join(pair), 1.0
    if has_accents(
        text
    ):  # «ngoài tỉnh» is not «ngoại tình»; who types no accents loses nothing else
        for word in with_accents(text[-MOST_LETTERS:]).split():
            yield f"={word}", ACCENT_WEIGHT


class Index:
    """Examples of each label, ready to be searched.

    Kept in flat arrays, feature by feature: what each costs as an object of its own would be a
    hundred times the numbers themselves.
    """

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        self._examples = [(label, text) for label, texts in examples.items() for text in texts]
        self._features: dict[str, int] = {}
        features, weights, starts = self._read()
        seen_in = Counter(features)
        total = len(self._examples)
        self._idf = array("f", (math.log(1 + total / seen_in[f]) for f in range(len(seen_in))))
        self._unknown = max(self._idf, default=1.0)
        self._begin = array("I", accumulate((seen_in[f] for f in range(len(seen_in))), initial=0))
        self._number = array("I", bytes(4 * len(features)))
        self._weight = array("f", bytes(4 * len(features)))
        self._turn_over(features, weights, starts)

    def _read(self) -> tuple[array[int], array[float], array[int]]:
        """The features of all examples and their weights, and where each example begins."""
        features, weights, starts = array("I"), array("f"), array("I", [0])
        names = self._features
        for _, text in self._examples:
            for feature, weight in _weigh(text).items():
                features.append(names.setdefault(feature, len(names)))
                weights.append(weight)
            starts.append(len(features))
        return features, weights, starts

    def _turn_over(self, features: array[int], weights: array[float], starts: array[int]) -> None:
        """From the features of each example to the examples of each feature."""
        free = array("I", self._begin)
        for number, (start, end) in enumerate(pairwise(starts)):
            scaled = [
                (f, w * self._idf[f])
                for f, w in zip(features[start:end], weights[start:end], strict=True)
            ]
            length = math.sqrt(sum(w * w for _, w in scaled)) or 1.0
            for feature, weight in scaled:
                place = free[feature]
                self._number[place] = number
                self._weight[place] = weight / length
                free[feature] = place + 1

    def nearest(self, text: str) -> list[Near]:
        """Every label that shares something with the text, the nearest first."""
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in self._asked(text):
            begin, end = self._begin[feature], self._begin[feature + 1]
            for number, other in zip(self._number[begin:end], self._weight[begin:end], strict=True):
                scores[number] += weight * other
        best: dict[str, tuple[float, int]] = {}
        for number, score in scores.items():
            label = self._examples[number][0]
            if score > best.get(label, (0.0, -1))[0]:
                best[label] = (score, number)
        ranked = sorted(best.items(), key=lambda found: (-found[1][0], found[0]))
        return [Near(label, score, self._examples[n][1]) for label, (score, n) in ranked]

    def _asked(self, text: str) -> list[tuple[int, float]]:
        """The known features of a text, to length 1.

        What no example holds still counts in the length: an unknown word makes us less sure.
        """
        square = 0.0
        known = []
        for name, weight in _weigh(text).items():
            feature = self._features.get(name)
            scaled = weight * (self._unknown if feature is None else self._idf[feature])
            square += scaled * scaled
            if feature is not None:
                known.append((feature, scaled))
        length = math.sqrt(square) or 1.0
        return [(feature, weight / length) for feature, weight in known]


def _weigh(text: str) -> dict[str, float]:
    """How often, damped: the tenth «máy» says no more than the second."""
    counts: dict[str, float] = defaultdict(float)
    for feature, weight in _features(text):
        counts[feature] += weight
    return {f: 1 + math.log(c) if c > 1 else c for f, c in counts.items()}
