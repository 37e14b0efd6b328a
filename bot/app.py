"""Puts the rooms together. No logic: what is built here is decided elsewhere."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from bot import clock as real_clock
from bot.advice import LateWishes
from bot.announcing import Announcements
from bot.channels.port import Channel, Doing
from bot.clock import Clock
from bot.config import LEARNT, LINKS_KEY, Settings
from bot.contests import Contests
from bot.desk import Desk
from bot.digest import Digests
from bot.exporting import BOUNDS, Exporter
from bot.extending import Extending
from bot.facts import Facts
from bot.file_links import FileLinks
from bot.groups import Groups
from bot.intake import Intake
from bot.lanes import Lanes
from bot.looking import Looker
from bot.others import Others
from bot.outages import Pulse
from bot.outbox import Outbox
from bot.pages import Pages, new_token
from bot.proposals import Carrier, Proposals
from bot.recalling import Recalls
from bot.reminding import Reminders
from bot.reporting import UnitReports
from bot.schedule import Schedule
from bot.tasks import Tasks
from bot.teaching import Lessons
from bot.telling import Teller
from bot.texts import Texts
from bot.today import LEARNERS, LEARNING, Today
from bot.trials import Trials
from bot.turn import KEYED_WAIT, Look, Route, Turns
from bot.workers import Workers
from contest.documents.facts import Limits
from contest.proposals import Proposal
from contest.reading import load
from contest.staff import ProposalKind
from contest.today import APPLIES
from handlers import contest_of, route
from handlers.turn import Contest
from storage import open_files, open_storage
from storage.port import Ages, Pending, Storage

log = logging.getLogger(__name__)

FINISH_WITHIN = 20.0  # seconds that answers under way get when the program is asked to stop


def contest_from(settings: Settings) -> Contest:
    """The contest of this installation. Raises PackError."""
    return contest_of(
        load(settings.contest_pack),
        settings.address,
        settings.contest_pack,
        settings.data_dir / LEARNT,
    )


class App:
    """The running program: storage, contest and the hops between, without any channel yet."""

    def __init__(
        self,
        settings: Settings,
        *,
        storage: Storage | None = None,
        contest: Contest | None = None,
        clock: Clock = real_clock.now,
        handle: Route = route,
        settle: timedelta = KEYED_WAIT,
        draw: Callable[[int], int] = secrets.randbelow,
        draw_token: Callable[[], str] = new_token,
        workers: Workers | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.texts = Texts()
        self.contests = Contests(contest or contest_from(settings))
        self.storage = storage or open_storage(settings.storage_url)
        self.learners = workers or Workers(LEARNERS, LEARNING)
        learnt = settings.data_dir / LEARNT
        self.today = Today(self.contests, self.storage, self.learners, clock, learnt)
        self.files = open_files(settings.data_dir / "files")
        self.tasks = Tasks()
        self._work = Tasks()  # lanes and senders: finished before the program stops
        self.channels: dict[str, Channel] = {}
        self.sent: list[Callable[[Pending], None]] = []
        self.chores: list[Callable[[], Awaitable[None]]] = []  # done each minute
        self.doing: dict[str, Callable[[], Doing]] = {}  # by channel, of those that can fail
        self.workers = workers or Workers()
        self.export_workers = workers or Workers(1, BOUNDS)
        limits = Limits(max_bytes=settings.max_file_mb * 1_000_000)
        self.look: Look = Looker(self.files, self.workers, limits).facts
        self.teller = Teller(self.texts, self.files, self.workers)
        self.outbox = Outbox(self.storage, self.channels, clock, self._work, self._tell_sent)
        keep = timedelta(days=settings.keep_messages_days)
        public = settings.web_public_url.rstrip("/")
        self.links = FileLinks(public, self.texts, settings.data_dir / LINKS_KEY, keep)
        self.others = Others(self.storage, self.channels, self.teller, settings.bot_language)
        trials = Trials(
            self.contests,
            self.learners,
            learnt,
            self._work,
            self.storage,
            self.others,
            clock,
            self.outbox.wake,
        )
        self.turns = Turns(
            self.storage,
            self.channels,
            self.contests,
            self.teller,
            self.links,
            clock,
            settings.bot_language,
            self.outbox.wake,
            self.look,
            draw,
            Pages(settings.address, self.texts, draw_token),
            self.others,
            self._wake_desk,
            handle,
            settle,
            self.doing,
            Exporter(
                self.storage,
                self.files,
                self.export_workers,
                self.texts,
                self.contest.pack_at,
                clock,
            ),
            trials,
        )
        self.groups = Groups(self.storage, self.others, clock, self.outbox.wake)
        self.desk = Desk(
            self.storage, self.contests, self.others, self.groups, clock, self.outbox.wake
        )
        self.chores.append(self.desk.look)
        self.announcements = Announcements(
            self.storage, self.contests, self.others, clock, self.outbox.wake
        )
        self.facts = Facts(self.storage, self.contests, self.others, clock)
        self.recalls = Recalls(self.storage, self.contests, self.others, clock, self.outbox.wake)
        self.lessons = Lessons(self.storage, self.today, self.others, clock, self.outbox.wake)
        carriers: dict[ProposalKind, Carrier] = {
            "announcement": self.announcements.carry,
            "extension": Extending(self.storage, self.others),
            "fact": self.facts.carry,
            "teaching": self.lessons.carry,
        }
        self.proposals = Proposals(
            self.storage,
            carriers,
            clock,
            self.outbox.wake,
            self._carried_out,
            {"fact": self.contests.changing},
        )
        self.chores += [
            self.proposals.look,
            self.announcements.look,
            self.recalls.look,
            self._learn_aside,
        ]
        self.lanes = Lanes(self._work, self.turns.take)
        self.intake = Intake(self.storage, self.lanes.put)
        self.reminders = Reminders(self.storage, self.contests, self.others, clock)
        self.digests = Digests(
            self.storage, self.contests, self.others, clock, self.doing, self.groups
        )
        self.chores.append(self.digests.look)
        self.unit_reports = UnitReports(self.storage, self.contests, self.others, clock)
        self.chores.append(self.unit_reports.look)
        self.late_wishes = LateWishes(self.storage, self.contests, self.others, clock)
        self.chores.append(self.late_wishes.look)
        self.pulse = Pulse(self.storage, clock, self.doing)
        self.schedule = Schedule(
            self.storage,
            self.files,
            self.ages,
            clock,
            keep,
            self.contest.pack.checklist.keep_until,
            self.reminders.look,
            self.chores,
        )

    async def start(self, channels: Sequence[Channel], *, serve: bool = True) -> int:
        """Open everything and take up what was left. Returns how many messages that were."""
        await self.storage.open(serve=serve)  # the lock first: the files are one process's too
        await self.files.open()
        await self.links.open()
        if serve and (doubts := await self.storage.doubt_interrupted(self.clock())):
            log.warning("being sent when the last program ended, now in doubt: %d", doubts)
        self.channels.update({channel.name: channel for channel in channels})
        await self.facts.restore(tell=serve)
        await self.today.renew()
        left = await self.intake.recover()
        self.tasks.keep("outbox watch", self.outbox.watch)
        self.tasks.keep("schedule", self.schedule.watch)
        if serve:
            self.tasks.keep("pulse", self.pulse.watch)
        return left

    async def ages(self) -> Ages:
        """How long anything has waited, on the channels that are served here."""
        return await self.storage.ages(self.clock(), list(self.channels))

    async def idle(self) -> None:
        """Until nothing that arrived is unanswered and nothing that is due is unsent."""
        await self._work.idle()

    async def stop(self) -> None:
        """Finish what is being answered; the rest is durable, and the next start takes it up."""
        self.lanes.close()
        self.outbox.drain()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._work.idle(), FINISH_WITHIN)
        self.outbox.close()
        await self._work.stop()
        await self.tasks.stop()
        await self.workers.close()
        await self.export_workers.close()
        await self.learners.close()
        await self.storage.close()

    @property
    def contest(self) -> Contest:
        """As it is now."""
        return self.contests.now

    async def _carried_out(self, proposal: Proposal) -> None:
        if proposal.kind == "fact":
            await self.facts.done(proposal)
        if proposal.kind in APPLIES:
            await self._learn_aside()

    def _wake_desk(self) -> None:
        self._work.start("desk", self.desk.look())
        self._work.start("proposals", self.proposals.look())

    async def _learn_aside(self) -> None:
        """Nothing waits for what takes seconds, or minutes."""
        if not self.today.busy:
            self._work.start("learning", self._learn())
        self.tasks.start("calibration", self.today.calibrate())

    async def _learn(self) -> None:
        """What changed how questions are understood, and whom to tell that it has."""
        await self.today.look()
        await self.lessons.look()

    def _tell_sent(self, message: Pending) -> None:
        for told in self.sent:
            told(message)
