"""Never silence: what nobody else took."""

from __future__ import annotations

from dataclasses import replace

from contest.faq.normalise import fold
from contest.model import Asked
from dialog.event import Pressed, Said, Sent, Shared
from dialog.reply import Reply, paragraphs, t
from handlers.entrant.questions import at_choice
from handlers.entrant.start import CHOICES
from handlers.turn import HUMAN, Outcome, Turn, answered_aside, open_step, with_ways_on


async def fallback(turn: Turn) -> Outcome:
    match turn.did:
        case Said(text) if not fold(text):
            return answered_aside(turn, Reply(t("fallback.no_words")))
        case Said(text):
            return not_understood(turn, text)
        case Pressed():
            return answered_aside(turn, Reply(t("dialog.old_button")))
        case Shared() | Sent():
            return answered_aside(turn, Reply(t("fallback.other_kind")))


def not_understood(turn: Turn, text: str) -> Outcome:
    if at_choice(turn, text):
        return answered_aside(turn, Reply(t("fallback.choose")))
    step = open_step(turn)
    kept = Reply(
        paragraphs([t("fallback.no_answer"), t("questions.kept")]),
        () if step else (*CHOICES, HUMAN),
    )
    if step is not None:
        outcome = answered_aside(turn, kept)
    else:
        outcome = Outcome(turn.place.elsewhere(), with_ways_on(turn, (kept,)))
    return replace(outcome, asked=(Asked("unanswered", text),), unanswered="")
