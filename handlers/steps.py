"""Carries a dialog on: the step on the screen hears first, an old button finds its own dialog."""

from __future__ import annotations

from dataclasses import replace

from dialog.engine import Moved, advance, dialog_of
from dialog.event import Pressed, Said
from dialog.place import Place
from dialog.reply import Reply, t
from handlers.turn import Outcome, Turn, answered_aside, answers_of, open_step


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
    moved = replace(moved, place=_with_heard(turn, name, moved))
    here = replace(turn, place=moved.place)
    if not moved.finished:
        return Outcome(moved.place, moved.replies, {name: moved.answers})
    done = talk.done(here, moved.answers)
    return replace(done, replies=(*moved.replies, *done.replies))


def _with_heard(turn: Turn, name: str, moved: Moved) -> Place:
    """Remember which words became which answer: they may be changed where they stand."""
    step = turn.place.asked
    took = isinstance(turn.event.input, Said) and step in moved.answers.given
    if not (took and turn.event.name and step and moved.place.asked != step):
        return moved.place
    return replace(moved.place, heard=(turn.event.name, name, step))


async def corrected(turn: Turn) -> Outcome | None:
    """A message changed after it was sent: the answer it became is changed with it.

    Words that were no answer are read anew; an older answer is changed by its own button.
    """
    changed = turn.event.replaces
    if changed is None or not isinstance(turn.event.input, Said):
        return None
    if turn.place.heard is None or turn.place.heard[0] != changed:
        return answered_aside(turn, Reply(t("dialog.not_corrected"))) if open_step(turn) else None
    _, name, step = turn.place.heard
    talk = turn.talk(name)
    if talk is None or talk.dialog.step(step) is None:
        return answered_aside(turn, Reply(t("dialog.not_corrected")))
    place = turn.place if turn.place.dialog == name else turn.place.opened(name)
    event = replace(turn.event, name=changed)
    outcome = await advance_dialog(replace(turn, event=event, place=replace(place, asked=step)))
    if outcome is None:
        return None
    return replace(outcome, replies=(Reply(t("dialog.corrected")), *outcome.replies))
