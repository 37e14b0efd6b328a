"""What the law on personal data gives a person, and until when it must be done.

Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, article 5: an answer within two working days; correcting
and copying within 10 days, withdrawing consent within 15, erasing within 20.
"""

from __future__ import annotations

from datetime import date, timedelta

from contest.dossier import RequestKind

ANSWER_WITHIN = 2  # working days
DONE_WITHIN: dict[RequestKind, int] = {"correct": 10, "copy": 10, "withdraw": 15, "erase": 20}
_SATURDAY = 5


def answer_by(asked: date) -> date:
    """Weekends do not count. Public holidays are not known here: then there is more time."""
    day, left = asked, ANSWER_WITHIN
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def done_by(kind: RequestKind, asked: date) -> date:
    return asked + timedelta(days=DONE_WITHIN[kind])
