"""Reminds officers whose unit has not reported, and brings the head the month's draft report: each
once, whatever stops and starts."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.contests import Contests
from bot.dossiers import StoredLookUps
from bot.others import Others
from contest.calendar import ZONE
from contest.deputies import Away
from contest.digest import LATEST, digest_time
from contest.pack import Reporting
from contest.reporting import Reminder, name_of, open_periods, reminder, working_days_from
from contest.staff import Member, may
from handlers.staff.monthly import made, months, told
from handlers.staff.people import in_place
from handlers.staff.reporting import reminded_of
from storage.port import Storage, Unavailable
from storage.port_staff import Staffed

log = logging.getLogger(__name__)

ONCE = "once"  # the name of a run says the period
MADE_UP_FOR = timedelta(days=7)  # after its day, a monthly report still comes by itself
AGAIN_AFTER = timedelta(minutes=10)  # a paper that could not be made is tried again


class UnitReports:
    """One of the schedule's chores."""

    def __init__(self, storage: Storage, contests: Contests, others: Others, clock: Clock) -> None:
        self._storage = storage
        self._contests = contests
        self._others = others
        self._clock = clock
        self._done: set[str] = set()  # runs that we know to be over
        self._not_before = datetime.min.replace(tzinfo=ZONE)

    async def look(self) -> None:
        """In working hours reminders, at the head's own time the report of the month before."""
        now = self._clock().astimezone(ZONE)
        how, working = self._contests.now.pack.reporting, self._contests.now.pack.working
        if how is None or not working.is_worked(now.date()):
            return
        staff = await self._storage.staff()
        if working.opens(now) == now:
            await self._remind(how, staff, now)
        month = name_of("month", now.date().replace(day=1) - timedelta(days=1))
        if month in months(how, now.date()):
            await self._bring(month, staff, now)

    # --- reminders ---

    async def _remind(self, how: Reporting, staff: list[Staffed], now: datetime) -> None:
        today, works = now.date(), self._contests.now.pack.working.is_worked
        for name in open_periods(how, today):
            due = reminder(how, name, today, works)
            if due is None or not self._any_left(due, staff):
                continue
            reported = {report.unit for report in await self._storage.unit_reports(name)}
            away = await self._others.away((s.member for s in staff), now)
            for staffed in self._meant(due, staff, reported, away):
                await self._remind_one(due, staffed, now)

    def _any_left(self, due: Reminder, staff: list[Staffed]) -> bool:
        return any(
            may(s.member, "report") and _name(due, s.member) not in self._done for s in staff
        )

    def _meant(
        self, due: Reminder, staff: list[Staffed], reported: Collection[str], away: Away
    ) -> list[Staffed]:
        """Officers of units that have not reported, who were there on its day; nobody who is away
        while somebody else of the unit is there."""
        officers = [
            s
            for s in staff
            if may(s.member, "report")
            and s.member.unit in self._contests.now.gazetteer.workplaces
            and s.member.unit not in reported
        ]
        here = {s.member.unit for s in officers if s.member.number not in away}
        return [
            s
            for s in officers
            if s.member.since.astimezone(ZONE).date() <= due.day
            and (s.member.number not in away or s.member.unit not in here)
            and s.chat.channel in self._others.channels
        ]

    async def _remind_one(self, due: Reminder, staffed: Staffed, now: datetime) -> None:
        name = _name(due, staffed.member)
        if name in self._done:
            return
        reply = reminded_of(self._contests.now.pack, due)
        messages = await self._others.to(staffed.chat, staffed.lang, reply, now, many=True)
        await self._storage.run_once(name, ONCE, now, messages)
        self._done.add(name)

    # --- the report of the month before ---

    async def _bring(self, month: str, staff: list[Staffed], now: datetime) -> None:
        if now < self._not_before or now.time() >= LATEST:
            return
        works = self._contests.now.pack.working.is_worked
        first = working_days_from(now.date().replace(day=1) - timedelta(days=1), 1, works)
        if not first <= now.date() <= first + MADE_UP_FOR:
            return
        for staffed in staff:
            if staffed.member.role == "head" and _due(staffed.member, first, now):
                await self._bring_to(month, staffed, staff, now)

    async def _bring_to(
        self, month: str, staffed: Staffed, staff: list[Staffed], now: datetime
    ) -> None:
        """A report that cannot be made holds up nothing, and is tried again later."""
        name = f"monthly/{month}/{staffed.member.number}"
        if name in self._done:
            return
        try:
            if await self._sent(month, name, staffed, staff, now):
                self._done.add(name)
                return
        except Unavailable:
            raise
        except Exception:
            log.exception("monthly report failed: member=%s", staffed.member.number)
        self._not_before = now + AGAIN_AFTER

    async def _sent(
        self, month: str, name: str, staffed: Staffed, staff: list[Staffed], now: datetime
    ) -> bool:
        contest = self._contests.now
        look_up = StoredLookUps(self._storage, staffed.chat)
        paper = await made(look_up, contest.pack, contest.gazetteer, month, now)
        reply, to = told(month, paper), staffed
        away = await self._others.away((s.member for s in staff), now)
        gone = away.get(staffed.member.number)
        if gone and gone.deputy is not None:
            to = next(s for s in staff if s.member.number == gone.deputy)
            reply = in_place(reply, [staffed.member])
        messages = await self._others.to(to.chat, to.lang, reply, now, many=True, theirs=True)
        if messages and not any(message.files for message in messages):
            return False  # the paper could not be made: without it there is nothing to say
        if messages:
            await self._storage.run_once(name, ONCE, now, messages)
        return True


def _name(due: Reminder, member: Member) -> str:
    return f"{due.name}/{member.number}"


def _due(member: Member, first: date, now: datetime) -> bool:
    """From their digest's time on; who came after that has not been waiting for it."""
    at = digest_time(member)
    if at is None:
        return False
    wanted = datetime.combine(first, at, ZONE)
    return wanted <= now and at <= now.time() and member.since <= wanted
