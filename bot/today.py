"""The contest of today, held in one place and replaced whole: a turn that is under way goes on with
the one it began with."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.workers import Bounds, Workers, WorkersClosed
from contest.faq.answer import TAUGHT, faq_examples
from contest.faq.certainty import OUTSIDE
from contest.faq.kept import kept_or_learnt
from contest.pack import Pack
from contest.today import APPLIES, of_today
from handlers import contest_of
from handlers.turn import Contest
from storage.port import Storage, Unavailable

log = logging.getLogger(__name__)

# learning takes four seconds on a quiet machine, and a worker that has learnt holds much memory
LEARNING = Bounds(seconds=300.0, tasks=1)
AGAIN_AFTER = timedelta(hours=1)  # what could not be learnt is tried again


class Today:
    """`contest`: what is so now. `installed`: what the release says.

    `applied`: the numbers of the proposals that are in it; `left_out`: of those this release has no
    place for.
    """

    def __init__(
        self,
        contest: Contest,
        storage: Storage,
        workers: Workers,
        clock: Clock,
        learnt: Path | None = None,
    ) -> None:
        """`learnt`: the folder where what is learnt is kept."""
        self.contest = contest
        self.installed = contest.pack
        self.applied: frozenset[int] = frozenset()
        self.left_out: frozenset[int] = frozenset()
        self.failed = False  # is there something that could not be learnt?
        self._storage = storage
        self._workers = workers
        self._clock = clock
        self._learnt = learnt
        self._renewing = asyncio.Lock()
        self._tried: tuple[Pack, datetime] | None = None  # what could not be learnt, and when

    @property
    def pack(self) -> Pack:
        return self.contest.pack

    async def renew(self) -> bool:
        """What was done since is so from now on. Returns whether the contest is another now.

        What cannot be learnt leaves the old contest as it is, and is tried again after a while.
        Raises Unavailable.
        """
        async with self._renewing:
            done = [p for p in await self._storage.proposals(("done",)) if p.kind in APPLIES]
            pack, left_out = of_today(self.installed, done)
            left = frozenset(proposal.number for proposal in left_out)
            changed = pack != self.pack
            if changed and not await self._replaced_by(pack):
                return False
            if left - self.left_out:
                log.warning("this release has no place for proposals %s", sorted(left))
            self.left_out = left
            self.applied = frozenset(proposal.number for proposal in done) - left
            self.failed = False
            return changed

    async def look(self) -> None:
        """One of the schedule's chores: another program may have carried something out."""
        try:
            await self.renew()
        except Unavailable as error:
            log.warning("cannot look at what was done: %s", error)

    async def _replaced_by(self, pack: Pack) -> bool:
        now = self._clock()
        if self._tried and self._tried[0] == pack and now < self._tried[1] + AGAIN_AFTER:
            return False
        try:
            self.contest = await self._built(pack)
        except WorkersClosed:
            return False
        except Exception:
            log.exception("what staff have added cannot be learnt: the old answers go on")
            self._tried, self.failed = (pack, now), True
            return False
        self._tried = None
        return True

    async def _built(self, pack: Pack) -> Contest:
        """The heavy part in a process of its own, which leaves in the folder what it has learnt."""
        before, examples = self.contest, faq_examples(pack)
        if self._learnt and examples != faq_examples(before.pack):
            await self._workers.run(_learn, examples, self._learnt)
        return await asyncio.to_thread(
            contest_of, pack, before.address, before.pack_at, self._learnt, before
        )


def _learn(examples: Mapping[str, Sequence[str]], folder: Path) -> None:
    kept_or_learnt(TAUGHT, examples, folder, OUTSIDE)
