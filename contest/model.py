"""The people's business with the contest that outlives a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

AskedKind = Literal["human", "unanswered", "refused", "outside", "wrong"]
# why a question was closed without an answer: it was asked before; it is none of the contest's
# business; what it was about is done
Closed = Literal["double", "outside", "settled"]
# what found no good answer: whoever asked for a person is not among them
GAP_KINDS: tuple[AskedKind, ...] = ("unanswered", "refused", "outside", "wrong")
ASKED_KINDS: tuple[AskedKind, ...] = get_args(AskedKind)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the staff: somebody asked for a human, or no offered answer was right.

    `kind`: human (they asked for a person), unanswered (nothing was found), refused (what was
    offered was not it), outside (taken for something that does not belong here; nobody was
    promised an answer, but the staff can see what was turned away), wrong (it was answered, and the
    person said that this is not what they meant). `topic` is what the FAQ took it
    for, if anything. `unit`: the commune they are from, where it is known. `follows`: the number of
    the question that this goes on with, while somebody of the staff talks with them.
    """

    kind: AskedKind
    text: str
    topic: str | None = None
    unit: str | None = None
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer by the staff. `number` is short enough to say aloud."""

    number: int
    asked: Asked
    at: datetime
    lang: str
    waiting: bool = True
    files: tuple[str, ...] = ()  # sha256 of what the person has sent in the same chat
