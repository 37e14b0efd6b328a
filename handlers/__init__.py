"""The conversations, in the order in which they are offered an event. The one list to read.

A handler either takes a turn or passes it on; the last one takes everything. What is typed reaches
them already as the press it stands for (`commands.meant`), so most of them only know buttons.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from contest.faq.answer import Faq
from contest.fields import FieldFinder
from contest.pack import Pack
from contest.units import Gazetteer
from handlers import steps
from handlers.dossier import (
    advice,
    by_page,
    handing_in,
    helping,
    invitations,
    loose,
    my_data,
    opening,
    overview,
    papers,
    redoing,
)
from handlers.dossier.interview import Interview
from handlers.dossier.settling import settled
from handlers.entrant import (
    checklist,
    commune,
    documents,
    eligibility,
    fields,
    helpers,
    news,
    questions,
    start,
    timeline,
    uploads,
    with_staff,
)
from handlers.fallback import fallback
from handlers.said import noted
from handlers.staff import (
    advising,
    announcing,
    answering,
    away,
    corrections,
    desk,
    extensions,
    facts,
    jury,
    people,
    reporting,
    returning,
    teaching,
)
from handlers.staff.correcting import fact_talk
from handlers.turn import Contest, Handler, Outcome, Talk, Turn

HANDLERS: tuple[Handler, ...] = (
    steps.corrected,
    start.start,
    start.menu,
    start.small_talk,
    start.language,
    news.news,
    desk.staff,
    by_page.over_channel,
    by_page.by_page,
    with_staff.with_staff,
    handing_in.locked,
    start.go_on,
    questions.human,
    timeline.timeline,
    timeline.calendar_file,
    fields.fields,
    eligibility.eligibility,
    checklist.checklist,
    commune.commune,
    helpers.helpers,
    documents.document,
    opening.opening,
    helping.helping,
    redoing.redo,
    handing_in.handing_in,
    advice.advice,
    invitations.invitations,
    papers.papers,
    my_data.my_data,
    overview.items_of,
    announcing.announcing,
    questions.aside,
    steps.advance_dialog,
    questions.question,
    loose.into_the_dossier,
    uploads.loose_files,
    fallback,
)

TALKS: tuple[Callable[[Pack, Gazetteer, Faq], Talk], ...] = (
    lambda pack, *_: eligibility.talk(pack),
    lambda pack, *_: fields.find_talk(pack),
    lambda pack, units, _: commune.commune_talk(pack, units),
    lambda *_: questions.human_talk(),
    lambda pack, *_: opening.consent_talk(pack),
    lambda pack, *_: helping.helping_talk(pack),
    lambda *_: my_data.correct_talk(),
    lambda *_: people.name_talk(),
    lambda *_: answering.answer_talk(),
    lambda *_: advising.advice_talk(),
    lambda *_: extensions.extend_talk(),
    lambda *_: returning.return_talk(),
    lambda pack, units, _: people.unit_talk(pack, units),
    lambda pack, units, _: reporting.report_talk(pack, units),
    lambda *_: away.days_talk(),
    lambda *_: jury.group_talk(),
    lambda pack, units, _: announcing.announce_talk(pack, units),
    lambda *_: facts.find_talk(),
    lambda pack, *_: fact_talk(pack, corrections.made),
    lambda pack, _, faq: teaching.teach_talk(pack, faq),
)


def contest_of(
    pack: Pack, address: str = "", pack_at: str = "", learnt: Path | None = None
) -> Contest:
    """Everything the conversations need of a contest, built once.

    `address`: where people open the web chat; `pack_at`: where the pack was read from; `learnt`:
    the folder where what is learnt from the pack is kept, so that the next start need not learn it.
    """
    gazetteer = Gazetteer.of(pack)
    finder, faq = FieldFinder(pack, learnt), Faq(pack, learnt)
    return Contest(
        pack,
        faq,
        finder,
        gazetteer,
        _talks(pack, gazetteer, faq),
        Interview(pack, finder, overview.finished),
        address,
        pack_at or pack.id,
    )


def of_pack(contest: Contest, pack: Pack, learnt: Faq | None = None) -> Contest:
    """The same contest with this pack. `learnt`: from its phrasings; None: they are the same, or
    nothing is learnt from them yet."""
    finder, faq = contest.finder.of(pack), (learnt or contest.faq).of(pack)
    return replace(
        contest,
        pack=pack,
        faq=faq,
        finder=finder,
        talks=_talks(pack, contest.gazetteer, faq),
        interview=Interview(pack, finder, overview.finished),
        shipped=contest.shipped or contest.pack,
    )


def _talks(pack: Pack, gazetteer: Gazetteer, faq: Faq) -> dict[str, Talk]:
    talks = [make(pack, gazetteer, faq) for make in TALKS]
    return {talk.dialog.name: talk for talk in talks}


async def route(turn: Turn) -> Outcome:
    """The first handler that takes the turn answers it."""
    for handler in HANDLERS:
        if (outcome := await handler(turn)) is not None:
            return noted(turn, with_staff.with_return(turn, settled(turn, outcome)))
    raise LookupError("the last handler must take everything")
