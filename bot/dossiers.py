"""What a turn has to do with dossiers: how they are read for it, and what of it is saved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from bot.channels.port import Doing
from bot.exporting import Exporter, NotMade
from bot.trials import Trials
from contest.advice import Wish
from contest.announcing import Became, Reach, Segment
from contest.deputies import Absence
from contest.desk import Case
from contest.digest import Charted, Counts, KeptCounts, List, Pressing, Window
from contest.dossier import (
    Consent,
    Deed,
    Dossier,
    HandedIn,
    Invitation,
    Located,
    MovedTo,
    Noted,
    Opened,
)
from contest.exports import Reader, Wanted
from contest.extensions import Trace
from contest.faq.grouping import Gap, gaps
from contest.faq.model import Model
from contest.faq.trying import Trial
from contest.outages import Outage
from contest.proposals import OPEN, Proposal, ProposalState
from contest.reporting import ByPlace, UnitReport
from contest.review import HandedInRow, UnderReview
from contest.staff import Audited, Member, StaffGroup, StaffInvitation, token_of
from contest.teaching import Teaching
from dialog.event import ChatRef
from dialog.place import Answers
from dialog.reply import Stored, Text
from handlers.dossier.contents import mentioned
from handlers.turn import dialog_of_dossier, dossier_of_dialog
from storage.port import Answered, ChatFile, Held, Snapshot, Storage

log = logging.getLogger(__name__)

R = TypeVar("R")
AUDIT_LINES = 20  # of one screen
EVERY_LOOK = 10_000  # at one dossier: more than anybody ever takes
MOST_GAPS = 500  # questions that are put together at once


@dataclass(frozen=True, slots=True)
class StoredLookUps:
    """See `handlers.turn.LookUps`."""

    storage: Storage
    chat: ChatRef
    doing: Mapping[str, Callable[[], Doing]] = field(default_factory=dict)  # by channel
    exporter: Exporter | None = None
    served: Collection[str] = ()  # the channels
    trials: Trials | None = field(default=None, kw_only=True)

    async def invitation(self, invitation: str) -> Invitation | None:
        return await self.storage.invitation(invitation)

    async def dossier(self, code: str) -> tuple[Dossier, Answers] | None:
        held = await self.storage.dossier(code)
        return (held.dossier, held.answers) if held else None

    async def consents(self) -> Sequence[Consent]:
        return await self.storage.consents(self.chat)

    async def staff(self) -> Sequence[Member]:
        return [staffed.member for staffed in await self.storage.staff()]

    async def staff_invitation(self, code: str) -> StaffInvitation | None:
        return await self.storage.staff_invitation(token_of(code))

    async def audit(self, before: int | None = None) -> Sequence[Audited]:
        return await self.storage.audit(before=before, most=AUDIT_LINES)

    async def cases(self) -> Sequence[Case]:
        return [waiting.case for waiting in await self.storage.desk(listed=True)]

    async def case(self, number: int) -> Case | None:
        found = await self.storage.case(number)
        return found.case if found else None

    async def proposals(self, states: Sequence[ProposalState]) -> Sequence[Proposal]:
        return await self.storage.proposals(states)

    async def proposal(self, number: int) -> Proposal | None:
        return await self.storage.proposal(number)

    async def reach(self, segment: Segment) -> Reach:
        return await self.storage.reach(segment, self.served)

    async def became(self, announcement: int, most: int = 0) -> Became:
        return await self.storage.became(announcement, most)

    async def units_with_dossiers(self) -> set[str]:
        return await self.storage.units_with_dossiers()

    async def outages(self, since: datetime) -> Sequence[Outage]:
        return await self.storage.outages(since)

    async def traces(self, since: datetime) -> Sequence[Trace]:
        return await self.storage.traces(since)

    async def wishes(self) -> Sequence[Wish]:
        return await self.storage.wishes()

    async def wishes_of(self, code: str) -> Sequence[Wish]:
        return await self.storage.wishes_of(code)

    async def under_review(self, code: str) -> UnderReview | None:
        return await self.storage.under_review(code)

    async def handed_in(self, field_step: str) -> Sequence[HandedInRow]:
        return await self.storage.handed_in(field_step)

    async def audit_of(self, code: str) -> Sequence[Audited]:
        return await self.storage.audit_of(code, most=EVERY_LOOK)

    async def groups(self) -> Sequence[StaffGroup]:
        return [grouped.group for grouped in await self.storage.groups()]

    async def gaps(self, model: Model) -> Sequence[Gap]:
        open_gaps = await self.storage.gaps(MOST_GAPS)
        seen_to = await self.storage.proposals((*OPEN, "done"), "teaching")
        numbers = {number for one in seen_to for number in Teaching.of(one.detail).questions}
        left = [question for question in open_gaps if question.number not in numbers]
        return await asyncio.to_thread(gaps, model, left)

    async def tried(self, teaching: Teaching, member: int, back: str) -> Trial:
        return await self.trials.tried(teaching, member, back) if self.trials else "failed"

    async def given(self) -> Mapping[str, datetime]:
        return await self.storage.given_of(self.chat)

    async def given_count(self, names: Sequence[str]) -> int:
        return len(await self.storage.given_to(names))

    async def counts(self, window: Window) -> Counts:
        return await self.storage.counts(window)

    async def kept_counts(self, until: date) -> KeptCounts | None:
        return await self.storage.kept_counts(until)

    async def chart(self, weeks: Sequence[datetime], field_step: str) -> Charted:
        return await self.storage.chart(weeks, field_step)

    async def pressing(self, what: List, window: Window, most: int) -> Sequence[Pressing]:
        return await self.storage.pressing(what, window, most)

    async def unit_reports(self, period: str) -> Sequence[UnitReport]:
        return await self.storage.unit_reports(period)

    async def reminded_on(self, period: str) -> date | None:
        return await self.storage.reminded_on(period)

    async def absences(self, since: date) -> Sequence[Absence]:
        return await self.storage.absences(since)

    async def by_place(self, field_step: str) -> ByPlace:
        return await self.storage.by_place(field_step)

    async def read(self, make: Callable[[Reader], R]) -> R:
        return await self.storage.exported(make)

    async def exported(self, wanted: Wanted, name: Text) -> tuple[Stored, int] | None:
        assert self.exporter is not None, "asked for in a turn only"
        try:
            return await self.exporter.made(wanted, name)
        except NotMade:
            log.exception("export failed: %s %s", wanted.export, wanted.format)
            return None

    def down(self) -> Mapping[str, float]:
        now = {name: doing() for name, doing in self.doing.items()}
        return {name: how.seconds for name, how in now.items() if how.stuck}


def all_answers(snapshot: Snapshot) -> dict[str, Answers]:
    """Of the chat's own dialogs, and of the dossiers it may answer, by dialog."""
    own = snapshot.chat.answers
    return {**own, **{dialog_of_dossier(h.dossier.code): h.answers for h in snapshot.dossiers}}


def of_chat(answers: Mapping[str, Answers]) -> dict[str, Answers]:
    """What belongs to the chat: a dossier's answers belong to the dossier."""
    return {name: a for name, a in answers.items() if dossier_of_dialog(name) is None}


def of_dossiers(
    before: Sequence[Held],
    answers: Mapping[str, Answers],
    deeds: Iterable[Deed],
    files: Sequence[ChatFile],
) -> tuple[Answered, ...]:
    """The dossiers a turn has answered or moved, each with the files that are now its own."""
    held = {h.dossier.code: h for h in before}
    opened = {deed.code for deed in deeds if isinstance(deed, Opened)}
    moved = {deed.code for deed in deeds if isinstance(deed, MovedTo | Located | HandedIn)}
    noted = [deed for deed in deeds if isinstance(deed, Noted)]
    given = {code: a for name, a in answers.items() if (code := dossier_of_dialog(name))}
    found = []
    for code in dict.fromkeys((*given, *moved, *(n.code for n in noted))):
        if code not in held and code not in opened:
            continue
        now = given.get(code) or (held[code].answers if code in held else Answers())
        named = mentioned(now.to_json()) | mentioned([n.detail for n in noted if n.code == code])
        own = tuple(file for file in files if file.sha256 in named)
        same = code in held and now == held[code].answers and code not in moved
        if not same or own:
            found.append(Answered(code, held[code].version if code in held else 0, now, own))
    return tuple(found)
