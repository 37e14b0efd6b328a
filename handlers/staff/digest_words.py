"""What the digest says: one message that a phone shows whole, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from contest import codes
from contest.calendar import ZONE, DeadlineNow
from contest.digest import (
    LEADS_TO,
    Charted,
    Count,
    Digest,
    List,
    Need,
    Needed,
    Pressing,
    digest_time,
)
from contest.dossier import RequestKind
from contest.model import ASKED_KINDS
from contest.pack import Pack
from contest.staff import RIGHTS, Member, StaffRole
from dialog.reply import Button, Joined, Picture, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.overview import STATES
from handlers.saying import deadline_left
from handlers.staff import review
from handlers.staff.advising import ADVICE
from handlers.staff.communes import SILENT
from handlers.staff.outages import OUTAGES
from handlers.staff.people import DESK
from handlers.staff.questions import KINDS

TODAY = Button(t("digest.button"), "staff/digest")
CHART = Button(t("digest.chart_button"), "staff/digest/chart")
TIME = Button(t("digest.time_button"), "staff/digest/time")

# what does it, or leads to it
BUTTONS: Mapping[List, Button] = {
    "requests": Button(t("digest.to_requests"), "staff/digest/requests"),
    "questions": Button(t("digest.to_questions"), "staff/digest/questions"),
    "complete": Button(t("digest.to_complete"), "staff/digest/complete"),
    "delivery": Button(t("digest.to_delivery"), "staff/digest/delivery"),
    "returned": Button(t("digest.to_returned"), "staff/digest/returned"),
    "review": Button(t("digest.to_review"), "staff/digest/review"),
    "advice": Button(t("advising.button"), "staff/digest/advice"),
}


@dataclass(frozen=True, slots=True)
class Late:
    """It comes later than it should. `since`: from when on nothing was running, if that is why."""

    since: datetime | None = None


def told(pack: Pack, found: Digest, late: Late | None = None) -> Reply:
    """What to do first, then the numbers."""
    today = found.at.date()
    head = [t("digest.title_weekly", day=today) if found.weekly else t("digest.title", day=today)]
    if late:
        head.append(t("digest.late_since", since=late.since) if late.since else t("digest.late"))
    nothing = t("digest.nothing") if found.sure else t("digest.nothing_sure")
    first = [t("digest.first") if found.needs else nothing]
    first += [
        t("digest.item", number=str(place), what=_need(found, needed))
        for place, needed in enumerate(found.needs, 1)
    ]
    numbers = [*_numbers(found), *_silent(pack, found)]
    parts: list[Text] = [lines(head), lines(first), lines([_since(found), *numbers])]
    buttons = [_button(found.role, LEADS_TO[needed.need]) for needed in found.needs]
    if "dossiers" in found.parts:
        parts.append(deadline_left(DeadlineNow(pack.deadline, today)))
        buttons.append(CHART)
        if "communes" in RIGHTS[found.role] and pack.units:
            buttons.append(SILENT)
    return Reply(paragraphs(parts), (*buttons, TIME))


def _button(role: StaffRole, what: List) -> Button:
    """Who sees dossiers is led to them, and not to a list of them."""
    if what == "review" and "see_dossiers" in RIGHTS[role]:
        return Button(BUTTONS[what].label, review.QUEUE.token)
    return BUTTONS[what]


# --- what to do first ----------------------------------------------------------------------------


def _need(found: Digest, needed: Needed) -> Text:
    match needed.need:
        case "channel_down":
            names = [
                t("digest.down", channel=name, wait=waited(int(seconds // 3600)))
                for name, seconds in sorted(found.down.items())
            ]
            return t("digest.need_channel_down", channels=Joined(tuple(names), ", "))
        case "questions_long":
            wait = waited(found.counts.get("longest_wait") or 0)
            return t("digest.need_questions_long", count=needed.n, wait=wait)
        case _:
            return _NEEDS[needed.need](needed.n)


_NEEDS: Mapping[Need, Callable[[int], Text]] = {
    "request_late": lambda n: t("digest.need_request_late", count=n),
    "request_due": lambda n: t("digest.need_request_due", count=n),
    "request_unanswered": lambda n: t("digest.need_request_unanswered", count=n),
    "complete_near": lambda n: t("digest.need_complete", count=n),
    "parked": lambda n: t("digest.need_parked", count=n),
    "undelivered": lambda n: t("digest.need_undelivered", count=n),
    "outage": lambda n: t("digest.need_outage", count=n),
    "returned_late": lambda n: t("digest.need_returned_late", count=n),
    "requests": lambda n: t("digest.need_requests", count=n),
    "questions": lambda n: t("digest.need_questions", count=n),
    "advice": lambda n: t("digest.need_advice", count=n),
    "review": lambda n: t("digest.need_review", count=n),
    "complete": lambda n: t("digest.need_complete", count=n),
}


def waited(hours: int) -> Text:
    if hours < 1:
        return t("digest.minutes")
    return t("digest.hours", n=hours) if hours < 48 else t("digest.days", n=hours // 24)


# --- the numbers ---------------------------------------------------------------------------------


def _since(found: Digest) -> Text:
    before = found.before
    if before is None:
        return t("digest.numbers")
    return t("digest.numbers_since", since=before.at.astimezone(ZONE))


def _numbers(found: Digest) -> list[Text]:
    """Only of what the role sees. What came since then is new; what stands has its change."""

    def new(name: Count) -> Text:
        return _said(found.counts.get(name), None)

    def now(name: Count) -> Text:
        return _said(found.counts.get(name), found.change(name))

    rows: list[Text] = []
    if "requests" in found.parts:
        rows.append(t("digest.row_requests", requests=now("requests")))
    if "questions" in found.parts:
        asked, answered, waiting = new("asked"), new("answered"), now("waiting")
        rows.append(t("digest.row_questions", asked=asked, answered=answered, waiting=waiting))
        if found.counts.get("waiting") or found.counts.get("outside"):
            rows.append(_kinds(found))
    if "dossiers" in found.parts:
        rows += [
            t("digest.row_chats", chats=new("chats")),
            t("digest.row_being_made", draft=now("draft"), complete=now("complete")),
            t(
                "digest.row_handed_in",
                new=new("handed_in"),
                submitted=now("submitted"),
                resubmitted=now("resubmitted"),
                accepted=now("accepted"),
            ),
            t("digest.row_returned", returned=now("returned"), withdrawn=now("withdrawn")),
        ]
    if "delivery" in found.parts:
        counts = [new(name) for name in ("parked", "undelivered", "in_doubt")]
        rows.append(
            t("digest.row_delivery", parked=counts[0], undelivered=counts[1], in_doubt=counts[2])
        )
    return rows


def _silent(pack: Pack, found: Digest) -> list[Text]:
    """Communes and wards from which no dossier has come so far."""
    heard, change = found.counts.get("communes"), found.change("communes")
    if "dossiers" not in found.parts or not pack.units:
        return []
    count = None if heard is None else max(len(pack.units) - heard, 0)
    said = _said(count, None if change is None else -change)
    return [t("digest.row_communes", silent=said, all=len(pack.units))]


def _kinds(found: Digest) -> Text:
    said = {kind: _said(found.counts.get(kind), None) for kind in ASKED_KINDS}
    return t(
        "digest.row_kinds",
        human=said["human"],
        unanswered=said["unanswered"],
        refused=said["refused"],
        wrong=said["wrong"],
        outside=said["outside"],
    )


def _said(count: int | None, change: int | None) -> Text:
    if count is None:
        return t("digest.unknown")
    if not change:
        return t("digest.count", count=count)
    sign = "+" if change > 0 else "−"
    return t("digest.changed", count=count, sign=sign, change=abs(change))


def time_of(member: Member) -> Text:
    """When it comes to them."""
    wanted = digest_time(member)
    return t("digest.time_at", time=f"{wanted:%H:%M}") if wanted else t("digest.time_never")


# --- the lists behind the buttons ----------------------------------------------------------------

MOST = 15
MOST_OPENED = 5  # that have a button of their own
_HEADS: Mapping[List, Text] = {
    "requests": t("digest.list_requests"),
    "questions": t("digest.list_questions"),
    "complete": t("digest.list_complete"),
    "delivery": t("digest.list_delivery"),
    "returned": t("digest.list_returned"),
    "review": t("digest.list_review"),
    "advice": t("digest.list_advice"),
}
_HOW: Mapping[List, Text] = {
    "requests": t("digest.how_requests"),
    "questions": t("digest.how_questions"),
    "complete": t("digest.how_complete"),
    "delivery": t("digest.how_delivery"),
    "returned": t("digest.how_returned"),
    "review": t("digest.how_review"),
    "advice": t("advising.help_only"),
}
_ALSO: Mapping[List, Button] = {"delivery": OUTAGES, "advice": ADVICE}  # screens that say more
REQUESTS: Mapping[RequestKind, Text] = {
    "correct": t("ops.request_correct"),
    "withdraw": t("ops.request_withdraw"),
    "erase": t("ops.request_erase"),
    "copy": t("ops.request_copy"),
}
_KINDS: Mapping[str, Text] = {
    "parked": t("digest.kind_parked"),
    "undelivered": t("digest.kind_undelivered"),
    "in_doubt": t("digest.kind_in_doubt"),
    "waiting": t("cases.free"),
    "taken": t("advising.being_read"),
    **{str(name): said for name, said in (*REQUESTS.items(), *KINDS.items(), *STATES.items())},
}


def listed(what: List, found: list[Pressing], now: datetime, role: StaffRole) -> Reply:
    """The longest waiting first, and how to go about it."""
    if not found:
        also = (_ALSO[what],) if what in _ALSO else ()
        return Reply(t("digest.list_none"), (*also, TODAY, DESK))
    rows = [t("list.item", item=_row(what, one, now)) for one in found]
    if len(found) == MOST:
        rows.append(t("digest.list_more", n=MOST))
    to = [
        Button(t("cases.open", number=one.name), f"staff/question/{one.name}")
        for one in found[:MOST_OPENED]
        if what == "questions"
    ]
    if what in ("review", "returned") and "see_dossiers" in RIGHTS[role]:
        to = [
            review.card_button(one.name, verbatim(codes.shown(one.name)))
            for one in found[:MOST_OPENED]
        ]
    to += [_ALSO[what]] if what in _ALSO else []
    return Reply(paragraphs([lines([_HEADS[what], *rows]), _HOW[what]]), (*to, TODAY, DESK))


def _row(what: List, one: Pressing, now: datetime) -> Text:
    kind, wait = _KINDS[one.kind], waited(int((now - one.since).total_seconds() // 3600))
    match what:
        case "requests":
            return t("digest.row_request", number=one.name, kind=kind, until=_day(one.until))
        case "questions":
            return t("digest.row_question", number=one.name, kind=kind, wait=wait)
        case "delivery":
            return t("digest.row_channel", channel=one.name, kind=kind, count=one.n)
        case "returned":
            code = codes.shown(one.name)
            return t("digest.row_late", code=code, until=_day(one.until))
        case _:
            return t("digest.row_dossier", code=codes.shown(one.name), kind=kind, wait=wait)


def _day(day: date | None) -> Text:
    return t("period.day", day=day) if day else verbatim("-")


# --- the chart -----------------------------------------------------------------------------------


def chart(pack: Pack, charted: Charted, weeks: tuple[datetime, ...], today: date) -> Picture:
    """`weeks`: where each begins, and where the last ends."""
    return Picture(
        "digest_chart",
        t("digest.chart_name"),
        t("digest.chart_alt"),
        {
            "title": t("digest.chart_title", contest=words(pack.short_name)),
            "today": t("timeline.today", today=today),
            "unknown": t("digest.unknown"),
            "weeks": {
                "title": t("digest.chart_weeks"),
                "begun": t("digest.chart_opened"),
                "handed_in": t("digest.chart_handed_in"),
                "rows": _weeks(charted, weeks),
            },
            "fields": {"title": t("digest.chart_fields"), "rows": _fields(pack, charted)},
        },
    )


def _weeks(charted: Charted, weeks: tuple[datetime, ...]) -> list[dict[str, Any]] | None:
    if charted.opened is None or charted.handed_in is None:
        return None
    return [
        {"label": f"{monday.day}/{monday.month}", "begun": opened, "handed_in": handed_in}
        for monday, opened, handed_in in zip(weeks, charted.opened, charted.handed_in, strict=False)
    ]


def _fields(pack: Pack, charted: Charted) -> list[dict[str, Any]] | None:
    """The pack's fields in their order, then what has none of them."""
    if charted.fields is None:
        return None
    named: dict[str, Text] = {field.id: words(field.title) for field in pack.fields}
    rest = [both for name, both in charted.fields.items() if name not in named]
    rows = [(title, charted.fields.get(name, (0, 0))) for name, title in named.items()]
    rows.append((t("digest.chart_no_field"), (sum(b for b, _ in rest), sum(h for _, h in rest))))
    return [
        {
            "label": label,
            "begun": begun,
            "handed_in": handed_in,
            "said": t("digest.chart_row", handed_in=handed_in, begun=begun),
        }
        for label, (begun, handed_in) in rows
    ]
