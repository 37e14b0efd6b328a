"""Facts that staff corrected: they hold from the minute they are due, and after every start."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.contests import Contests
from bot.dossiers import StoredLookUps
from bot.others import Others
from bot.proposals import CannotBeDoneError
from contest.amending import amended, closes_all, today
from contest.calendar import ZONE
from contest.pack import Pack
from contest.proposals import Proposal
from contest.reminding import awake
from contest.slips import PackError
from contest.staff import RIGHTS, StaffRole
from contest.today import of_today as with_what_was_done
from dialog.event import ChatRef
from dialog.reply import Reply, Text, t
from handlers import of_pack
from handlers.fact_words import problem
from handlers.recall import difference
from handlers.said import bare_turn
from handlers.staff.corrections import FACTS, PAST, ids_of
from handlers.staff.people import DESK
from handlers.turn import Contest, TellStaff
from storage.port import Storage, Told

log = logging.getLogger(__name__)

NOBODY = ChatRef("", "")
ONCE = "once"


async def done(storage: Storage) -> list[Proposal]:
    """The corrections that hold, in the order in which they came to."""
    return await storage.proposals(("done",), "fact")


async def of_today(pack: Pack, storage: Storage) -> Pack:
    """What was read from the pack's folder, with all that was done since and that it can take."""
    return with_what_was_done(pack, await storage.proposals(("done",)))[0]


class Facts:
    """Carries out proposals of the kind «fact»."""

    def __init__(self, storage: Storage, contests: Contests, others: Others, clock: Clock) -> None:
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._next: Contest | None = None

    @property
    def _shipped(self) -> Pack:
        return self._contests.now.shipped or self._contests.now.pack

    async def restore(self, *, tell: bool = True) -> None:
        """At the start: the contest of today. What a new release no longer takes is left out, and
        whoever may correct facts hears of it, once."""
        corrections = await done(self._storage)
        pack, skipped = today(self._shipped, [one.detail for one in corrections])
        if corrections:
            self._contests.change(of_pack(self._contests.now, pack))
        for one in skipped:
            number = corrections[one.number].number
            log.warning(
                "correction left out, the pack cannot take it: proposal=%d %s", number, one.why
            )
            if tell:
                await self._tell_skipped(number, one.why)

    async def _tell_skipped(self, number: int, why: PackError) -> None:
        now = self._clock()
        reply = Reply(t("facts.skipped", number=str(number), why=problem(why)), (DESK,))
        told = await self._others.told_staff(TellStaff(reply, roles=_who_corrects()), now)
        await self._storage.run_once(f"fact left out/{number}", ONCE, now, told)

    async def carry(self, proposal: Proposal, now: datetime) -> Sequence[Told]:
        """Whoever wanted it hears that it holds, and how many will be told. Raises
        CannotBeDoneError if the pack of this minute cannot take it."""
        before = self._contests.now
        try:
            pack = amended(before.pack, [proposal.detail])
        except PackError as error:
            log.warning("correction cannot be carried out: proposal=%d %s", proposal.number, error)
            raise CannotBeDoneError(await self._failed(proposal, problem(error), now)) from error
        if closes_all(before.pack, pack, now.astimezone(ZONE).date()):
            raise CannotBeDoneError(await self._failed(proposal, PAST, now))
        self._next = of_pack(before, pack)
        people = await self.people(before, self._next, proposal.detail, now)
        night = not awake(now.astimezone(ZONE))
        number = str(proposal.number)
        said = (
            t("facts.done_night", number=number, n=people)
            if night
            else t("facts.done", number=number, n=people)
        )
        return await self._told(proposal, Reply(said, (FACTS, DESK)), now)

    async def people(
        self, before: Contest, after: Contest, detail: Mapping[str, Any], now: datetime
    ) -> int:
        """How many were given an answer that is no longer so."""
        look_up = StoredLookUps(self._storage, NOBODY)
        old, new = (bare_turn(one, look_up, now.astimezone(ZONE)) for one in (before, after))
        diff = await difference(old, new, ids_of(detail))
        return len(await self._storage.given_to(diff.names))

    async def _failed(self, proposal: Proposal, why: Text, now: datetime) -> Sequence[Told]:
        said = t("facts.failed", number=str(proposal.number), why=why)
        return await self._told(proposal, Reply(said, (FACTS, DESK)), now)

    async def _told(self, proposal: Proposal, reply: Reply, now: datetime) -> Sequence[Told]:
        both = tuple(n for n in (proposal.by, proposal.decided_by) if n is not None)
        return await self._others.told_staff(TellStaff(reply, both), now)

    async def done(self, _: Proposal) -> None:
        """What was carried out holds from now on."""
        if self._next is not None:
            self._contests.change(self._next)
            self._next = None


def _who_corrects() -> tuple[StaffRole, ...]:
    return tuple(role for role, rights in RIGHTS.items() if "correct" in rights)
