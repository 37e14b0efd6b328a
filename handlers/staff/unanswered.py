"""Questions that found no good answer, put together where they ask the same: from here they are
added to the questions and answers, or left out. Nothing says who asked."""

from __future__ import annotations

from dataclasses import replace

from contest.faq.grouping import Gap
from contest.masking import masked
from contest.staff import LeavingOut
from dialog.reply import Button, Reply, Text, lines, t, words
from handlers.staff import people, teaching
from handlers.staff.questions import KINDS, sees
from handlers.turn import Outcome, Turn, say

PAGE = 8  # of one screen
MOST_SHOWN = 3  # questions of a group
BUTTON = Button(t("gaps.button"), "staff/unanswered")
OWN = Button(t("gaps.own"), "staff/teach")


async def listed(turn: Turn, start: str) -> Outcome:
    """Without words of people: those are on the group's own screen only."""
    found = await turn.look_up.gaps(turn.contest.faq.model)
    first = int(start) if start.isdecimal() else 0
    shown = found[first : first + PAGE]
    if not shown:
        return say(turn, Reply(t("gaps.none"), (OWN, people.DESK)))
    rows = [
        t("gaps.row", number=str(n), n=len(gap.questions), near=_near(turn, gap))
        for n, gap in enumerate(shown, first + 1)
    ]
    buttons = [
        Button(t("gaps.open", number=str(n)), f"staff/gap/{gap.numbers[0]}")
        for n, gap in enumerate(shown, first + 1)
    ]
    if first + PAGE < len(found):
        buttons.append(Button(t("gaps.next"), f"staff/unanswered/{first + PAGE}"))
    said = lines([t("gaps.title", n=len(found)), *rows])
    return say(turn, Reply(said, (*buttons, OWN, people.DESK)))


def _near(turn: Turn, gap: Gap) -> Text:
    topic = turn.contest.pack.topics.get(gap.likeliest)
    return t("gaps.near", topic=words(topic.question)) if topic else t("gaps.near_nothing")


async def opened(turn: Turn, number: str) -> Outcome:
    """A few of its questions, each in a message of its own: it is erased with whoever asked."""
    gap = await _found(turn, number)
    if gap is None:
        return say(turn, Reply(t("gaps.gone"), (BUTTON, people.DESK)))
    examples = [
        Reply(
            t("gaps.one", text=masked(one.asked.text), kind=KINDS[one.asked.kind]), about=one.number
        )
        for one in gap.questions[:MOST_SHOWN]
    ]
    at = f"{gap.numbers[0]}/{max(gap.numbers)}"
    ways = (
        Button(t("teach.button"), f"staff/teach/{at}"),
        Button(t("gaps.skip"), f"staff/skip/{at}", tone="grave"),
        BUTTON,
        people.DESK,
    )
    said = t("gaps.group", n=len(gap.questions), near=_near(turn, gap))
    return say(turn, *examples, Reply(said, ways))


async def _found(turn: Turn, at: str) -> Gap | None:
    """The group that question is in, without what came after it was shown («number/newest»)."""
    number, _, newest = at.partition("/")
    if not number.isdecimal():
        return None
    for gap in await turn.look_up.gaps(turn.contest.faq.model):
        if int(number) in gap.numbers:
            until = int(newest) if newest.isdecimal() else max(gap.numbers)
            kept = tuple(one for one in gap.questions if one.number <= until)
            return replace(gap, questions=kept) if kept else None
    return None


async def skip(turn: Turn, at: str) -> Outcome:
    gap = await _found(turn, at)
    if gap is None:
        return say(turn, Reply(t("gaps.gone"), (BUTTON, people.DESK)))
    done = say(turn, Reply(t("gaps.skipped", n=len(gap.questions)), (BUTTON, people.DESK)))
    return replace(done, acts=(LeavingOut(gap.numbers),))


async def teach(turn: Turn, at: str) -> Outcome:
    """From a group, from a question this member may see, or from nothing."""
    if not at:
        return teaching.begun(turn, "", ())
    if gap := await _found(turn, at):
        ordered = sorted(gap.questions, key=lambda one: str(one.number) != at.partition("/")[0])
        return teaching.begun(turn, ordered[0].asked.text, gap.numbers)
    number = at.partition("/")[0]
    case = await turn.look_up.case(int(number)) if number.isdecimal() else None
    if case is None or turn.member is None or not sees(turn.member, case):
        return say(turn, Reply(t("gaps.gone"), (BUTTON, people.DESK)))
    return teaching.begun(turn, case.asked.text, (case.number,))
