from __future__ import annotations

from itertools import product

import pytest

from contest.eligibility import judge
from tests.talk import contest

RULES = contest().pack.eligibility
FITS = {q.id: next(o.id for o in q.options if o.effect == "fits") for q in RULES.questions}


def test_all_that_fits_may_enter() -> None:
    assert judge(RULES, FITS).effect == "fits"


@pytest.mark.parametrize("question", [q.id for q in RULES.questions])
def test_one_point_that_does_not_fit_decides(question: str) -> None:
    options = next(q for q in RULES.questions if q.id == question).options
    for option in options:
        verdict = judge(RULES, {**FITS, question: option.id})
        assert verdict.effect == option.effect
        assert [p.option for p in verdict.points if p.question.id == question] == [option]


def test_the_most_careful_point_decides_over_all_others() -> None:
    order = ["fits", "ask", "not_yet"]
    some = list(product(*[[o.id for o in q.options] for q in RULES.questions]))[::37]
    for picked in some:
        verdict = judge(RULES, dict(zip(FITS, picked, strict=True)))
        worst = max((p.option.effect for p in verdict.points), key=order.index)
        assert verdict.effect == worst


def test_a_gap_has_no_verdict() -> None:
    with pytest.raises(KeyError):
        judge(RULES, dict(list(FITS.items())[1:]))
    with pytest.raises(KeyError):
        judge(RULES, {**FITS, "who": "nobody"})


def test_there_are_at_most_eight_questions_and_none_is_personal() -> None:
    assert len(RULES.questions) <= 8
    for question in RULES.questions:
        assert 2 <= len(question.options) <= 4
        for word in ("họ tên", "số điện thoại", "căn cước", "dân tộc", "địa chỉ"):
            assert word not in question.ask["vi"].lower()
