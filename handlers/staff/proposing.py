"""How one of the staff proposes what another decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contest.proposals import Proposal
from contest.staff import ProposalKind, Proposing
from dialog.reply import Button, Reply, Text, paragraphs, t
from handlers.staff import people
from handlers.turn import Outcome, TellStaff, Turn, say

TITLES: Mapping[ProposalKind, Text] = {
    "announcement": t("proposals.announcement"),
    "fact": t("proposals.fact"),
    "teaching": t("proposals.teaching"),
    "extension": t("proposals.extension"),
}
WAITING = Button(t("proposals.button"), "staff/proposals")


async def proposed(turn: Turn, kind: ProposalKind, detail: Mapping[str, Any]) -> Outcome:
    """It waits for a second person, and all who may decide it hear of it. If there is nobody, that
    is said, and it waits all the same: somebody may be invited."""
    member = turn.member
    assert member is not None  # whoever asks has the right to
    meant = Proposal(0, kind, member.number, turn.event.at, detail)
    who = meant.who_decides(await turn.look_up.staff())
    if not who:
        said = t("proposals.nobody")
        return replace(
            say(turn, Reply(said, (WAITING, people.DESK))), acts=(Proposing(kind, detail),)
        )
    told = Reply(
        t("proposals.asked", who=people.called(turn, member), kind=TITLES[kind]), (WAITING,)
    )
    reply = Reply(
        paragraphs([t("proposals.made"), t("proposals.made_more", n=len(who))]),
        (WAITING, people.DESK),
    )
    return replace(
        say(turn, reply),
        acts=(Proposing(kind, detail),),
        tell_staff=(TellStaff(told, tuple(m.number for m in who)),),
    )
