"""What staff did, for those who may read it: a screen at a time."""

from __future__ import annotations

from collections.abc import Mapping

from contest import codes
from contest.calendar import ZONE
from contest.staff import Audited
from dialog.reply import Button, Reply, Text, lines, t, verbatim, words
from handlers.dossier.returned import REASONS
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
    "reviewing": t("audit.reviewing"),
    "judged": t("audit.judged"),
    "returned": t("audit.returned"),
    "accepted": t("audit.accepted"),
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
    about += judged_items(turn, entry)
    if entry.dossier:
        about.append(t("audit.dossier", code=codes.shown(entry.dossier)))
    return t(
        "audit.line",
        at=entry.at.astimezone(ZONE),
        who=who,
        what=what,
        about=lines(about) if about else verbatim("-"),
    )
