"""Which examples is a text nearest to? TF-IDF over words and pieces of words, cosine similarity.

Pieces of words make typos, glued words and missing accents cost little; an inverted index keeps a
look-up near a millisecond without any library. Used for the FAQ and for the field finder.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    """Examples of each label, ready to be searched."""

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        self._examples = [(label, text) for label, texts in examples.items() for text in texts]
        counted = [_weigh(text) for _, text in self._examples]
        seen_in = Counter(feature for weights in counted for feature in weights)
        total = len(self._examples)
        self._idf = {f: math.log(1 + total / n) for f, n in seen_in.items()}
        self._unknown = max(self._idf.values(), default=1.0)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, weights in enumerate(counted):
            for feature, weight in self._unit(weights).items():
                self._postings[feature].append((number, weight))

    def nearest(self, text: str) -> list[Near]:
        """Every label that shares something with the text, the nearest first."""
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in self._unit(_weigh(text)).items():
            for number, other in self._postings.get(feature, ()):
                scores[number] += weight * other
        best: dict[str, tuple[float, int]] = {}
        for number, score in scores.items():
            label = self._examples[number][0]
            if score > best.get(label, (0.0, -1))[0]:
                best[label] = (score, number)
        ranked = sorted(best.items(), key=lambda found: (-found[1][0], found[0]))
        return [Near(label, score, self._examples[n][1]) for label, (score, n) in ranked]

    def _unit(self, weights: Mapping[str, float]) -> dict[str, float]:
        """To length 1. What no example holds still counts: an unknown word makes us less sure."""
        scaled = {f: w * self._idf.get(f, self._unknown) for f, w in weights.items()}
        length = math.sqrt(sum(w * w for w in scaled.values()))
        return {f: w / length for f, w in scaled.items()} if length else {}


def _weigh(text: str) -> dict[str, float]:
    """How often, damped: the tenth «máy» says no more than the second."""
    counts: dict[str, float] = defaultdict(float)
    for feature, weight in _features(text):
        counts[feature] += weight
    return {f: 1 + math.log(c) if c > 1 else c for f, c in counts.items()}
