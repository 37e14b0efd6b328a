"""What would change if something were taught, tried on a copy in a process of its own.

It takes seconds, and nobody waits for it: whoever asks is told when it is known.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.clock import Clock
from bot.contests import Contests
from bot.others import Others
from bot.tasks import Tasks
from bot.workers import Workers, WorkersClosed
from contest.faq.answer import Faq, faq_examples
from contest.faq.certainty import OUTSIDE
from contest.faq.kept import kept_or_learnt
from contest.faq.trying import Trial, Tried, left_out, tried
from contest.pack import Pack
from contest.reading import by_voice, folder_of
from contest.teaching import Teaching, with_taught
from dialog.event import ChatRef
from dialog.reply import Button, Reply, t
from handlers.staff.people import DESK
from handlers.turn import Contest, TellStaff
from storage.port import Pending, Storage, Unavailable

log = logging.getLogger(__name__)

NAME = "trial"  # under which what the copy has learnt is kept
MOST_REMEMBERED = 8
MOMENT = 1.0  # seconds


class Trials:
    """What was found is remembered until the contest is another."""

    def __init__(
        self,
        contests: Contests,
        workers: Workers,
        learnt: Path,
        tasks: Tasks,
        storage: Storage,
        others: Others,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`learnt`: the folder where what is learnt is kept; `saved` is told of each chat there is
        something to send to."""
        self.moment = MOMENT
        self._contests = contests
        self._workers = workers
        self._learnt = learnt
        self._tasks = tasks
        self._storage = storage
        self._others = others
        self._clock = clock
        self._saved = saved
        self._of = contests.now  # of which it is known
        self._known: OrderedDict[str, Trial] = OrderedDict()
        self._ends: dict[str, asyncio.Event] = {}  # of what is being tried
        self._asked: dict[str, set[tuple[int, str]]] = {}  # who is told, by what is tried

    async def tried(self, teaching: Teaching, member: int, back: str) -> Trial:
        """What is known of it. If nothing is, it is tried; the member hears when it is known, if
        that takes more than a moment. `back`: the button that leads to it."""
        contest = self._contests.now
        if contest is not self._of:
            self._of, self._known = contest, OrderedDict()
        key = json.dumps(teaching.detail, sort_keys=True)
        if key not in self._known:
            self._known[key] = "trying"
            self._tasks.start("trial", self._try(key, contest, teaching))
            while len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)
        if self._known[key] == "trying":
            await self._wait(key)
        found = self._known.get(key, "failed")
        if found == "trying":
            self._asked.setdefault(key, set()).add((member, back))
        return found

    async def _wait(self, key: str) -> None:
        """Not for long: who is in a turn holds the contest as it is."""
        known = self._ends.setdefault(key, asyncio.Event())
        with suppress(TimeoutError):
            await asyncio.wait_for(known.wait(), self.moment)

    async def _try(self, key: str, contest: Contest, teaching: Teaching) -> None:
        found: Trial = "failed"
        try:
            found = await self._workers.run(
                _tried, contest.pack, contest.pack_at, teaching, self._learnt
            )
        except WorkersClosed:
            return
        except Exception:
            log.exception("what is to be taught cannot be tried")
        if contest is self._of:
            self._known[key] = found
        if ended := self._ends.pop(key, None):
            ended.set()
        for member, back in self._asked.pop(key, set()):
            await self._tell(member, back)

    async def _tell(self, member: int, back: str) -> None:
        now = self._clock()
        reply = Reply(t("teach.trial_done"), (Button(t("teach.look"), back), DESK))
        try:
            told = await self._others.told_staff(TellStaff(reply, (member,)), now)
            await self._storage.run_once("tried", f"{member}/{now.isoformat()}", now, told)
        except Unavailable as error:  # pressed once more, it is there
            log.warning("cannot tell that it was tried: %s", error)
            return
        for chat in {one.chat for one in told}:
            self._saved(chat, None)


def _tried(pack: Pack, pack_at: str, teaching: Teaching, folder: Path) -> Tried:
    voices = by_voice(folder_of(pack_at), "faq/phrasings", pack.topics)
    without, held_out = left_out(pack, voices)
    learnt = kept_or_learnt(NAME, faq_examples(without), folder, OUTSIDE)
    with_it = Faq(with_taught(without, teaching))
    return tried(Faq(without, model=learnt), with_it, teaching, held_out)
