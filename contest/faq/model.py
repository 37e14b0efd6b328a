"""What was learnt from examples: how likely each label is, and which examples are nearest.

The weights decide; the nearest examples say why, and how far from everything known a text is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from contest.faq.features import Features, Floats, Ints, Rows, Vector
from contest.faq.softmax import learnt, probabilities

MOST_COMPARED = 5  # labels whose examples are looked at one by one


@dataclass(frozen=True, slots=True)
class Near:
    """A label, how likely it is (0 to 1), its example that is most alike, and how alike (0 to 1)."""

    label: str
    score: float
    example: str
    alike: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: every label with its probability, and the likeliest, the first first."""

    vector: Vector
    probabilities: Floats  # in the order of the model's labels
    near: tuple[Near, ...]


class Model:
    """Labels, their examples, and the weights learnt from them."""

    def __init__(
        self, examples: Mapping[str, Sequence[str]], features: Features, rows: Rows, weights: Floats
    ) -> None:
        """`weights`: features x labels; `rows`: the examples in the order of `examples`.

        Kept in half precision: a model is half as large, and answers the same.
        """
        self.labels = tuple(examples)
        self.features, self.weights = features, weights.astype(np.float16)
        self.rows = Rows(rows.ids, rows.weights.astype(np.float16), rows.begin)
        self._texts = [text for texts in examples.values() for text in texts]
        ends = np.cumsum([len(texts) for texts in examples.values()])
        self._examples_of = [
            (int(end) - len(texts), int(end))
            for end, texts in zip(ends, examples.values(), strict=True)
        ]

    @classmethod
    def built(cls, examples: Mapping[str, Sequence[str]]) -> Model:
        """Learn from the examples of each label. About a second for five thousand."""
        texts = [text for of_label in examples.values() for text in of_label]
        features, rows = Features.learnt(texts)
        numbers = np.repeat(
            np.arange(len(examples), dtype=np.int32), [len(e) for e in examples.values()]
        )
        weights = learnt(rows, numbers, len(examples), len(features.names))
        return cls(examples, features, rows, weights)

    def read(self, text: str, always: Sequence[str] = ()) -> Reading:
        """`always`: labels whose nearest example is wanted even if they are unlikely."""
        vector = self.features.vector(text)
        chances = probabilities(vector.weights @ self.weights[vector.ids].astype(np.float32))
        likeliest = [int(n) for n in np.argsort(-chances, kind="stable")[:MOST_COMPARED]]
        asked = [self.labels.index(label) for label in always]
        wanted = [*likeliest, *(n for n in asked if n not in likeliest)]
        near = tuple(self._near(n, vector, float(chances[n])) for n in wanted)
        return Reading(vector, chances, near)

    def _near(self, label: int, vector: Vector, chance: float) -> Near:
        first, end = self._examples_of[label]
        alike = self.likeness(vector, first, end)
        if not len(alike):
            return Near(self.labels[label], chance, "", 0.0)
        best = int(alike.argmax())
        return Near(self.labels[label], chance, self._texts[first + best], float(alike[best]))

    def likeness(self, vector: Vector, first: int, end: int) -> Floats:
        """How alike each of the examples `first` to `end` is: cosine, 0 to 1."""
        asked = np.zeros(len(self.features.names), np.float32)
        asked[vector.ids] = vector.weights
        start, stop = self.rows.begin[first], self.rows.begin[end]
        shared = asked[self.rows.ids[start:stop]] * self.rows.weights[start:stop]
        sums = np.concatenate([np.zeros(1), np.cumsum(shared, dtype=np.float64)])
        begin: Ints = self.rows.begin[first : end + 1] - start
        return np.diff(sums[begin]).astype(np.float32)

    def strongest(self, vector: Vector, label: str, most: int) -> list[tuple[str, float]]:
        """The features that speak most for a label, and by how much against the average label."""
        mine = self.weights[vector.ids].astype(np.float32)
        for_label = mine[:, self.labels.index(label)] - mine.mean(axis=1)
        parts = vector.weights * for_label
        order = np.argsort(-parts, kind="stable")[:most]
        return [(self.features.names[vector.ids[n]], float(parts[n])) for n in order]
