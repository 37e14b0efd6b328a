"""What the program asks of a storage about proposals: a part of `port`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from contest.proposals import Proposal, ProposalState
from contest.staff import ProposalKind

if TYPE_CHECKING:
    from storage.port import Told
    from storage.port_announcing import ToMany


class ProposalStorage(Protocol):
    """See `port.Storage`. They are made and decided by the acts of a turn: raises Conflict there
    for one that is no longer as the act needs it, or whose decider proposed it."""

    async def proposals(
        self, states: Sequence[ProposalState], kind: ProposalKind | None = None
    ) -> list[Proposal]:
        """In the order in which they were carried out; those that were not, as proposed, last."""

    async def proposal(self, number: int) -> Proposal | None: ...

    async def carry_out(
        self, number: int, told: Sequence[Told], at: datetime, many: ToMany | None = None
    ) -> bool:
        """What was approved is done from now on, these are told, and `many` goes out; or nothing.

        False: it is not approved, not due at `at`, or was done before."""

    async def call_off(self, number: int, told: Sequence[Told], at: datetime) -> bool:
        """What was approved cannot be carried out any more, and these are told. False: it is not
        approved."""
