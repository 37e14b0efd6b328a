"""Units of work about messages that wait to be sent; `port_outbox` says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, func, select, true, update

from contest.calendar import ZONE
from contest.reminding import awake, woke
from dialog.event import ChatRef
from storage.outbox_states import NEAR, WAITING
from storage.port import Pending
from storage.statements import BEGIN, SENT, of
from storage.tables import chats, outbox
from storage.units import WHY_LETTERS, next_message, pending_of

_WAITS = outbox.c.state.in_(WAITING)


def waiting_chats(
    db: Connection, channels: Sequence[str] | None, due: datetime | None, most: int | None
) -> list[ChatRef]:
    oldest = (
        select(func.min(outbox.c.id))
        .where(outbox.c.state == "due")
        .group_by(outbox.c.channel, outbox.c.chat)
    )
    found = select(outbox.c.channel, outbox.c.chat).where(outbox.c.id.in_(oldest))
    if channels is not None:
        found = found.where(outbox.c.channel.in_(channels))
    if due is not None:
        found = found.where(outbox.c.due <= due)
    rows = db.execute(found.order_by(outbox.c.id).limit(most))
    return [ChatRef(row.channel, row.chat) for row in rows]


def sent(db: Connection, message: Pending, receipt: str, at: datetime) -> Pending | None:
    db.execute(SENT, {"of_id": message.id, "to_receipt": receipt, "to_sent_at": at})
    return next_message(db, message.chat)


def put_off(db: Connection, message: int, until: datetime, *, counts: bool) -> None:
    again = case((outbox.c.state == "due", "due"), else_="bulk")
    db.execute(
        update(outbox)
        .where(outbox.c.id == message, _WAITS)
        .values(state=again, due=until, tries=outbox.c.tries + int(counts))
    )


def give_up(db: Connection, message: int, why: str, at: datetime) -> None:
    db.execute(
        update(outbox)
        .where(outbox.c.id == message, _WAITS)
        .values(state="dead", receipt=why[:WHY_LETTERS], sent_at=at, tries=outbox.c.tries + 1)
    )


def gone(db: Connection, chat: ChatRef, at: datetime) -> None:
    db.execute(update(chats).where(of(chats, chat)).values(gone_at=at))
    db.execute(
        update(outbox)
        .where(of(outbox, chat), _WAITS)
        .values(state="dead", receipt="gone", sent_at=at)
    )


# --- to many -------------------------------------------------------------------------------------


def next_bulk(db: Connection, channel: str, now: datetime, most: int) -> list[Pending]:
    rows = db.execute(
        select(outbox)
        .where(outbox.c.state == "bulk", outbox.c.channel == channel, outbox.c.due <= now)
        .where(_by_day(now))
        .order_by(outbox.c.id)
        .limit(most)
    )
    return [_bulk_of(row) for row in rows]


def _by_day(now: datetime) -> Any:
    """What is not news goes out at any hour; news that the night has overtaken waits in line."""
    return true() if awake(now.astimezone(ZONE)) else outbox.c.announcement.is_(None)


def _bulk_of(row: Any) -> Pending:
    return replace(pending_of(row, ChatRef(row.channel, row.chat)), bulk=True)


def begin(db: Connection, message: int) -> bool:
    return db.execute(BEGIN, {"of_id": message}).rowcount == 1


def doubt(db: Connection, message: int, at: datetime) -> None:
    db.execute(
        update(outbox)
        .where(outbox.c.id == message, _WAITS)
        .values(state="doubt", sent_at=at, tries=outbox.c.tries + 1)
    )


def doubt_interrupted(db: Connection, at: datetime) -> int:
    begun = update(outbox).where(outbox.c.state == "sending")
    return db.execute(begun.values(state="doubt", sent_at=at)).rowcount


def doubtful(db: Connection) -> list[Pending]:
    rows = db.execute(select(outbox).where(outbox.c.state == "doubt").order_by(outbox.c.id))
    return [_bulk_of(row) for row in rows]


def repeat(db: Connection, message: int, at: datetime) -> bool:
    doubted = update(outbox).where(
        outbox.c.id == message, outbox.c.state == "doubt", outbox.c.body.is_not(None)
    )
    return db.execute(doubted.values(state="bulk", due=at)).rowcount == 1


def bulk_stands(db: Connection, now: datetime, channels: Sequence[str]) -> float:
    """Seconds for which none of the bulk that is due has been sent; 0: none is due."""
    due = (outbox.c.state == "bulk", outbox.c.due <= now, _by_day(now))
    longest = 0.0
    for channel in channels:
        of_it = (*due, outbox.c.channel == channel)
        first = db.execute(
            select(outbox.c.id, outbox.c.due, outbox.c.announcement)
            .where(*of_it)
            .order_by(outbox.c.id)
            .limit(1)
        ).first()
        if first is None:
            continue
        around = outbox.c.id.between(first.id - NEAR, first.id + NEAR)
        moved = db.execute(select(func.max(outbox.c.sent_at)).where(around)).scalar()
        since = max(moved, first.due) if moved else first.due
        if first.announcement is not None:
            since = max(since, woke(now.astimezone(ZONE)))
        longest = max(longest, (now - since).total_seconds())
    return longest
