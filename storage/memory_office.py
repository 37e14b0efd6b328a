"""The storage in memory: who is staff, what they did and proposed, and what leaves the house."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from contest.exports import Reader
from contest.proposals import Proposal, ProposalState
from contest.staff import (
    Audited,
    Ending,
    Exported,
    Inviting,
    Looking,
    ProposalKind,
    StaffGroup,
    StaffInvitation,
)
from dialog.event import ChatRef
from storage.memory_announcing import AnnouncingInMemory
from storage.memory_fairness import FairnessInMemory
from storage.memory_lists import MemoryReader
from storage.port import Conflict, Told
from storage.port_announcing import ToMany
from storage.port_groups import Grouped
from storage.port_staff import Staffed

R = TypeVar("R")


@dataclass
class OfficeInMemory(AnnouncingInMemory, FairnessInMemory):
    """See `port_staff`, `port_proposals` and `port_exports`."""

    async def staff(self) -> list[Staffed]:
        return [
            Staffed(member, chat, json.loads(row.state).get("lang") if row else None)
            for member, chat in self._staff.today()
            for row in [self._chats.get(chat)]
        ]

    async def groups(self) -> list[Grouped]:
        return self._staff.groups.today()

    async def group_invitation(self, token: str) -> StaffGroup | None:
        return self._staff.groups.invitation(token)

    async def tie_group(
        self, token: str, chat: ChatRef, at: datetime, told: Sequence[Told]
    ) -> bool:
        if not self._staff.tie(token, chat, at):
            return False
        self._tell(told, at)
        return True

    async def untie_group(self, chat: ChatRef, at: datetime) -> bool:
        return self._staff.untie(chat, at)

    async def move_group(self, chat: ChatRef, to: ChatRef) -> bool:
        return self._staff.groups.move(chat, to)

    async def staff_invitation(self, token: str) -> StaffInvitation | None:
        return self._staff.invitations.get(token)

    async def at_server(self, act: Inviting | Ending | Exported | Looking, at: datetime) -> bool:
        if isinstance(act, Exported):
            self._staff.on_lists(None, act, self._dossiers, at)
            return True
        try:
            self._staff.do(None, act, at)
        except Conflict:
            return False
        return True

    async def audit(self, *, before: int | None = None, most: int = 100) -> list[Audited]:
        log = [a for a in reversed(self._staff.log) if before is None or a.number < before]
        return log[:most]

    async def proposals(
        self, states: Sequence[ProposalState], kind: ProposalKind | None = None
    ) -> list[Proposal]:
        return self._staff.proposals.found(states, kind)

    async def proposal(self, number: int) -> Proposal | None:
        return self._staff.proposals.rows.get(number)

    async def carry_out(
        self, number: int, told: Sequence[Told], at: datetime, many: ToMany | None = None
    ) -> bool:
        if not self._staff.carry_out(number, at):
            return False
        if many:
            self._announce(number, many, at)
        self._carried_out(self._staff.proposals.rows[number], at)
        self._tell(told, at)
        return True

    @property
    def address(self) -> str | None:
        return None

    async def exported(self, make: Callable[[Reader], R]) -> R:
        return make(MemoryReader(self._dossiers, self._questions, self._staff))
