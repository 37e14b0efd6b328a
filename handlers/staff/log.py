"""What staff did, for those who may read it: a screen at a time."""

from __future__ import annotations

from collections.abc import Mapping

from contest import codes
from contest.calendar import ZONE
from contest.staff import Audited
from dialog.reply import Button, Reply, Text, lines, t, verbatim
from handlers.staff import people
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
    "proposed": t("audit.proposed"),
    "approved": t("audit.approved"),
    "refused": t("audit.refused"),
    "took_back": t("audit.took_back"),
    "carried_out": t("audit.carried_out"),
    "left_out": t("audit.left_out"),
    "group_invited": t("audit.group_invited"),
    "group_tied": t("audit.group_tied"),
    "group_ended": t("audit.group_ended"),
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


def _line(turn: Turn, entry: Audited) -> Text:
    who = t("audit.server") if entry.by is None else t("staff.number", number=str(entry.by))
    what = WHAT.get(entry.what, verbatim(entry.what))
    detail = entry.detail
    about: list[Text] = [
        people.role_text(turn.contest.gazetteer, role, detail.get("unit"))
        for role in people.ROLES
        if detail.get("role") == role
    ]
    if member := detail.get("member"):
        about.append(t("staff.number", number=str(member)))
    if question := detail.get("question"):
        about.append(t("audit.question", number=str(question)))
    if questions := detail.get("questions"):
        about.append(t("audit.questions", n=len(questions)))
    if group := detail.get("group"):
        about.append(t("audit.group", number=str(group)))
    if proposal := detail.get("proposal"):
        about.append(t("audit.proposal", number=str(proposal)))
    if entry.dossier:
        about.append(t("audit.dossier", code=codes.shown(entry.dossier)))
    return t(
        "audit.line",
        at=entry.at.astimezone(ZONE),
        who=who,
        what=what,
        about=lines(about) if about else verbatim("-"),
    )
