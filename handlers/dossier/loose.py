"""A photo sent while the dossier asks for something else: it goes where photos go."""

from __future__ import annotations

from dataclasses import replace

from contest.pack import DossierStep
from dialog.event import Attachment, Sent
from dialog.place import Answers
from dialog.reply import Reply, paragraphs, t, words
from dialog.step import More
from handlers.dossier import filing, story
from handlers.dossier.contents import files_in, steps_for
from handlers.dossier.overview import is_open, shown, with_answers
from handlers.turn import (
    Outcome,
    Turn,
    answers_of,
    dialog_of_dossier,
    dossier_of_dialog,
    with_ways_on,
)


async def into_the_dossier(turn: Turn) -> Outcome | None:
    code = dossier_of_dialog(turn.place.dialog)
    talk = turn.talk(turn.place.dialog)
    if code is None or talk is None or not isinstance(turn.did, Sent):
        return None
    if not is_open(turn, turn.dossiers[code]):
        return None
    step = home(steps_for(turn.contest.pack, answers_of(turn, talk).given), turn.did.files)
    return filed(turn, code, step, turn.did) if step else None


def filed(turn: Turn, code: str, step: DossierStep, sent: Sent) -> Outcome | None:
    """Into that item of a dossier this chat may work on, whatever is on the screen, which stays.

    None if the item takes none of it.
    """
    name = dialog_of_dossier(code)
    talk = turn.talk(name)
    to_replace = turn.dossiers[code].to_replace
    added = _added(answers_of(turn, talk), step, sent, to_replace) if talk else None
    if added is None:
        return None
    after, note = added
    first = Reply(
        paragraphs([t("files.filed", title=words(step.title)), note.text]),
        key=f"files/{step.id}",
    )
    if turn.place.asked is None:
        outcome = shown(with_answers(turn, code, after), code, first)
        return replace(outcome, answers={name: after})
    # what was asked still stands above: an album must not ask it ten times again
    return Outcome(turn.place, with_ways_on(turn, (first,)), {name: after})


def home(steps: list[DossierStep], files: tuple[Attachment, ...]) -> DossierStep | None:
    """The first item that takes all of these."""
    kinds = {str((f.about or {}).get("kind", "other")) for f in files}
    return next((s for s in steps if s.kind == "files" and kinds <= set(s.accepts)), None)


def _added(
    answers: Answers, step: DossierStep, sent: Sent, to_replace: frozenset[str]
) -> tuple[Answers, Reply] | None:
    """To what is being gathered, or to what was given: what was finished stays finished."""
    held = answers.begun.get(step.id)
    given = answers.get(step.id)
    have = held if held is not None else given
    if step.kind == "story":
        taken = story.take(step)(have, sent)
        if not isinstance(taken, More):
            return None
        return answers.with_begun(step.id, taken.value), taken.note
    kept = filing.without(step, {"files": list(files_in(have))}, sent.files, to_replace)
    after = filing.added(step, kept, sent.files, sent.caption.strip())
    note = filing.noted(step, after)
    if held is None and step.kind == "files" and files_in(given):
        return answers.with_given(step.id, {"files": after["files"]}), note
    return answers.with_begun(step.id, after), note
