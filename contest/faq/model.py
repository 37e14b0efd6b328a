"""What was learnt from examples: how likely each label is, and which examples are nearest.

The weights decide; the nearest examples say why, and how far from everything known a text is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from contest.faq.features import Counts, Features, Floats, Rows, Vector
from contest.faq.nearest import Nearest
from contest.faq.softmax import SHARPNESS, Apart, learnt, probabilities

MOST_COMPARED = 5  # labels whose examples are looked at one by one


@dataclass(frozen=True, slots=True)
class Near:
    """A label, how likely it is, its example that is most alike, and how alike; each 0 to 1."""

    label: str
    score: float
    example: str
    alike: float
    covered: float  # share of the text that some example of the label has too, 0 to 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: every label with its probability, and the likeliest, the first first."""

    vector: Vector
    probabilities: Floats  # in the order of the model's labels
    near: tuple[Near, ...]
    apart: float = 0.0  # above 0: more like the label set apart than like all others together


class Model:
    """Labels, their examples, and the weights learnt from them."""

    def __init__(
        self,
        examples: Mapping[str, Sequence[str]],
        features: Features,
        nearest: Nearest,
        weights: Floats,
        contrast: Floats,
    ) -> None:
        """`weights`: features x labels; `nearest`: the examples in the order of `examples`.

        `contrast`: what each feature says for the label set apart, against all others together.
        Kept in half precision: a model is half as large, and answers the same.
        """
        self.labels = tuple(examples)
        self.features, self.weights = features, weights.astype(np.float16)
        self.contrast = contrast.astype(np.float16)
        self.nearest = nearest
        self._texts = [text for texts in examples.values() for text in texts]

    @classmethod
    def built(
        cls,
        examples: Mapping[str, Sequence[str]],
        set_apart: str | None = None,
        counts: Counts | None = None,
    ) -> Model:
        """Learn from the examples of each label. About four seconds for twenty-six thousand.

        `set_apart`: the label that is also learnt to be told from all others together.
        `counts`: where the texts are counted already, if they are.
        """
        texts = [text for of_label in examples.values() for text in of_label]
        features, rows = Features.learnt(texts, counts)
        sizes = [len(of_label) for of_label in examples.values()]
        numbers = np.repeat(np.arange(len(examples), dtype=np.int32), sizes)
        known = len(features.names)
        apart = None
        contrast: Floats = np.zeros(known, np.float32)
        if set_apart is not None:
            number = list(examples).index(set_apart)
            apart = Apart.of(rows, numbers, number, known)
            here = (numbers == number).astype(np.int32)
            # it weighs as much as the rest: else saying no to everything would be nearly right
            times = max(float((here == 0).sum() / max(here.sum(), 1)), 1.0)
            sides = learnt(rows, here, 2, known, replace(apart, label=1), (1.0, times))
            contrast = sides[:, 1] - sides[:, 0]
        weights = learnt(rows, numbers, len(examples), known, apart)
        if apart is not None:
            # a text is like what does not belong here by its foreign words, not by ours in it
            ours = np.repeat(numbers == apart.label, np.diff(rows.begin)) & apart.common[rows.ids]
            rows = rows.without(ours)
        half = Rows(rows.ids, rows.weights.astype(np.float16), rows.begin)
        return cls(examples, features, Nearest.of(half, sizes, known), weights, contrast)

    def read(self, text: str, always: Sequence[str] = ()) -> Reading:
        """`always`: labels whose nearest example is wanted even if they are unlikely."""
        vector = self.features.vector(text)
        chances = probabilities(vector.weights @ self.weights[vector.ids].astype(np.float32))
        likeliest = [int(n) for n in np.argsort(-chances, kind="stable")[:MOST_COMPARED]]
        asked = [self.labels.index(label) for label in always]
        wanted = [*likeliest, *(n for n in asked if n not in likeliest)]
        alike = self.nearest.most_alike(np.array(wanted, np.int32), vector)
        near = tuple(
            Near(
                self.labels[label],
                float(chances[label]),
                self._texts[found.example] if found.example >= 0 else "",
                found.alike,
                found.covered * vector.known,
            )
            for label, found in zip(wanted, alike, strict=True)
        )
        apart = float(vector.weights @ self.contrast[vector.ids].astype(np.float32))
        return Reading(vector, chances, near, apart * float(SHARPNESS))

    def strongest(self, vector: Vector, label: str, most: int) -> list[tuple[str, float]]:
        """The features that speak most for a label, and by how much against the average label."""
        mine = self.weights[vector.ids].astype(np.float32)
        for_label = mine[:, self.labels.index(label)] - mine.mean(axis=1)
        parts = vector.weights * for_label
        order = np.argsort(-parts, kind="stable")[:most]
        return [(self.features.names[vector.ids[n]], float(parts[n])) for n in order]
