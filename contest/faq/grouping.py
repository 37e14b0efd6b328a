"""Questions that ask the same, put together for those who will answer them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from contest.faq.certainty import OUTSIDE, ranked
from contest.faq.features import Floats
from contest.faq.model import Model
from contest.model import Asked

ALIKE = 0.35  # cosine from which on two questions are put together


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike, the one that is most like all of them first."""

    asked: tuple[Asked, ...]
    likeliest: str  # the topic the first of them is nearest to; empty if to none


def grouped(model: Model, asked: Sequence[Asked]) -> list[Group]:
    """The largest groups first. Each question joins the group whose middle it is nearest to."""
    middles: list[Floats] = []
    members: list[list[tuple[Asked, Floats]]] = []
    for question in asked:
        vector = model.features.vector(question.text)
        row = np.zeros(len(model.features.names), np.float32)
        row[vector.ids] = vector.weights
        alike = [float(row @ m) / (float(np.linalg.norm(m)) or 1.0) for m in middles]
        if alike and max(alike) >= ALIKE:
            home = alike.index(max(alike))
            middles[home] = middles[home] + row
            members[home].append((question, row))
        else:
            middles.append(row)
            members.append([(question, row)])
    groups = [_group(model, of, middle) for of, middle in zip(members, middles, strict=True)]
    return sorted(groups, key=lambda group: -len(group.asked))


def _group(model: Model, members: Sequence[tuple[Asked, Floats]], middle: Floats) -> Group:
    ordered = sorted(members, key=lambda member: -float(member[1] @ middle))
    asked = tuple(question for question, _ in ordered)
    near = ranked(model.read(asked[0].text, (OUTSIDE,)))
    return Group(asked, near[0].label if near and near[0].alike > 0 else "")
