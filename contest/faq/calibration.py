"""How sure is sure enough? Found by asking what was never seen, voice by voice.

Each voice (a file of phrasings) is left out once, and the others have to answer it. From how that
went come the weights of the evidence and the thresholds; they are stored with the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from contest.faq.certainty import (
    AGAINST,
    FOR,
    OUTSIDE,
    Evidence,
    chance,
    evidence,
    outsider,
    ranked,
)
from contest.faq.features import Counts, Floats
from contest.faq.model import Model
from contest.faq.normalise import fold
from contest.pack import Certainty, Thresholds

Phrasings = Mapping[str, Sequence[str]]  # topic -> its phrasings
FOLDS = 3
# what may go wrong with voices that were left out. Of strangers it should be 0.03 and 0.05 at most,
# and they are harder: whoever wrote our voices and our lines that are not ours had read the others
MOST_WRONG = 0.025  # of questions that belong here, answered wrongly though taken for sure
MOST_OUTSIDE = 0.03  # of what does not belong here, answered all the same
KEPT_WITHIN = 0.995  # of questions whose answer is among the first three: so many are offered it
MOST_OFFERS = 3
MOST_ASKED = 3000  # phrasings; more would only make it slower
_STEPS, _RIDGE = 25, 1.0
_LEAST_SPREAD = 1e-9


@dataclass(frozen=True, slots=True)
class Trial:
    """A text nobody had seen, and what became of it. `topic` None: it does not belong here."""

    topic: str | None
    found: tuple[str, ...]  # the topics, the likeliest first
    seen: Evidence
    outside: float  # the probability that it does not belong here

    @property
    def right(self) -> bool:
        return self.topic is not None and self.found[:1] == (self.topic,)


@dataclass(frozen=True, slots=True)
class Left:
    """Some voices left out: what the others know, and what these ask (topic, text)."""

    known: Mapping[str, Sequence[str]]
    asked: Sequence[tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Calibrated:
    thresholds: Thresholds
    certainty: Certainty


def calibrated(
    voices: Mapping[str, Phrasings],
    always: Phrasings,
    out_of_scope: Sequence[str],
    folds: int = FOLDS,
) -> Calibrated:
    """`always`: examples that are nobody's voice (the questions on the buttons)."""
    every = examples(voices, always, out_of_scope)
    counts = Counts(text for texts in every.values() for text in texts)
    left = left_out(voices, always, out_of_scope, folds)
    trials = [trial for one in left for trial in tried(one, counts)]
    certainty = _fitted(trials)
    scored = [(chance(trial.seen, certainty), trial) for trial in trials]
    return Calibrated(_thresholds(scored), certainty)


def left_out(
    voices: Mapping[str, Phrasings], always: Phrasings, out_of_scope: Sequence[str], folds: int
) -> Iterator[Left]:
    """Every voice and every line that is not ours, left out once."""
    names = sorted(voices)
    everything = sum(len(texts) for said in voices.values() for texts in said.values())
    every = -(-everything // MOST_ASKED)
    for number in range(folds):
        unseen = names[number::folds]
        # neighbours in the file are of one kind and one hand, and are left out together
        first, end = (len(out_of_scope) * n // folds for n in (number, number + 1))
        asked: list[tuple[str | None, str]] = []
        for name in unseen:
            said = [(topic, text) for topic, texts in voices[name].items() for text in texts]
            asked += said[::every]
        asked += [(None, text) for text in out_of_scope[first:end]]
        outside = [*out_of_scope[:first], *out_of_scope[end:]]
        yield Left(examples(without(voices, unseen), always, outside), tuple(asked))


def tried(left: Left, counts: Counts) -> list[Trial]:
    """What was left out, read by a model that knows none of its voice."""
    model = Model.built(left.known, OUTSIDE, counts)
    return [_tried(model, text, topic) for topic, text in left.asked]


def without(voices: Mapping[str, Phrasings], unseen: Sequence[str]) -> dict[str, Phrasings]:
    return {name: said for name, said in voices.items() if name not in unseen}


def examples(
    voices: Mapping[str, Phrasings], always: Phrasings, out_of_scope: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """What a model is learnt from: topic -> texts, and what does not belong here."""
    found = {
        topic: (*own, *(text for said in voices.values() for text in said.get(topic, ())))
        for topic, own in always.items()
    }
    return {**found, OUTSIDE: tuple(out_of_scope)}


def _tried(model: Model, text: str, topic: str | None) -> Trial:
    reading = model.read(text, (OUTSIDE,))
    found = tuple(near.label for near in ranked(reading))
    return Trial(topic, found, evidence(reading, len(fold(text).split())), outsider(reading).score)


def _fitted(trials: Sequence[Trial]) -> Certainty:
    """Logistic regression. In scope and out of scope weigh the same in all.

    Whatever comes out on the wrong side (`FOR`, `AGAINST`) is left out, the worst first, and the
    others are found anew.
    """
    figures = np.array([astuple(trial.seen) for trial in trials])
    right = np.array([float(trial.right) for trial in trials])
    inside = np.array([trial.topic is not None for trial in trials])
    share = np.where(inside, inside.mean() or 1.0, (~inside).mean() or 1.0)
    middle, spread = figures.mean(axis=0), figures.std(axis=0) + _LEAST_SPREAD
    scaled = (figures - middle) / spread
    sides = np.array([(name in FOR) - (name in AGAINST) for name in Evidence.__slots__])
    used = np.ones(len(sides), bool)
    while True:
        found = np.zeros(len(sides))
        bias, found[used] = _regression(scaled[:, used], right, 0.5 / share)
        wrong = np.where(sides * found < 0, np.abs(found), 0.0)
        if not wrong.any():
            break
        used[int(wrong.argmax())] = False
    weights = found / spread
    return Certainty(
        bias=round(float(bias - weights @ middle), 4),
        **{
            name: round(float(weight), 4)
            for name, weight in zip(Evidence.__slots__, weights, strict=True)
        },
    )


def _regression(figures: Floats, right: Floats, importance: Floats) -> tuple[float, Floats]:
    """(bias, weights) by Newton's method."""
    rows = np.column_stack([np.ones(len(figures)), figures])
    found: Floats = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (importance * (likely - right)) + _RIDGE * found
        bend = (rows * (importance * likely * (1 - likely))[:, None]).T @ rows
        found = found - np.linalg.solve(bend + _RIDGE * np.eye(len(found)), slope)
    return float(found[0]), found[1:]


def _thresholds(scored: Sequence[tuple[float, Trial]]) -> Thresholds:
    """The lowest at which few enough are answered wrongly, and at which few answers are lost."""
    inside = sum(trial.topic is not None for _, trial in scored) or 1
    outside = len(scored) - inside or 1
    answer, wrong, false = 1.0, 0, 0
    for score, trial in sorted(scored, key=lambda pair: -pair[0]):
        wrong += trial.topic is not None and not trial.right
        false += trial.topic is None
        if wrong > MOST_WRONG * inside or false > MOST_OUTSIDE * outside:
            break
        answer = score
    reachable = [(score, t.outside) for score, t in scored if t.topic in t.found[:MOST_OFFERS]]
    lost = int(len(reachable) * (1 - KEPT_WITHIN))
    offer = sorted(score for score, _ in reachable)[lost] if reachable else answer
    elsewhere = sorted(-out for _, out in reachable)[lost] if reachable else -1.0
    return Thresholds(
        answer=round(answer, 4), offer=round(min(offer, answer), 4), outside=round(-elsewhere, 4)
    )
