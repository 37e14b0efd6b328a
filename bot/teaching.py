"""Whoever proposed something to be taught, and whoever approved it, hear when it is learnt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.others import Others
from bot.today import Today
from contest.calendar import ZONE
from contest.proposals import Proposal
from dialog.event import ChatRef
from dialog.reply import Button, Reply, Text, t
from handlers.staff.people import DESK
from handlers.turn import TellStaff
from storage.port import Pending, Storage, Told, Unavailable

log = logging.getLogger(__name__)

TOLD_WITHIN = timedelta(days=1)  # of an older one nobody is told any more


class Lessons:
    """Asked after every change of the contest of today, and once a minute."""

    def __init__(
        self,
        storage: Storage,
        today: Today,
        others: Others,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`saved` is told of each chat there is something to send to."""
        self._storage = storage
        self._today = today
        self._others = others
        self._clock = clock
        self._saved = saved
        self._told: set[tuple[str, int]] = set()  # of what we need not look at again

    async def carry(self, _: Proposal, __: datetime) -> Sequence[Told]:
        """Nobody is told yet: it has to be learnt first."""
        return ()

    async def look(self) -> None:
        try:
            now = self._clock()
            for proposal in await self._storage.proposals(("done",), "teaching"):
                if proposal.done_at and now < proposal.done_at + TOLD_WITHIN:
                    await self._tell(proposal, now)
        except Unavailable as error:  # the schedule will come back to it
            log.warning("cannot tell what was learnt: %s", error)

    async def _tell(self, proposal: Proposal, now: datetime) -> None:
        """Each thing once, whatever stops and starts in between."""
        what, said = self._become(proposal, now)
        if said is None or (what, proposal.number) in self._told:
            return
        numbers = (proposal.by, proposal.decided_by)
        to = tuple(number for number in numbers if number is not None)
        seen = Button(
            t("proposals.look", number=str(proposal.number)), f"staff/proposal/{proposal.number}"
        )
        told = await self._others.told_staff(TellStaff(Reply(said, (seen, DESK)), to), now)
        if await self._storage.run_once(what, str(proposal.number), now, told):
            for chat in {one.chat for one in told}:
                self._saved(chat, None)
        self._told.add((what, proposal.number))

    def _become(self, proposal: Proposal, now: datetime) -> tuple[str, Text | None]:
        number = str(proposal.number)
        if proposal.number in self._today.applied:
            return "learnt", t("teach.learnt", number=number, at=now.astimezone(ZONE))
        if proposal.number in self._today.left_out:
            return "unfit", t("teach.no_place", number=number)
        if self._today.failed:
            return "unlearnt", t("teach.failed", number=number)
        return "", None
