"""How sure is a reading? A few plain figures of it, weighed into the chance that it is right."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from itertools import combinations

import numpy as np

from contest.faq.features import Floats
from contest.faq.model import Near, Reading
from contest.pack import Certainty

OUTSIDE = "?"  # the label of what does not belong here; no topic can have this name
FEW_WORDS = 3
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against the likeliest topic, each 0 to 1 unless it says otherwise."""

    likely: float  # log-odds of its probability
    margin: float  # its probability less the second's
    outside: float  # log-odds of the probability that the text does not belong here
    foreign: float  # the same, learnt against all topics together; log-odds
    alike: float  # its example that is most alike
    beside: float  # the same, of what does not belong here
    rival: float  # the same, of the other topics
    covered: float  # share of the text that some example of the topic has too
    known: float  # share of the text that any example knows
    few: float  # 1 for a text of few words


PAIRS = tuple(combinations(Evidence.__slots__, 2))


def ranked(reading: Reading) -> tuple[Near, ...]:
    """The topics, the likeliest first, without what does not belong here."""
    return tuple(near for near in reading.near if near.label != OUTSIDE)


def outsider(reading: Reading) -> Near:
    return next(near for near in reading.near if near.label == OUTSIDE)


def evidence(reading: Reading, words: int) -> Evidence:
    """`words`: how many the text has. The reading must have been made with OUTSIDE."""
    first, second, *others = (*ranked(reading), *[Near("", 0.0, "", 0.0, 0.0)] * 2)
    beside = outsider(reading)
    return Evidence(
        likely=_log_odds(first.score),
        margin=first.score - second.score,
        outside=_log_odds(beside.score),
        foreign=reading.apart,
        alike=first.alike,
        beside=outsider(reading).alike,
        rival=max(near.alike for near in (second, *others)),
        covered=first.covered,
        known=reading.vector.known,
        few=float(words <= FEW_WORDS),
    )


class Scale:
    """Weighs evidence by what was found to count."""

    def __init__(self, weights: Certainty) -> None:
        self._bias = weights.bias
        alone = np.array([getattr(weights, name) for name in Evidence.__slots__])
        self._alone: Floats = alone.astype(np.float64)
        self._together: Floats = np.zeros((len(alone), len(alone)))
        for pair, weight in weights.together.items():
            first, second = (Evidence.__slots__.index(name) for name in pair.split("*"))
            self._together[first, second] = weight

    def counts(self, seen: Evidence) -> dict[str, float]:
        """What each piece counts (log-odds), half of what it counts together with another."""
        figures = np.array(astuple(seen))
        of_each = figures * (
            self._alone + (self._together @ figures + figures @ self._together) / 2
        )
        return dict(zip(Evidence.__slots__, of_each.tolist(), strict=True))

    def chance(self, seen: Evidence) -> float:
        """That the likeliest topic is the right one, 0 to 1."""
        total = self._bias + sum(self.counts(seen).values())
        return 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))


def _log_odds(chance: float) -> float:
    return math.log((chance + _LEAST) / (1 - chance + _LEAST))
