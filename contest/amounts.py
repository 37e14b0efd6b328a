"""How many, as people say it: «50», «khoảng 1.200 người», «hơn 2 trăm», «chưa có». Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contest.faq.normalise import fold

MOST = 10_000_000  # more is a slip of the finger
_TIMES = {"chuc": 10, "tram": 100, "nghin": 1_000, "ngan": 1_000, "k": 1_000, "van": 10_000}
_ONES = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10,
}  # fmt: skip
_NONE = ("chua", "chua co", "khong", "khong co", "chua co ai", "khong co ai", "none", "no", "0")
_ABOUT = ("khoang", "tam", "chung", "hon", "gan", "uoc", "do", "cung", "about", "around", "over")
_NUMBER = re.compile(r"\d{1,3}(?:[., ]\d{3})+(?!\d)|\d+")


@dataclass(frozen=True, slots=True)
class Amount:
    """`about`: they said themselves that it is an estimate."""

    n: int
    about: bool = False


def amount(typed: str) -> Amount | None:
    """What was said, if it is one number beyond doubt: not of «50-60», and not of «vài chục»."""
    folded = fold(typed)
    if folded in _NONE:
        return Amount(0)
    numbers = _NUMBER.findall(typed)
    said = folded.removeprefix("tam") if folded in ("tam", "tam nguoi") else folded  # eight
    about = "~" in typed or any(f" {word} " in f" {said} " for word in _ABOUT)
    found = _in_digits(typed, numbers[0]) if len(numbers) == 1 else None
    if not numbers:
        found = _in_words(folded)
    return None if found is None or not 0 <= found <= MOST else Amount(found, about)


def _in_digits(typed: str, number: str) -> int | None:
    """«1.200», «2 trăm», «3k»; of «1,5 nghìn» nothing: who counts people says so otherwise."""
    before, _, after = typed.partition(number)
    if re.search(r"[\d.,-]$", before) or re.match(r"[.,-]?\d", after):
        return None
    words = fold(after).split()
    digits = int(re.sub(r"\D", "", number)) if len(number) <= len("10.000.000") else MOST + 1
    return digits * (_TIMES.get(words[0], 1) if words else 1)


def _in_words(folded: str) -> int | None:
    """«năm mươi», «hai trăm», «một chục»: a small number, and what it is taken times."""
    words = [word for word in folded.split() if word not in (*_ABOUT, "nguoi", "co", "duoc")]
    if "tam" in folded.split() and not words:
        words = ["tam"]  # eight, and not «about»
    match words:
        case [one] if one in _ONES:
            return _ONES[one]
        case [one, "muoi"] if one in _ONES:
            return _ONES[one] * 10
        case [one, times] if one in _ONES and times in _TIMES:
            return _ONES[one] * _TIMES[times]
        case _:
            return None
