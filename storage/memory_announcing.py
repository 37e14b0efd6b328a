"""Announcements, as the storage in memory keeps them: by looking at every chat."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from contest.announcing import STANDINGS, Became, Fate, Left, Missed, Reach, Segment
from contest.dossier import Role
from dialog.event import ChatRef
from storage.memory_given import GivenInMemory
from storage.memory_rows import ChatRow, OutRow
from storage.memory_staff import Staff
from storage.port import Held, Outgoing
from storage.port_announcing import ToMany

_RANKED: tuple[Fate, ...] = ("sent", "doubt", "dead", "gone", "waiting")
_THEIRS: tuple[Role, ...] = ("owner", "helper")


@dataclass
class AnnouncingInMemory(GivenInMemory):
    """See `port_announcing.AnnouncingStorage`."""

    _staff: Staff = field(default_factory=Staff)
    _unreached: dict[tuple[int, ChatRef], Left] = field(default_factory=dict)

    async def reach(self, segment: Segment, served: Collection[str]) -> Reach:
        by_channel: Counter[str] = Counter()
        left: Counter[Left] = Counter()
        for chat, row in self._meant(segment):
            if why := self._left(chat, row, served):
                left[why] += 1
            else:
                by_channel[chat.channel] += 1
        return Reach(dict(by_channel), dict(left))

    async def became(self, announcement: int, most: int = 0) -> Became:
        fates: list[tuple[ChatRef, Fate]] = [
            (chat, why) for (of, chat), why in self._unreached.items() if of == announcement
        ]
        ranks: dict[ChatRef, int] = {}
        for row in self.outbox:
            if row.announcement == announcement:
                chat = row.pending.chat
                ranks[chat] = max(ranks.get(chat, 0), _RANKED.index(_fate(row)))
        fates += [(chat, _RANKED[rank]) for chat, rank in ranks.items()]
        missed: dict[str, Fate] = {}
        for chat, fate in fates:
            if fate not in ("sent", "waiting"):
                for code in self._codes_of(chat):
                    missed[code] = min(missed.get(code, fate), fate)
        listed = tuple(Missed(code, missed[code]) for code in sorted(missed)[:most])
        return Became(dict(Counter(fate for _, fate in fates)), listed)

    async def units_with_dossiers(self) -> set[str]:
        return {held.dossier.unit for held in self._not_over() if held.dossier.unit}

    def _not_over(self) -> list[Held]:
        return [h for h in self._dossiers.dossiers(()) if h.dossier.state != "withdrawn"]

    def _codes_of(self, chat: ChatRef) -> list[str]:
        return [
            held.dossier.code
            for held in self._not_over()
            if any(
                of == chat and role in _THEIRS
                for of, role, _ in self._dossiers.participants(held.dossier.code)
            )
        ]

    def _meant(self, segment: Segment) -> Iterator[tuple[ChatRef, ChatRow]]:
        staff = {chat: member for member, chat in self._staff.today()}
        for chat, row in self._chats.items():
            if json.loads(row.state).get("lang") is None:
                continue
            if member := staff.get(chat):
                officer = segment.whom == "unit" and segment.officers and member.role == "officer"
                of_role = segment.whom == "staff" and member.role == segment.which
                meant = of_role or (officer and member.unit == segment.which)
            else:
                meant = self._asked_for(segment, chat, row)
            if meant:
                yield chat, row

    def _asked_for(self, segment: Segment, chat: ChatRef, row: ChatRow) -> bool:
        which = segment.which
        own = set(self._codes_of(chat))
        held = [h for h in self._not_over() if h.dossier.code in own]
        match segment.whom:
            case "all":
                return True
            case "field":
                return any(h.answers.get(segment.step) == which for h in held)
            case "unit":
                home = json.loads(row.state)["place"]["home"]
                return home == which or any(h.dossier.unit == which for h in held)
            case "state":
                return any(h.dossier.state in STANDINGS.get(which, ()) for h in held)
            case "topic":
                return which in self._given.rows.get(chat, {}) or any(
                    q.chat == chat and q.case.asked.topic == which and q.case.asked.kind != "wrong"
                    for q in self._questions.rows
                )
            case _:
                return False

    def _left(self, chat: ChatRef, row: ChatRow, served: Collection[str]) -> Left | None:
        if not row.news:
            return "off"
        if chat in self._gone:
            return "gone"
        return None if chat.channel in served else "unserved"

    def _announce(self, number: int, many: ToMany, at: datetime) -> None:
        langs = {lang for _, lang in many.bodies}
        for chat, row in list(self._meant(many.segment)):
            if why := self._left(chat, row, many.channels):
                self._unreached[number, chat] = why
                continue
            lang = json.loads(row.state)["lang"]
            bodies = many.bodies[chat.channel, lang if lang in langs else many.rest]
            bulk = chat.channel in many.paced
            first = len(self.outbox)
            messages = [Outgoing(body, at, bulk=bulk) for body in bodies]
            self._put_out(chat, messages, self._last_of(chat), at)
            for put in self.outbox[first:]:
                put.announcement = number
            for file in many.files:
                known, since = self._files.get((chat, file.sha256), (file, at))
                self._files[chat, file.sha256] = (known, at if known.ours else since)

    def _set_news(self, chat: ChatRef, *, wanted: bool) -> None:
        if row := self._chats.get(chat):
            row.news = wanted
        if wanted:
            return
        kept = []
        for out in self.outbox:
            if out.pending.chat == chat and out.announcement and out.state in ("due", "bulk"):
                self._unreached.setdefault((out.announcement, chat), "off")
            else:
                kept.append(out)
        self.outbox = kept

    def _erase_news(self, chat: ChatRef) -> None:
        self._set_news(chat, wanted=False)
        self._unreached = {k: why for k, why in self._unreached.items() if k[1] != chat}


def _fate(row: OutRow) -> Fate:
    match row.state:
        case "sent" | "doubt" as fate:
            return fate
        case "dead":
            return "gone" if row.gone else "dead"
        case _:
            return "waiting"
