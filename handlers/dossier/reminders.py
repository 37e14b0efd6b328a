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
    days = due(last, since.astimezone(now.tzinfo).date(), now.date())
    if days is None:
        return None
    left = deadline_left(DeadlineNow(last, now.date()))
    if own:
        left = lines(own_end_said(contest.pack, dossier))
    reply = _reply(dossier, standing, left)
    return Reminder(f"remind/{dossier.code}/{last.isoformat()}/{days}", reply)


def _last_day(dossier: Dossier, deadline: date) -> tuple[date, datetime, bool]:
    """Its last day, since when that is so, and whether it is one that was given to it alone."""
    last, own = own_end(dossier, deadline), has_own_end(dossier, deadline)
    since = dossier.extended.at if own and dossier.extended else dossier.opened_at
    back = dossier.returned if dossier.state == "returned" else None
    if back and back.until and (back.until > last or not own):
        return back.until, back.at, False
    return last, since, own


def _waits_for_its_people(dossier: Dossier, standing: Standing) -> bool:
    """Not handed in; returned; or handed in, and then changed without being handed in again."""
    if dossier.state in ("draft", "complete", "returned"):
        return True
    return dossier.state in ("submitted", "resubmitted") and standing.changed_since


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
    hand_in = hand_in_button(standing)
    if dossier.state not in HANDED_IN or dossier.submission is None:
        return t("remind.complete"), hand_in
    if standing.changed_since:
        return t("dossier.changed_since"), hand_in
    returned = [s for s in standing.steps if s.id in dossier.wanted]
    if not returned:
        return STATES[dossier.state], hand_in
    whys = lines(
        t("dossier.line_returned", title=words(s.title), why=verbatim(dossier.wanted[s.id]))
        for s in returned
    )
    return whys, do_button(code, returned[0])
