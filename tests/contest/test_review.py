"""Judging item by item: what holds, by when, and what is alike."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.dossier import Dossier, Returned, Submission
from contest.review import (
    HandedInRow,
    Judgement,
    Review,
    UnderReview,
    age,
    alike,
    days_offered,
    judgements_of,
    left_of,
    mark_of,
    may_be_asked_by,
    queued,
    read_day,
    returned_of,
)
from contest.staff import RIGHTS, may_see
from tests.talk import weekdays

NOW = datetime(2027, 5, 3, 9, 0, tzinfo=ZONE)
TODAY, DEADLINE = NOW.date(), date(2027, 5, 30)
OLD = {"files": [{"file": "a" * 64, "advice": []}, {"file": "b" * 64}]}
GIVEN = {"title": "Máy thử", "photos": OLD, "why": {"parts": [{"text": "mỏi tay"}]}}


def under(judgements: dict[str, Judgement], given: object = None) -> UnderReview:
    made = Submission(1, NOW, "t", "d", 3, 3, "c")
    dossier = Dossier("ABC23D", "submitted", "owner", NOW, NOW, submissions=(made,))
    return UnderReview(dossier, given or GIVEN, Review(1, 1, judgements))  # type: ignore[arg-type]


def bad(item: str, **more: object) -> Judgement:
    return Judgement("returned", 1, mark_of(GIVEN[item]), **more)  # type: ignore[arg-type]


def test_a_judgement_holds_for_what_it_saw() -> None:
    fine = Judgement("accepted", 1, mark_of("Máy thử"))
    assert under({"title": fine}).judged("title") is fine
    assert under({"title": fine}, {**GIVEN, "title": "Tên khác"}).judged("title") is None
    sent = bad("why", sent=True)
    assert under({"why": bad("why")}).judged("why") is not None
    assert under({"why": sent}).judged("why") is None  # as it was, or replaced: it is judged anew
    assert not under({"why": sent}).replaced("why")
    assert under({"why": sent}, {**GIVEN, "why": {"parts": []}}).replaced("why")


def test_what_the_assistant_notes_about_a_file_changes_nothing() -> None:
    noted = {"files": [{"file": "a" * 64, "advice": ["dark"], "twin": 2}, {"file": "b" * 64}]}
    assert mark_of(noted) == mark_of(OLD)
    assert mark_of({**OLD, "state": "received"}) != mark_of(OLD)
    assert mark_of({"files": OLD["files"][:1]}) != mark_of(OLD)


def test_what_is_returned_goes_there_and_back() -> None:
    day, later = date(2027, 5, 6), date(2027, 5, 12)
    judged = {
        "photos": bad("photos", reason="blurred", until=day, files=("b" * 64,)),
        "why": bad("why", words="Kể rõ hơn", until=later),
        "title": Judgement("accepted", 1, mark_of("Máy thử")),
    }
    returned = returned_of(under(judged), NOW, 7)
    assert returned == Returned(
        {"photos": "", "why": "Kể rõ hơn"}, NOW, later, {"photos": "blurred"},
        {"photos": day, "why": later}, {"photos": ("b" * 64,)},
        {"photos": mark_of(OLD), "why": mark_of(GIVEN["why"])}, 7,
    )  # fmt: skip
    assert {n: j.until for n, j in judgements_of(returned, 1).items()} == returned.dates
    new = {**GIVEN, "photos": {"files": OLD["files"][:1]}}
    left = left_of(returned, new)
    assert left is not None
    assert (set(left.items), set(left.dates), dict(left.files)) == ({"why"}, {"why"}, {})
    assert left_of(returned, {**new, "why": {"parts": []}}) is None


def test_what_is_back_comes_first_then_the_oldest() -> None:
    def row(code: str, days: int, state: str = "submitted", **more: bool) -> HandedInRow:
        return HandedInRow(code, state, NOW - timedelta(days=days), **more)  # type: ignore[arg-type]

    rows = [
        row("new", 1),
        row("old", 9),
        row("back", 0, "resubmitted", was_returned=True),
        row("partly", 2, "resubmitted", was_returned=True, rest=True),
        row("theirs", 30, "returned", was_returned=True),
        row("done", 40, "accepted"),
    ]
    assert [r.code for r in queued(rows)] == ["back", "old", "partly", "new"]


# --- by when -------------------------------------------------------------------------------------


def test_days_are_working_days_before_the_deadline() -> None:
    assert days_offered(TODAY, DEADLINE, weekdays) == (
        (2, date(2027, 5, 5)),
        (3, date(2027, 5, 6)),
        (5, date(2027, 5, 10)),
        (7, date(2027, 5, 12)),
    )
    assert days_offered(date(2027, 5, 26), DEADLINE, weekdays) == ((2, date(2027, 5, 28)),)
    assert days_offered(DEADLINE, DEADLINE, weekdays) == ((0, DEADLINE),)
    assert days_offered(DEADLINE + timedelta(days=1), DEADLINE, weekdays) == ()


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_no_day_is_offered_that_may_not_be(today: date) -> None:
    for _, day in days_offered(today, DEADLINE, weekdays):
        assert may_be_asked_by(day, today, DEADLINE)


def test_age_counts_the_working_days_that_have_begun() -> None:
    assert age(TODAY, TODAY, weekdays) == 0
    assert age(date(2027, 4, 30), TODAY, weekdays) == 1  # from a Friday to a Monday
    assert age(date(2027, 4, 26), TODAY, weekdays) == 5


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15/5", date(2027, 5, 15)),
        ("15-5-2027", date(2027, 5, 15)),
        ("ngày 15 tháng 5", date(2027, 5, 15)),
        ("truoc ngay 15.5", date(2027, 5, 15)),
        ("hạn ngày 15 tháng 5 năm 2027", date(2027, 5, 15)),
        ("2/1", date(2028, 1, 2)),
        ("3/5", TODAY),
        ("31/2", None),
        ("29/2", date(2028, 2, 29)),
        ("1/1/0000", None),
        ("32/5", None),
        ("15", None),
        ("mai", None),
        ("", None),
    ],
)
def test_dates_as_people_type_them(typed: str, meant: date | None) -> None:
    assert read_day(typed, TODAY) == meant


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_day_to_come_or_none(text: str) -> None:
    day = read_day(text, TODAY)
    assert day is None or day >= TODAY or f"{day.year:04}" in text


@given(st.dates(TODAY, TODAY + timedelta(days=360)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", TODAY) == day


# --- alike, and who may see ----------------------------------------------------------------------


def test_alike_whatever_the_order_and_the_accents() -> None:
    here = {"AAA": "máy tách ngô hạt", "BBB": "Phần mềm quản lý thôn", "CCC": ""}
    near = alike("Máy tách hạt ngô", here, [(2023, "May tach hat ngo cai tien"), (2019, "Bếp đun")])
    assert [(one.code, one.year) for one in near] == [("AAA", None), (None, 2023)]
    assert near[0].percent == 100
    assert alike("", here, []) == ()
    assert alike("Máy tách hạt ngô", {}, []) == ()


def test_officers_see_their_own_unit_and_who_has_no_right_sees_none() -> None:
    for role, rights in RIGHTS.items():
        assert may_see(role, "xa-thu", "xa-thu") is ("see_dossiers" in rights)
    assert not may_see("officer", "xa-thu", "xa-khac")
    assert not may_see("officer", None, None)
    assert may_see("secretary", None, None)
    judging = [role for role, rights in RIGHTS.items() if "review" in rights]
    assert judging == ["secretary", "head"]
