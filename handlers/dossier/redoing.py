"""«Chụp lại»: to exactly the item that was returned, with what was wrong and how it should be."""

from __future__ import annotations

from dataclasses import replace

from dialog.event import Pressed
from dialog.reply import Reply, Text, lines, t, words
from handlers.dossier.by_page import step_named
from handlers.dossier.overview import edit, is_open, shown
from handlers.dossier.returned import example, is_back, until, why
from handlers.steps import advance_dialog
from handlers.turn import Outcome, Turn

REDO = "dossier/redo/"


async def redo(turn: Turn) -> Outcome | None:
    if not isinstance(turn.did, Pressed) or not turn.did.token.startswith(REDO):
        return None
    code, _, name = turn.did.token.removeprefix(REDO).partition("/")
    dossier, step = turn.own(code), step_named(turn.contest, name)
    if dossier is None or step is None:
        return None
    if not is_open(turn, dossier):
        return shown(turn, code)
    asked = await advance_dialog(replace(turn, did=Pressed(edit(code, step.id))))
    returned = dossier.returned
    if asked is None or returned is None or step.id not in dossier.wanted:
        return asked
    if is_back(dossier, step.id, turn.given(code)):
        return asked
    said: list[Text] = [
        t("dossier.line_returned", title=words(step.title), why=why(returned, step.id))
    ]
    if day := until(returned, step.id):
        said.append(t("returned.until", day=day))
    first = Reply(lines(said), files=example(returned.ready.get(step.id, "")))
    return replace(asked, replies=(first, *asked.replies))
