"""Brings questions to the staff, and to more of them the longer nobody takes one.

Each step is one conditional change of the question together with the messages that say so: whoever
else brings it, or dies in between, it is brought once.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.clock import Clock
from bot.contests import Contests
from bot.groups import Groups
from bot.others import Others
from contest.calendar import ZONE
from contest.deputies import Absence, away_on
from contest.desk import Bringing, Case, bringing, in_place_of, routed, sitting
from contest.faq.normalise import fold
from contest.pack import Topic
from contest.reminding import awake
from contest.staff import Member
from dialog.event import ChatRef
from handlers.entrant.with_staff import expected
from handlers.staff.people import in_place
from handlers.staff.questions import brought, many_more
from handlers.turn import TellAsker, TellStaff
from storage.port import Pending, Storage, Told, Unavailable
from storage.port_questions import Waiting

log = logging.getLogger(__name__)

MOST_AT_ONCE = 3  # questions a member is sent at once; of more, they are told how many there are


@dataclass
class _Look:
    """One look at the desk."""

    now: datetime
    staff: dict[ChatRef, Member]  # whom a served channel reaches
    open: dict[int, Waiting]  # as it changes while we look
    left: int  # that may still be brought
    absences: Sequence[Absence]
    groups: set[int] = field(default_factory=set)  # that have heard of one
    sent: Counter[int] = field(default_factory=Counter)  # by member


class Desk:
    def __init__(
        self,
        storage: Storage,
        contests: Contests,
        others: Others,
        groups: Groups,
        clock: Clock,
        saved: Callable[[ChatRef, Pending | None], None],
    ) -> None:
        """`saved` is told of each chat there is something to send to."""
        self._storage = storage
        self._contests = contests
        self._others = others
        self._groups = groups
        self._clock = clock
        self._saved = saved
        self._looking = asyncio.Lock()

    async def look(self) -> None:
        """Bring what has to be brought now. At night nobody is woken: it is done in the morning."""
        async with self._looking:
            now = self._clock().astimezone(ZONE)
            if not awake(now):
                return
            try:
                await self._look(now)
            except Unavailable as error:  # the schedule will come back to it
                log.warning("cannot look at the desk: %s", error)

    async def _look(self, now: datetime) -> None:
        served = self._others.channels
        everybody = await self._storage.staff()
        staff = {s.chat: s.member for s in everybody if s.chat.channel in served}
        if not staff:
            return
        waiting = await self._storage.desk()
        absences = await self._storage.absences(now.date())
        look = _Look(now, staff, {w.case.number: w for w in waiting}, len(waiting), absences)
        for one in waiting:
            look.left -= 1
            await self._one(one, look)

    async def _one(self, one: Waiting, look: _Look) -> None:
        """A question that cannot be brought holds up no other."""
        try:
            if one.case.role is None and self._is_asked_before(one, look):
                await self._storage.fold(one.case.number, one.case.version, look.now)
                del look.open[one.case.number]
            else:
                await self._bring(one, look)
        except Unavailable:
            raise
        except Exception:
            log.exception("cannot be brought: question=%d", one.case.number)

    @staticmethod
    def _is_asked_before(one: Waiting, look: _Look) -> bool:
        """The same words by the same person: whoever says that an answer is not it, and that none
        of the others is, and then wants a human, has one question."""
        words = fold(one.case.asked.text)
        theirs = [
            other.case.asked.text
            for number, other in look.open.items()
            if other.chat == one.chat and number < one.case.number
        ]
        return bool(words) and any(fold(text) == words for text in theirs)

    async def _bring(self, one: Waiting, look: _Look) -> None:
        case = one.case
        if case.role is None:
            role, unit = routed(self._topic(case), case.unit)
            case = replace(case, role=role, unit=unit or case.unit)
        members = [member for chat, member in look.staff.items() if chat != one.chat]
        cases = [other.case for other in look.open.values()]
        hours = self._contests.now.pack.working
        away = away_on(look.absences, members, look.now.date())
        to = bringing(case, members, cases, hours, look.now, away)
        if to is None:
            return
        by_number = {member.number: member for member in members}
        places = {
            number: [by_number[m] for m in in_place_of(case, to.role, by_number[number], away)]
            for number in to.to
        }
        told = await self._told(to, look, places)
        if case.version == 0 and self._first_of(one, look):
            there = sitting(to.role, to.unit, members, away)
            reply = expected(case.number, to, there, hours, look.now)
            told += await self._others.told_asker(TellAsker(case.number, reply), look.now)
        told += await self._groups.waiting(to, case, cases, look.groups, look.now)
        if await self._storage.bring(to, told, look.now):
            look.sent.update(to.to)
            done = replace(case, level=to.level, brought_to=to.to, claimed_by=None)
            look.open[case.number] = replace(one, case=done)
            for chat in {one_told.chat for one_told in told}:
                self._saved(chat, None)

    def _topic(self, case: Case) -> Topic | None:
        """What it is about: of what was answered wrongly, whatever else it is likely to be."""
        asked, topics = case.asked, self._contests.now.pack.topics
        if asked.topic and asked.kind != "wrong":
            return topics.get(asked.topic)
        near = self._contests.now.faq.decide(asked.text).topics
        return next((topic for topic in near if topic.id != asked.topic), None)

    @staticmethod
    def _first_of(one: Waiting, look: _Look) -> bool:
        """Is this the only one of theirs on the desk, and were they told that it is kept?"""
        theirs = [w for w in look.open.values() if w.chat == one.chat and w.case.level]
        return not theirs and one.case.asked.kind != "wrong"

    async def _told(
        self, to: Bringing, look: _Look, places: Mapping[int, Sequence[Member]]
    ) -> list[Told]:
        """A few at once; then how many more there are, once: they stand in the list.

        `places`: for whom each of them is told, beside themselves.
        """
        whole = await self._storage.case(to.number)
        if whole is None:
            return []
        case = replace(whole.case, unit=to.unit, role=to.role, level=to.level)
        found: list[Told] = []
        for number in to.to:
            sent = look.sent[number]
            if sent > MOST_AT_ONCE:
                continue
            reply = (
                many_more(look.left + 1)
                if sent == MOST_AT_ONCE
                else brought(self._contests.now, case, look.now)
            )
            if places[number]:
                reply = in_place(reply, places[number])
            tell = TellStaff(reply, (number,), for_them=True)  # deputies have been seen to
            found += await self._others.told_staff(tell, look.now)
        return found
