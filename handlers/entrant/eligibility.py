"""May I enter? A few plain questions with buttons, then a verdict that says why, point by point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contest.calendar import DeadlineNow
from contest.eligibility import Point, Verdict, judge
from contest.pack import Effect, Option, Pack, Question
from dialog.engine import EDIT, token
from dialog.event import Pressed
from dialog.place import Answers, Given
from dialog.reply import Button, Reply, Text, paragraphs, t, words
from dialog.step import Dialog, Step
from dialog.takers import choice
from handlers.saying import cited_shortly, deadline_now, told
from handlers.turn import (
    HUMAN,
    Outcome,
    Talk,
    Turn,
    answers_of,
    closing,
    entered,
    restarted,
    say,
)

NAME = "eligibility"

VERDICTS: dict[Effect, tuple[Text, Text]] = {  # the headline, and the mark of a point
    "fits": (t("eligibility.fits"), t("eligibility.mark_fits")),
    "not_yet": (t("eligibility.not_yet"), t("eligibility.mark_not_yet")),
    "ask": (t("eligibility.ask"), t("eligibility.mark_ask")),
}
CHANGE = Button(t("eligibility.change_button"), "eligibility/change")
AGAIN = Button(t("eligibility.again_button"), "eligibility/again")


def talk(pack: Pack) -> Talk:
    questions = pack.eligibility.questions
    dialog = Dialog(NAME, tuple(_step(question, questions) for question in questions))
    return Talk(t("eligibility.title"), dialog, _judged, can_restart=True)


def _step(question: Question, questions: Sequence[Question]) -> Step:
    options = [option.id for option in question.options]
    buttons = tuple(Button(words(o.label), f"{question.id}/{o.id}") for o in question.options)

    def ask(given: Given) -> Reply:
        asked = [q for q in questions if q.applies(given)]
        number, text = asked.index(question) + 1, words(question.ask)
        line = t("eligibility.question", number=number, of=len(asked), question=text)
        return Reply(line, buttons)

    return Step(
        question.id,
        words(question.title),
        ask,
        choice(options),
        applies=question.applies,
        still_good=lambda value: value in options,
    )


async def eligibility(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("eligibility/open"):
            return entered(turn, NAME, Reply(t("eligibility.intro")))
        case Pressed("eligibility/again"):
            return restarted(turn, NAME)
        case Pressed("eligibility/change"):
            return say(turn, _choose(turn))
    return None


def _choose(turn: Turn) -> Reply:
    """Which answer is to be changed?"""
    given = answers_of(turn, turn.contest.talks[NAME])
    every = turn.contest.pack.eligibility.questions
    questions = [q for q in every if q.id in given and q.applies(given.given)]
    if not questions:
        return Reply(
            t("eligibility.nothing_to_change"), (Button(t("menu.eligibility"), "eligibility/open"),)
        )
    buttons = tuple(
        Button(
            t(
                "eligibility.change_line",
                title=words(q.title),
                answer=words(_option(q, given[q.id]).label),
            ),
            token(NAME, q.id, EDIT),
        )
        for q in questions
    )
    return Reply(t("eligibility.change_ask"), buttons)


def _option(question: Question, name: str) -> Option:
    return next(o for o in question.options if o.id == name)


def _judged(turn: Turn, answers: Answers) -> Outcome:
    pack = turn.contest.pack
    verdict = judge(pack.eligibility, {k: str(v) for k, v in answers.given.items()})
    outcome = closing(turn, NAME, answers, headline(turn, verdict), _reasons(turn, verdict))
    points = (f"/may/{p.question.id}.{p.option.id}" for p in verdict.points)
    return replace(outcome, given=("/eligibility", *points))


def headline(turn: Turn, verdict: Verdict) -> Reply:
    """The verdict, what stands in the way, and what may still change."""
    pack = turn.contest.pack
    headline, _ = VERDICTS[verdict.effect]
    open_points = [p for p in verdict.points if p.option.effect == verdict.effect != "fits"]
    parts: list[Text] = [headline, *(told(turn, p.option.reason) for p in open_points)]
    parts.append(deadline_now(DeadlineNow(pack.deadline, turn.today)))
    parts.append(told(turn, pack.eligibility.caveat))
    return Reply(paragraphs(parts), note=t("eligibility.note"))


def _reasons(turn: Turn, verdict: Verdict) -> Reply:
    """Every point with its reason, its source and its status."""
    ways = {
        "fits": Button(t("menu.checklist"), "checklist/open"),
        "not_yet": Button(t("menu.helpers"), "helpers/open"),
        "ask": HUMAN,
    }
    buttons = dict.fromkeys((ways[verdict.effect], CHANGE, AGAIN, HUMAN))
    points = [point_of(turn, p) for p in verdict.points]
    return Reply(paragraphs([t("eligibility.why"), *points]), tuple(buttons))


def point_of(turn: Turn, point: Point) -> Text:
    pack = turn.contest.pack
    return t(
        "eligibility.point",
        mark=VERDICTS[point.option.effect][1],
        title=words(point.question.title),
        answer=words(point.option.label),
        reason=told(turn, point.option.reason),
        source=cited_shortly(pack, point.option),
    )
