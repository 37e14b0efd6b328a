"""Lists after the deadline: who is eligible, which jury judges what, who goes to the national
contest. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contest.dossier import State

LONGEST_GROUP = 60  # letters of a name
MOST_GROUPS = 30


@dataclass(frozen=True, slots=True)
class JuryGroup:
    """A jury with the fields it judges, by id. A field is of one group at most."""

    number: int
    name: str
    fields: tuple[str, ...] = ()


def group_of(groups: Iterable[JuryGroup], field: str) -> JuryGroup | None:
    return next((group for group in groups if field in group.fields), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many were handed in: taken (accepted), not judged yet, sent back to be corrected."""

    accepted: int = 0
    waiting: int = 0
    returned: int = 0

    @property
    def all(self) -> int:
        return self.accepted + self.waiting + self.returned

    def __add__(self, other: Standing) -> Standing:
        return Standing(
            self.accepted + other.accepted,
            self.waiting + other.waiting,
            self.returned + other.returned,
        )


def by_field(tally: Mapping[tuple[str, State], int]) -> dict[str, Standing]:
    """field -> how many of it were handed in. `tally`: of all dossiers."""
    found: dict[str, Standing] = {}
    for (field, state), n in tally.items():
        match state:
            case "accepted":
                more = Standing(accepted=n)
            case "submitted" | "resubmitted":
                more = Standing(waiting=n)
            case "returned":
                more = Standing(returned=n)
            case _:
                continue
        found[field] = found.get(field, Standing()) + more
    return found


def by_group(
    fields: Mapping[str, Standing], groups: Iterable[JuryGroup]
) -> dict[int | None, Standing]:
    """Group's number -> the same; None: of what no group judges, if there is any."""
    known = tuple(groups)
    found: dict[int | None, Standing] = {group.number: Standing() for group in known}
    for field, standing in fields.items():
        group = group_of(known, field)
        number = group.number if group else None
        found[number] = found.get(number, Standing()) + standing
    return found
