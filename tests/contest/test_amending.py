"""The pack of today: what staff corrected, nothing else, and never a pack the reader refuses."""

from __future__ import annotations

import contextlib
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.amending import amended, as_json, linked, today, written_once
from contest.cited import Source
from contest.facts import Fact, facts
from contest.pack import Pack
from contest.slips import PackError
from tests.talk import contest

PACK = contest().pack
ALL = facts(PACK)
NEW = {"short": {"vi": "Quyết định thử"}, "title": {"vi": "Quyết định thử số 1"}}


def one(fact: str, value: object = None, **more: object) -> dict[str, Any]:
    change = {"fact": fact, **({} if value is None else {"value": value}), **more}
    return {"changes": [change]}


def another(fact: Fact) -> object:
    """Some other value of its kind that the pack can take."""
    match fact.kind:
        case "when":
            ends = fact.value.when.last
            return {"from": f"{ends:%Y-%m}", "to": ends.isoformat()}
        case "day":
            return "2025-07-02"
        case "days":
            return ["2027-02-12"]
        case "hours":
            return ["08:00-11:00"]
        case "words":
            return {"vi": f"Điều thử {fact.id}", "en": f"Tried {fact.id}"}
        case "list":
            return [{"vi": f"Việc thử {fact.id}", "en": f"Tried {fact.id}"}]
        case _:
            return next(option for option in fact.options if option != fact.value)


@pytest.mark.parametrize("name", ALL)
def test_every_fact_can_be_corrected_and_only_it_is(name: str) -> None:
    after = facts(amended(PACK, [one(name, another(ALL[name]))]))
    assert as_json(after[name].value) == another(ALL[name])
    assert {n for n in ALL if after[n].value != ALL[n].value} == {name}
    assert facts(PACK)[name] == ALL[name]  # the pack that was read is what it was


def test_each_has_an_id_that_fits_a_button_and_a_value_that_can_be_written_again() -> None:
    assert len(ALL) > 150
    for name, fact in ALL.items():
        assert len(f"staff/changes/drop/{name}".encode()) <= 64
        if fact.value is not None:
            assert facts(amended(PACK, [one(name, as_json(fact.value))]))[name] == fact


def test_what_hangs_on_the_deadline_follows_it() -> None:
    after = amended(PACK, [one("stage.receiving", {"to": "2027-06-15"})])
    assert (PACK.deadline, after.deadline) == (date(2027, 5, 30), date(2027, 6, 15))
    after = amended(PACK, [one("work.worked", ["2027-02-13"])])
    assert after.working.is_worked(date(2027, 2, 13))
    assert not PACK.working.is_worked(date(2027, 2, 13))


def test_an_answer_by_a_new_date_cites_where_the_date_stands() -> None:
    """«15/6, source: the Plan» would be false: the Plan says 30/5."""
    moved = {
        "changes": [
            {"fact": "stage.receiving", "value": {"to": "2027-06-15"}, "status": "official",
             "sources": [{"document": "d-new", "section": "1"}]}
        ],
        "documents": {"d-new": NEW},
    }  # fmt: skip
    after, source = amended(PACK, [moved]), Source(document="d-new", section="1")
    assert after.stage("receiving").sources == (source,)
    for name in ("han_nop", "nop_muon", "lich_trinh", "cap_nganh"):
        assert source in after.topics[name].sources
        assert set(PACK.topics[name].sources) < set(after.topics[name].sources)
    assert source not in after.topics["le_phi"].sources
    again = {
        "changes": [{**moved["changes"][0], "sources": [{"document": "d-later"}]}],
        "documents": {"d-later": NEW},
    }
    last = amended(after, [again])
    assert source not in last.topics["han_nop"].sources
    assert Source(document="d-later") in last.topics["han_nop"].sources


def test_what_was_unpublished_is_published() -> None:
    fee = {
        "changes": [
            {"fact": "topic.le_phi", "value": {"vi": "Không thu lệ phí."}, "status": "official",
             "sources": [{"document": "d-rules", "section": "6"}]}
        ],
        "documents": {"d-rules": {**NEW, "file": {"sha256": "a" * 64, "name": "tl.pdf",
                                                  "type": "application/pdf", "size": 9}}},
    }  # fmt: skip
    topic = amended(PACK, [fee]).topics["le_phi"]
    assert (topic.status, topic.answer["vi"]) == ("official", "Không thu lệ phí.")
    assert topic.answer["en"] == topic.answer["vi"]  # nobody wrote another
    assert written_once(topic.answer, "en", "vi")
    assert not written_once(topic.answer, "vi", "vi")
    assert not written_once(PACK.topics["han_nop"].answer, "en", "vi")  # a place
    assert topic.question == PACK.topics["le_phi"].question


def test_the_other_values_of_a_row_keep_their_source() -> None:
    contact = one(
        "body.skhcn.contact", {"vi": "Điện thoại: hỏi cán bộ"}, sources=[{"document": "tt18"}]
    )
    body = amended(PACK, [contact]).bodies["skhcn"]
    assert [s.document for s in body.sources] == ["tt18", "plan92"]
    surer = one("field.it.plain", status="official", sources=[{"document": "tt18"}])
    field = amended(PACK, [surer]).fields[0]
    assert (field.status, [s.document for s in field.sources]) == ("official", ["tt18"])


def test_a_date_or_name_that_is_a_fact_is_not_typed_a_second_time() -> None:
    text = "Trước 30/5/2027, hoặc 30-05-2027, không phải 30/5/2028, tại Sở Khoa học và Công nghệ."
    assert linked(PACK, text, "vi") == (
        "Trước {deadline}, hoặc {deadline}, không phải 30/5/2028, tại {body.skhcn}."
    )
    both = {
        "changes": [
            {"fact": "topic.le_phi", "value": {"vi": "Hạn là 15/6/2027, miễn phí."}},
            {"fact": "stage.receiving", "value": {"to": "2027-06-15"}},
        ]
    }
    assert amended(PACK, [both]).topics["le_phi"].answer["vi"] == "Hạn là {deadline}, miễn phí."


@pytest.mark.parametrize(
    ("detail", "problem"),
    [
        (one("stage.receiving", {"to": "2026-06-15"}), "order"),  # before the contest is launched
        (one("stage.national", {"before": "2027-07-15"}), "order"),
        (one("stage.receiving", {"to": "2027-06-31"}), "value"),
        (one("stage.judging", {"from": "2027-08", "to": "2027-07"}), "value"),
        (one("stage.nothing", {"to": "2027-06-15"}), "no_such"),
        (one("topic.le_phi", {"vi": "Xem {abc}"}), "placeholder"),
        (one("body.lhh.name", {"vi": "Nơi nộp trước {deadline}"}), "placeholder"),
        (one("topic.le_phi", {"vi": "  "}), "language"),
        (one("topic.le_phi", {"fr": "Non"}), "language"),
        (one("topic.le_phi", 5), "value"),
        (one("topic.le_phi", status="official", sources=[]), "no_source"),
        (one("topic.le_phi", status="official", sources=[{"document": "none"}]), "no_such"),
        (one("body.lhh.does", []), "empty"),
        (one("may.who.one.effect", "perhaps"), "choice"),
        (one("work.hours", ["11:00-08:00"]), "value"),
        ({"changes": [{"fact": "topic.le_phi", "value": None}]}, "missing"),
        ({"changes": [{"fact": "topic.le_phi", "colour": "red"}]}, "type"),
        ({}, "type"),
    ],
)  # fmt: skip
def test_what_the_reader_of_packs_would_refuse_is_refused(
    detail: dict[str, Any], problem: str
) -> None:
    with pytest.raises(PackError) as error:
        amended(PACK, [detail])
    assert error.value.problem == problem
    after, skipped = today(PACK, [detail, one("stage.receiving", {"to": "2027-06-15"})])
    assert [(s.number, s.why.problem) for s in skipped] == [(0, problem)]
    assert after.deadline == date(2027, 6, 15)  # the others hold


def test_what_may_be_missing_can_be_taken_away() -> None:
    after = amended(PACK, [{"changes": [{"fact": "stage.launch.note", "value": None}]}])
    assert after.stage("launch").note is None


def test_nothing_is_learnt_anew() -> None:
    whole = contest()
    pack = amended(PACK, [one("topic.le_phi", {"vi": "Không thu lệ phí."})])
    faq, finder = whole.faq.of(pack), whole.finder.of(pack)
    assert faq.model is whole.faq.model
    assert finder._model is whole.finder._model
    topic = faq.decide("có mất lệ phí không?").topic
    assert topic is not None
    assert topic.answer["vi"] == "Không thu lệ phí."
    before = whole.faq.decide("có mất lệ phí không?").topic
    assert before is not None
    assert before.answer == PACK.topics["le_phi"].answer


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(list(ALL)),
    lambda it: st.lists(it, max_size=3) | st.dictionaries(st.text(max_size=8), it, max_size=3),
    max_leaves=8,
)  # fmt: skip
CHANGE = st.fixed_dictionaries(
    {"fact": st.sampled_from(list(ALL))},
    optional={
        "value": JSON
        | st.fixed_dictionaries({"vi": st.text(max_size=30)}, optional={"en": st.text(max_size=9)})
        | st.fixed_dictionaries({"to": st.sampled_from(["2027-06-15", "2027-06", "2026", "x"])}),
        "status": st.sampled_from(["official", "reference", "unpublished", "sure"]),
        "sources": st.lists(
            st.fixed_dictionaries({"document": st.sampled_from(["plan92", "bot", "none"])}),
            max_size=2,
        ),
    },
)


@settings(max_examples=150, deadline=None)
@given(st.lists(CHANGE | JSON, max_size=3))
def test_whatever_is_proposed_is_taken_whole_or_refused(changes: list[Any]) -> None:
    with contextlib.suppress(PackError):
        after = amended(PACK, [{"changes": changes}])
        assert isinstance(after, Pack)
        assert [f.name for f in fields(after)] == [f.name for f in fields(PACK)]
        assert list(facts(after)) == list(ALL)
