"""Until when a dossier may be changed and handed in: the one place that decides it. Pure."""

from __future__ import annotations

from datetime import date

from contest.dossier import Dossier


def own_end(dossier: Dossier, deadline: date) -> date:
    """The last day for this dossier: the contest's, or the later one it was given for itself."""
    return max(deadline, dossier.extended.until) if dossier.extended else deadline


def is_over(dossier: Dossier, deadline: date, today: date) -> bool:
    return today > own_end(dossier, deadline)


def has_own_end(dossier: Dossier, deadline: date) -> bool:
    return own_end(dossier, deadline) > deadline


def is_open(dossier: Dossier, deadline: date, today: date) -> bool:
    """May it be changed and handed in? Until the last second of its last day; what was returned,
    also until the day the office named, and without one for as long as it takes."""
    if dossier.state in ("accepted", "withdrawn"):
        return False
    if not is_over(dossier, deadline, today):
        return True
    returned = dossier.returned
    if returned is None or not (dossier.state == "returned" or dossier.wanted):
        return False
    return returned.until is None or today <= returned.until
