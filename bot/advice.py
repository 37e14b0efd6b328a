"""Nobody waits for advice that will not come: whose deadline is over hears that, once."""

from __future__ import annotations

from bot.clock import Clock
from bot.contests import Contests
from bot.others import Others
from contest import codes
from contest.advice import in_order
from contest.calendar import ZONE
from contest.reminding import awake
from dialog.reply import Reply, t
from handlers.turn import Tell, to_dossier
from storage.port import Storage

ONCE = "once"


class LateWishes:
    """One of the schedule's chores."""

    def __init__(self, storage: Storage, contests: Contests, others: Others, clock: Clock) -> None:
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock

    async def look(self) -> None:
        now = self._clock().astimezone(ZONE)
        pack = self._contests.now.pack
        if not pack.checklist.advice or now.date() <= pack.deadline or not awake(now):
            return
        wishes = await self._storage.wishes()
        still = in_order(wishes, pack.deadline, now.date())
        for wish in wishes:
            if wish in still:
                continue
            said = Reply(t("advice.late", code=codes.shown(wish.code)), (to_dossier(wish.code),))
            told = await self._others.told(Tell(wish.code, ("owner", "helper"), said), now)
            await self._storage.run_once(f"advice/{wish.code}/{wish.number}", ONCE, now, told)
