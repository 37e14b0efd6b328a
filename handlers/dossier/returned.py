"""What the office wants corrected, as the people of a dossier read it: why, by when, and how."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from contest import codes
from contest.dossier import Dossier, Returned
from contest.pack import DossierStep
from contest.review import READY, Ready, mark_of
from dialog.place import Given, Json
from dialog.reply import Button, Joined, Picture, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import files_in
from handlers.turn import Contest, to_dossier

REASONS: Mapping[Ready, Text] = {
    "stamp": t("returned.stamp"),
    "blurred": t("returned.blurred"),
    "cut": t("returned.cut"),
    "sign": t("returned.sign"),
}
_RIGHT: Mapping[Ready, Text] = {
    "stamp": t("returned.right_stamp"),
    "blurred": t("returned.right_blurred"),
    "cut": t("returned.right_cut"),
    "sign": t("returned.right_sign"),
}


def why(returned: Returned, item: str) -> Text:
    """The ready-made reason in the reader's language, and what was said in own words."""
    ready, said = returned.ready.get(item), returned.items.get(item, "")
    known = [REASONS[name] for name in READY if name == ready]
    return Joined((*known, *([verbatim(said)] if said else [])), ". ")


def until(returned: Returned, item: str) -> date | None:
    return returned.dates.get(item, returned.until)


def is_back(dossier: Dossier, item: str, given: Given) -> bool:
    """Was it returned, and is it another now?"""
    mark = dossier.returned.marks.get(item) if dossier.returned else None
    return item in dossier.wanted and mark is not None and mark != mark_of(given.get(item))


def line(dossier: Dossier, step: DossierStep, given: Given) -> Text:
    """One returned item in a list."""
    assert dossier.returned is not None  # it is wanted
    title = words(step.title)
    if is_back(dossier, step.id, given):
        return t("returned.line_back", title=title)
    said = t("dossier.line_returned", title=title, why=_which(dossier.returned, step, given))
    day = until(dossier.returned, step.id)
    return t("returned.line_until", line=said, day=day) if day else said


def _which(returned: Returned, step: DossierStep, given: Given) -> Text:
    """Why, and of several files which."""
    files = returned.files.get(step.id, ())
    return of_files(given.get(step.id), files, why(returned, step.id))


def of_files(value: Json, wanted: Collection[str], why: Text) -> Text:
    """«tệp 2 mờ»: of an item with several files, those that are meant."""
    files = [file["file"] for file in files_in(value)]
    meant = [n for n, sha256 in enumerate(files, 1) if sha256 in wanted]
    if not meant or len(meant) == len(files):
        return why
    return t("returned.of_files", numbers=", ".join(str(n) for n in meant), why=why)


def redo_button(code: str, step: DossierStep) -> Button:
    """It leads to exactly that item."""
    title = words(step.title)
    again = t("returned.redo_files", title=title)
    label = again if step.kind in ("files", "paper") else t("returned.redo_words", title=title)
    return Button(label, f"dossier/redo/{code}/{step.id}")


def example(reason: str) -> tuple[Picture, ...]:
    """How it should not be, and how it should; for a ready-made reason."""
    return tuple(
        Picture(
            "example",
            t("returned.example_name", number=str(READY.index(name) + 1)),
            t("returned.example_alt", wrong=REASONS[name], right=_RIGHT[name]),
            {"what": name, "wrong": REASONS[name], "right": _RIGHT[name]},
        )
        for name in READY
        if name == reason
    )


def asks_again(contest: Contest, dossier: Dossier, returned: Returned, given: Given) -> Reply:
    """All that is returned in one message, with a button and a day for each item."""
    asked = Dossier(
        dossier.code, "returned", dossier.role, dossier.opened_at, dossier.changed_at,
        returned=returned,
    )  # fmt: skip
    steps = [step for step in contest.pack.checklist.steps if step.id in returned.items]
    listed = lines(line(asked, step, given) for step in steps)
    parts: list[Text] = [t("judged.returned", code=codes.shown(dossier.code)), listed]
    if returned.until and not returned.dates:
        parts.append(t("judged.until", day=returned.until))
    reasons = dict.fromkeys(returned.ready.values())
    return Reply(
        paragraphs(parts),
        (
            *(redo_button(dossier.code, step) for step in steps),
            to_dossier(dossier.code, t("dossier.look")),
        ),
        tuple(picture for reason in reasons for picture in example(reason)),
    )


def accepted(code: str) -> Reply:
    told = t("judged.accepted", code=codes.shown(code))
    return Reply(told, (to_dossier(code, t("dossier.look")),))
