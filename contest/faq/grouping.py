"""Questions that ask the same, put together for those who will answer them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from contest.faq.certainty import OUTSIDE, ranked
from contest.faq.features import Floats, Vector
from contest.faq.model import Model
from contest.model import Asked, OpenQuestion

_LEAST = 1e-12
ALIKE = 0.35  # cosine from which on two questions are put together


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike, the one that is most like all of them first.

    `at`: where each stands in what was given.
    """

    asked: tuple[Asked, ...]
    likeliest: str  # the topic the first of them is nearest to; empty if to none
    at: tuple[int, ...] = ()


def grouped(model: Model, asked: Sequence[Asked]) -> list[Group]:
    """The largest groups first. Each question joins the group whose middle it is nearest to."""
    vectors = [model.features.vector(question.text) for question in asked]
    middles = _Middles(vectors)
    members: list[list[int]] = []
    for place in range(len(asked)):
        home, alike = middles.nearest(place)
        if alike < ALIKE:
            home = len(members)
            members.append([])
        middles.add(home, place)
        members[home].append(place)
    groups = [_group(model, asked, places, middles, n) for n, places in enumerate(members)]
    return sorted(groups, key=lambda group: -len(group.asked))


class _Middles:
    """The sums of the vectors of each group, over the features that these questions have."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        everything = [vector.ids for vector in vectors] or [np.zeros(0, np.int32)]
        known, columns = np.unique(np.concatenate(everything), return_inverse=True)
        ends = np.cumsum([0, *(len(vector.ids) for vector in vectors)])
        self._columns = [columns[a:b] for a, b in pairwise(ends)]
        self._weights = [vector.weights for vector in vectors]
        self._sums: Floats = np.zeros((len(vectors), len(known)), np.float32)
        self._squares: Floats = np.zeros(len(vectors), np.float32)
        self._used = 0

    def nearest(self, place: int) -> tuple[int, float]:
        """The group whose middle a question is nearest to, and how near."""
        alike = self._products(place) / np.sqrt(np.maximum(self._squares[: self._used], _LEAST))
        best = int(alike.argmax()) if self._used else 0
        return best, float(alike[best]) if self._used else 0.0

    def add(self, group: int, place: int) -> None:
        self._used = max(self._used, group + 1)
        weights = self._weights[place]
        product = float(self._sums[group, self._columns[place]] @ weights)
        self._sums[group, self._columns[place]] += weights
        self._squares[group] += 2 * product + float(weights @ weights)

    def to_middle(self, group: int, place: int) -> float:
        return float(self._sums[group, self._columns[place]] @ self._weights[place])

    def _products(self, place: int) -> Floats:
        products: Floats = self._sums[: self._used, self._columns[place]] @ self._weights[place]
        return products


def _group(
    model: Model, asked: Sequence[Asked], places: Sequence[int], middles: _Middles, number: int
) -> Group:
    ordered = sorted(places, key=lambda place: -middles.to_middle(number, place))
    near = ranked(model.read(asked[ordered[0]].text, (OUTSIDE,)))
    likeliest = near[0].label if near and near[0].alike > 0 else ""
    return Group(tuple(asked[place] for place in ordered), likeliest, tuple(ordered))


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that are alike and found no good answer, the most typical first."""

    questions: tuple[OpenQuestion, ...]
    likeliest: str  # the topic it may be about; empty if none

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(question.number for question in self.questions)


def gaps(model: Model, questions: Sequence[OpenQuestion]) -> list[Gap]:
    """The largest first."""
    found = grouped(model, [question.asked for question in questions])
    return [Gap(tuple(questions[place] for place in g.at), g.likeliest) for g in found]
