"""What did not work, and when, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from contest.calendar import ZONE
from contest.outages import Outage
from contest.staff import Looking, may
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim
from handlers.staff import people
from handlers.turn import Outcome, Turn, say

SHOWN_FOR = timedelta(days=30)
MOST = 20
OUTAGES = Button(t("outages.button"), "staff/outages")
EXTENSIONS = Button(t("extension.button"), "staff/extensions")


async def listed(turn: Turn, _: str) -> Outcome:
    """The newest first."""
    at = turn.event.at
    found = list(await turn.look_up.outages(at - SHOWN_FOR))
    ways = (EXTENSIONS,) if may(turn.member, "extend") else ()
    reply = Reply(told(found, at), (*ways, people.DESK))
    return replace(say(turn, reply), acts=(Looking("outages"),))


def told(outages: Iterable[Outage], now: datetime) -> Text:
    found = list(outages)
    if not found:
        return t("outages.none", days=SHOWN_FOR.days)
    newest = sorted(found, key=lambda outage: outage.begin, reverse=True)
    rows = [t("list.item", item=row(outage, now)) for outage in newest[:MOST]]
    if len(found) > MOST:
        rows.append(t("outages.more", n=len(found) - MOST))
    head = t("outages.title", days=SHOWN_FOR.days)
    return paragraphs([lines([head, *rows]), t("outages.how")])


def row(outage: Outage, now: datetime) -> Text:
    what, begin = what_failed(outage), outage.begin.astimezone(ZONE)
    if outage.end is None:
        return t("outages.lasts", what=what, begin=begin, long=long(now - outage.begin))
    end, time = outage.end.astimezone(ZONE), long(outage.end - outage.begin)
    return t("outages.row", what=what, begin=begin, end=end, long=time)


def what_failed(outage: Outage) -> Text:
    match outage.kind:
        case "down":
            return t("outages.down")
        case "storage":
            return t("outages.storage")
        case "channel":
            return t("outages.channel", channel=verbatim(outage.channel))


def long(time: timedelta) -> Text:
    """«2 giờ 5 phút»; never nothing."""
    minutes = max(round(time.total_seconds() / 60), 1)
    if minutes < 60:
        return t("outages.minutes", n=minutes)
    if minutes % 60 == 0:
        return t("outages.hours", n=minutes // 60)
    return t("outages.hours_minutes", hours=minutes // 60, minutes=minutes % 60)
