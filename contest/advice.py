"""Written advice on a dossier before the deadline: who wishes for it, who gives it. Pure.

It is help and no judgement: no state of a dossier follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

# waiting: for a member of the staff; taken: one of them reads and writes; given; dropped: by those
# who wished for it
WishState = Literal["waiting", "taken", "given", "dropped"]
OPEN_WISHES: tuple[WishState, ...] = ("waiting", "taken")
EnclosedFile = tuple[str, str, str, int]  # sha256, name, type, size


@dataclass(frozen=True, slots=True)
class Wish:
    """One of a dossier, by number; at most one of them is open. `mark`: the fingerprint of the
    answers it is about: those of the wish, then those the member has read. `extended`: the last day
    the dossier has for itself, if it has one."""

    code: str
    number: int
    at: datetime
    mark: str
    state: WishState = "waiting"
    taken_by: int | None = None
    taken_at: datetime | None = None
    over_at: datetime | None = None
    texts: tuple[str, ...] = ()
    files: tuple[EnclosedFile, ...] = ()
    extended: date | None = None

    @property
    def open(self) -> bool:
        return self.state in OPEN_WISHES


def in_order(wishes: Iterable[Wish], deadline: date, today: date) -> list[Wish]:
    """Those that still help: whose end comes first, then who asked first."""
    ends = {wish.code: max(deadline, wish.extended or deadline) for wish in wishes if wish.open}
    open_now = [wish for wish in wishes if wish.open and today <= ends[wish.code]]
    return sorted(open_now, key=lambda wish: (ends[wish.code], wish.at, wish.code))


def place_of(code: str, queue: Sequence[Wish]) -> int | None:
    """The how-manieth it is, from 1."""
    return next((n for n, wish in enumerate(queue, 1) if wish.code == code), None)


# --- what a conversation does to them ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wished:
    """The chat of the turn asks for advice on these answers."""

    code: str
    mark: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """It does not ask any more."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class TakingWish:
    """The member of the turn reads the dossier as it is now, and writes."""

    code: str
    number: int
    mark: str


@dataclass(frozen=True, slots=True)
class LeavingWish:
    """Somebody else may take it."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Advising:
    """What the member who took it has written; the files are the dossier's from now on."""

    code: str
    number: int
    texts: tuple[str, ...]
    files: tuple[EnclosedFile, ...] = ()


OfWish = TakingWish | LeavingWish | Advising


def written(files: Iterable[Sequence[Any]]) -> tuple[EnclosedFile, ...]:
    """As they are kept, read."""
    return tuple((str(f[0]), str(f[1]), str(f[2]), int(f[3])) for f in files)
