"""What staff type as the value of a fact, read strictly by its kind. Pure.

Whatever can be meant in two ways is refused, and why is said by a name; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise
from typing import Literal

from contest.calendar import Period
from contest.pack import Span

# no_date: nothing that reads like one; no_day: a day the calendar does not have; far: a year nobody
# can mean; two: this needs a first and a last day; one: this is one day, not more; order: the last
# is before the first; no_hours: not like «07:30-11:30»; no_lines: nothing in it
Unread = Literal["no_date", "no_day", "far", "two", "one", "order", "no_hours", "no_lines"]
YEARS = 10  # around the year of the contest
MOST_LINES = 12


class NotReadError(ValueError):
    """`why`: see `Unread`."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"), 1,
    )
}  # fmt: skip
_PERIODS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?:ngay |day )?(?P<d>\d{1,2})(?P<by>[/.-])(?P<m>\d{1,2})(?P=by)(?P<y>\d{4})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?:ngay )?(?P<d>\d{1,2}) thang (?P<m>\d{1,2}),? nam (?P<y>\d{4})",
        r"(?P<d>\d{1,2}) (?P<name>[a-z]{3,9}) (?P<y>\d{4})",
        r"(?:thang )?(?P<m>\d{1,2})[/.-](?P<y>\d{4})",
        r"thang (?P<m>\d{1,2}),? nam (?P<y>\d{4})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})",
        r"(?P<name>[a-z]{3,9}) (?P<y>\d{4})",
        r"(?:quy|quarter|q) ?(?P<q>[1-4]|i{1,3}|iv)(?:[/,]| nam|,? year|,)? ?(?P<y>\d{4})",
        r"(?:nam |year )?(?P<y>\d{4})",
    )
)
_TENTATIVE = re.compile(r"^(?:du kien|khoang|tentatively|about),?:? ")
_FROM_TO = re.compile(r"^(?:tu |from )?(.+?)(?: (?:den het|den|toi|to|until) | ?[–—→] ?| - )(.+)$")
_ENDS = (
    ("ends", re.compile(r"^(?:den het|den|het|cham nhat(?: la)?|until|by|to) (.+)$")),
    ("before", re.compile(r"^(?:truoc|before) (.+)$")),
    ("during", re.compile(r"^(?:trong|during|in) (.+)$")),
)


def when(text: str, now: Span, year: int) -> Span:
    """«đến hết 15/6/2027», «trước 20/8/2027», «từ 6/2027 đến 7/2027», «dự kiến 10/2027»…

    A date alone is what the date there was: an end stays an end. `year`: of the contest. Raises
    NotReadError.
    """
    plain = _plain(text)
    bare = _TENTATIVE.sub("", plain)
    parts = _parts(bare, now)
    for part in parts.values():
        _near(part, year)
    if "starts" in parts and Period.parse(parts["starts"]).first > Period.parse(parts["ends"]).last:
        raise NotReadError("order")
    return Span(
        starts=parts.get("starts"),
        ends=parts.get("ends"),
        before=parts.get("before"),
        during=parts.get("during"),
        tentative=bare != plain,
    )


def _parts(text: str, now: Span) -> Mapping[str, str]:
    for name, form in _ENDS:
        if (found := form.match(text)) and (end := _period(found[1])):
            return {name: end}
    if alone := _period(text):
        if now.starts:
            raise NotReadError("two")
        shape = "ends" if now.ends else "before" if now.before else "during"
        return {shape: alone}
    if found := _FROM_TO.match(text):
        first, last = _period(found[1]), _period(found[2])
        if first and last:
            return {"starts": first, "ends": last}
    raise NotReadError("no_date")


def day(text: str, year: int) -> str:
    """One day, as «2027-06-15». Raises NotReadError."""
    found = _period(_plain(text))
    if found is None:
        raise NotReadError("no_date")
    if Period.parse(found).grain != "day":
        raise NotReadError("one")
    _near(found, year)
    return found


def days(text: str, year: int) -> list[str]:
    """Single days, one a line or with commas between; in order, each once. Raises NotReadError."""
    parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
    if not parts or len(parts) > MOST_LINES * 5:
        raise NotReadError("no_date")
    return sorted({day(part, year) for part in parts})


def hours(text: str) -> list[str]:
    """«7:30-11:30, 13:30-17:00», as «07:30-11:30»… Raises NotReadError."""
    found = re.findall(
        r"(\d{1,2})\s*[:hg]\s*(\d{2})?\s*(?:-|–|den|to)\s*(\d{1,2})\s*[:hg]\s*(\d{2})?",
        _plain(text),
    )
    rest = re.sub(r"[\d:hg\s,;–-]|den|to|va|and", "", _plain(text))
    try:
        times = [
            time(int(number), int(minutes or 0))
            for a, b, c, d in found
            for number, minutes in ((a, b), (c, d))
        ]
    except ValueError as error:
        raise NotReadError("no_hours") from error
    if rest or not times:
        raise NotReadError("no_hours")
    if any(before >= after for before, after in pairwise(times)):
        raise NotReadError("order")
    return [f"{a:%H:%M}-{b:%H:%M}" for a, b in zip(times[::2], times[1::2], strict=True)]


def lines(text: str) -> list[str]:
    """One a line, without what stands before it in a list. Raises NotReadError."""
    found = [
        re.sub(r"^\s*(?:[-•*+]|\d{1,2}[.)])\s+", "", line).strip() for line in text.split("\n")
    ]
    found = [line for line in found if line]
    if not 0 < len(found) <= MOST_LINES:
        raise NotReadError("no_lines")
    return found


SECTION = re.compile(r"(?:[ivx]+|\d{1,3})(?:[.,]\d{1,3}){0,3}", re.ASCII)


def section(text: str) -> str | None:
    """«Mục II.3», «điều 5» → «II.3», «5»: a number reads the same in every language. None: it is
    no number of a section."""
    bare = re.sub(r"^(?:muc|dieu|khoan|phan|chuong|so|section|article|no\.?)\.? ", "", _plain(text))
    bare = bare.rstrip(".")
    return bare.upper().replace(",", ".") if SECTION.fullmatch(bare) else None


def _plain(text: str) -> str:
    """In small letters, without accents, one space between words."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return " ".join(bare.split()).strip(" .!«»\"'")


def _period(text: str) -> str | None:
    """As a pack writes it. None: nothing that reads like one. Raises NotReadError for a day or a
    month the calendar does not have."""
    for form in _PERIODS:
        if found := form.fullmatch(text.strip()):
            parts = found.groupdict()
            if parts.get("name"):
                parts["m"] = _month(str(parts["name"]))
                if parts["m"] is None:
                    continue
            return _written(parts)
    return None


def _month(name: str) -> str | None:
    number = _MONTHS.get(name[:3])
    return str(number) if number else None


def _written(parts: Mapping[str, str | None]) -> str:
    year, quarter = parts["y"], parts.get("q")
    if quarter:
        return f"{year}-Q{_ROMAN.get(quarter, quarter)}"
    text = str(year)
    for name in ("m", "d"):
        if number := parts.get(name):
            text += f"-{int(number):02d}"
    try:
        Period.parse(text)
    except ValueError as error:
        raise NotReadError("no_day") from error
    return text


def _near(period: str, year: int) -> None:
    first: date = Period.parse(period).first
    if abs(first.year - year) > YEARS:
        raise NotReadError("far")
