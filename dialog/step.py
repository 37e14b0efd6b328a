"""A dialog is a table of steps. Steps are known by name; their order may change any day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialog.event import Input
from dialog.place import Given, Json
from dialog.reply import Reply, Text


@dataclass(frozen=True, slots=True)
class Done:
    """The step has its answer."""

    value: Json


@dataclass(frozen=True, slots=True)
class More:
    """Keep this much, say so, and stay."""

    value: Json
    note: Reply


@dataclass(frozen=True, slots=True)
class Refused:
    """It was meant for this step, but will not do."""

    why: Text


@dataclass(frozen=True, slots=True)
class NotMine:
    """It was no answer to this step at all: let others look at it."""


Taken = Done | More | Refused | NotMine
Take = Callable[[Json | None, Input], Taken]


def always(_: Given) -> bool:
    return True


def anything(_: Json) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a dialog."""

    name: str
    title: Text
    ask: Callable[[Given], Reply]
    take: Take
    applies: Callable[[Given], bool] = always
    still_good: Callable[[Json], bool] = anything  # is an answer of three weeks ago one still?
    was: tuple[str, ...] = ()  # names it had before
    seal: bool = False  # an answer to this one covers all others: any change to them undoes it
    free: bool = (
        False  # takes words of the person's own, so a bare number is an answer, not a button
    )


@dataclass(frozen=True, slots=True)
class Dialog:
    """A named table of steps. Raises ValueError if a name, old or new, is used twice."""

    name: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        names = [n for s in self.steps for n in (s.name, *s.was)]
        if len(names) != len(set(names)):
            raise ValueError(f"dialog {self.name}: a step's name is used twice")

    def step(self, name: str | None) -> Step | None:
        return next((s for s in self.steps if s.name == name or name in s.was), None)
