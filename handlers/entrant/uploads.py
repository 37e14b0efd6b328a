"""Files that come before anything has asked for them: kept, and said so; their words are heard."""

from __future__ import annotations

from dataclasses import replace

from contest.faq.normalise import asks
from dialog.event import Said, Sent
from dialog.reply import Reply, t
from handlers.entrant.questions import question
from handlers.fallback import not_understood
from handlers.steps import advance_dialog
from handlers.turn import HUMAN, Outcome, Turn, answered_aside, open_step, with_ways_on

ALBUM = "uploads"  # where an album went that nothing had asked for


async def loose_files(turn: Turn) -> Outcome | None:
    match turn.did:
        case Sent(files=files, caption=caption, group=group):
            before = _kept_of(turn, group)
            kept = Reply(t("uploads.kept", n=before + len(files)), (HUMAN,), key=ALBUM)
            album = (group, f"{ALBUM}/{before + len(files)}") if group else turn.place.album
            turn = replace(turn, place=replace(turn.place, album=album))
            if before:  # what was said and asked with the first of them still stands
                return Outcome(turn.place, with_ways_on(turn, (kept,)))
            if (heard := await _heard(turn, caption)) is None:
                # whoever presses «talk to staff» next is offered to send these words
                return replace(answered_aside(turn, kept), unanswered=caption.strip() or None)
            first = Reply(t("uploads.kept_shortly", n=len(files)))
            return replace(heard, replies=(first, *heard.replies))
    return None


def _kept_of(turn: Turn, group: str | None) -> int:
    """How many files of this album have been kept: each may be an event of its own."""
    match turn.place.album:
        case (str(last), str(went)) if last == group and went.startswith(f"{ALBUM}/"):
            return int(went.removeprefix(f"{ALBUM}/"))
    return 0


async def _heard(turn: Turn, caption: str) -> Outcome | None:
    """Words under a picture are words: an answer where one was asked for, or a question."""
    if not caption.strip():
        return None
    said = replace(turn, did=Said(caption))
    step = open_step(turn)
    if step and step.free and (taken := await advance_dialog(said)):
        return taken
    if not asks(caption):
        return None
    return await question(said) or not_understood(said, caption)
