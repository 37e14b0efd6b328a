"""The storage on a SQL database: who is staff, and what their desk is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from contest.advice import Wish
from contest.announcing import Became, Reach, Segment
from contest.exports import Reader
from contest.extensions import Trace
from contest.outages import Beat, Outage
from contest.proposals import Proposal, ProposalState
from contest.review import HandedInRow, UnderReview
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
from storage import (
    advice_units,
    announcing_units,
    audit_units,
    export_units,
    group_units,
    outage_units,
    proposal_units,
    records,
    review_units,
    staff_units,
)
from storage.port import (
    Told,
)
from storage.port_announcing import ToMany
from storage.port_groups import Grouped
from storage.port_staff import Staffed

if TYPE_CHECKING:
    from storage.sql import Engine

R = TypeVar("R")


class OfficeInSql:
    """See `port_staff`, `port_groups`, `port_proposals`, `port_exports`, `port_announcing`,
    `port_fairness` and `port_review`."""

    _engine: Engine

    async def staff(self) -> list[Staffed]:
        return await self._engine.read(staff_units.everybody)

    async def groups(self) -> list[Grouped]:
        return await self._engine.read(group_units.groups)

    async def group_invitation(self, token: str) -> StaffGroup | None:
        return await self._engine.read(partial(group_units.invitation, token=token))

    async def tie_group(
        self, token: str, chat: ChatRef, at: datetime, told: Sequence[Told]
    ) -> bool:
        unit = partial(group_units.tie, token=token, chat=chat, at=at, told=told)
        return await self._engine.write(unit)

    async def untie_group(self, chat: ChatRef, at: datetime) -> bool:
        return await self._engine.write(partial(group_units.untie, chat=chat, at=at))

    async def move_group(self, chat: ChatRef, to: ChatRef) -> bool:
        return await self._engine.write(partial(group_units.move, chat=chat, to=to))

    async def staff_invitation(self, token: str) -> StaffInvitation | None:
        return await self._engine.read(partial(staff_units.invitation, token=token))

    async def at_server(self, act: Inviting | Ending | Exported | Looking, at: datetime) -> bool:
        return await self._engine.write(partial(staff_units.at_server, act=act, at=at))

    async def audit(self, *, before: int | None = None, most: int = 100) -> list[Audited]:
        unit = partial(audit_units.audited, before=before, most=most)
        return await self._engine.read(unit)

    async def proposals(
        self, states: Sequence[ProposalState], kind: ProposalKind | None = None
    ) -> list[Proposal]:
        unit = partial(proposal_units.proposals, states=states, kind=kind)
        return await self._engine.read(unit)

    async def proposal(self, number: int) -> Proposal | None:
        return await self._engine.read(partial(proposal_units.proposal, number=number))

    async def carry_out(
        self, number: int, told: Sequence[Told], at: datetime, many: ToMany | None = None
    ) -> bool:
        unit = partial(records.carry_out, number=number, told=told, at=at, many=many)
        return await self._engine.write(unit)

    async def exported(self, make: Callable[[Reader], R]) -> R:
        return await self._engine.read(partial(export_units.exported, make=make))

    async def reach(self, segment: Segment, served: Collection[str]) -> Reach:
        unit = partial(announcing_units.reach, segment=segment, served=served)
        return await self._engine.read(unit)

    async def became(self, announcement: int, most: int = 0) -> Became:
        unit = partial(announcing_units.became, number=announcement, most=most)
        return await self._engine.read(unit)

    async def units_with_dossiers(self) -> set[str]:
        return await self._engine.read(announcing_units.units_with_dossiers)

    async def beat(self, beat: Beat) -> Sequence[Outage]:
        return await self._engine.write(partial(outage_units.beat, beat=beat))

    async def outages(self, since: datetime) -> list[Outage]:
        return await self._engine.read(partial(outage_units.outages, since=since))

    async def traces(self, since: datetime) -> list[Trace]:
        return await self._engine.read(partial(outage_units.traces, since=since))

    async def wishes(self) -> list[Wish]:
        return await self._engine.read(advice_units.open_wishes)

    async def wishes_of(self, code: str) -> list[Wish]:
        return await self._engine.read(partial(advice_units.of_dossier, code=code))

    async def under_review(self, code: str) -> UnderReview | None:
        return await self._engine.read(partial(review_units.under_review, code=code))

    async def handed_in(self, field_step: str) -> list[HandedInRow]:
        return await self._engine.read(partial(review_units.handed_in, field_step=field_step))

    async def audit_of(self, code: str, *, most: int = 100) -> list[Audited]:
        return await self._engine.read(partial(audit_units.audited_of, code=code, most=most))

    async def call_off(self, number: int, told: Sequence[Told], at: datetime) -> bool:
        unit = partial(records.call_off, number=number, told=told, at=at)
        return await self._engine.write(unit)
