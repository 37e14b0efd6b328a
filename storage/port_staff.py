"""What the program asks of a storage about the staff: a part of `port`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from contest.staff import Audited, Ending, Exported, Inviting, Looking, Member, StaffInvitation
from dialog.event import ChatRef
from storage.port_groups import GroupStorage


@dataclass(frozen=True, slots=True)
class Staffed:
    """A member of the staff today, and the chat they work in."""

    member: Member
    chat: ChatRef
    lang: str | None


class StaffStorage(GroupStorage, Protocol):
    """See `port.Storage`."""

    async def staff(self) -> list[Staffed]:
        """Who is staff today, in the order in which they joined."""

    async def staff_invitation(self, token: str) -> StaffInvitation | None: ...

    async def at_server(self, act: Inviting | Ending | Exported | Looking, at: datetime) -> bool:
        """Done by who sits at the server. False: there is no such member."""

    async def audit(self, *, before: int | None = None, most: int = 100) -> list[Audited]:
        """What staff did, the latest first; before the entry of that number, if one is given."""
