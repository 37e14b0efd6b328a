"""What the program asks of a storage about questions for the staff: a part of `port`.

A question that waits stands on the desk (`contest.desk.Case`). Every change of it makes a new
version; whoever changes it names the version they have seen, so that of two at once one wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from contest.desk import Bringing, Case
from contest.model import OpenQuestion
from dialog.event import ChatRef

if TYPE_CHECKING:
    from storage.port import Outgoing, Told

ENCLOSED_WITHIN = timedelta(hours=1)  # before the question: what was sent then came with it
MOST_ENCLOSED = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question on the desk, and the chat that asked it."""

    case: Case
    chat: ChatRef


class QuestionStorage(Protocol):
    """See `port.Storage`."""

    async def questions(self, *, waiting: bool = True) -> list[OpenQuestion]:
        """With the files the person has sent in that chat."""

    async def answer_question(self, number: int, message: Outgoing, at: datetime) -> bool:
        """Close a question with an answer to its chat; False if none waits by that number."""

    async def desk(self, *, listed: bool = False) -> list[Waiting]:
        """All that wait, the oldest first. `listed`: with those that are outside the contest, which
        are brought to nobody."""

    async def case(self, number: int) -> Waiting | None:
        """With the files that came with it: the last of those the person sent in the hour before
        and did not put into a dossier. Also of one that was answered or closed."""

    async def gaps(self, most: int) -> list[OpenQuestion]:
        """The newest so many questions that the assistant had no good answer to, the oldest first:
        also what a member has answered since, without what was left out by an act, or closed as
        none of ours or as asked twice. Their files are not among it."""

    async def bring(self, to: Bringing, told: Sequence[Told], at: datetime) -> bool:
        """A question is brought to members, with the messages that say so, or with none of both.

        False: it is no longer as it was looked at."""

    async def fold(self, number: int, version: int, at: datetime) -> bool:
        """Close what was asked twice, without a word. False: it is no longer as it was."""
