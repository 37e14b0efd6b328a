"""The storage in memory: questions for the staff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from contest.desk import TALK, Bringing, Case, Enclosed, Talking
from contest.model import GAP_KINDS, Asked, OpenQuestion
from contest.staff import Answering, Claiming, Closing, GivingBack, HandingOn, OfQuestion
from dialog.event import ChatRef
from storage.port import ChatFile, Conflict
from storage.port_questions import ENCLOSED_WITHIN, MOST_ENCLOSED, Waiting

Sent = Iterable[tuple[ChatRef, ChatFile, datetime]]  # all files of all chats


@dataclass(slots=True)
class _Row:
    case: Case
    chat: ChatRef
    said_at: datetime
    answered_at: datetime | None = None
    spoke_at: datetime | None = None
    talk_until: datetime | None = None
    replied: bool = False
    left_out_at: datetime | None = None


@dataclass
class Questions:
    rows: list[_Row] = field(default_factory=list)
    last: int = 0

    def copy(self) -> Questions:
        return deepcopy(self)

    def waiting(self) -> list[Waiting]:
        return [Waiting(row.case, row.chat) for row in self.rows if row.case.waiting]

    def open(
        self, waiting: bool, files: Callable[[ChatRef], tuple[str, ...]]
    ) -> list[OpenQuestion]:
        return [
            OpenQuestion(
                row.case.number,
                row.case.asked,
                row.case.at,
                row.case.lang,
                row.case.waiting,
                files(row.chat),
            )
            for row in self.rows
            if row.case.waiting or not waiting
        ]

    def gaps(self, most: int) -> list[OpenQuestion]:
        found = [
            OpenQuestion(case.number, case.asked, case.at, case.lang, case.waiting)
            for row in self.rows
            for case in [row.case]
            if case.asked.kind in GAP_KINDS and case.asked.text and row.left_out_at is None
            if case.closed in (None, "settled")
        ]
        return found[-most:]

    def leave_out(self, numbers: Sequence[int], at: datetime) -> None:
        for row in self.rows:
            if row.case.number in numbers:
                row.left_out_at = row.left_out_at or at

    def case(self, number: int, sent: Sent, filed: set[str]) -> Waiting | None:
        row = self.row(number)
        if row is None:
            return None
        newest = sorted(
            _came_with(row, sent, filed), key=lambda f: (-f[1].timestamp(), f[0].sha256)
        )
        enclosed = tuple(
            Enclosed(file.sha256, file.name, file.type, file.size)
            for file, _ in reversed(newest[:MOST_ENCLOSED])
        )
        return Waiting(replace(row.case, enclosed=enclosed), row.chat)

    def row(self, number: int) -> _Row | None:
        return next((row for row in self.rows if row.case.number == number), None)

    def file_of(self, member: int, sha256: str, sent: Sent, filed: set[str]) -> ChatFile | None:
        for row in self.rows:
            if row.case.closed is None and member in (*row.case.brought_to, row.case.claimed_by):
                for file, _ in _came_with(row, sent, filed):
                    if file.sha256 == sha256:
                        return file
        return None

    # --- what a turn does ---

    def ask(self, chat: ChatRef, asked: Asked, lang: str, at: datetime) -> None:
        """Raises Conflict if it goes on with a talk that is over."""
        if asked.follows is not None:
            return self._follow(chat, asked, at)
        self.last += 1
        self.rows.append(_Row(Case(self.last, asked, at, lang, unit=asked.unit), chat, at))
        return None

    def _follow(self, chat: ChatRef, asked: Asked, at: datetime) -> None:
        row = self.row(asked.follows or 0)
        if row is None or row.chat != chat or row.talk_until is None:
            raise Conflict
        before = row.case.asked
        text = f"{before.text}\n\n{asked.text}" if asked.text else before.text
        row.case = replace(
            row.case,
            asked=replace(before, text=text),
            waiting=True,
            claimed_at=at,
            version=row.case.version + 1,
        )
        row.answered_at, row.said_at, row.talk_until, row.replied = None, at, at + TALK, True

    def end_talk(self, chat: ChatRef) -> None:
        for row in self.rows:
            if row.chat == chat:
                row.talk_until = None

    def talking(self, chat: ChatRef, turned_at: datetime) -> Talking | None:
        for row in reversed(self.rows):
            if row.chat == chat and row.talk_until:
                assert row.spoke_at is not None  # who talks has answered,
                assert row.case.claimed_by is not None  # and has not given it back
                return Talking(
                    row.case.number,
                    row.case.claimed_by,
                    row.spoke_at,
                    row.talk_until,
                    turned_at,
                    row.replied,
                )
        return None

    def act(self, by: int, done: OfQuestion, at: datetime) -> ChatRef | None:
        """Returns the chat whose turn is to be thought again, if any. Raises Conflict."""
        row = self.row(done.question)
        if row is None or row.case.version != done.version:
            raise Conflict
        case = row.case
        over = case.closed is not None if isinstance(done, Answering) else not case.waiting
        if over or not _may(done, case.claimed_by, by):
            raise Conflict
        match done:
            case Claiming():
                self._change(row, claimed_by=by, claimed_at=at)
            case GivingBack():
                row.talk_until = None
                self._change(row, **_NOBODYS, level=min(case.level, 1), moved_at=None)
            case HandingOn():
                row.talk_until = None
                moved = {"role": done.role, "level": 0, "moved_at": None, "brought_to": ()}
                self._change(row, **_NOBODYS, **moved)
            case Closing():
                row.talk_until, row.answered_at = None, at
                self._change(row, waiting=False, closed=done.why)
                return row.chat
            case Answering():
                self.end_talk(row.chat)
                row.answered_at = row.spoke_at = at
                row.talk_until, row.replied = done.talk_until, False
                self._change(row, waiting=False)
                return row.chat
            case _:
                assert_never(done)
        return None

    @staticmethod
    def _change(row: _Row, **values: Any) -> None:
        row.case = replace(row.case, version=row.case.version + 1, **values)

    # --- beside a turn ---

    def close(self, number: int, at: datetime) -> ChatRef | None:
        row = self.row(number)
        if row is None or not row.case.waiting:
            return None
        row.answered_at, row.talk_until = at, None
        self._change(row, **_NOBODYS, waiting=False)
        return row.chat

    def bring(self, to: Bringing, at: datetime) -> bool:
        row = self.row(to.number)
        if row is None or not row.case.waiting or row.case.version != to.version:
            return False
        row.talk_until = None
        brought_to = tuple(sorted({*row.case.brought_to, *to.to}))
        moved = {"role": to.role, "unit": to.unit, "level": to.level, "moved_at": at}
        self._change(row, **_NOBODYS, **moved, brought_to=brought_to)
        return True

    def fold(self, number: int, version: int, at: datetime) -> bool:
        row = self.row(number)
        if row is None or not row.case.waiting or row.case.version != version:
            return False
        row.answered_at = at
        self._change(row, waiting=False, closed="double")
        return True

    def erase(self, chat: ChatRef) -> set[int]:
        """Returns the numbers of what was erased."""
        gone = {row.case.number for row in self.rows if row.chat == chat}
        self.rows = [row for row in self.rows if row.chat != chat]
        return gone

    def forget(self, before: datetime) -> int:
        kept = [r for r in self.rows if r.answered_at is None or r.answered_at >= before]
        forgotten = len(self.rows) - len(kept)
        self.rows = kept
        return forgotten


_NOBODYS: dict[str, Any] = {"claimed_by": None, "claimed_at": None}


def _may(done: OfQuestion, claimed_by: int | None, by: int) -> bool:
    match done:
        case Claiming():
            return claimed_by is None
        case Answering() | GivingBack():
            return claimed_by == by
        case HandingOn() | Closing():
            return claimed_by in (None, by)
        case _:
            assert_never(done)


def _came_with(row: _Row, sent: Sent, filed: set[str]) -> list[tuple[ChatFile, datetime]]:
    since = row.case.at - ENCLOSED_WITHIN
    return [
        (file, at)
        for chat, file, at in sent
        if chat == row.chat and not file.ours and since <= at <= row.said_at
        if file.sha256 not in filed
    ]
