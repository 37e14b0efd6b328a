"""What staff type as a value: read as it was meant, or refused, and never guessed."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest import typed
from contest.calendar import Period
from contest.pack import Span

END, SPAN = Span(ends="2027-05-30"), Span(starts="2027-06", ends="2027-07")
BEFORE, DURING = Span(before="2027-08-20"), Span(during="2027-10", tentative=True)


@pytest.mark.parametrize(
    "said",
    ["15/6/2027", "15-06-2027", "2027-06-15", "15.6.2027", "ngày 15/6/2027", "15 tháng 6 năm 2027",
     "đến hết ngày 15/6/2027", "Đến 15/06/2027.", "15 June 2027", "until 15 June 2027",
     "chậm nhất là 15/6/2027"],
)  # fmt: skip
def test_a_day_alone_is_the_end_that_there_was(said: str) -> None:
    assert typed.when(said, END, 2027) == Span(ends="2027-06-15")


@pytest.mark.parametrize(
    ("said", "now", "span"),
    [
        ("20/8/2027", BEFORE, Span(before="2027-08-20")),
        ("trước ngày 25/8/2027", END, Span(before="2027-08-25")),
        ("tháng 11 năm 2027", DURING, Span(during="2027-11")),
        ("dự kiến 11/2027", DURING, Span(during="2027-11", tentative=True)),
        ("quý III/2027", DURING, Span(during="2027-Q3")),
        ("Q2 2027", DURING, Span(during="2027-Q2")),
        ("năm 2028", DURING, Span(during="2028")),
        ("từ 6/2027 đến 8/2027", SPAN, Span(starts="2027-06", ends="2027-08")),
        ("1/6/2027 - 31/7/2027", SPAN, Span(starts="2027-06-01", ends="2027-07-31")),
        ("from June 2027 to August 2027", END, Span(starts="2027-06", ends="2027-08")),
        ("trong tháng 7/2027", SPAN, Span(during="2027-07")),
    ],
)
def test_what_is_written_out_is_meant(said: str, now: Span, span: Span) -> None:
    assert typed.when(said, now, 2027) == span


@pytest.mark.parametrize(
    ("said", "now", "why"),
    [
        ("15/6/27", END, "no_date"), ("15/6", END, "no_date"), ("", END, "no_date"),
        ("giữa tháng sáu", END, "no_date"), ("31/6/2027", END, "no_day"),
        ("5/13/2027", END, "no_day"),
        ("0/6/2027", END, "no_day"), ("15/6/2207", END, "far"), ("15/6/2027", SPAN, "two"),
        ("từ 8/2027 đến 6/2027", SPAN, "order"), ("15/6/2027 hoặc 16/6/2027", END, "no_date"),
        ("15/6/2027 đến", SPAN, "no_date"), ("15/6-2027", END, "no_date"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_refused(said: str, now: Span, why: str) -> None:
    with pytest.raises(typed.NotReadError) as error:
        typed.when(said, now, 2027)
    assert error.value.why == why


def test_days_hours_lines_and_sections() -> None:
    assert typed.day("1/7/2025", 2027) == "2025-07-01"
    assert typed.days("12/2/2027; 11/2/2027\n12/2/2027", 2027) == ["2027-02-11", "2027-02-12"]
    assert typed.hours("7h30 - 11h30, 13:30 đến 17h") == ["07:30-11:30", "13:30-17:00"]
    assert typed.lines("- Nhận hồ sơ\n\n2. Chấm thi") == ["Nhận hồ sơ", "Chấm thi"]
    for said, number in (("Mục II.3", "II.3"), ("điều 5", "5"), ("5.1", "5.1"), ("II", "II")):
        assert typed.section(said) == number
    assert typed.section("phụ lục kèm theo") is None
    for said in ("7h30", "25:00-26:00", "sáng", "", "7:30-11:30 trừ thứ bảy"):
        with pytest.raises(typed.NotReadError):
            typed.hours(said)
    for reads, said in ((typed.day, "6/2027"), (typed.days, ""), (typed.days, "hôm nay")):
        with pytest.raises(typed.NotReadError):
            reads(said, 2027)
    with pytest.raises(typed.NotReadError):
        typed.hours("13:30-17:00, 7:30-11:30")
    with pytest.raises(typed.NotReadError):
        typed.lines(" \n- \n")


@given(st.text(max_size=60), st.sampled_from([END, SPAN, BEFORE, DURING]))
def test_any_text_is_read_or_refused(text: str, now: Span) -> None:
    for read in (
        lambda: typed.when(text, now, 2027),
        lambda: typed.days(text, 2027),
        lambda: typed.hours(text),
        lambda: typed.lines(text),
    ):
        with contextlib.suppress(typed.NotReadError):
            read()
    typed.section(text)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from("/-."))
def test_a_day_comes_out_as_it_went_in(day: date, by: str) -> None:
    said = f"{day.day}{by}{day.month}{by}{day.year}"
    span = typed.when(said, END, 2027)
    assert span.when.last == day
    assert Period.parse(typed.day(said, 2027)).first == day
