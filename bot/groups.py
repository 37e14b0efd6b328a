"""Groups of staff: what is said there is neither read nor kept; they are told that something waits.

A channel that has groups hands over the commands that are typed there, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.others import Others
from contest import codes
from contest.desk import HEADS, ROLE, Bringing, Case
from contest.staff import token_of
from dialog.event import ChatRef
from dialog.reply import Reply, t
from handlers.staff import groups
from handlers.staff.people import DESK
from handlers.turn import TellStaff
from storage.port import Pending, Storage, Told
from storage.port_groups import Grouped

Private = Callable[[], str]  # the address of the assistant's own chat; empty: not known yet
TO_DESK = "viec"  # what that address carries to lead to the questions of whoever opens it


class Groups:
    def __init__(
        self,
        storage: Storage,
        others: Others,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`saved` is told of each chat there is something to send to."""
        self.private: dict[str, Private] = {}  # by channel, of those that have groups
        self._storage = storage
        self._others = others
        self._clock = clock
        self._saved = saved

    async def typed(self, chat: ChatRef, text: str) -> None:
        """A command that was typed in a group, without its name. Only a code of ours does
        something; whoever wants anything else is told where, at most once a minute."""
        now = self._clock()
        code = codes.read(text)
        invitation = await self._storage.group_invitation(token_of(code)) if code else None
        if code and invitation and invitation.good(now):
            told = [*await self.told(chat, groups.tied(invitation), now)]
            hears = Reply(t("groups.is_tied", number=str(invitation.number)), (groups.BUTTON, DESK))
            told += await self._others.told_staff(TellStaff(hears, (invitation.by,)), now)
            done = await self._storage.tie_group(token_of(code), chat, now, told)
        else:
            told = await self.told(chat, groups.in_private(), now)
            minute = f"{chat.id}/{now:%m%d%H%M}"
            done = await self._storage.run_once("group", minute, now, told)
        if done:
            for one in told:
                self._saved(one.chat, None)

    async def left(self, chat: ChatRef) -> None:
        """We are no longer in it."""
        await self._storage.untie_group(chat, self._clock())

    async def moved(self, chat: ChatRef, to: ChatRef) -> None:
        await self._storage.move_group(chat, to)

    async def all(self) -> Sequence[Grouped]:
        """Those that a served channel reaches."""
        return [g for g in await self._storage.groups() if g.chat.channel in self._others.channels]

    async def waiting(
        self, to: Bringing, case: Case, open_cases: Sequence[Case], but: set[int], now: datetime
    ) -> list[Told]:
        """A question is brought to a whole role: so it is to the role's groups, once in a look.

        `but`: numbers of groups that have heard of one in this look; those that hear now join them.
        """
        role = {ROLE: to.role, HEADS: "head"}.get(to.level)
        if role is None:
            return []
        told: list[Told] = []
        for one in await self.all():
            mine = one.group.role in (role, None) and not (to.level == HEADS and not one.group.role)
            if not mine or one.group.number in but:
                continue
            but.add(one.group.number)
            free = [c for c in open_cases if c.claimed_by is None]
            theirs = [c for c in free if one.group.role in (c.role, None, "head")]
            reply = groups.waiting(one.group, case, max(len(theirs), 1))
            told += await self.told(one.chat, reply, now)
        return told

    async def told(self, chat: ChatRef, reply: Reply, now: datetime) -> list[Told]:
        """For a group: no button does anything there, one link leads to one's own chat."""
        private = self.private.get(chat.channel)
        address = private() if private else ""
        link = (t("groups.open"), f"{address}?start={TO_DESK}") if address else None
        return await self._others.to(chat, None, replace(reply, buttons=()), now, link=link)
