"""The conversations, in the order in which they are offered an event. The one list to read.

A handler either takes a turn or passes it on; the last one takes everything. What is typed reaches
them already as the press it stands for (`commands.meant`), so most of them only know buttons.
"""

from __future__ import annotations

from collections.abc import Callable

from contest.faq.answer import Faq
from contest.fields import FieldFinder
from contest.pack import Pack
from contest.units import Gazetteer
from handlers import steps
from handlers.entrant import (
    checklist,
    commune,
    eligibility,
    fields,
    helpers,
    questions,
    start,
    timeline,
    uploads,
)
from handlers.fallback import fallback
from handlers.turn import Contest, Handler, Outcome, Talk, Turn

HANDLERS: tuple[Handler, ...] = (
    start.start,
    start.menu,
    start.small_talk,
    start.language,
    start.go_on,
    questions.human,
    timeline.timeline,
    timeline.calendar_file,
    fields.fields,
    eligibility.eligibility,
    checklist.checklist,
    commune.commune,
    helpers.helpers,
    questions.aside,
    steps.advance_dialog,
    questions.question,
    uploads.loose_files,
    fallback,
)

TALKS: tuple[Callable[[Pack, Gazetteer], Talk], ...] = (
    lambda pack, _: eligibility.talk(pack),
    lambda pack, _: fields.find_talk(pack),
    commune.commune_talk,
    lambda *_: questions.human_talk(),
)


def contest_of(pack: Pack) -> Contest:
    """Everything the conversations need of a contest, built once."""
    gazetteer = Gazetteer(pack.units, pack.units_today.province)
    talks = [make(pack, gazetteer) for make in TALKS]
    return Contest(
        pack, Faq(pack), FieldFinder(pack), gazetteer, {talk.dialog.name: talk for talk in talks}
    )


async def route(turn: Turn) -> Outcome:
    """The first handler that takes the turn answers it."""
    for handler in HANDLERS:
        if (outcome := await handler(turn)) is not None:
            return outcome
    raise LookupError("the last handler must take everything")
