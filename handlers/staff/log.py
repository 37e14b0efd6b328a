"""What staff did, for those who may read it: a screen at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contest import codes
from contest.calendar import ZONE
from contest.pack import Pack
from contest.staff import Audited
from contest.units import Gazetteer
from dialog.reply import Button, Reply, Text, lines, t, verbatim, words
from handlers.dossier.returned import REASONS
from handlers.staff import people
from handlers.staff.export_words import EXPORTS_NAMED
from handlers.turn import Outcome, Turn, say

WHAT: Mapping[str, Text] = {
    "invited": t("audit.invited"),
    "joined": t("audit.joined"),
    "named": t("audit.named"),
    "digest_at": t("audit.digest_at"),
    "ended": t("audit.ended"),
    "looked": t("audit.looked"),
    "claimed": t("audit.claimed"),
    "gave_back": t("audit.gave_back"),
    "handed_on": t("audit.handed_on"),
    "closed": t("audit.closed"),
    "answered": t("audit.answered"),
    "reported": t("audit.reported"),
    "units_reminded": t("audit.units_reminded"),
    "away": t("audit.away"),
    "came_back": t("audit.came_back"),
    "declined": t("audit.declined"),
    "proposed": t("audit.proposed"),
    "approved": t("audit.approved"),
    "refused": t("audit.refused"),
    "took_back": t("audit.took_back"),
    "carried_out": t("audit.carried_out"),
    "exported": t("audit.exported"),
    "group_named": t("audit.group_named"),
    "group_ended": t("audit.group_ended"),
    "field_grouped": t("audit.field_grouped"),
    "shortlisted": t("audit.shortlisted"),
    "unlisted": t("audit.unlisted"),
    "advice_taken": t("audit.advice_taken"),
    "advice_left": t("audit.advice_left"),
    "advised": t("audit.advised"),
    "reviewing": t("audit.reviewing"),
    "judged": t("audit.judged"),
    "returned": t("audit.returned"),
    "accepted": t("audit.accepted"),
    "left_out": t("audit.left_out"),
    "chat_group_invited": t("audit.chat_group_invited"),
    "chat_group_tied": t("audit.chat_group_tied"),
    "chat_group_ended": t("audit.chat_group_ended"),
    "called_off": t("audit.called_off"),
}


async def audit(turn: Turn, before: str) -> Outcome:
    """Newest first; «Xem cũ hơn» goes on where the screen ended."""
    found = await turn.look_up.audit(int(before) if before.isdecimal() else None)
    if not found:
        return say(turn, Reply(t("audit.none"), (people.DESK,)))
    older = Button(t("audit.older"), f"staff/audit/{found[-1].number}")
    said = [t("audit.title"), *(_line(turn, entry) for entry in found)]
    return say(turn, Reply(lines(said), (older, people.DESK)))


def judged_items(turn: Turn, entry: Audited) -> list[Text]:
    """Each item with what was found, and why."""
    titles = {step.id: words(step.title) for step in turn.contest.pack.checklist.steps}
    said: dict[str, Text] = {"accepted": t("review.accept"), "words": t("audit.in_words")}
    said |= {str(name): text for name, text in REASONS.items()}
    return [
        t("audit.item", title=titles.get(item, verbatim(item)), what=said.get(what, verbatim(what)))
        for item, what in entry.detail.get("items", {}).items()
    ]


def _line(turn: Turn, entry: Audited) -> Text:
    who = t("audit.server") if entry.by is None else t("staff.number", number=str(entry.by))
    what = WHAT.get(entry.what, verbatim(entry.what))
    said = about(turn.contest.pack, turn.contest.gazetteer, entry)
    said += judged_items(turn, entry)
    if entry.dossier:
        said.append(t("audit.dossier", code=codes.shown(entry.dossier)))
    return t(
        "audit.line",
        at=entry.at.astimezone(ZONE),
        who=who,
        what=what,
        about=lines(said) if said else verbatim("-"),
    )


def about(pack: Pack, gazetteer: Gazetteer, entry: Audited) -> list[Text]:
    """What was done it to, but for the dossier."""
    detail = entry.detail
    said: list[Text] = [
        people.role_text(gazetteer, role, detail.get("unit"))
        for role in people.ROLES
        if detail.get("role") == role
    ]
    if member := detail.get("member"):
        said.append(t("staff.number", number=str(member)))
    if question := detail.get("question"):
        said.append(t("audit.question", number=str(question)))
    if questions := detail.get("questions"):
        said.append(t("audit.questions", n=len(questions)))
    if group := detail.get("chat_group"):
        said.append(t("audit.chat_group", number=str(group)))
    if proposal := detail.get("proposal"):
        said.append(t("audit.proposal", number=str(proposal)))
    if period := detail.get("period"):
        said.append(t("audit.period", period=str(period)))
    return [*said, *_of_lists(pack, detail)]


def _of_lists(pack: Pack, detail: Mapping[str, Any]) -> list[Text]:
    said: list[Text] = [words(f.title) for f in pack.fields if f.id == detail.get("field")]
    if group := detail.get("group"):
        said.append(t("audit.group", number=str(group)))
    elif "field" in detail:
        said.append(t("audit.no_group"))
    if (export := str(detail.get("export"))) in EXPORTS_NAMED:
        name, kind = EXPORTS_NAMED[export], str(detail["format"]).upper()
        personal = t("audit.personal") if detail["personal"] else t("audit.not_personal")
        said.append(t("audit.export", name=name, kind=kind, n=detail["rows"], personal=personal))
    return said
