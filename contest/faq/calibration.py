"""How sure is sure enough? Found by asking what was never seen, voice by voice.

Each voice (a file of phrasings) is left out once, and the others have to answer it. From how that
went come the weights of the evidence and the thresholds; they are stored with the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

import numpy as np
import numpy.typing as npt

from contest.faq.certainty import OUTSIDE, Evidence, evidence, outsider, ranked, weighed
from contest.faq.model import Model
from contest.faq.normalise import fold
from contest.pack import Certainty, Thresholds

Phrasings = Mapping[str, Sequence[str]]  # topic -> its phrasings
FOLDS = 3
MOST_WRONG = 0.03  # of questions that belong here, answered wrongly though taken for sure
MOST_OUTSIDE = 0.05  # of what does not belong here, answered all the same
KEPT_WITHIN = 0.99  # of questions whose answer is among the first three: so many are offered it
MOST_OFFERS = 3
MOST_ASKED = 3000  # phrasings; more would only make it slower
_STEPS, _RIDGE = 25, 1e-3


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
    trials = list(held_out(voices, always, out_of_scope, folds))
    certainty = _fitted(trials)
    scored = [(weighed(trial.seen, certainty), trial) for trial in trials]
    return Calibrated(_thresholds(scored), certainty)


def held_out(
    voices: Mapping[str, Phrasings], always: Phrasings, out_of_scope: Sequence[str], folds: int
) -> Iterator[Trial]:
    """Texts of every voice, read by a model that knows none of its voice."""
    names = sorted(voices)
    everything = sum(len(texts) for said in voices.values() for texts in said.values())
    every = -(-everything // MOST_ASKED)
    for fold_number in range(folds):
        unseen = names[fold_number::folds]
        # neighbours in the file are of one kind and one hand, and are left out together
        first, end = (len(out_of_scope) * n // folds for n in (fold_number, fold_number + 1))
        outside = [*out_of_scope[:first], *out_of_scope[end:]]
        model = Model.built(examples(without(voices, unseen), always, outside), OUTSIDE)
        for name in unseen:
            asked = [(topic, text) for topic, said in voices[name].items() for text in said]
            yield from (_tried(model, text, topic) for topic, text in asked[::every])
        yield from (_tried(model, text, None) for text in out_of_scope[first:end])


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
    """Logistic regression by Newton's method. In scope and out of scope weigh the same in all."""
    figures = np.array([(1.0, *astuple(trial.seen)) for trial in trials])
    right = np.array([float(trial.right) for trial in trials])
    inside = np.array([trial.topic is not None for trial in trials])
    share = np.where(inside, inside.mean() or 1.0, (~inside).mean() or 1.0)
    importance = 0.5 / share
    found: npt.NDArray[np.float64] = np.zeros(figures.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(figures @ found, -30, 30)))
        slope = figures.T @ (importance * (chance - right)) + _RIDGE * found
        bend = (figures * (importance * chance * (1 - chance))[:, None]).T @ figures
        found = found - np.linalg.solve(bend + _RIDGE * np.eye(len(found)), slope)
    values = [round(float(value), 4) for value in found]
    return Certainty(bias=values[0], **dict(zip(Evidence.__slots__, values[1:], strict=True)))


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
