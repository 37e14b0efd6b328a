"""A paper that somebody else signs: still to be signed, or signed and photographed.

The answer is {"state": "to_sign" | "received" | "none", "files": […]}.
"""

from __future__ import annotations

from dataclasses import replace

from contest.pack import DossierStep
from dialog.event import Input, Pressed
from dialog.place import Given, Json
from dialog.reply import Button, Reply, paragraphs, t
from dialog.step import Done, More, Take, Taken
from handlers.dossier import filing


def ask(
    step: DossierStep, code: str, given: Given, to_replace: frozenset[str] = frozenset()
) -> Reply:
    asked = filing.ask(step, given, to_replace)
    buttons = (
        Button(t("signing.get_form"), f"papers/form/{code}"),
        Button(t("signing.to_sign"), f"{step.id}/sign"),
        Button(t("signing.none"), f"{step.id}/none"),
    )
    state = state_of(given.get(step.id))
    text = paragraphs([t("signing.waits"), asked.text]) if state == "to_sign" else asked.text
    return replace(asked, text=text, buttons=buttons)


def again(step: DossierStep, held: Json) -> Reply:
    return filing.again(step, held)


def state_of(value: Json) -> str:
    """ "" while nothing was said."""
    return str(value.get("state", "")) if isinstance(value, dict) else ""


def take(step: DossierStep, to_replace: frozenset[str] = frozenset()) -> Take:
    taken = filing.take(step, to_replace)

    def paper(held: Json | None, did: Input) -> Taken:
        match did:
            case Pressed("sign"):
                return Done({"state": "to_sign", "files": []})
            case Pressed("none"):
                return Done({"state": "none", "files": []})
        match taken(held, did):
            case Done(value):
                return Done({"state": "received", **value})
            case More(value, note):
                return More(value, note)
            case other:
                return other

    return paper
