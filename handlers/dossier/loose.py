"""A photo sent while the dossier asks for something else: it goes where photos go."""

from __future__ import annotations

from dataclasses import replace

from contest.pack import DossierStep
from dialog.event import Attachment, Sent
from dialog.place import Answers
from dialog.reply import Reply, paragraphs, t, words
from handlers.dossier import filing
from handlers.dossier.contents import files_in, steps_for
from handlers.dossier.overview import is_open, shown, with_answers
from handlers.turn import Outcome, Turn, answers_of, dossier_of_dialog, with_ways_on


async def into_the_dossier(turn: Turn) -> Outcome | None:
    code = dossier_of_dialog(turn.place.dialog)
    talk = turn.talk(turn.place.dialog)
    if code is None or talk is None or not isinstance(turn.did, Sent):
        return None
    if not is_open(turn, turn.dossiers[code]):
        return None
    answers = answers_of(turn, talk)
    step = _home(steps_for(turn.contest.pack, answers.given), turn.did.files)
    if step is None:
        return None
    after, note = _added(answers, step, turn.did.files, turn.did.caption.strip())
    first = Reply(
        paragraphs([t("files.filed", title=words(step.title)), note.text]),
        key=f"files/{step.id}",
    )
    if turn.place.asked is None:
        outcome = shown(with_answers(turn, code, after), code, first)
        return replace(outcome, answers={talk.dialog.name: after})
    # what was asked still stands above: an album must not ask it ten times again
    return Outcome(turn.place, with_ways_on(turn, (first,)), {talk.dialog.name: after})


def _home(steps: list[DossierStep], files: tuple[Attachment, ...]) -> DossierStep | None:
    """The first item that takes all of these."""
    kinds = {str((f.about or {}).get("kind", "other")) for f in files}
    return next((s for s in steps if s.kind == "files" and kinds <= set(s.accepts)), None)


def _added(
    answers: Answers, step: DossierStep, files: tuple[Attachment, ...], caption: str
) -> tuple[Answers, Reply]:
    """To what is being gathered, or to what was given: what was finished stays finished."""
    held = answers.begun.get(step.id)
    given = answers.get(step.id)
    have = held if held is not None else given
    after = filing.added(step, {"files": list(files_in(have))}, files, caption)
    note = filing.noted(step, after)
    if held is None and given is not None and files_in(given):
        return answers.with_given(step.id, {"files": after["files"]}), note
    return answers.with_begun(step.id, after), note
