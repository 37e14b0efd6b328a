"""The digest's counts, as the storage in memory makes them: by looking at every row."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from contest.advice import Wish
from contest.digest import (
    COUNTS,
    Charted,
    Count,
    Counts,
    KeptCounts,
    List,
    Pressing,
    Window,
)
from contest.dossier import HANDED_IN, STATES, Dossier
from contest.outages import Outage, lost
from dialog.event import ChatRef
from storage.memory_dossiers import Dossiers
from storage.memory_outbox import OutboxInMemory
from storage.memory_questions import Questions
from storage.memory_rows import ChatRow, InRow
from storage.port import Held


@dataclass
class DigestInMemory(OutboxInMemory):
    """See `port_digest.DigestStorage`."""

    inbox: list[InRow] = field(default_factory=list)
    _chats: dict[ChatRef, ChatRow] = field(default_factory=dict)
    _questions: Questions = field(default_factory=Questions)
    _dossiers: Dossiers = field(default_factory=Dossiers)
    _digests: dict[date, KeptCounts] = field(default_factory=dict)
    _looked: datetime | None = None
    _outages: dict[tuple[str, str, datetime], Outage] = field(default_factory=dict)

    async def counts(self, window: Window) -> Counts:
        held = [h.dossier for h in self._dossiers.dossiers(())]
        states = Counter(dossier.state for dossier in held)
        firsts = [d.submissions[0].at for d in held if d.submissions]
        messages = [(kind, n) for _, kind, _, n in self._not_delivered(window)]
        found: dict[Count, int | None] = {
            "chats": sum(
                _within(row.first_at, window) and json.loads(row.state)["lang"] is not None
                for row in self._chats.values()
            ),
            **self._counted_questions(window),
            **{state: states[state] for state in STATES},
            "handed_in": sum(_within(at, window) for at in firsts),
            "returned_late": sum(_late(dossier, window) for dossier in held),
            "communes": len(
                {d.unit for d in held if d.unit is not None and d.state != "withdrawn"}
            ),
            **self._counted_requests(window),
            "parked": sum(n for kind, n in messages if kind == "parked"),
            "undelivered": sum(n for kind, n in messages if kind == "undelivered"),
            "in_doubt": sum(n for kind, n in messages if kind == "in_doubt"),
            "outage": math.ceil(self._lost(window).total_seconds() / 60),
            "advice": len(self._open_wishes()),
        }
        return {name: found[name] for name in COUNTS}

    def _lost(self, window: Window) -> timedelta:
        return lost(self._outages.values(), window.since, window.at)

    def _open_wishes(self) -> list[Wish]:
        found = []
        for held in self._dossiers.dossiers(()):
            row = self._dossiers.row(held.dossier.code)
            if row is not None and row.state != "withdrawn":
                until = row.extended.until if row.extended else None
                found += [replace(w, extended=until) for w in row.wishes.rows if w.open]
        return sorted(found, key=lambda wish: (wish.at, wish.code))

    def _counted_questions(self, window: Window) -> Counts:
        waits = [waiting.case for waiting in self._questions.waiting()]
        kinds = Counter(q.asked.kind for q in waits)
        promised = [q.at for q in waits if q.asked.kind != "outside"]
        oldest = (window.at - min(promised)).total_seconds() if promised else 0.0
        return {
            "asked": sum(_within(row.case.at, window) for row in self._questions.rows),
            "answered": sum(_within(row.answered_at, window) for row in self._questions.rows),
            "human": kinds["human"],
            "unanswered": kinds["unanswered"],
            "refused": kinds["refused"],
            "wrong": kinds["wrong"],
            "outside": kinds["outside"],
            "waiting": len(promised),
            "waiting_long": sum(at < window.long_before for at in promised),
            "longest_wait": int(oldest // 3600),
        }

    def _counted_requests(self, window: Window) -> Counts:
        waits = self._dossiers.requests(waiting=True)
        in_time = [r for r in waits if r.done_by >= window.today]
        soon = range(window.today.toordinal(), window.due_until.toordinal() + 1)
        return {
            "requests": len(waits),
            "requests_late": len(waits) - len(in_time),
            "requests_due": sum(
                r.answer_by.toordinal() in soon or r.done_by.toordinal() in soon for r in in_time
            ),
            "requests_unanswered": sum(r.answer_by < window.today for r in in_time),
        }

    async def chart(self, weeks: Sequence[datetime], field_step: str) -> Charted:
        held = [h for h in self._dossiers.dossiers(()) if h.dossier.state != "withdrawn"]
        firsts = [h.dossier.submissions[0].at for h in held if h.dossier.submissions]
        opened = [h.dossier.opened_at for h in held]
        return Charted(_by_week(opened, weeks), _by_week(firsts, weeks), _fields(held, field_step))

    async def pressing(self, what: List, window: Window, most: int) -> list[Pressing]:
        match what:
            case "requests":
                waits = self._dossiers.requests(waiting=True)
                waits.sort(key=lambda r: (r.done_by, r.number))
                return [Pressing(str(r.number), r.kind, r.at, r.done_by) for r in waits][:most]
            case "questions":
                asked = [waiting.case for waiting in self._questions.waiting()]
                asked.sort(key=lambda q: (q.at, q.number))
                return [
                    Pressing(str(q.number), q.asked.kind, q.at)
                    for q in asked
                    if q.asked.kind != "outside"
                ][:most]
            case "delivery":
                return [
                    Pressing(name, kind, at, n=n)
                    for name, kind, at, n in self._not_delivered(window)
                ]
            case "complete":
                return self._listed(("complete",), most)
            case "returned":
                return [p for p in self._listed(("returned",), None) if _over(p.until, window)][
                    :most
                ]
            case "review":
                return self._listed(("submitted", "resubmitted"), most)
            case "advice":
                return [Pressing(w.code, w.state, w.at) for w in self._open_wishes()[:most]]

    def _listed(self, states: Collection[str], most: int | None) -> list[Pressing]:
        found = [h.dossier for h in self._dossiers.dossiers(()) if h.dossier.state in states]
        found.sort(key=lambda d: (d.changed_at, d.code))
        return [
            Pressing(d.code, d.state, d.changed_at, d.returned.until if d.returned else None)
            for d in found[:most]
        ]

    def _not_delivered(self, window: Window) -> list[tuple[str, str, datetime, int]]:
        """Channel, which count, the first of them, how many."""
        rows = [
            (i.arrival.chat.channel, "parked", i.arrival.at)
            for i in self.inbox
            if i.state == "parked"
        ]
        for row in self.outbox:
            kind = {"dead": "undelivered", "doubt": "in_doubt"}.get(row.state)
            if kind and row.sent_at:
                rows.append((row.pending.chat.channel, kind, row.sent_at))
        rows = [row for row in rows if _within(row[2], window)]
        found = []
        for kind in ("parked", "undelivered", "in_doubt"):
            for channel in sorted({c for c, of, _ in rows if of == kind}):
                ats = [at for c, of, at in rows if (c, of) == (channel, kind)]
                found.append((channel, kind, min(ats), len(ats)))
        return found

    async def keep_counts(self, kept: KeptCounts) -> bool:
        if kept.day in self._digests:
            return False
        self._digests[kept.day] = kept
        return True

    async def kept_counts(self, until: date) -> KeptCounts | None:
        day = max((day for day in self._digests if day <= until), default=None)
        return self._digests[day] if day else None

    async def looked(self, at: datetime) -> None:
        self._looked = at

    async def last_look(self) -> datetime | None:
        return self._looked


def _within(at: datetime | None, window: Window) -> bool:
    return at is not None and window.since < at <= window.at


def _over(until: date | None, window: Window) -> bool:
    return until is not None and until < window.today


def _late(dossier: Dossier, window: Window) -> bool:
    until = dossier.returned.until if dossier.returned else None
    return dossier.state == "returned" and _over(until, window)


def _by_week(ats: Iterable[datetime], weeks: Sequence[datetime]) -> tuple[int, ...]:
    known = list(ats)
    return tuple(sum(first <= at < end for at in known) for first, end in pairwise(weeks))


def _fields(held: Iterable[Held], field_step: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for one in held:
        name = one.answers.get(field_step) or ""
        being_made, handed_in = found.get(name, (0, 0))
        done = one.dossier.state in HANDED_IN
        found[name] = (being_made + (not done), handed_in + done)
    return found
