"""Days as people type them: «hôm nay», «cả tuần», «20/12», «20-25/12», «từ 20/12 đến 3/1». Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from contest.faq.normalise import fold

Days = tuple[date, date]  # the first and the last
FURTHEST = 300  # days ahead: a day of the year that is further off is taken for one that is past

_TODAY = ("hom nay", "nay", "bua nay", "chieu nay", "sang nay", "today")
_TOMORROW = ("mai", "ngay mai", "hom mai", "bua mai", "tomorrow")
_WEEK = ("ca tuan", "ca tuan nay", "tuan nay", "het tuan", "het tuan nay", "this week", "all week")
_NEXT_WEEK = ("tuan sau", "ca tuan sau", "tuan toi", "ca tuan toi", "next week")
_DAY = r"(\d{1,2})(?:\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(\d{4}))?)?"
_RANGE = re.compile(rf"{_DAY}\s*(?:-|–|den|toi|to)\s*{_DAY}")
_ONE = re.compile(_DAY)
_FOR = re.compile(r"(?:(?:toi|di vang|vang|nghi|for) )*(\d{1,2}) (?:ngay|hom|days?)")
_BESIDE = re.compile(r"\b(?:tu|ngay|vang|di vang|toi vang|nghi|from|on)\b")
_Typed = tuple[int, int | None, int | None]  # day, month, year


def this_week(today: date) -> Days:
    """What is left of it."""
    return today, today + timedelta(days=6 - today.weekday())


def read_days(typed: str, today: date) -> Days | None:
    """What is said, if it is days beyond doubt and not past. Without a year: the next such day."""
    said = fold(typed)
    if (named := _named(said, today)) is not None:
        return named
    if found := _FOR.fullmatch(said):
        days = int(found[1])
        return (today, today + timedelta(days=days - 1)) if days else None
    bare = _BESIDE.sub(" ", _plain(typed)).strip()
    if found := _RANGE.fullmatch(bare):
        numbers = [int(n) if n else None for n in found.groups()]
        return _between(_typed(numbers[:3]), _typed(numbers[3:]), today)
    if (one := _ONE.fullmatch(bare)) and one[2]:
        day = _day(_typed([int(n) if n else None for n in one.groups()]), today)
        return (day, day) if day else None
    return None


def _named(said: str, today: date) -> Days | None:
    if said in _TODAY:
        return today, today
    if said in _TOMORROW:
        return today + timedelta(days=1), today + timedelta(days=1)
    if said in _WEEK:
        return this_week(today)
    if said in _NEXT_WEEK:
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=6)
    return None


def _plain(typed: str) -> str:
    """Folded, but for what stands between the numbers."""
    return " ".join(
        part if re.fullmatch(r"[\d/.–-]+", part) else fold(part) for part in typed.split()
    )


def _typed(numbers: list[int | None]) -> _Typed:
    return numbers[0] or 0, numbers[1], numbers[2]


def _between(first: _Typed, last: _Typed, today: date) -> Days | None:
    if last[1] is None:
        return None
    if first[1] is None:  # «20-25/12»
        first = (first[0], last[1], last[2])
    start = _day(first, today)
    end = _day(last, start) if start else None
    return (start, end) if start and end and start <= end else None


def _day(typed: _Typed, today: date) -> date | None:
    """The next such day from `today` on; none: there is none, or it is past."""
    number, month, year = typed
    for found in (year,) if year else (today.year, today.year + 1):
        try:
            day = date(found, month or 0, number)
        except (ValueError, TypeError):
            continue
        if today <= day <= today + timedelta(days=FURTHEST):
            return day
    return None
