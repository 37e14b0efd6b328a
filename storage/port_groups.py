"""What the program asks of a storage about groups of staff: a part of `port`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from contest.staff import StaffGroup
from dialog.event import ChatRef

if TYPE_CHECKING:
    from storage.port import Told


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group of staff of today, and its chat."""

    group: StaffGroup
    chat: ChatRef


class GroupStorage(Protocol):
    """See `port.Storage`. A group is invited and ended by the acts of a turn; what the group does
    itself is no turn, as nothing that is said there is kept."""

    async def groups(self) -> list[Grouped]:
        """Those that are tied today, in the order in which they were invited."""

    async def group_invitation(self, token: str) -> StaffGroup | None: ...

    async def tie_group(
        self, token: str, chat: ChatRef, at: datetime, told: Sequence[Told]
    ) -> bool:
        """This chat is the group of that code from now on, and nothing else that it was before; and
        these are told. False: the code is none, was used, or is too old."""

    async def untie_group(self, chat: ChatRef, at: datetime) -> bool:
        """We are no longer in it: it is told nothing any more. False: it was no group of ours."""

    async def move_group(self, chat: ChatRef, to: ChatRef) -> bool:
        """The same group under another name. False: it was no group of ours."""
