"""The storage in memory: messages that wait to be sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from contest.calendar import ZONE
from contest.reminding import awake, woke
from dialog.event import ChatRef
from storage.memory_rows import OutRow
from storage.outbox_states import NEAR, WAITING
from storage.port import Outgoing, Pending


@dataclass
class OutboxInMemory:
    """See `port_outbox.OutboxStorage`."""

    outbox: list[OutRow] = field(default_factory=list)
    _next_message: int = 0

    def _put_out(
        self, chat: ChatRef, messages: Sequence[Outgoing], after: int, at: datetime
    ) -> None:
        for message in messages:
            if message.key:
                self.outbox = [
                    o
                    for o in self.outbox
                    if (o.pending.chat, o.pending.key, o.state) != (chat, message.key, "due")
                ]
            self._next_message += 1
            body = json.loads(json.dumps(message.body))
            pending = Pending(
                self._next_message, chat, body, message.key, at, message.due, 0, message.bulk
            )
            state = "bulk" if message.bulk else "due"
            self.outbox.append(
                OutRow(pending, after, at, state, about=message.about, dossier=message.dossier)
            )

    def _in(self, *states: str) -> list[OutRow]:
        return [row for row in self.outbox if row.state in states]

    async def waiting_chats(
        self,
        channels: Sequence[str] | None = None,
        due: datetime | None = None,
        most: int | None = None,
    ) -> list[ChatRef]:
        heads: dict[ChatRef, Pending] = {}
        for row in self._in("due"):
            heads.setdefault(row.pending.chat, row.pending)
        found = [
            chat
            for chat, head in heads.items()
            if (channels is None or chat.channel in channels) and (due is None or head.due <= due)
        ]
        return found[:most]

    async def next_message(self, chat: ChatRef) -> Pending | None:
        return next((o.pending for o in self._in("due") if o.pending.chat == chat), None)

    def _message(self, number: int, *states: str) -> list[OutRow]:
        return [row for row in self._in(*states) if row.pending.id == number]

    async def sent(self, message: Pending, receipt: str, at: datetime) -> Pending | None:
        for row in self._message(message.id, *WAITING):
            row.state, row.sent_at = "sent", at
        return await self.next_message(message.chat)

    async def put_off(self, message: int, until: datetime, *, counts: bool = True) -> None:
        for row in self._message(message, *WAITING):
            tries = row.pending.tries + int(counts)
            row.pending = replace(row.pending, due=until, tries=tries)
            row.state = "due" if row.state == "due" else "bulk"

    async def give_up(self, message: int, why: str, at: datetime) -> None:
        for row in self._message(message, *WAITING):
            row.state, row.sent_at = "dead", at

    async def gone(self, chat: ChatRef, at: datetime) -> None:
        for row in self._in(*WAITING):
            if row.pending.chat == chat:
                row.state, row.sent_at, row.gone = "dead", at, True

    async def next_bulk(self, channel: str, now: datetime, most: int) -> list[Pending]:
        due = [r.pending for r in self._in("bulk") if _is_due(r, now)]
        return [p for p in due if p.chat.channel == channel][:most]

    async def begin(self, message: int) -> bool:
        begun = self._message(message, "bulk")
        for row in begun:
            row.state = "sending"
        return bool(begun)

    async def doubt(self, message: int, at: datetime) -> None:
        for row in self._message(message, *WAITING):
            row.state, row.sent_at = "doubt", at

    async def doubt_interrupted(self, at: datetime) -> int:
        interrupted = self._in("sending")
        for row in interrupted:
            row.state, row.sent_at = "doubt", at
        return len(interrupted)

    async def doubtful(self) -> list[Pending]:
        return [row.pending for row in self._in("doubt")]

    async def repeat(self, message: int, at: datetime) -> bool:
        found = self._message(message, "doubt")
        doubted = [row for row in found if row.pending.body is not None]
        for row in doubted:
            row.pending, row.state = replace(row.pending, due=at), "bulk"
        return bool(doubted)


def _is_due(row: OutRow, now: datetime) -> bool:
    """News that the night has overtaken waits in line."""
    return row.pending.due <= now and (row.announcement is None or awake(now.astimezone(ZONE)))


def ages_of_unsent(
    outbox: Sequence[OutRow], now: datetime, channels: Sequence[str]
) -> tuple[float, int]:
    """Seconds and how many, as `Ages` has them."""
    served = [row for row in outbox if row.pending.chat.channel in channels]
    waiting = [row for row in served if row.state in WAITING]
    since = [row.at for row in waiting if row.state == "due"]
    due = [row for row in waiting if row.state == "bulk" and _is_due(row, now)]
    if due:
        first, begins = due[0].pending.id, due[0].pending.due
        if due[0].announcement is not None:
            begins = max(begins, woke(now.astimezone(ZONE)))
        moved = [
            row.sent_at
            for row in outbox
            if row.sent_at is not None and abs(row.pending.id - first) <= NEAR
        ]
        since.append(max(begins, *moved) if moved else begins)
    return (max((now - min(since)).total_seconds(), 0.0) if since else 0.0), len(waiting)
