"""The staff, as the storage in memory keeps them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from contest.advice import Advising, LeavingWish, OfWish, TakingWish
from contest.staff import (
    Act,
    Answering,
    Audited,
    Claiming,
    Closing,
    DigestAt,
    Ending,
    GivingBack,
    HandingOn,
    Inviting,
    InvitingGroup,
    Joining,
    Looking,
    Member,
    Naming,
    OfDossier,
    OfGaps,
    OfGroups,
    OfLists,
    OfMember,
    OfProposal,
    OfQuestion,
    OfWork,
    Proposing,
    StaffInvitation,
)
from dialog.event import ChatRef
from storage.list_rules import noted
from storage.memory_dossiers import Dossiers
from storage.memory_groups import Groups
from storage.memory_lists import Lists
from storage.memory_proposals import Proposals
from storage.memory_questions import Questions
from storage.memory_review import Reviews
from storage.memory_work import Work
from storage.port import Arrival, Conflict


@dataclass(slots=True)
class _Row:
    member: Member
    chat: ChatRef | None  # none: erased
    until: datetime | None = None


@dataclass
class Staff:
    rows: list[_Row] = field(default_factory=list)
    invitations: dict[str, StaffInvitation] = field(default_factory=dict)
    log: list[Audited] = field(default_factory=list)
    work: Work = field(default_factory=Work)
    proposals: Proposals = field(default_factory=Proposals)
    lists: Lists = field(default_factory=Lists)
    groups: Groups = field(default_factory=Groups)

    def member(self, chat: ChatRef) -> Member | None:
        found = (r.member for r in self.rows if r.chat == chat and r.until is None)
        return next(found, None)

    def today(self) -> list[tuple[Member, ChatRef]]:
        return [(r.member, r.chat) for r in self.rows if r.chat and r.until is None]

    def after(
        self,
        arrival: Arrival,
        acts: tuple[Act, ...],
        at: datetime,
        questions: Questions,
        reviews: Reviews,
        dossiers: Dossiers,
    ) -> tuple[Staff, list[ChatRef]]:
        """As it is when all of it is done, and whose turns have to be thought again. `questions`,
        `reviews` and `dossiers` are changed in place. Raises Conflict; then nothing of it may be
        kept."""
        if not acts:
            return self, []
        made, disturbed = deepcopy(self), []
        for act in acts:
            if isinstance(act, Joining):
                made.join(arrival, act, at)
            elif (member := made.member(arrival.chat)) is None:
                raise Conflict
            elif isinstance(act, OfQuestion):
                disturbed.append(questions.act(member.number, act, at))
                made.note_of(member.number, act, at)
            elif isinstance(act, OfLists):
                made.on_lists(member.number, act, dossiers, at)
            elif isinstance(act, OfGaps):
                questions.leave_out(act.questions, at)
                made.note(member.number, "left_out", at, questions=list(act.questions))
            elif isinstance(act, OfDossier):
                reviews.act(member.number, act, at, dossiers, made.note)
            else:
                made._own_act(member, act, at)
        return made, [chat for chat in disturbed if chat]

    def _own_act(
        self, member: Member, act: OfMember | OfWork | OfProposal | OfWish | OfGroups, at: datetime
    ) -> None:
        """Of the staff alone."""
        if isinstance(act, OfWork):
            here = {row.member.number for row in self.rows if row.until is None}
            what, more = self.work.act(member, here, act, at)
            self.note(member.number, what, at, **more)
        elif isinstance(act, OfProposal):
            self.propose(member.number, act, at)
        elif isinstance(act, OfWish):
            self.note_wish(member.number, act, at)
        elif isinstance(act, OfGroups):
            self.of_group(member.number, act, at)
        else:
            self.do(member.number, act, at)

    def propose(self, by: int, act: OfProposal, at: datetime) -> None:
        what, number = self.proposals.act(by, act, at)
        kind = act.kind if isinstance(act, Proposing) else None
        self.note(by, what, at, proposal=number, kind=kind)

    def note_wish(self, by: int, act: OfWish, at: datetime) -> None:
        match act:
            case TakingWish():
                self.note(by, "advice_taken", at, dossier=act.code)
            case LeavingWish():
                self.note(by, "advice_left", at, dossier=act.code)
            case Advising():
                self.note(by, "advised", at, dossier=act.code)
            case _:
                assert_never(act)

    def of_group(self, by: int, act: OfGroups, at: datetime) -> None:
        self.groups.act(by, act)
        if isinstance(act, InvitingGroup):
            self.note(by, "chat_group_invited", at, role=act.role)
        else:
            self.note(by, "chat_group_ended", at, chat_group=act.group)

    def tie(self, token: str, chat: ChatRef, at: datetime) -> bool:
        tied = self.groups.tie(token, chat, at)
        if tied is not None:
            self.note(tied.by, "chat_group_tied", at, chat_group=tied.number)
        return tied is not None

    def untie(self, chat: ChatRef, at: datetime) -> bool:
        untied = self.groups.untie(chat)
        if untied is not None:
            self.note(None, "chat_group_ended", at, chat_group=untied.number)
        return untied is not None

    def carry_out(self, number: int, at: datetime) -> bool:
        if not self.proposals.done(number, at):
            return False
        self.note(self.proposals.rows[number].decided_by, "carried_out", at, proposal=number)
        return True

    def on_lists(self, by: int | None, act: OfLists, dossiers: Dossiers, at: datetime) -> None:
        what, dossier, detail = noted(act, self.lists.act(act, dossiers, at))
        self.note(by, what, at, dossier=dossier, **detail)

    def call_off(self, number: int, at: datetime) -> bool:
        if not self.proposals.call_off(number):
            return False
        self.note(None, "called_off", at, proposal=number)
        return True

    def note_of(self, by: int, act: OfQuestion, at: datetime) -> None:
        match act:
            case Claiming():
                self.note(by, "claimed", at, question=act.question)
            case GivingBack():
                self.note(by, "gave_back", at, question=act.question)
            case HandingOn():
                self.note(by, "handed_on", at, question=act.question, role=act.role)
            case Closing():
                self.note(by, "closed", at, question=act.question, why=act.why)
            case Answering():
                self.note(by, "answered", at, question=act.question)
            case _:
                assert_never(act)

    def do(
        self, by: int | None, act: Inviting | Naming | DigestAt | Ending | Looking, at: datetime
    ) -> None:
        match act:
            case Inviting():
                self.invitations[act.token] = StaffInvitation(act.role, act.until, act.unit, by)
                self.note(by, "invited", at, role=act.role, unit=act.unit)
            case Naming():
                self._own(by).member = replace(self._own(by).member, name=act.name)
                self.note(by, "named", at)
            case DigestAt():
                self._own(by).member = replace(self._own(by).member, digest_at=act.time)
                self.note(by, "digest_at", at, time=act.time)
            case Ending():
                found = (r for r in self.rows if r.member.number == act.member and not r.until)
                if (row := next(found, None)) is None:
                    raise Conflict
                row.until = at
                self.note(by, "ended", at, member=act.member)
            case Looking():
                self.note(by, "looked", at, dossier=act.dossier, screen=act.what)
            case _:
                assert_never(act)

    def _own(self, number: int | None) -> _Row:
        return next(row for row in self.rows if row.member.number == number)

    def join(self, arrival: Arrival, act: Joining, at: datetime) -> None:
        chat, found = arrival.chat, self.invitations.get(act.token)
        if found is None or not found.good(arrival.at):
            raise Conflict
        for row in self.rows:
            if row.chat == chat and row.until is None:
                row.until = at
        member = Member(len(self.rows) + 1, found.role, "", at, found.unit)
        self.rows.append(_Row(member, chat))
        self.invitations[act.token] = replace(found, used=True)
        self.note(
            member.number, "joined", at, role=found.role, unit=found.unit, invited_by=found.by
        )

    def erase(self, chat: ChatRef, at: datetime) -> None:
        for row in self.rows:
            if row.chat == chat:
                row.chat, row.until = None, row.until or at
                row.member = replace(row.member, name="")

    def note(
        self, by: int | None, what: str, at: datetime, *, dossier: str | None = None, **more: Any
    ) -> None:
        detail = {name: value for name, value in more.items() if value is not None}
        self.log.append(Audited(len(self.log) + 1, at, by, what, detail, dossier))
