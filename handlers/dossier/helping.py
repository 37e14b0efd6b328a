"""Helping somebody else: a dossier is opened for them, with the proof that they agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from contest.dossier import Noted, Way
from contest.pack import Pack
from dialog.event import Input, Pressed, Sent
from dialog.place import Answers, Json
from dialog.reply import Reply, Text, lines, paragraphs, t
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from handlers.dossier.opening import NO_CODE, cannot_open, opened, to_all_needed
from handlers.saying import told_on
from handlers.turn import MENU, Outcome, Talk, Turn, closing, entered, say

NAME, PROOF = "helping", "proof"
PROVES = ("audio", "image", "pdf")  # kinds of file


async def helping(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("dossier/help"):
        return None
    if (no := cannot_open(turn)) is not None:
        return say(turn, no)
    return entered(turn, NAME)


def helping_talk(pack: Pack) -> Talk:
    title = t("helping.title")
    read_aloud: list[Text] = [told_on(pack, p.text, pack.deadline) for p in pack.checklist.needed]
    ask = Reply(
        paragraphs(
            [lines([t("helping.intro"), t("helping.read")]), *read_aloud, t("helping.proof")]
        ),
        (MENU,),
    )
    step = Step(PROOF, title, lambda _: ask, _proof)
    return Talk(title, Dialog(NAME, (step,)), _begun, open_from_start=True)


def _proof(_: Json | None, did: Input) -> Taken:
    """A voice message with their yes, or a photo of the slip they signed: one of both."""
    if not isinstance(did, Sent):
        return NotMine()
    for file in did.files:
        about = file.about or {}
        if about.get("kind") in PROVES and not about.get("problem"):
            way: Way = "voice" if about["kind"] == "audio" else "paper"
            return Done({"way": way, "file": file.file})
    return Refused(t("helping.proof_wrong"))


def _begun(turn: Turn, answers: Answers) -> Outcome:
    proof: dict[str, Any] = answers[PROOF]
    if (no := cannot_open(turn)) is not None:  # it was asked before the deadline
        return closing(turn, NAME, Answers(), no)
    said = to_all_needed(turn.contest.pack, NO_CODE, way=proof["way"])
    outcome = opened(turn, (*said, Noted(NO_CODE, "consent_proof", proof)), helped=True)
    return replace(outcome, answers={**outcome.answers, NAME: Answers()})
