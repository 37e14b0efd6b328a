"""The way in for the staff. What every button of theirs asks for is one table; whoever may not,
or is nobody of ours, is answered as for any button that is no more, and it goes into the log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from contest.staff import Right, may
from dialog.event import Pressed
from dialog.reply import Button, Reply, lines, t, verbatim
from handlers.fallback import fallback
from handlers.staff import (
    answering,
    corrections,
    digest,
    facts,
    groups,
    log,
    people,
    proposals,
    questions,
    teaching_shown,
    unanswered,
)
from handlers.staff.digest_words import TODAY
from handlers.staff.proposing import WAITING
from handlers.turn import MENU, Outcome, Turn, say

PREFIX = "staff/"
Command = Callable[[Turn, str], Awaitable[Outcome | None]]  # what stands behind the name


async def _desk(turn: Turn, _: str) -> Outcome:
    member = turn.member
    assert member is not None  # COMMANDS asks for the right
    said = [t("staff.desk", role=people.role_of(turn, member))]
    if member.name:
        said.append(t("staff.desk_name", name=verbatim(member.name)))
    buttons = [button for right, button in _BUTTONS if may(member, right)]
    return say(turn, Reply(lines(said), (*buttons, MENU)))


COMMANDS: Mapping[str, tuple[Right, Command]] = {
    "desk": ("desk", _desk),
    "name": ("desk", people.name),
    "digest": ("digest", digest.shown),
    "people": ("people", people.listed),
    "invite": ("invite", people.invite),
    "end": ("invite", people.end),
    "ended": ("invite", people.ended),
    "audit": ("audit", log.audit),
    "mine": ("questions", questions.mine),
    "question": ("questions", questions.opened),
    "claim": ("questions", questions.claim),
    "answer": ("questions", questions.answer),
    "again": ("questions", questions.again),
    "send": ("questions", questions.send),
    "hand": ("questions", questions.hand),
    "close": ("questions", questions.close),
    "back": ("questions", questions.give_back),
    "proposals": ("proposals", proposals.listed),
    "proposal": ("proposals", proposals.shown),
    "approve": ("proposals", proposals.approve),
    "refuse": ("proposals", proposals.refuse),
    "takeback": ("proposals", proposals.take_back),
    "group": ("groups", groups.group),
    "unanswered": ("teach", unanswered.listed),
    "gap": ("teach", unanswered.opened),
    "skip": ("teach", unanswered.skip),
    "teach": ("teach", unanswered.teach),
    "try": ("teach", teaching_shown.tried),
    "propose": ("teach", teaching_shown.propose),
    "facts": ("correct", facts.listed),
    "fact": ("correct", facts.card),
    "fix": ("correct", facts.fix),
    "changes": ("correct", corrections.changes),
    "suggest": ("correct", corrections.suggest),
}

_BUTTONS: tuple[tuple[Right, Button], ...] = (
    ("digest", TODAY),
    ("questions", answering.MINE),
    ("teach", unanswered.BUTTON),
    ("proposals", WAITING),
    ("correct", corrections.FACTS),
    ("people", Button(t("staff.people_button"), "staff/people")),
    ("invite", Button(t("staff.invite_button"), "staff/invite")),
    ("groups", groups.BUTTON),
    ("audit", Button(t("staff.audit_button"), "staff/audit")),
    ("desk", Button(t("staff.name_button"), "staff/name")),
)


async def staff(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed(token) if token.startswith(PREFIX):
            name, _, rest = token.removeprefix(PREFIX).partition("/")
            right, command = COMMANDS.get(name, (None, None))
            if command is None or right is None:
                return None
            if not may(turn.member, right):
                return replace(await fallback(turn), denied=f"{PREFIX}{name}")
            return await command(turn, rest)
    return await people.joined(turn)
