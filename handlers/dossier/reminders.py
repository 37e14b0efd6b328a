"""What a reminder says: how many days are left, what is missing, and how to stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contest import codes
from contest.calendar import DeadlineNow
from contest.dossier import Dossier
from contest.pack import Pack
from contest.reminding import awake, due
from dialog.engine import fingerprint, reconcile
from dialog.place import Answers
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import steps_for, title
from handlers.dossier.signing import state_of
from handlers.saying import deadline_left
from handlers.turn import Contest, dialog_of_dossier

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
    missing = [s for s in every if s.id not in answers]
    to_sign = [s for s in every if state_of(answers.get(s.id)) == "to_sign"]
    name = title(answers.given)
    head = (
        t("remind.head", code=codes.shown(code), title=verbatim(name))
        if name
        else t("remind.head_untitled", code=codes.shown(code))
    )
    left = deadline_left(DeadlineNow(last, now.date()))
    parts: list[Text] = [lines([head, left])]
    stop = Button(t("remind.stop"), f"dossier/quiet/{code}")
    if missing:
        names = Joined(tuple(words(s.title) for s in missing[:MOST_NAMED]), ", ")
        more = len(missing) - MOST_NAMED
        listed = t("interview.and_more", names=names, n=more) if more > 0 else names
        parts.append(t("remind.missing", missing=listed))
        first = f"{dialog_of_dossier(code)}:{missing[0].id}/edit"
        go_on = Button(t("dossier.do", title=words(missing[0].title)), first)
    else:
        parts.append(t("remind.complete"))
        mark = fingerprint(answers)
        go_on = Button(t("dossier.hand_in"), f"dossier/submit/{code}/{mark}")
    if to_sign:
        names = Joined(tuple(words(s.title) for s in to_sign), ", ")
        parts.append(t("remind.to_sign", papers=names))
    return Reply(paragraphs(parts), (go_on, stop))
