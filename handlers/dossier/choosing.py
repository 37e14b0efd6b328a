"""The two questions with choices: who enters, and which field (with the helper that suggests)."""

from __future__ import annotations

from contest.faq.normalise import asks, fold
from contest.fields import FieldFinder
from contest.pack import DossierStep, Pack
from dialog.event import Input, Pressed, Said
from dialog.place import Given, Json
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Done, More, NotMine, Refused, Take, Taken

MOST_LETTERS = 3000
FEWEST_WORDS = 3  # fewer say too little of a solution


def entrant(pack: Pack, step: DossierStep) -> Reply:
    buttons = tuple(Button(words(k.label), f"{step.id}/{k.id}") for k in pack.checklist.kinds)
    return Reply(words(step.ask), buttons)


def fields(pack: Pack, step: DossierStep, given: Given) -> Reply:
    now = next((f for f in pack.fields if f.id == given.get(step.id)), None)
    parts: list[Text] = [words(step.ask)]
    if now:
        parts.insert(0, t("interview.now", answer=words(now.title)))
    return Reply(paragraphs(parts), _every(pack, step))


def _every(pack: Pack, step: DossierStep) -> tuple[Button, ...]:
    return tuple(Button(words(f.title), f"{step.id}/{f.id}") for f in pack.fields)


def suggested(pack: Pack, finder: FieldFinder, step: DossierStep, held: Json) -> Reply:
    near = finder.suggest(str(held.get("told", "")))
    if not near:
        return Reply(t("interview.field_unknown"), _every(pack, step))
    because = [
        t("fields.because", title=words(s.field.title), example=verbatim(s.because)) for s in near
    ]
    buttons = tuple(Button(words(s.field.title), f"{step.id}/{s.field.id}") for s in near)
    every = Button(t("interview.every_field"), f"{step.id}/every")
    return Reply(lines([t("interview.field_near"), *because]), (*buttons, every))


def take_field(pack: Pack, finder: FieldFinder, step: DossierStep) -> Take:
    """A button; or what the solution does, which suggests one. Held is {"told": their words}."""
    ids = {f.id for f in pack.fields}

    def taken(_: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(picked) if picked in ids:
                return Done(picked)
            case Pressed("every"):
                return More({}, Reply(words(step.ask), _every(pack, step)))
            case Said(text) if len(text) > MOST_LETTERS:
                return Refused(t("dialog.too_long", most=MOST_LETTERS, sent=len(text)))
            case Said(text) if len(fold(text).split()) >= FEWEST_WORDS and not asks(text):
                held = {"told": text}
                return More(held, suggested(pack, finder, step, held))
        return NotMine()

    return taken
