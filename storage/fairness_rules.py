"""What holds for outages and longer deadlines in every storage, whatever it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from contest.dossier import State
from contest.extensions import Extension
from contest.proposals import Proposal

BEING_MADE: tuple[State, ...] = ("draft", "complete")  # whom an outage may keep from handing in


def uploaded(detail: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """When a file that came too late was begun, and was here: of the note that says so."""
    return datetime.fromisoformat(detail["began"]), datetime.fromisoformat(detail["here"])


def extended(done: Proposal, wanted: Extension) -> dict[str, Any]:
    """The detail of the note that a dossier has a last day of its own."""
    return {"until": wanted.until.isoformat(), "proposal": done.number}
