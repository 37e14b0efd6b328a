"""Groups of staff: tied by a code that is typed there, told that something waits, and nothing of
anybody. Who answers does so in their own chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from contest import codes
from contest.desk import Case
from contest.masking import masked
from contest.staff import INVITED_FOR, EndingGroup, InvitingGroup, StaffGroup, StaffRole, token_of
from dialog.reply import Button, Reply, Text, lines, paragraphs, t
from handlers.staff import people
from handlers.turn import Outcome, Turn, say

BUTTON = Button(t("groups.button"), "staff/chatgroup")
COMMAND = "nhom"  # what is typed in a group, before the code
ALL = "all"
MOST_LETTERS = 200  # of a question
# an officer sees only what comes from their own unit, and a group is of no unit
ROLES: Mapping[str, Text] = {
    name: text for name, text in people.ROLES.items() if name in ("secretary", "adviser", "head")
}


async def group(turn: Turn, rest: str) -> Outcome:
    what, _, which = rest.partition("/")
    if what == "new" and (which in ROLES or which == ALL):
        return _invited(turn, which)
    if what == "end" and which.isdecimal():
        return await _ended(turn, int(which))
    found = await turn.look_up.groups()
    rows = [t("groups.row", number=str(one.number), role=_of(one.role)) for one in found]
    rows = rows or [t("groups.none")]
    ends = [
        Button(
            t("groups.end", number=str(one.number)), f"staff/chatgroup/end/{one.number}", "grave"
        )
        for one in found
    ]
    new = [Button(text, f"staff/chatgroup/new/{name}") for name, text in ROLES.items()]
    new.append(Button(t("groups.all"), f"staff/chatgroup/new/{ALL}"))
    said = paragraphs([lines([t("groups.title"), *rows]), t("groups.ask")])
    return say(turn, Reply(said, (*new, *ends, people.DESK)))


def _of(role: StaffRole | None) -> Text:
    return people.ROLES[role] if role else t("groups.all")


def _invited(turn: Turn, which: str) -> Outcome:
    code = turn.new_code(codes.INVITATION)
    role: StaffRole | None = next((name for name in people.ROLES if name == which), None)
    until = turn.event.at + INVITED_FOR
    typed = f"/{COMMAND} {codes.shown(code)}"
    said = t("groups.invited", role=_of(role), typed=typed, until=until)
    reply = Reply(paragraphs([said, t("groups.invited_how")]), (BUTTON, people.DESK))
    return replace(say(turn, reply), acts=(InvitingGroup(token_of(code), role, until),))


async def _ended(turn: Turn, number: int) -> Outcome:
    if number not in {one.number for one in await turn.look_up.groups()}:
        return say(turn, Reply(t("groups.gone"), (BUTTON, people.DESK)))
    done = Reply(t("groups.ended", number=str(number)), (BUTTON, people.DESK))
    return replace(say(turn, done), acts=(EndingGroup(number),))


# --- what a group is told: for everybody in it, so of nobody -------------------------------------


def tied(group: StaffGroup) -> Reply:
    return Reply(paragraphs([t("groups.tied", role=_of(group.role)), t("groups.what_comes")]))


def in_private() -> Reply:
    """Whatever somebody wants of us there."""
    return Reply(t("groups.in_private"))


def waiting(group: StaffGroup, case: Case, count: int) -> Reply:
    """Without where it comes from; the words, covered, only for those whose question it is."""
    said: list[Text] = [t("groups.waiting", n=count)]
    words = masked(" ".join(case.asked.text.split()))
    if group.role and words:
        cut = words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS].rstrip()}…"
        said.append(t("groups.newest", number=str(case.number), text=cut))
    return Reply(paragraphs(said), about=case.number if group.role else None)
