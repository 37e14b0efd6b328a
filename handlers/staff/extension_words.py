"""Longer deadlines in words: why, until when, and what those concerned are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contest import codes
from contest.calendar import ZONE
from contest.extensions import Cause, Extension, Fairness, Suggested
from contest.pack import Pack
from contest.proposals import Proposal
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.saying import cited
from handlers.staff.outages import long
from handlers.staff.proposing import WAITING
from handlers.turn import to_dossier


def rule_of(pack: Pack) -> Fairness:
    """What the pack says about longer deadlines, or what is usual where it says nothing."""
    said, works = pack.checklist.extension, pack.working.is_worked
    if said is None:
        return Fairness(pack.deadline, 24, works)
    return Fairness(pack.deadline, said.hours, works, said.until)


def because(cause: Cause) -> Text:
    begin, end = cause.begin.astimezone(ZONE), cause.end.astimezone(ZONE)
    time = long(cause.end - cause.begin)
    match cause.kind:
        case "down":
            return t("extension.cause_down", begin=begin, end=end, long=time)
        case "storage":
            return t("extension.cause_storage", begin=begin, end=end, long=time)
        case "channel":
            name = verbatim(cause.channel)
            return t("extension.cause_channel", channel=name, begin=begin, end=end, long=time)
        case "upload":
            return t("extension.cause_upload", begin=begin, end=end)
        case "parked":
            return t("extension.cause_parked", at=begin)
        case "page":
            return t("extension.cause_page", at=begin)
        case "intent":
            return t("extension.cause_intent", at=begin)


def causes(found: Iterable[Cause]) -> list[Text]:
    return [t("list.item", item=because(cause)) for cause in found]


def suggestion(found: Suggested) -> Text:
    said: list[Text] = [t("extension.of", code=codes.shown(found.code)), *causes(found.causes)]
    if found.last:
        said.append(t("extension.last", at=found.last.astimezone(ZONE)))
    if found.until:
        said.append(t("extension.until", until=found.until))
    else:
        said.append(t("extension.no_day"))
    return lines(said)


def preview(pack: Pack, wanted: Extension, today: date) -> Reply:
    """All of it, for whoever decides."""
    code = wanted.code
    said = [t("extension.of", code=codes.shown(code)), *causes(wanted.causes)]
    if wanted.reason:
        said.append(t("extension.reason", reason=verbatim(wanted.reason)))
    said.append(t("extension.until", until=wanted.until))
    rule = rule_of(pack)
    if not rule.good(wanted.until, today):
        said.append(t("extension.not_good"))
    told = lines([t("extension.they_read"), _told(wanted)])
    buttons = (Button(t("extension.see_dossier"), f"staff/dossier/{code}"),)
    return Reply(paragraphs([lines(said), told, says(pack)]), buttons)


def says(pack: Pack) -> Text:
    """What the rules say of it, and where: nothing, as long as no document does."""
    said = pack.checklist.extension
    if said is None:
        return t("extension.unpublished")
    parts: list[Text] = [words(said.text)]
    if said.until:
        parts.append(t("extension.limit", until=said.until))
    where = cited(pack, said)
    return lines([*parts, *([t("extension.source", source=where)] if where else [])])


def to_its_people(wanted: Extension) -> Reply:
    """For the owner and the helpers, when it is carried out."""
    button = to_dossier(wanted.code, t("extension.hand_in"))
    return Reply(_told(wanted), (button, Button(t("human.button"), "human/open")))


def _told(wanted: Extension) -> Text:
    why = [cause for cause in wanted.causes if cause.kind != "intent"]
    said: list[Text] = [
        t("extension.told", code=codes.shown(wanted.code), until=wanted.until),
    ]
    if wanted.reason:
        said.append(t("extension.reason", reason=verbatim(wanted.reason)))
    elif why:
        said.append(lines([t("extension.told_why"), *causes(why)]))
    said.append(t("extension.told_next"))
    return paragraphs(said)


def to_staff(proposal: Proposal, wanted: Extension, *, done: bool) -> Reply:
    """For who proposed it and who decided."""
    number, code = str(proposal.number), codes.shown(wanted.code)
    ways = (WAITING,)
    if done:
        return Reply(t("extension.done", number=number, code=code, until=wanted.until), ways)
    return Reply(t("extension.not_done", number=number, code=code), ways)
