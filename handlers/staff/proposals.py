"""What waits for a second person: listed, shown whole, approved, refused, taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

from contest.proposals import OPEN, Proposal
from contest.staff import Deciding, Looking, ProposalKind, TakingBack
from dialog.reply import Button, Reply, Text, lines, paragraphs, t
from handlers.fallback import fallback
from handlers.staff import announced, corrections, extensions, people, teaching_shown
from handlers.staff.proposing import TITLES, WAITING
from handlers.turn import Outcome, TellStaff, Turn, say

PAGE = 8  # of one screen
MOST_DIGITS = 10
# all of it that whoever decides must have read; its buttons come before ours
Preview = Callable[[Turn, Proposal], Awaitable[Reply]]
PREVIEWS: Mapping[ProposalKind, Preview] = {
    "announcement": announced.preview,
    "extension": extensions.preview,
    "fact": corrections.previewed,
    "teaching": teaching_shown.preview,
}


async def listed(turn: Turn, _: str) -> Outcome:
    """The oldest first: what was approved and waits for its time among them."""
    found = [p for p in await turn.look_up.proposals(OPEN) if p.may_see(turn.member)]
    if not found:
        return say(turn, Reply(t("proposals.none"), (people.DESK,)))
    rows = [t("list.item", item=await _headed(turn, p)) for p in found[:PAGE]]
    if more := len(found) - PAGE:
        rows += [t("proposals.more", n=more)] if more > 0 else []
    buttons = tuple(
        Button(t("proposals.look", number=str(p.number)), f"staff/proposal/{p.number}")
        for p in found[:PAGE]
    )
    said = lines([t("proposals.waiting", n=len(found)), *rows])
    return say(turn, Reply(said, (*buttons, people.DESK)))


async def shown(turn: Turn, number: str) -> Outcome | None:
    proposal = await _found(turn, number)
    if proposal is None:
        return say(turn, Reply(t("proposals.no_such"), (WAITING, people.DESK)))
    if not proposal.may_see(turn.member):
        return replace(await fallback(turn), denied="staff/proposal")
    preview = await PREVIEWS[proposal.kind](turn, proposal)
    said = paragraphs([await _headed(turn, proposal), preview.text, _standing(proposal)])
    ways = (*preview.buttons, *_ways(turn, proposal), WAITING, people.DESK)
    reply = replace(preview, text=said, buttons=ways)
    return replace(say(turn, reply), acts=(Looking(f"proposal/{proposal.number}"),))


async def approve(turn: Turn, number: str) -> Outcome | None:
    return await _decided(turn, number, yes=True)


async def refuse(turn: Turn, number: str) -> Outcome | None:
    return await _decided(turn, number, yes=False)


async def _decided(turn: Turn, number: str, *, yes: bool) -> Outcome | None:
    proposal = await _found(turn, number)
    if proposal is None:
        return say(turn, Reply(t("proposals.no_such"), (WAITING, people.DESK)))
    if not proposal.may_decide(turn.member):
        if proposal.may_see(turn.member):
            return say(turn, Reply(t("proposals.not_yours"), (WAITING, people.DESK)))
        return replace(await fallback(turn), denied="staff/approve" if yes else "staff/refuse")
    if proposal.state != "waiting":
        return say(turn, Reply(_standing(proposal), (WAITING, people.DESK)))
    due = proposal.rule.due(turn.event.at) if yes else None
    act = Deciding(proposal.number, due)
    after = replace(
        proposal,
        state="approved" if yes else "refused",
        decided_by=turn.member.number if turn.member else None,
        due=due,
    )
    told = TellStaff(
        Reply(paragraphs([await _headed(turn, after), _standing(after)]), (_look(after),)),
        (proposal.by,),
    )
    ways = (*_back(turn, after), WAITING, people.DESK)
    return replace(say(turn, Reply(_standing(after), ways)), acts=(act,), tell_staff=(told,))


async def take_back(turn: Turn, number: str) -> Outcome | None:
    proposal = await _found(turn, number)
    if proposal is None or not proposal.may_see(turn.member):
        return say(turn, Reply(t("proposals.no_such"), (WAITING, people.DESK)))
    if not proposal.may_take_back(turn.member, turn.event.at):
        return say(turn, Reply(_standing(proposal), (WAITING, people.DESK)))
    after = replace(proposal, state="back")
    other = {proposal.by, proposal.decided_by} - {turn.member.number if turn.member else None}
    told = TellStaff(
        Reply(paragraphs([await _headed(turn, after), _standing(after)]), (_look(after),)),
        tuple(n for n in other if n is not None),
    )
    reply = Reply(_standing(after), (WAITING, people.DESK))
    return replace(say(turn, reply), acts=(TakingBack(proposal.number),), tell_staff=(told,))


async def _found(turn: Turn, number: str) -> Proposal | None:
    """None, too, for what is no number of ours: a database has none so large."""
    sound = number.isdecimal() and len(number) < MOST_DIGITS
    return await turn.look_up.proposal(int(number)) if sound else None


async def _headed(turn: Turn, proposal: Proposal) -> Text:
    """«Số 3: thông báo, của Chị Thử (số 2), 09:15 ngày 24/11»"""
    members = {m.number: m for m in await turn.look_up.staff()}
    by = members.get(proposal.by)
    who = people.called(turn, by) if by else t("staff.number", number=str(proposal.by))
    kind = TITLES[proposal.kind]
    return t("proposals.head", number=str(proposal.number), kind=kind, who=who, at=proposal.at)


def _standing(proposal: Proposal) -> Text:
    match proposal.state:
        case "waiting":
            return t("proposals.is_waiting")
        case "approved" if proposal.rule.undo:
            return t("proposals.is_approved_until", due=_due(proposal))
        case "approved":
            return t("proposals.is_approved")
        case "refused":
            return t("proposals.is_refused")
        case "back":
            return t("proposals.is_back")
        case "done":
            return t("proposals.is_done", at=proposal.done_at or proposal.at)


def _due(proposal: Proposal) -> datetime:
    assert proposal.due is not None  # of what was approved
    return proposal.due


def _ways(turn: Turn, proposal: Proposal) -> tuple[Button, ...]:
    number, ways = str(proposal.number), _back(turn, proposal)
    if proposal.state == "waiting" and proposal.may_decide(turn.member):
        yes = Button(t("proposals.yes"), f"staff/approve/{number}", tone="good")
        return (yes, Button(t("proposals.no"), f"staff/refuse/{number}"), *ways)
    return ways


def _back(turn: Turn, proposal: Proposal) -> tuple[Button, ...]:
    if not proposal.may_take_back(turn.member, turn.event.at):
        return ()
    return (Button(t("proposals.take_back"), f"staff/takeback/{proposal.number}", tone="grave"),)


def _look(proposal: Proposal) -> Button:
    number = str(proposal.number)
    return Button(t("proposals.look", number=number), f"staff/proposal/{number}")
