"""What would change if something were taught, tried on a copy in a process of its own."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from pathlib import Path

from bot.today import Today
from bot.workers import Workers
from contest.faq.answer import Faq, faq_examples
from contest.faq.certainty import OUTSIDE
from contest.faq.kept import kept_or_learnt
from contest.faq.trying import Tried, left_out, tried
from contest.pack import Pack
from contest.reading import by_voice, folder_of
from contest.teaching import Teaching, with_taught

log = logging.getLogger(__name__)

NAME = "trial"  # under which what the copy has learnt is kept
MOST_REMEMBERED = 8


class Trials:
    """Each takes seconds, so what was found is remembered until the contest is another."""

    def __init__(self, today: Today, workers: Workers, learnt: Path) -> None:
        """`learnt`: the folder where what is learnt is kept."""
        self._today = today
        self._workers = workers
        self._learnt = learnt
        self._known: OrderedDict[str, Tried] = OrderedDict()
        self._of = today.contest  # of which it is known
        self._trying = asyncio.Lock()

    async def tried(self, teaching: Teaching) -> Tried | None:
        """None: it could not be tried."""
        async with self._trying:
            contest = self._today.contest
            if contest is not self._of:
                self._of, self._known = contest, OrderedDict()
            key = json.dumps(teaching.detail, sort_keys=True)
            if key not in self._known:
                try:
                    self._known[key] = await self._workers.run(
                        _tried, contest.pack, contest.pack_at, teaching, self._learnt
                    )
                except Exception:
                    log.exception("what is to be taught cannot be tried")
                    return None
                while len(self._known) > MOST_REMEMBERED:
                    self._known.popitem(last=False)
            return self._known[key]


def _tried(pack: Pack, pack_at: str, teaching: Teaching, folder: Path) -> Tried:
    voices = by_voice(folder_of(pack_at), "faq/phrasings", pack.topics)
    without, held_out = left_out(pack, voices)
    learnt = kept_or_learnt(NAME, faq_examples(without), folder, OUTSIDE)
    with_it = Faq(with_taught(without, teaching))
    return tried(Faq(without, model=learnt), with_it, teaching, held_out)
