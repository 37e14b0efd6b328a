"""Announcements on their way: made for each channel and language once, and told of when over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.channels.shape import shaped
from bot.clock import Clock
from bot.contests import Contests
from bot.others import Others
from bot.proposals import Carried
from contest.announcing import Announcement
from contest.proposals import Proposal
from dialog.event import ChatRef
from dialog.reply import Reply
from handlers.staff import announced
from handlers.turn import TellStaff
from storage.port import ChatFile, Pending, Storage, Told
from storage.port_announcing import ToMany

ONCE = "once"  # an announcement's number says which


class Announcements:
    """`carry` is the carrier of its kind of proposal; `look` one of the schedule's chores."""

    def __init__(
        self,
        storage: Storage,
        contests: Contests,
        others: Others,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`saved` is told of each chat there is something to send to."""
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._saved = saved
        self._over: set[int] = set()  # whose end was told, as far as we know

    async def carry(self, proposal: Proposal, now: datetime) -> Carried:
        announcement = Announcement.from_json(proposal.detail)
        pack, others = self._contests.now.pack, self._others
        reply = announced.message(pack, announcement)
        bodies = {}
        files: tuple[ChatFile, ...] = ()
        for lang in pack.languages:
            message = await others.teller.told(reply, lang)
            files = tuple(others.teller.files_of(message))
            for name, channel in others.channels.items():
                parts = shaped(message, channel.abilities)
                bodies[name, lang] = tuple(part.to_json() for part in parts)
        rest = others.default_lang
        if rest not in pack.languages:
            rest = pack.languages[0]
        paced = frozenset(name for name, c in others.channels.items() if c.abilities.paced)
        many = ToMany(announcement.segment, bodies, rest, paced, files)
        return Carried(await self._tell(proposal, announced.begun(proposal.number), now), many)

    async def look(self) -> None:
        """Who wanted it hears how it ended, once."""
        for proposal in await self._storage.proposals(("done",), "announcement"):
            if proposal.number in self._over:
                continue
            became = await self._storage.became(proposal.number)
            if not became.finished:
                continue
            now = self._clock()
            told = await self._tell(proposal, announced.ended(proposal.number, became), now)
            await self._storage.run_once(f"announced/{proposal.number}", ONCE, now, told)
            self._over.add(proposal.number)
            for chat in {one.chat for one in told}:
                self._saved(chat, None)

    async def _tell(self, proposal: Proposal, reply: Reply, now: datetime) -> Sequence[Told]:
        both = tuple({n for n in (proposal.by, proposal.decided_by) if n is not None})
        return await self._others.told_staff(TellStaff(reply, both), now)
