"""The storage in memory: what did not work, whom it hit, longer deadlines, and advice."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from contest.advice import Advising, OfWish, Wish
from contest.dossier import Extended
from contest.extensions import Extension, Trace
from contest.outages import Beat, Outage, changed, missed
from contest.proposals import Proposal
from dialog.reply import PAGE_MINUTES
from storage.fairness_rules import BEING_MADE, extended, uploaded
from storage.memory_desk import DeskInMemory
from storage.memory_dossiers import Dossiers
from storage.port import ChatFile, Conflict, UploadPage


@dataclass
class FairnessInMemory(DeskInMemory):
    """See `port_fairness.FairnessStorage`."""

    _pages: dict[str, UploadPage] = field(default_factory=dict)
    _beaten: datetime | None = None

    async def beat(self, beat: Beat) -> list[Outage]:
        gap = missed(self._beaten, beat)
        self._beaten = beat.at
        begun, over = changed([o for o in self._outages.values() if o.end is None], beat)
        noted = [*([gap] if gap else []), *begun]
        for outage in (*noted, *over):
            key = (outage.kind, outage.channel, outage.begin)
            if outage in over or key not in self._outages:
                self._outages[key] = outage
        return [*noted, *over]

    async def outages(self, since: datetime) -> list[Outage]:
        late = [o for o in self._outages.values() if o.end is None or o.end > since]
        return sorted(late, key=lambda o: (o.begin, o.kind, o.channel))

    async def traces(self, since: datetime) -> list[Trace]:
        found = [
            held.dossier for held in self._dossiers.dossiers(()) if held.dossier.state in BEING_MADE
        ]
        return [
            self._trace(dossier.code, dossier.extended, since)
            for dossier in sorted(found, key=lambda dossier: dossier.code)
        ]

    def _trace(self, code: str, extension: Extended | None, since: datetime) -> Trace:
        row = self._dossiers.row(code)
        theirs = {p.chat for p in row.people if p.role != "author"} if row else set()
        done = [r for r in self.inbox if r.arrival.chat in theirs and r.arrival.at >= since]
        noted = [note for note in self._dossiers.notes(code) if note.at >= since]
        opened = since + timedelta(minutes=PAGE_MINUTES)
        pages = [p for p in self._pages.values() if p.dialog == f"d-{code}" and not p.used_at]
        return Trace(
            code,
            extension.until if extension else None,
            frozenset(chat.channel for chat in theirs),
            tuple(sorted(row.arrival.at for row in done)),
            tuple(sorted(row.arrival.at for row in done if row.state == "parked")),
            tuple(sorted(page.until for page in pages if page.until >= opened)),
            tuple(sorted(uploaded(note.detail) for note in noted if note.what == "late_file")),
            tuple(sorted(note.at for note in noted if note.what == "late_intent")),
        )

    async def wishes(self) -> list[Wish]:
        return self._open_wishes()

    async def wishes_of(self, code: str) -> list[Wish]:
        row = self._dossiers.row(code)
        if row is None:
            return []
        until = row.extended.until if row.extended else None
        return [replace(wish, extended=until) for wish in row.wishes.rows]

    def _after_wishes(
        self, dossiers: Dossiers, by: int | None, acts: Iterable[Any], at: datetime
    ) -> Dossiers:
        """They as they are after what staff do to wishes. Raises Conflict; these stay."""
        wanted = [act for act in acts if isinstance(act, OfWish)]
        if not wanted:
            return dossiers
        if by is None:
            raise Conflict
        made = deepcopy(dossiers)
        for act in wanted:
            row = made.row(act.code)
            if row is None or row.state == "withdrawn":
                raise Conflict
            row.wishes.act(by, act, at)
            for file in act.files if isinstance(act, Advising) else ():
                row.files.setdefault(file[0], ChatFile(*file, ours=True))
        return made

    def _carried_out(self, done: Proposal, at: datetime) -> None:
        if done.kind != "extension":
            return
        wanted = Extension.from_json(done.detail)
        row = self._dossiers.row(wanted.code)
        if row is not None and wanted.holds(row.state, at):
            row.extended, row.version = Extended(wanted.until, at), row.version + 1
            row.note(at, "extended", None, extended(done, wanted))
