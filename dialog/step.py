"""A dialog is a table of steps. Steps are known by name; their order may change any day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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
    again: Callable[[Json], Reply] | None = None  # asks while part of an answer is held
    applies: Callable[[Given], bool] = always
    still_good: Callable[[Json], bool] = anything  # is an answer of three weeks ago one still?
    was: tuple[str, ...] = ()  # names it had before
    can_wait: bool = False  # the person may put it off, and leave what they gave as it is
    seal: bool = False  # an answer to this one covers all others: any change to them undoes it
    free: bool = (
        False  # takes words of the person's own, so a bare number is an answer, not a button
    )


@dataclass(frozen=True, slots=True)
class Dialog:
    """A named table of steps. Raises ValueError if a name, old or new, is used twice."""

    name: str
    steps: tuple[Step, ...]
    _by_name: dict[str, Step] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for step in self.steps:
            for name in (step.name, *step.was):
                if name in self._by_name:
                    raise ValueError(f"dialog {self.name}: a step's name is used twice")
                self._by_name[name] = step

    def step(self, name: str | None) -> Step | None:
        """The step of that name, or that had it once."""
        return self._by_name.get(name) if name else None
