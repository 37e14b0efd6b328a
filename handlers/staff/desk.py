"""The way in for the staff. What every button of theirs asks for is one table; whoever may not,
or is nobody of ours, is answered as for any button that is no more, and it goes into the log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from contest.staff import Member, Right, may
from dialog.event import Pressed
from dialog.reply import Button, Reply, T, lines, t, verbatim
from handlers.fallback import fallback
from handlers.staff import (
    advising,
    announced,
    announcing,
    answering,
    away,
    communes,
    corrections,
    digest,
    exports,
    extensions,
    facts,
    groups,
    items,
    jury,
    lists,
    log,
    monthly,
    outages,
    people,
    proposals,
    questions,
    reporting,
    reports,
    returning,
    review,
    shortlist,
    teaching_shown,
    unanswered,
)
from handlers.staff.digest_words import TODAY
from handlers.staff.proposing import WAITING
from handlers.turn import MENU, Outcome, Turn, say

PREFIX = "staff/"
Command = Callable[[Turn, str], Awaitable[Outcome | None]]  # what stands behind the name


@dataclass(frozen=True, slots=True)
class Shelf:
    """Buttons behind one button of the desk: `staff/desk/<name>`, with each button's right."""

    name: str
    title: T
    buttons: tuple[tuple[Right, Button], ...]


# What is done daily stands on the desk itself; the rest on shelves, so that no screen has more
# than nine buttons. One more thing to do is one more line here.
DAILY: tuple[tuple[Right, Button], ...] = (
    ("digest", TODAY),
    ("questions", answering.MINE),
    ("report", reporting.REPORT),
    ("see_dossiers", review.QUEUE),
    ("proposals", WAITING),
    ("advise", advising.ADVICE),
)
SHELVES: tuple[Shelf, ...] = (
    Shelf(
        "lists",
        t("staff.shelf_lists"),
        (
            ("reports", reports.REPORTS),
            ("communes", communes.SILENT),
            ("lists", lists.BUTTON),
            ("export", exports.BUTTON),
            ("extend", outages.EXTENSIONS),
            ("outages", outages.OUTAGES),
        ),
    ),
    Shelf(
        "said",
        t("staff.shelf_said"),
        (
            ("announce", announcing.ANNOUNCE),
            ("announce", announced.ALL),
            ("teach", unanswered.BUTTON),
            ("correct", corrections.FACTS),
        ),
    ),
    Shelf(
        "people",
        t("staff.shelf_people"),
        (
            ("people", Button(t("staff.people_button"), "staff/people")),
            ("invite", Button(t("staff.invite_button"), "staff/invite")),
            ("groups", groups.BUTTON),
            ("audit", Button(t("staff.audit_button"), "staff/audit")),
            ("desk", away.AWAY),
            ("desk", Button(t("staff.name_button"), "staff/name")),
        ),
    ),
)


def _theirs(member: Member, buttons: tuple[tuple[Right, Button], ...]) -> tuple[Button, ...]:
    return tuple(button for right, button in buttons if may(member, right))


def _shelved(member: Member, shelf: Shelf) -> tuple[Button, ...]:
    """What the desk shows of a shelf: its only button that is theirs, or the way to them."""
    found = _theirs(member, shelf.buttons)
    return found if len(found) <= 1 else (Button(shelf.title, f"{PREFIX}desk/{shelf.name}"),)


async def _desk(turn: Turn, name: str) -> Outcome:
    member = turn.member
    assert member is not None  # COMMANDS asks for the right
    for shelf in SHELVES:
        found = _theirs(member, shelf.buttons)
        if shelf.name == name and len(found) > 1:
            return say(turn, Reply(shelf.title, (*found, people.DESK)))
    said = [t("staff.desk", role=people.role_of(turn, member))]
    if member.name:
        said.append(t("staff.desk_name", name=verbatim(member.name)))
    shelves = [button for shelf in SHELVES for button in _shelved(member, shelf)]
    return say(turn, Reply(lines(said), (*_theirs(member, DAILY), *shelves, MENU)))


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
    "report": ("report", reporting.report),
    "reports": ("reports", reports.reports),
    "monthly": ("reports", monthly.monthly),
    "away": ("desk", away.away),
    "proposals": ("proposals", proposals.listed),
    "proposal": ("proposals", proposals.shown),
    "approve": ("proposals", proposals.approve),
    "refuse": ("proposals", proposals.refuse),
    "takeback": ("proposals", proposals.take_back),
    "exports": ("export", exports.exports),
    "archive": ("personal", exports.archive),
    "lists": ("lists", lists.lists),
    "list": ("lists", lists.list_),
    "eligible": ("lists", lists.eligible),
    "groups": ("lists", jury.groups),
    "group": ("lists", jury.group),
    "groupname": ("lists", jury.group_name),
    "groupend": ("lists", jury.group_end),
    "regroup": ("lists", jury.regroup),
    "shortlist": ("lists", shortlist.shortlist),
    "choose": ("shortlist", shortlist.choose),
    "enlist": ("shortlist", shortlist.enlist),
    "unlist": ("shortlist", shortlist.unlist),
    "announce": ("announce", announcing.announce),
    "announcements": ("announce", announced.announcements),
    "communes": ("communes", communes.communes),
    "cards": ("communes", communes.cards),
    "outages": ("outages", outages.listed),
    "extensions": ("extend", extensions.listed),
    "extension": ("extend", extensions.one),
    "extend": ("extend", extensions.extend),
    "extendfor": ("extend", extensions.extend_for),
    "extendit": ("extend", extensions.extend_it),
    "advice": ("advise", advising.listed),
    "wish": ("advise", advising.opened),
    "advise": ("advise", advising.take),
    "leave": ("advise", advising.leave),
    "adviseagain": ("advise", advising.again),
    "advised": ("advise", advising.send),
    "review": ("see_dossiers", review.queue),
    "dossier": ("see_dossiers", review.card),
    "items": ("see_dossiers", items.items),
    "take": ("review", review.take),
    "accept": ("review", items.accept),
    "rest": ("review", items.rest_of),
    "return": ("review", returning.give_back),
    "end_of": ("review", items.end_of),
    "decide": ("review", items.decide),
    "chatgroup": ("groups", groups.group),
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
    return await people.joined(turn) or await extensions.typed_code(turn)
