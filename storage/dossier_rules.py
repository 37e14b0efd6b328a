"""What holds for dossiers in every storage, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from contest.dossier import (
    Act,
    HandedIn,
    Invitation,
    InvitationKind,
    Joined,
    Located,
    MovedTo,
    Opened,
    Returned,
    Role,
    State,
    after,
)
from contest.review import Judgement
from storage.port import Conflict, Save

# Somebody who takes part in two ways is seen in the stronger one.
STRENGTH: Mapping[Role, int] = {"owner": 0, "helper": 1, "author": 2}
_OPENED_BY: Mapping[Role, InvitationKind] = {"owner": "claim", "author": "author"}
_JUDGED_BY: Mapping[State, Act] = {"returned": "return", "accepted": "accept"}


def check(save: Save) -> None:
    """Raises ValueError for a turn that does not say which versions it has seen (`Save`)."""
    opened = {deed.code for deed in save.deeds if isinstance(deed, Opened)}
    answered = {answers.code for answers in save.answered}
    if len(answered) != len(save.answered):
        raise ValueError("a dossier is answered twice in one turn")
    for deed in save.deeds:
        if isinstance(deed, MovedTo | Located | HandedIn) and deed.code not in answered:
            raise ValueError(f"{type(deed).__name__} without the version of its dossier")
    for answers in save.answered:
        if (answers.version == 0) != (answers.code in opened):
            raise ValueError("version 0 is that of a dossier this turn opens, and of no other")


def check_use(found: Invitation | None, joined: Joined) -> None:
    """Raises Conflict if the invitation is used up, ValueError if it is for something else."""
    if found is None or not found.open:
        raise Conflict
    wanted = (joined.code, _OPENED_BY.get(joined.role), joined.author)
    if (found.code, found.kind, found.author) != wanted:
        raise ValueError("the invitation is for something else")


def may_judge(before: State, state: State) -> bool:
    """Whether staff may bring a dossier from one state to the other."""
    act = _JUDGED_BY.get(state)
    return act is not None and after(before, act) == state


def as_seen(rows: Iterable[tuple[Role, str]]) -> tuple[Role, str | None]:
    """The role and the author row of somebody, from all they have to do with one dossier."""
    ranked = sorted(rows, key=lambda row: STRENGTH[row[0]])
    return ranked[0][0], next((author for _, author in ranked if author), None)


def returned_to_json(returned: Returned | None) -> dict[str, Any] | None:
    if returned is None:
        return None
    until = returned.until.isoformat() if returned.until else None
    data = {"items": dict(returned.items), "at": returned.at.isoformat(), "until": until}
    more = {
        "ready": dict(returned.ready),
        "dates": {item: day.isoformat() for item, day in returned.dates.items()},
        "files": {item: list(files) for item, files in returned.files.items()},
        "marks": dict(returned.marks),
        "by": returned.by,
    }
    return data | {name: value for name, value in more.items() if value}


def returned_from_json(data: Mapping[str, Any] | None) -> Returned | None:
    if data is None:
        return None
    until = date.fromisoformat(data["until"]) if data["until"] else None
    return Returned(
        data["items"],
        datetime.fromisoformat(data["at"]),
        until,
        data.get("ready", {}),
        {item: date.fromisoformat(day) for item, day in data.get("dates", {}).items()},
        {item: tuple(files) for item, files in data.get("files", {}).items()},
        data.get("marks", {}),
        data.get("by"),
    )


def judged_shortly(found: Mapping[str, Judgement]) -> dict[str, str]:
    """For the audit log: item -> «accepted», the ready-made reason, or «words» for own words, which
    themselves are kept with the dossier and erased with it."""
    return {
        item: j.verdict if j.verdict == "accepted" else j.reason or "words"
        for item, j in found.items()
    }


def decided(returned: Returned | None) -> dict[str, Any]:
    """The same of a dossier that is returned; until when."""
    if returned is None:
        return {}
    until = returned.until.isoformat() if returned.until else None
    return {"items": {i: returned.ready.get(i) or "words" for i in returned.items}, "until": until}


def judged(state: State, returned: Returned | None) -> dict[str, Any]:
    """The detail of the note that staff have judged."""
    what = returned_to_json(returned)
    return {"state": state} if what is None else {"state": state, **what}
