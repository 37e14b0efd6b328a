"""The digest's rules: what comes first, for whom, when; and a message that a phone shows whole."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.telling import plain
from bot.texts import Texts
from contest.calendar import ZONE
from contest.digest import (
    COUNTS,
    LEADS_TO,
    MOST_NEEDS,
    NEAR,
    RANKED,
    SEES,
    TIMES,
    WEEKS,
    Charted,
    Count,
    Counts,
    KeptCounts,
    Need,
    before,
    compared_with,
    digest,
    due,
    following,
    is_late,
    weeks_to,
    window,
)
from contest.papers import MAKERS
from contest.papers.digest_chart import WIDTH
from contest.reading import load
from contest.staff import DIGEST_OFF, RIGHTS, Member, StaffRole
from handlers.staff import digest_words
from tests.talk import (
    NOW,  # Monday, 23 November 2026, 9:00
    weekdays,
)

PACK = load("lang-son-9")
TEXTS = Texts()
ROLES: tuple[StaffRole, ...] = get_args(StaffRole)
NOTHING: Counts = dict.fromkeys(COUNTS, 0)
JOINED = datetime(2026, 11, 1, tzinfo=ZONE)
FAR = NEAR + 1

# one count that makes each need, the most urgent first
CAUSES: dict[Need, Count] = {
    "request_late": "requests_late",
    "request_due": "requests_due",
    "request_unanswered": "requests_unanswered",
    "questions_long": "waiting_long",
    "complete_near": "complete",
    "parked": "parked",
    "undelivered": "in_doubt",
    "outage": "outage",
    "returned_late": "returned_late",
    "requests": "requests",
    "questions": "waiting",
    "advice": "advice",
    "review": "resubmitted",
    "complete": "complete",
}


def found(
    counts: Counts, role: StaffRole = "head", left: int = 5, down: dict[str, float] | None = None
) -> list[Need]:
    made = digest(role, NOW, {**NOTHING, **counts}, None, left, down or {})
    return [needed.need for needed in made.needs]


# --- what comes first ----------------------------------------------------------------------------


def test_the_ranking_is_complete_and_in_the_order_of_urgency() -> None:
    ranked = [need for need, *_ in RANKED]
    assert ranked == list(LEADS_TO)
    assert set(ranked) == set(get_args(Need))
    assert [need for need in ranked if need != "channel_down"] == list(CAUSES)


@pytest.mark.parametrize("need", CAUSES)
def test_each_need_has_its_cause(need: Need) -> None:
    left = FAR if need == "complete" else 5
    assert found({CAUSES[need]: 3}, left=left) == [need]


def test_a_channel_that_is_down_stands_before_what_it_did_not_carry() -> None:
    assert found({"undelivered": 2}, down={"telegram": 60.0}) == ["channel_down"]
    assert found({"complete": 1, "returned_late": 1}, down={"telegram": 60.0}) == [
        "complete_near",
        "channel_down",
        "returned_late",
    ]


@pytest.mark.parametrize(
    ("left", "need"),
    [(FAR, ["complete"]), (NEAR, ["complete_near"]), (0, ["complete_near"]), (-1, [])],
)
def test_complete_and_not_handed_in_is_urgent_near_the_deadline(
    left: int, need: list[Need]
) -> None:
    assert found({"complete": 4}, left=left) == need


@given(
    st.fixed_dictionaries({name: st.none() | st.integers(0, 3) for name in COUNTS}),
    st.sampled_from(ROLES),
    st.integers(-3, 30),
    st.booleans(),
)
def test_three_at_most_in_their_order_and_only_what_the_role_sees(
    counts: dict[Count, int | None], role: StaffRole, left: int, down: bool
) -> None:
    made = digest(role, NOW, counts, None, left, {"telegram": 9.0} if down else {})
    ranked = [need for need, *_ in RANKED]
    places = [ranked.index(needed.need) for needed in made.needs]
    assert places == sorted(places)
    assert len(made.needs) <= MOST_NEEDS
    assert len({LEADS_TO[needed.need] for needed in made.needs}) == len(made.needs)
    assert all(needed.part in SEES[role] and needed.n > 0 for needed in made.needs)


def test_who_has_the_right_sees_something_and_nobody_else_does() -> None:
    assert set(SEES) == set(RIGHTS)
    for role, rights in RIGHTS.items():
        assert bool(SEES[role]) == ("digest" in rights)
    assert SEES["privacy"] == {"requests"}


def test_the_contact_for_personal_data_is_left_alone_without_requests() -> None:
    def sent(role: StaffRole, requests: int | None) -> bool:
        return digest(role, NOW, {**NOTHING, "requests": requests}, None, 9, {}).worth_sending

    assert [sent("privacy", n) for n in (0, 1, None)] == [False, True, True]
    assert sent("head", 0)


# --- when ----------------------------------------------------------------------------------------


def member(role: StaffRole = "head", at: str | None = None, since: datetime = JOINED) -> Member:
    return Member(1, role, "", since, digest_at=at)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("who", "looked", "now", "comes"),
    [
        (member(), at(7, 29), at(7, 30), at(7, 30)),
        (member(), at(7, 28), at(7, 29), None),  # not yet
        (member(), at(7, 30), at(7, 31), None),  # it was looked after
        (member(), at(16, day=20), at(9), at(7, 30)),  # nothing ran in between
        (member(), None, at(9), at(7, 30)),  # nobody has ever looked
        (member(), at(16, day=19), at(0, 5, day=24), None),  # Monday is over
        (member(), at(16, day=19), at(20), None),  # and as good as over
        (member(), at(16, day=19), at(8, day=22), None),  # a Sunday
        (member(at="13:30"), at(7), at(8), None),
        (member(at="13:30"), at(13), at(13, 31), at(13, 30)),
        (member(at=DIGEST_OFF), at(7), at(8), None),
        (member("officer"), at(7), at(8), None),
        (member(since=at(8)), None, at(9), None),  # was not here at half past seven
    ],
)
def test_when_it_is_due(
    who: Member, looked: datetime | None, now: datetime, comes: datetime | None
) -> None:
    assert due(who, looked, now, weekdays) == comes


@given(st.lists(st.integers(1, 2000), min_size=1, max_size=60), st.sampled_from(TIMES))
def test_however_often_it_is_looked_once_a_day_and_on_that_day(
    steps: list[int], chosen: str
) -> None:
    """Whatever the times between two looks are: never twice for a day, never for another day."""
    looked, now = JOINED, JOINED
    days: list[date] = []
    for minutes in steps:
        now += timedelta(minutes=minutes)
        moment = due(member(at=chosen), looked, now, weekdays)
        if moment is not None:
            assert moment.date() == now.date()
            assert moment.time() == time.fromisoformat(chosen)
            assert looked < moment <= now
            days.append(now.date())
        looked = now
    assert len(days) == len(set(days))


def test_ten_minutes_are_not_late() -> None:
    assert not is_late(at(7, 30), at(7, 40))
    assert is_late(at(7, 30), at(7, 41))


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_working_days_around_a_day(day: date) -> None:
    last, next_ = before(day, weekdays), following(day, weekdays)
    assert last < day < next_
    assert last.weekday() < 5 > next_.weekday()
    assert (day - last).days <= 3 >= (next_ - day).days


def test_a_friday_looks_ahead_to_monday() -> None:
    friday = window(at(7, 30, day=20), None, weekdays)
    assert friday.due_until == date(2026, 11, 22)
    assert friday.long_before == at(7, 30, day=19)
    monday = window(at(7, 30), at(7, 30, day=20), weekdays)
    assert (monday.due_until, monday.long_before) == (date(2026, 11, 23), at(7, 30, day=20))


def test_a_holiday_is_what_the_caller_says() -> None:
    def works(day: date) -> bool:
        return day.weekday() < 5 and day != NOW.date()

    assert due(member(), at(16, day=20), at(9), works) is None
    friday = window(at(7, 30, day=20), None, works)
    assert friday.due_until == NOW.date()
    tuesday = window(at(7, 30, day=24), None, works)
    assert tuesday.long_before == at(7, 30, day=20)


def test_on_mondays_the_head_looks_back_a_week() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert compared_with("head", monday) == date(2026, 11, 16)
    assert compared_with("secretary", monday) == date(2026, 11, 22)
    assert compared_with("head", tuesday) == monday


@given(st.integers(0, 40_000))
def test_the_weeks_of_the_chart(hours: int) -> None:
    moment = NOW + timedelta(hours=hours)
    weeks = weeks_to(moment)
    assert len(weeks) == WEEKS + 1
    assert all(week.weekday() == 0 and week.time() == time() for week in weeks)
    assert weeks[-2] <= moment < weeks[-1]


# --- what it says --------------------------------------------------------------------------------


def text(
    role: StaffRole,
    counts: Counts,
    lang: str = "vi",
    kept: Counts | None = None,
    late: digest_words.Late | None = None,
    down: dict[str, float] | None = None,
    moment: datetime = NOW,
) -> str:
    then = (
        KeptCounts(before(moment.date(), weekdays), moment - timedelta(days=3), kept)
        if kept
        else None
    )
    left = (PACK.deadline - moment.date()).days
    made = digest(role, moment, counts, then, left, down or {})
    return TEXTS.render(digest_words.told(PACK, made, late).text, lang)


big = st.none() | st.integers(0, 10**9)


@pytest.mark.parametrize("lang", ["vi", "en"])
@given(
    st.fixed_dictionaries(dict.fromkeys(COUNTS, big)),
    st.fixed_dictionaries(dict.fromkeys(COUNTS, big)),
    st.sampled_from(ROLES),
    st.sampled_from([NOW, datetime(2027, 5, 27, 7, 30, tzinfo=ZONE)]),
)
def test_it_fits_one_message(
    lang: str, counts: Counts, kept: Counts, role: StaffRole, moment: datetime
) -> None:
    late = digest_words.Late(moment)
    said = text(role, counts, lang, kept, late, {"telegram": 1e6, "zalo": 3e5}, moment)
    assert len(said) <= 1500


def test_changes_have_their_sign_and_what_cannot_be_counted_says_so() -> None:
    counts = {**NOTHING, "draft": 7, "complete": 2, "returned": None, "submitted": 1}
    kept = {**NOTHING, "draft": 4, "complete": 5, "returned": 1, "submitted": None}
    said = text("head", counts, kept=kept)
    assert "đang làm: 7 (+3); đủ mà chưa nộp: 2 (−3)" in said
    assert "chưa nộp lại: không tính được" in said
    assert "chờ duyệt: 1," in said


def test_without_numbers_nobody_is_told_that_nothing_is_urgent() -> None:
    assert "Không có việc gì gấp" in text("head", NOTHING)
    assert "Chưa biết có việc gì gấp" in text("head", {**NOTHING, "requests_late": None})


def test_the_privacy_contact_reads_of_requests_only() -> None:
    said = text("privacy", {**NOTHING, "requests": 2, "requests_late": 1, "waiting": 5, "draft": 9})
    assert "quá hạn luật định: 1" in said
    assert "Câu hỏi" not in said
    assert "Hồ sơ" not in said


# --- the chart -----------------------------------------------------------------------------------


def drawn(charted: Charted, lang: str = "vi") -> Image.Image:
    weeks = weeks_to(NOW)
    picture = digest_words.chart(PACK, charted, weeks, NOW.date())
    args = plain(TEXTS, picture.args, lang)
    data = MAKERS["digest_chart"].make(args, lambda _: None)
    assert data == MAKERS["digest_chart"].make(args, lambda _: None)
    assert len(data) < 150_000
    return Image.open(io.BytesIO(data)).convert("RGB")


number = st.integers(0, 10**6)
by_field = st.dictionaries(st.sampled_from(["it", "farming", ""]), st.tuples(number, number))


@settings(max_examples=12, deadline=None)
@given(
    st.none() | st.lists(number, min_size=WEEKS, max_size=WEEKS).map(tuple),
    st.none() | by_field,
    st.sampled_from(["vi", "en"]),
)
def test_nothing_is_cut_off_at_the_edges(
    weeks: tuple[int, ...] | None, fields: dict[str, tuple[int, int]] | None, lang: str
) -> None:
    image = drawn(Charted(weeks, weeks, fields), lang)
    assert image.width == WIDTH
    paper = image.getpixel((0, 0))
    for left in (0, WIDTH - 20):
        edge = image.crop((left, 0, left + 20, image.height))
        assert edge.getcolors() == [(20 * image.height, paper)]


def test_a_dossier_of_a_field_that_is_no_more_is_counted_as_without() -> None:
    fields = {"it": (1, 2), "gone": (3, 4), "": (5, 6)}
    picture = digest_words.chart(PACK, Charted(None, None, fields), weeks_to(NOW), NOW.date())
    rows = picture.args["fields"]["rows"]
    assert [(row["begun"], row["handed_in"]) for row in rows] == [(1, 2), *[(0, 0)] * 5, (8, 10)]
    assert picture.args["weeks"]["rows"] is None
