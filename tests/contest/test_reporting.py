"""When units report, who is reminded when, and what people type for a number."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.amounts import MOST, Amount, amount
from contest.calendar import Period
from contest.reading import PackError, load
from contest.reporting import (
    Missing,
    UnitReport,
    before_it,
    closes_on,
    due_on,
    looked_at,
    missing,
    name_of,
    open_periods,
    reminder,
    within,
    working_days_from,
)
from handlers.staff.people import workplace_named
from tests.talk import TINY, contest, weekdays

PACK = contest().pack
assert PACK.reporting is not None
HOW = PACK.reporting
WORKS = PACK.working.is_worked


def test_a_rhythm_that_no_document_fixed_is_not_called_official() -> None:
    assert HOW.status == "unpublished"
    assert [s.section for s in HOW.sources] == ["VI.4"]


def test_agencies_are_those_the_plan_names_one_by_one() -> None:
    assert {a.status for a in PACK.agencies} == {"official"}
    assert all([s.document for s in a.sources] == ["plan92"] for a in PACK.agencies)
    assert len(contest().gazetteer.workplaces) == len(PACK.units) + len(PACK.agencies)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("so khcn", "cq-skhcn"),
        ("Sở Khoa học và Công nghệ", "cq-skhcn"),
        ("mttq", "cq-mttq"),
        ("Mặt trận", None),  # half a name
        ("chi lang", "xa-chi-lang"),
        ("", None),
    ],
)
def test_staff_name_agencies_and_communes_in_one_breath(typed: str, named: str | None) -> None:
    assert workplace_named(contest().gazetteer, typed) == named


def test_an_agency_that_is_called_as_a_commune_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    shutil.copytree(TINY, folder)
    row = '[[agency]]\nid = "cq"\nname = "Xã {}"\nstatus = "official"\n'
    row += 'sources = [{{ document = "rules" }}]\n'
    name = load(TINY).units[0].name.partition(" ")[2]
    (folder / "agencies.toml").write_text(row.format("Khác"), "utf-8")
    assert [a.id for a in load(folder).agencies] == ["cq"]
    (folder / "agencies.toml").write_text(row.format(name), "utf-8")
    with pytest.raises(PackError) as error:
        load(folder)
    assert error.value.problem == "twice"


def test_a_contest_may_do_without_reports() -> None:
    assert load(TINY).reporting is None


@pytest.mark.parametrize(
    "slip",
    [{"due": 29}, {"due": 0}, {"closes": 0}, {"before": (0,)}, {"first": "2027-Q1"},
     {"first": "2028-01"}, {"activities": ()}, {"last": "soon"}],
)  # fmt: skip
def test_a_slip_in_the_rhythm_is_found(slip: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        type(HOW)(**{**_plain(), **slip})  # type: ignore[arg-type]


def _plain() -> dict[str, object]:
    return {name: getattr(HOW, name) for name in HOW.__struct_fields__}


@pytest.mark.parametrize(
    ("today", "taken"),
    [
        (date(2026, 5, 31), ()),  # before the first
        (date(2026, 6, 1), ("2026-06",)),
        (date(2026, 12, 10), ("2026-12", "2026-11")),
        (date(2026, 12, 11), ("2026-12",)),
        (date(2027, 11, 10), ("2027-10",)),  # the last may still be sent
        (date(2027, 11, 11), ()),
    ],
)
def test_which_periods_are_open(today: date, taken: tuple[str, ...]) -> None:
    assert open_periods(HOW, today) == taken


def test_quarters_are_periods_too() -> None:
    how = msgspec.structs.replace(HOW, every="quarter")
    assert open_periods(how, date(2027, 1, 5)) == ("2027-Q1", "2026-Q4")
    assert before_it(how, "2027-Q1") == "2026-Q4"
    assert within(how, "2026-12") is None
    assert due_on(how, Period.parse("2026-Q4"), WORKS) == date(2026, 12, 25)


@pytest.mark.parametrize("name", ["", "1", "2026-05", "2027-11", "2026", "2026-Q4", "2026-13"])
def test_what_is_no_period_is_none(name: str) -> None:
    assert within(HOW, name) is None


def test_the_collector_looks_at_the_current_one() -> None:
    assert looked_at(HOW, date(2026, 12, 3)) == "2026-12"
    assert looked_at(HOW, date(2028, 1, 1)) == "2027-10"
    assert looked_at(HOW, date(2026, 1, 1)) == "2026-06"
    assert before_it(HOW, "2026-06") is None


@given(st.dates(date(2026, 6, 1), date(2027, 10, 31)))
def test_a_due_day_is_worked_and_in_its_month(day: date) -> None:
    name = name_of(HOW.every, day)
    period = within(HOW, name)
    assert period is not None
    due = due_on(HOW, period, WORKS)
    assert WORKS(due)
    assert period.first < due <= period.last.replace(day=HOW.due)
    assert due < closes_on(HOW, period)


def test_the_reminders_of_a_month() -> None:
    days: dict[str, list[date]] = {}
    day = date(2026, 12, 1)
    while day <= date(2027, 1, 15):
        if found := reminder(HOW, "2026-12", day, WORKS):
            days.setdefault(found.name, []).append(day)
            assert found.late == found.name.endswith("+1")
        day += timedelta(days=1)
    # due on Friday the 25th: three working days before, and the Monday after, until it closes
    assert {name: (found[0], found[-1]) for name, found in days.items()} == {
        "report/2026-12/-3": (date(2026, 12, 22), date(2026, 12, 27)),
        "report/2026-12/+1": (date(2026, 12, 28), date(2027, 1, 10)),
    }


def test_working_days_are_counted_over_days_off() -> None:
    friday = date(2026, 12, 25)
    assert working_days_from(friday, 1, weekdays) == date(2026, 12, 28)
    assert working_days_from(friday, -5, weekdays) == date(2026, 12, 18)


def test_who_is_missing_and_where_nobody_can_be_reminded() -> None:
    sent = [UnitReport("b", "2026-12"), UnitReport("gone", "2026-12")]
    found = missing(["a", "b", "c"], sent, ["a", "b", None, "elsewhere"])
    assert found == Missing(("b",), ("a",), ("c",))


def test_what_a_report_says_survives_being_kept() -> None:
    report = UnitReport("a", "2026-12", ("zalo",), "x", 5, True, 2, "máy", "đường xa")
    assert UnitReport.of("a", "2026-12", report.body()) == report
    assert replace(UnitReport.of("a", "2026-12", {}), version=1).version == 1


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("50", Amount(50)),
        ("khoảng 50", Amount(50, about=True)),
        ("khoang 50 nguoi", Amount(50, about=True)),
        ("~30", Amount(30, about=True)),
        ("1.200 người", Amount(1200)),
        ("1 200", Amount(1200)),
        ("hơn 2 trăm", Amount(200, about=True)),
        ("3k", Amount(3000)),
        ("năm mươi", Amount(50)),
        ("tám", Amount(8)),
        ("tầm năm chục", Amount(50, about=True)),
        ("chưa có", Amount(0)),
        ("0", Amount(0)),
        ("50-60", None),
        ("vài chục", None),
        ("đông lắm", None),
        ("1,5 nghìn", None),
        ("12 hộ, 30 người", None),
        ("0912345678", None),
        ("99999999999999999999999", None),
        ("", None),
    ],
)
def test_numbers_as_people_say_them(typed: str, found: Amount | None) -> None:
    assert amount(typed) == found


@given(st.text())
def test_whatever_is_typed_is_a_number_in_bounds_or_none(typed: str) -> None:
    found = amount(typed)
    assert found is None or 0 <= found.n <= MOST


@given(st.integers(0, MOST))
def test_a_plain_number_is_itself(n: int) -> None:
    assert amount(str(n)) == Amount(n)
    assert amount(f"khoảng {n:,}".replace(",", ".")) == Amount(n, about=True)
