"""Makes the contest of today: what the release says with what was done since, learnt and then
replaced whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.calibrating import Calibrations
from bot.clock import Clock
from bot.contests import Contests
from bot.workers import Bounds, Workers, WorkersClosed
from contest.faq.answer import TAUGHT, Faq, faq_examples
from contest.faq.certainty import OUTSIDE
from contest.faq.kept import kept_or_learnt
from contest.pack import Pack
from contest.proposals import Proposal
from contest.today import APPLIES, of_today
from handlers import of_pack
from storage.port import Storage, Unavailable

log = logging.getLogger(__name__)

# learning takes four seconds on a quiet machine, and a worker that has learnt holds much memory
LEARNERS = 2  # while one calibrates for minutes, the other learns
LEARNING = Bounds(seconds=600.0, tasks=1)
AGAIN_AFTER = timedelta(hours=1)  # what could not be learnt is tried again
Examples = Mapping[str, Sequence[str]]


class Today:
    """`applied`: the numbers of the proposals that are in the contest of today; `left_out`: of
    those this release has no place for; `failed`: there is something that could not be learnt."""

    def __init__(
        self,
        contests: Contests,
        storage: Storage,
        workers: Workers,
        clock: Clock,
        learnt: Path,
    ) -> None:
        """`learnt`: the folder where what is learnt is kept."""
        self.applied: frozenset[int] = frozenset()
        self.left_out: frozenset[int] = frozenset()
        self.failed = False
        self._fit: frozenset[int] = frozenset()  # the numbers of what there is a place for
        self._contests = contests
        self._installed = contests.now.pack
        self._storage = storage
        self._workers = workers
        self._clock = clock
        self._learnt = learnt
        self._calibrations = Calibrations(workers, learnt, contests.now.pack_at)
        self._renewing, self._calibrating = asyncio.Lock(), asyncio.Lock()
        self._calibrated: datetime | None = None  # when that failed
        self._tried: tuple[Examples, datetime] | None = None  # what could not be learnt, and when

    async def renew(self) -> bool:
        """What was done since is so from now on. Returns whether the contest is another now.

        What cannot be learnt leaves the old contest as it is, and is tried again after a while.
        Raises Unavailable. Never called while the contest is being changed.
        """
        async with self._renewing:
            while True:
                pack = self._noted(await self._done())
                if pack == self._contests.now.pack and self._knows(pack):
                    self.applied, self.failed = self._fit, False
                    return False
                faq = None
                if not self._knows(pack) and (faq := await self._learns(pack)) is None:
                    return False
                async with self._contests.changing():
                    # facts may have changed meanwhile; where phrasings did, they are learnt anew
                    pack = self._noted(await self._done())
                    if (faq or self._contests.now.faq).examples == faq_examples(pack):
                        self._contests.change(of_pack(self._contests.now, pack, faq))
                        self.applied, self.failed = self._fit, False
                        return True

    @property
    def busy(self) -> bool:
        """Is something being learnt just now? What is done meanwhile is learnt with it."""
        return self._renewing.locked()

    async def look(self) -> None:
        """One of the schedule's chores: another program may have carried something out."""
        try:
            await self.renew()
        except Unavailable as error:
            log.warning("cannot look at what was done: %s", error)

    async def _done(self) -> list[Proposal]:
        return [p for p in await self._storage.proposals(("done",)) if p.kind in APPLIES]

    def _noted(self, done: Sequence[Proposal]) -> Pack:
        """The pack with it."""
        pack, left_out = of_today(self._installed, done)
        if self._is_taught(pack):
            pack = self._calibrations.applied(pack)
        left = frozenset(proposal.number for proposal in left_out)
        if left - self.left_out:
            log.warning("this release has no place for proposals %s", sorted(left))
        self.left_out = left
        self._fit = frozenset(proposal.number for proposal in done) - left
        return pack

    def _is_taught(self, pack: Pack) -> bool:
        return pack.phrasings != self._installed.phrasings

    async def calibrate(self) -> None:
        """How sure is sure enough, with what was added. Nobody waits for it: it takes minutes on a
        busy machine, and until then what was sure enough before still is."""
        if self._calibrating.locked():
            return
        async with self._calibrating:
            pack, now = self._contests.now.pack, self._clock()
            if not self._is_taught(pack) or not self._calibrations.wanted(pack):
                return
            if self._calibrated and now < self._calibrated + AGAIN_AFTER:
                return
            try:
                await self._calibrations.find(pack, self._installed)
            except WorkersClosed:
                return
            except Exception:
                log.exception("what staff have added cannot be calibrated")
                self._calibrated = now
                return
            await self.look()

    def _knows(self, pack: Pack) -> bool:
        """Has what is answered with been learnt from just these phrasings?"""
        return self._contests.now.faq.examples == faq_examples(pack)

    async def _learns(self, pack: Pack) -> Faq | None:
        """In a process of its own, which leaves in the folder what it has learnt."""
        examples, now = faq_examples(pack), self._clock()
        if self._tried and self._tried[0] == examples and now < self._tried[1] + AGAIN_AFTER:
            return None
        try:
            await self._workers.run(_learn, examples, self._learnt)
            faq = await asyncio.to_thread(Faq, pack, self._learnt, TAUGHT)
        except WorkersClosed:
            return None
        except Exception:
            log.exception("what staff have added cannot be learnt: the old answers go on")
            self._tried, self.failed = (examples, now), True
            return None
        self._tried = None
        return faq


def _learn(examples: Examples, folder: Path) -> None:
    kept_or_learnt(TAUGHT, examples, folder, OUTSIDE)
