"""How sure is a reading? A few plain figures of it, weighed into the chance that it is right."""

from __future__ import annotations

import math
from dataclasses import dataclass

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


# What may only speak for the topic, and what only against it. Found freely, figures make up for
# each other: whoever asks in the contest's own words would be distrusted, as some who ask of other
# things do too.
FOR = ("likely", "margin", "alike", "covered", "known")
AGAINST = ("outside", "foreign", "beside", "rival")


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


def counts(seen: Evidence, weights: Certainty) -> dict[str, float]:
    """What each piece of evidence counts (log-odds)."""
    return {name: getattr(weights, name) * getattr(seen, name) for name in Evidence.__slots__}


def chance(seen: Evidence, weights: Certainty) -> float:
    """That the likeliest topic is the right one, 0 to 1."""
    total = weights.bias + sum(counts(seen, weights).values())
    return 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))


def _log_odds(chance: float) -> float:
    return math.log((chance + _LEAST) / (1 - chance + _LEAST))
