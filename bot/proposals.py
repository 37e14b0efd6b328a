"""Carries out what a second person has approved, when it is due, once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from contest.proposals import Proposal
from contest.staff import ProposalKind
from dialog.event import ChatRef
from storage.port import Pending, Storage, Told, Unavailable
from storage.port_announcing import ToMany

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Carried:
    """Whom to tell what when it is carried out, and what goes to many."""

    told: Sequence[Told] = ()
    many: ToMany | None = None


# all that it changes is read from the record
Carrier = Callable[[Proposal, datetime], Awaitable[Sequence[Told] | Carried]]


class CannotBeDoneError(Exception):
    """What was approved can no longer be carried out. `told`: who hears of it, and what."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__()
        self.told = told


class Proposals:
    """One of the schedule's chores; also asked whenever the staff did something."""

    def __init__(
        self,
        storage: Storage,
        carriers: Mapping[ProposalKind, Carrier],
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
        done: Callable[[Proposal], Awaitable[None]] | None = None,
        alone: Mapping[ProposalKind, Callable[[], AbstractAsyncContextManager[None]]] | None = None,
    ) -> None:
        """`saved` is told of each chat there is something to send to; `done` of what is so now.

        `alone`: in what a kind is carried out that nothing else may come between.
        """
        self._storage = storage
        self._carriers = carriers
        self._clock = clock
        self._saved = saved
        self._done = done
        self._alone = alone or {}
        self._looking = asyncio.Lock()

    async def look(self) -> None:
        async with self._looking:
            now = self._clock()
            try:
                for proposal in await self._storage.proposals(("approved",)):
                    if proposal.is_due(now):
                        await self._carry_out(proposal)
            except Unavailable as error:  # the schedule will come back to it
                log.warning("cannot look at proposals: %s", error)

    async def _carry_out(self, proposal: Proposal) -> None:
        """One that cannot be carried out holds up no other, and stands in the list as it is."""
        try:
            async with self._alone.get(proposal.kind, nullcontext)():
                now = self._clock()  # whatever came before it was done is before this
                made = await self._carriers[proposal.kind](proposal, now)
                carried = made if isinstance(made, Carried) else Carried(made)
                told, many = carried.told, carried.many
                if not await self._storage.carry_out(proposal.number, told, now, many):
                    return
                if self._done:
                    await self._done(proposal)
        except CannotBeDoneError as error:
            told = error.told
            if not await self._storage.call_off(proposal.number, told, self._clock()):
                return
        except Unavailable:
            raise
        except TimeoutError:  # answers under way take long: at the next look
            log.warning("has to wait: proposal=%d", proposal.number)
            return
        except Exception:
            log.exception("cannot be carried out: proposal=%d", proposal.number)
            return
        for chat in {one.chat for one in told}:
            self._saved(chat, None)
