"""Carries a dialog on: the step on the screen hears first, an old button finds its own dialog."""

from __future__ import annotations

from dataclasses import replace

from dialog.engine import advance, dialog_of
from dialog.event import Pressed
from handlers.turn import Outcome, Turn, answers_of, open_step


async def advance_dialog(turn: Turn) -> Outcome | None:
    if isinstance(turn.did, Pressed):
        name = dialog_of(turn.did.token)
    else:
        name = turn.place.dialog if open_step(turn) else None
    talk = turn.talk(name)
    if talk is None:
        return None
    name = talk.dialog.name
    place = turn.place if turn.place.dialog == name else turn.place.opened(name)
    moved = advance(talk.dialog, place, answers_of(turn, talk), turn.did)
    if moved is None:
        return None
    here = replace(turn, place=moved.place)
    if not moved.finished:
        return Outcome(moved.place, moved.replies, {name: moved.answers})
    done = talk.done(here, moved.answers)
    return replace(done, replies=(*moved.replies, *done.replies))
