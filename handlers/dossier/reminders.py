"""What a reminder says: how many days are left, what is missing, and how to stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contest import codes
from contest.calendar import DeadlineNow
from contest.dossier import HANDED_IN, Dossier
from contest.ends import has_own_end, own_end
from contest.reminding import awake, due
from dialog.place import Answers
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import title
from handlers.dossier.overview import STATES, Standing, do_button, hand_in_button, stood
from handlers.dossier.own_end import own_end_said
from handlers.dossier.question import named
from handlers.dossier.returned import line, redo_button, until
from handlers.dossier.signing import state_of
from handlers.saying import deadline_left
from handlers.turn import Contest

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Reminder:
    """`name`: unique for this dossier and this day before the deadline."""

    name: str
    reply: Reply


def reminder(
    contest: Contest, dossier: Dossier, answers: Answers, now: datetime
) -> Reminder | None:
    """What to send about this dossier now, if anything."""
    if not dossier.reminders or not awake(now):
        return None
    standing = stood(contest, dossier, answers, now.date())
    if not _waits_for_its_people(dossier, standing):
        return None
    last, since, own = _last_day(dossier, contest.pack.deadline)
    own_day = _own_day(standing, now.date())
    if dossier.returned and own_day:
        last, since = own_day, dossier.returned.at
    days = due(last, since.astimezone(now.tzinfo).date(), now.date())
    if days is None:
        return None
    left = deadline_left(DeadlineNow(last, now.date()))
    if own_day:
        left = t("returned.left", n=(last - now.date()).days, day=last)
    elif own:
        left = lines(own_end_said(contest.pack, dossier))
    reply = _reply(dossier, standing, left)
    return Reminder(f"remind/{dossier.code}/{last.isoformat()}/{days}", reply)


def _last_day(dossier: Dossier, deadline: date) -> tuple[date, datetime, bool]:
    """Its last day, since when that is so, and whether it is one that was given to it alone."""
    last, own = own_end(dossier, deadline), has_own_end(dossier, deadline)
    since = dossier.extended.at if own and dossier.extended else dossier.opened_at
    return last, since, own


def _waits_for_its_people(dossier: Dossier, standing: Standing) -> bool:
    """Not handed in; returned; or handed in, and then changed without being handed in again; or
    handed in again with something that was returned as it was."""
    if dossier.state in ("draft", "complete", "returned") or standing.asked_again:
        return True
    return dossier.state in ("submitted", "resubmitted") and standing.changed_since


def _own_day(standing: Standing, today: date) -> date | None:
    """The next day by which something that was returned is wanted back; None: none is named, or
    all of them are past. When all is back and not handed in, the last of them."""
    dossier = standing.dossier
    if not dossier.wanted or dossier.returned is None:
        return None
    returned = dossier.returned
    days = [until(returned, step.id) for step in standing.asked_again] or [returned.until]
    coming = sorted(day for day in days if day and day >= today)
    return coming[0] if coming else None


def _reply(dossier: Dossier, standing: Standing, left: Text) -> Reply:
    code, answers = dossier.code, standing.answers
    name = title(answers.given)
    head = (
        t("remind.head", code=codes.shown(code), title=verbatim(name))
        if name
        else t("remind.head_untitled", code=codes.shown(code))
    )
    what, go_on = _what(dossier, standing)
    parts: list[Text] = [lines([head, left]), what]
    if to_sign := [s for s in standing.steps if state_of(answers.get(s.id)) == "to_sign"]:
        names = Joined(tuple(words(s.title) for s in to_sign), ", ")
        parts.append(t("remind.to_sign", papers=names))
    stop = Button(t("remind.stop"), f"dossier/quiet/{code}")
    return Reply(paragraphs(parts), (go_on, stop))


def _what(dossier: Dossier, standing: Standing) -> tuple[Text, Button]:
    """What the dossier waits for, and the button that goes on with it."""
    code, missing = dossier.code, standing.missing
    if missing:
        return t("remind.missing", missing=named(missing, MOST_NAMED)), do_button(code, missing[0])
    if again := standing.asked_again:
        given = standing.answers.given
        whys = lines(line(dossier, step, given) for step in again)
        return whys, redo_button(code, again[0])
    hand_in = hand_in_button(standing)
    if dossier.state not in HANDED_IN or dossier.submission is None:
        return t("remind.complete"), hand_in
    if standing.changed_since:
        return t("dossier.changed_since"), hand_in
    return STATES[dossier.state], hand_in
