"""May somebody enter? The verdict is the most careful of what its points say, and says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contest.pack import Effect, Eligibility, Option, Question

_CAREFUL: tuple[Effect, ...] = ("fits", "ask", "not_yet")  # the later, the more it decides


@dataclass(frozen=True, slots=True)
class Point:
    question: Question
    option: Option


@dataclass(frozen=True, slots=True)
class Verdict:
    """`effect` over all points; `points` in the order of the questions."""

    effect: Effect
    points: tuple[Point, ...]

    def with_effect(self, effect: Effect) -> tuple[Point, ...]:
        return tuple(p for p in self.points if p.option.effect == effect)


def judge(eligibility: Eligibility, answers: Mapping[str, str]) -> Verdict:
    """The verdict on complete answers (question id -> option id). Raises KeyError on a gap."""
    points = tuple(
        Point(question, _option(question, answers[question.id]))
        for question in eligibility.questions
        if question.applies(answers)
    )
    return Verdict(max((p.option.effect for p in points), key=_CAREFUL.index), points)


def _option(question: Question, name: str) -> Option:
    for option in question.options:
        if option.id == name:
            return option
    raise KeyError(name)
