"""Groups of staff, as the storage in memory keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from contest.staff import InvitingGroup, OfGroups, StaffGroup
from dialog.event import ChatRef
from storage.port_groups import Grouped
from storage.trouble import Conflict


@dataclass(slots=True)
class _Row:
    group: StaffGroup
    token: str
    chat: ChatRef | None = None
    over: bool = False


@dataclass
class Groups:
    rows: list[_Row] = field(default_factory=list)

    def act(self, by: int, act: OfGroups) -> None:
        """Raises Conflict."""
        if isinstance(act, InvitingGroup):
            group = StaffGroup(len(self.rows) + 1, act.role, by, act.until)
            self.rows.append(_Row(group, act.token))
            return
        row = next((r for r in self._today() if r.group.number == act.group), None)
        if row is None:
            raise Conflict
        row.over = True

    def today(self) -> list[Grouped]:
        return [Grouped(row.group, row.chat) for row in self._today() if row.chat]

    def invitation(self, token: str) -> StaffGroup | None:
        return next((row.group for row in self.rows if row.token == token), None)

    def tie(self, token: str, chat: ChatRef, at: datetime) -> StaffGroup | None:
        row = next((r for r in self.rows if r.token == token and r.group.good(at)), None)
        if row is None:
            return None
        for other in self._today():
            other.over = other.over or other.chat == chat
        row.chat, row.group = chat, replace(row.group, since=at)
        return row.group

    def untie(self, chat: ChatRef) -> StaffGroup | None:
        row = next((r for r in self._today() if r.chat == chat), None)
        if row is None:
            return None
        row.over = True
        return row.group

    def move(self, chat: ChatRef, to: ChatRef) -> bool:
        row = next((r for r in self._today() if r.chat == chat), None)
        if row is not None:
            row.chat = to
        return row is not None

    def _today(self) -> list[_Row]:
        return [row for row in self.rows if row.group.since and not row.over]
