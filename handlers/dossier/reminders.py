"""What a reminder says: how many days are left, what is missing, and how to stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contest import codes
from contest.calendar import DeadlineNow
from contest.dossier import HANDED_IN, Dossier
from contest.pack import DossierStep, Pack
from contest.reminding import awake, due
from dialog.engine import fingerprint, reconcile
from dialog.place import Answers
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import folded, steps_for, title
from handlers.dossier.overview import STATES, edit
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
    answers = reconcile(contest.interview(dossier.code, answers.given).dialog, answers)
    answers = folded(contest.pack, answers)
    if not _waits_for_its_people(dossier, answers):
        return None
    last, since = contest.pack.deadline, dossier.opened_at
    if dossier.state == "returned" and dossier.returned and dossier.returned.until:
        last, since = dossier.returned.until, dossier.returned.at
    days = due(last, since.astimezone(now.tzinfo).date(), now.date())
    if days is None:
        return None
    reply = _reply(contest.pack, dossier, answers, now, last)
    return Reminder(f"remind/{dossier.code}/{last.isoformat()}/{days}", reply)


def _waits_for_its_people(dossier: Dossier, answers: Answers) -> bool:
    """Not handed in; returned; or handed in, and then changed without being handed in again."""
    if dossier.state in ("draft", "complete", "returned"):
        return True
    last = dossier.submission
    handed_in = dossier.state in ("submitted", "resubmitted") and last is not None
    return handed_in and last is not None and last.changes != fingerprint(answers)


def _reply(pack: Pack, dossier: Dossier, answers: Answers, now: datetime, last: date) -> Reply:
    code = dossier.code
    every = steps_for(pack, answers.given)
    name = title(answers.given)
    head = (
        t("remind.head", code=codes.shown(code), title=verbatim(name))
        if name
        else t("remind.head_untitled", code=codes.shown(code))
    )
    left = deadline_left(DeadlineNow(last, now.date()))
    what, go_on = _what(dossier, answers, every)
    parts: list[Text] = [lines([head, left]), what]
    if to_sign := [s for s in every if state_of(answers.get(s.id)) == "to_sign"]:
        names = Joined(tuple(words(s.title) for s in to_sign), ", ")
        parts.append(t("remind.to_sign", papers=names))
    stop = Button(t("remind.stop"), f"dossier/quiet/{code}")
    return Reply(paragraphs(parts), (go_on, stop))


def _what(dossier: Dossier, answers: Answers, every: list[DossierStep]) -> tuple[Text, Button]:
    """What the dossier waits for, and the button that goes on with it."""
    code, last = dossier.code, dossier.submission
    missing = [s for s in every if s.id not in answers]
    wanted = dossier.returned.items if dossier.state == "returned" and dossier.returned else {}
    returned = [s for s in every if s.id in wanted]
    if missing:
        names = Joined(tuple(words(s.title) for s in missing[:MOST_NAMED]), ", ")
        more = len(missing) - MOST_NAMED
        listed = t("interview.and_more", names=names, n=more) if more > 0 else names
        return t("remind.missing", missing=listed), _do(code, missing[0])
    mark = fingerprint(answers)
    hand_in = Button(t("dossier.hand_in"), f"dossier/submit/{code}/{mark}")
    if dossier.state not in HANDED_IN or last is None:
        return t("remind.complete"), hand_in
    if last.changes != mark:
        return t("dossier.changed_since"), hand_in
    if not returned:
        return STATES[dossier.state], hand_in
    named = lines(
        t("dossier.line_returned", title=words(s.title), why=verbatim(wanted[s.id]))
        for s in returned
    )
    return named, _do(code, returned[0])


def _do(code: str, step: DossierStep) -> Button:
    return Button(t("dossier.do", title=words(step.title)), edit(code, step.id))
