"""A story, told in several messages, written or spoken, until «that is all»."""

from __future__ import annotations

from typing import Any

from contest.pack import DossierStep
from dialog.event import Attachment, Input, Pressed, Said, Sent
from dialog.place import Given, Json
from dialog.reply import Button, Joined, Reply, Text, paragraphs, t, verbatim, words
from dialog.step import Done, More, NotMine, Refused, Take, Taken
from handlers.dossier.contents import recordings, story_text

MOST_RECORDINGS = 20
SHOWN_LETTERS = 400  # of what was written before, when it is changed


def buttons(step: DossierStep) -> tuple[Button, ...]:
    return (
        Button(t("story.enough"), f"{step.id}/enough"),
        Button(t("story.again"), f"{step.id}/again"),
    )


def ask(step: DossierStep, given: Given) -> Reply:
    """The question with its example; or what was told before, to be added to."""
    value = given.get(step.id)
    if value is None:
        return Reply(question(step))
    shown = t("story.so_far", title=words(step.title), told=so_far(value))
    return Reply(paragraphs([shown, t("story.add")]), buttons(step)[1:])


def question(step: DossierStep) -> Text:
    parts: list[Text] = [words(step.ask)]
    if step.example:
        parts.append(t("interview.example", example=words(step.example)))
    return paragraphs(parts)


def again(step: DossierStep, held: Json) -> Reply:
    if not held["parts"]:
        return Reply(question(step))
    shown = t("story.so_far", title=words(step.title), told=so_far(held))
    return Reply(paragraphs([shown, t("story.go_on")]), buttons(step))


def so_far(value: Json) -> Text:
    text, spoken = story_text(value), recordings(value)
    said: list[Text] = []
    if text:
        short = text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS].rstrip()}…"
        said.append(verbatim(f"«{short}»"))
    if spoken:
        said.append(t("story.recordings", n=spoken))
    return Joined(tuple(said), " ")


def take(step: DossierStep) -> Take:
    """What is held, and the answer, is {"parts": [{"text": …} | {"voice": file}, …]}."""

    def taken(held: Json | None, did: Input) -> Taken:
        parts: list[dict[str, Any]] = list((held or {}).get("parts", ()))
        match did:
            case Said(text) if text.strip():
                return _written(step, parts, text.strip())
            case Sent(files=files, caption=caption) if all(_spoken(f) for f in files):
                return _recorded(step, parts, files, caption)
            case Pressed("enough") if parts:
                return Done({"parts": parts})
            case Pressed("enough"):
                return Refused(t("story.empty"))
            case Pressed("again"):
                anew = Reply(paragraphs([t("story.restart"), question(step)]))
                return More({"parts": []}, anew)
        return NotMine()

    return taken


def _spoken(file: Attachment) -> bool:
    return bool(file.about and file.about.get("kind") == "audio" and not file.about.get("problem"))


def _written(step: DossierStep, parts: list[dict[str, Any]], text: str) -> Taken:
    letters = len(story_text({"parts": parts})) + len(text)
    if letters > step.most:
        return Refused(t("story.too_long", most=step.most, sent=letters))
    held = {"parts": [*parts, {"text": text}]}
    return More(held, _noted(step, t("story.got")))


def _recorded(
    step: DossierStep, parts: list[dict[str, Any]], files: tuple[Attachment, ...], caption: str
) -> Taken:
    """The recording is the author's original: kept as it is, and written down by a person."""
    known = {part["voice"]["file"] for part in parts if "voice" in part}
    new = [
        {"voice": {"file": f.file, "name": f.name, "kind": "audio", "type": f.type, "size": f.size}}
        for f in files
        if f.file not in known
    ]
    if len(known) + len(new) > MOST_RECORDINGS:
        return Refused(t("story.too_many", most=MOST_RECORDINGS))
    said = [{"text": caption.strip()}] if caption.strip() else []
    if (letters := len(story_text({"parts": [*parts, *said]}))) > step.most:
        return Refused(t("story.too_long", most=step.most, sent=letters))
    held = {"parts": [*parts, *said, *new]}
    return More(held, _noted(step, t("story.heard", n=len(known) + len(new))))


def _noted(step: DossierStep, said: Text) -> Reply:
    return Reply(said, buttons(step), key=f"story/{step.id}")
