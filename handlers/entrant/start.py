"""The first screen, the menu, the way back into what is open, and the language."""

from __future__ import annotations

from dataclasses import replace

from dialog.event import Pressed
from dialog.reply import Button, Reply, Text, t, words
from handlers.staff.people import desk_button
from handlers.turn import (
    HUMAN,
    Outcome,
    Turn,
    answered_aside,
    continue_button,
    entered,
    open_step,
    restarted,
)

CHOICES = (
    Button(t("menu.timeline"), "timeline/show"),
    Button(t("menu.eligibility"), "eligibility/open"),
    Button(t("menu.fields"), "fields/list"),
    Button(t("menu.checklist"), "checklist/open"),
    Button(t("menu.helpers"), "helpers/open"),
)


def _menu(turn: Turn, text: Text, lang: str) -> Reply:
    first = [b for b in (continue_button(turn),) if b]
    other = "en" if lang == "vi" else "vi"
    switch = [Button(t("menu.other_language"), f"lang/{other}")]
    if other not in turn.contest.pack.languages:
        switch = []
    dossier, data = [], []
    if turn.contest.pack.checklist.steps:
        label = t("menu.dossiers") if turn.dossiers else t("menu.make_dossier")
        dossier = [Button(label, "dossier/list")]
        data = [Button(t("data.button"), "data/show")]
    return Reply(text, (*desk_button(turn), *first, *dossier, *CHOICES, HUMAN, *data, *switch))


def greeting(turn: Turn) -> Text:
    return t("start.greeting", contest=words(turn.contest.pack.name))


async def start(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("menu/start"):
        return None
    return Outcome(turn.place.elsewhere(), (_menu(turn, greeting(turn), turn.lang),))


async def menu(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("menu/open"):
        return None
    return Outcome(turn.place.elsewhere(), (_menu(turn, t("menu.ask"), turn.lang),))


async def small_talk(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("menu/hello"):
            if open_step(turn):
                return answered_aside(turn, Reply(t("start.hello_again")))
            return Outcome(turn.place.elsewhere(), (_menu(turn, t("start.hello"), turn.lang),))
        case Pressed("menu/thanks"):
            return answered_aside(turn, Reply(t("start.thanks")))
    return None


async def language(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("menu/lang"):
            lang = "en" if turn.lang == "vi" else "vi"
        case Pressed("lang/vi" | "lang/en" as pressed):
            lang = pressed.removeprefix("lang/")
        case _:
            return None
    if lang not in turn.contest.pack.languages:
        return answered_aside(turn, Reply(t("language.only_this")))
    if open_step(turn):  # what was asked is asked again, in the new language
        return replace(answered_aside(turn, Reply(t("language.changed"))), lang=lang)
    reply = _menu(turn, t("language.changed"), lang)
    return Outcome(turn.place.elsewhere(), (reply,), lang=lang)


async def go_on(turn: Turn) -> Outcome | None:
    """«Tiếp tục»: ask again what was asked when something else came in between.

    «Làm lại»: the same from the start, where no work is lost by it.
    """
    if turn.did not in (Pressed("continue/go"), Pressed("continue/again")):
        return None
    talk = turn.talk(turn.place.dialog)
    if talk is None:
        reply = _menu(turn, t("continue.nothing"), turn.lang)
        return Outcome(turn.place.elsewhere(), (reply,))
    name = talk.dialog.name
    if turn.did == Pressed("continue/again") and talk.can_restart:
        return restarted(turn, name)
    return entered(turn, name, resume=True)
