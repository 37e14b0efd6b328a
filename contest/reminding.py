"""When a dossier is reminded of: some days before the deadline, never at night."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

DAYS = (30, 14, 7, 3, 1)  # before the deadline
FROM, TO = time(7, 0), time(20, 0)  # the day of people; nothing is sent outside of it


def awake(now: datetime) -> bool:
    """`now` in the contest's time zone."""
    return FROM <= now.time() < TO


def woke(now: datetime) -> datetime:
    """When people woke on that day."""
    return now.replace(hour=FROM.hour, minute=FROM.minute, second=0, microsecond=0)


def next_awake(at: datetime) -> datetime:
    """That moment if people are awake, else the next morning. In the contest's time zone."""
    if awake(at):
        return at
    return woke(at) if at.time() < FROM else woke(at) + timedelta(days=1)


def due(deadline: date, opened: date, today: date) -> int | None:
    """Which of DAYS is due today: one that has come, for a dossier that was there before it.

    A day on which the program stood still is made up for, once, until the next one comes.
    """
    left = (deadline - today).days
    if left < 0:
        return None
    come = [days for days in DAYS if days >= left]
    if not come:
        return None
    days = min(come)
    return days if (deadline - opened).days > days else None
