"""Files of one item of a dossier: taken one after another or as an album, until «that is all».

What is held is {"files": [file, …], "refused": [[name, problem], …], "double": n}; the answer is
{"files": […]}, or {"none": true} where there is nothing to send.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from contest.documents.facts import OVER_CHANNEL
from contest.pack import DossierStep
from dialog.event import Attachment, Input, Pressed, Sent
from dialog.place import Given, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Done, More, NotMine, Refused, Take, Taken
from handlers.dossier.advising import ADVICE, CANNOT_USE, same_page
from handlers.dossier.question import question

Held = Mapping[str, Any]
SHORT = 12  # letters of a hash that name a file on a button
MOST_NAMED = 4  # of refused files, or of photos with advice, in one message


def ask(step: DossierStep, given: Given, to_replace: frozenset[str] = frozenset()) -> Reply:
    value = given.get(step.id)
    parts: list[Text] = [question(step)]
    if isinstance(value, Mapping) and any(f["file"] in to_replace for f in value.get("files", ())):
        parts = [t("returned.send_new", title=words(step.title))]
    elif isinstance(value, Mapping) and value.get("files"):
        parts = [t("files.have", title=words(step.title), n=len(value["files"])), t("files.add")]
    parts.append(t("files.accepts", kinds=kinds_named(step.accepts)))
    return Reply(paragraphs(parts), () if step.needed else (none_button(step),))


def none_button(step: DossierStep) -> Button:
    return Button(t("files.none"), f"{step.id}/none")


def kinds_named(kinds: Iterable[str]) -> Text:
    """«ảnh, tệp PDF»."""
    names = {
        "image": t("files.kind_image"),
        "pdf": t("files.kind_pdf"),
        "docx": t("files.kind_docx"),
        "audio": t("files.kind_audio"),
        "video": t("files.kind_video"),
    }
    return Joined(tuple(names[kind] for kind in kinds), ", ")


def again(step: DossierStep, held: Json) -> Reply:
    return Reply(paragraphs([words(step.ask), noted(step, held).text]), _buttons(step, held))


def take(step: DossierStep, to_replace: frozenset[str] = frozenset()) -> Take:
    def taken(held: Json | None, did: Input) -> Taken:
        have = _held(held)
        match did:
            case Sent(files=files, caption=caption):
                have = without(step, have, files, to_replace)
                after = added(step, have, files, caption.strip())
                return More(after, noted(step, after))
            case Pressed("enough") if have["files"]:
                return Done({"files": [_used(f) for f in have["files"]]})
            case Pressed("enough"):
                return Refused(t("files.empty"))
            case Pressed("none") if not step.needed:
                return Done({"none": True})
            case Pressed("use"):
                after = {"files": [_used(f) for f in have["files"]]}
                return More(after, noted(step, after))
            case Pressed(pressed) if pressed.startswith("drop-"):
                return _dropped(step, have, pressed.removeprefix("drop-"))
        return NotMine()

    return taken


def _held(held: Json | None) -> dict[str, Any]:
    return {"files": list((held or {}).get("files", ()))}


def without(
    step: DossierStep, have: Held, new: Iterable[Attachment], to_replace: frozenset[str]
) -> dict[str, Any]:
    """What is held, without the files that were returned, if one came that can take their place.

    They stay with the dossier, and in what was handed in.
    """
    if all(_refused(step, _about(file)) for file in new):
        return dict(have)
    left = [f for f in have["files"] if f["file"] not in to_replace]
    return {**have, "files": [_compared(left[:n], file) for n, file in enumerate(left)]}


def _used(file: Held) -> dict[str, Any]:
    """The person has seen the advice, and wants the photo as it is. Who reviews it sees it too."""
    if not file.get("advice"):
        return {**file, "advice": []}
    return {**file, "advice": [], "noticed": [*file["advice"]]}


def added(
    step: DossierStep, have: Held, files: tuple[Attachment, ...], caption: str
) -> dict[str, Any]:
    """What is held after these came. A file that is there already is not there twice."""
    kept: list[dict[str, Any]] = list(have["files"])
    refused: list[list[str]] = []
    double = 0
    for file in files:
        about = _about(file)
        why = _refused(step, about)
        if (place := _place(kept, file.file)) is not None:
            double += 1
            kept[place] = _with_words(kept[place], caption)
            caption = ""
        elif why:
            refused.append([file.name, why])
        elif len(kept) >= step.most:
            refused.append([file.name, "too_many"])
        else:
            kept.append(_entry(step, file, about, kept, caption))
            caption = ""  # words under an album belong to its first picture
    return {"files": kept, "refused": refused, "double": double}


def _about(file: Attachment) -> Mapping[str, Any]:
    return file.about or {"kind": "other", "problem": "unknown"}


def _refused(step: DossierStep, about: Mapping[str, Any]) -> str:
    """Why it cannot be taken for this item; "" if it can."""
    return about.get("problem") or ("" if about["kind"] in step.accepts else "kind")


def _place(kept: Sequence[Held], sha256: str) -> int | None:
    return next((n for n, f in enumerate(kept) if f["file"] == sha256), None)


def _with_words(file: dict[str, Any], caption: str) -> dict[str, Any]:
    """Sent once more with words under it: the words are new, though the picture is not."""
    said = [w for w in (file.get("caption", ""), caption) if w]
    return file if caption in said[:-1] else {**file, "caption": " ".join(said)}


def _twin(kept: Sequence[Held], mark: str) -> int | None:
    """Which of these shows the same page, counted from 1."""
    return next((n for n, f in enumerate(kept, 1) if same_page(f.get("print", ""), mark)), None)


def _entry(
    step: DossierStep,
    file: Attachment,
    about: Mapping[str, Any],
    kept: list[dict[str, Any]],
    caption: str,
) -> dict[str, Any]:
    # a machine in a yard may well reach over the edges of its picture
    advice = [a for a in about.get("advice", ()) if step.coach == "page" or a != "cut"]
    mark = about.get("fingerprint") or ""
    twin = _twin(kept, mark)
    if not step.coach:
        advice = []
    if file.shrunk:
        advice = ["shrunk" if a == "small" else a for a in advice]
    return {
        "file": file.file,
        "name": file.name,
        "kind": about["kind"],
        "type": about.get("type") or file.type,
        "size": file.size,
        "pages": about.get("pages", 1),
        "print": mark,
        "caption": caption,
        "advice": [*advice, "same"] if twin and step.coach else advice,
        "twin": twin,
    }


def _dropped(step: DossierStep, have: Held, short: str) -> Taken:
    left = [f for f in have["files"] if f["file"][:SHORT] != short]
    if len(left) == len(have["files"]):
        return NotMine()
    after = {"files": [_compared(left[:n], file) for n, file in enumerate(left)]}
    first = t("files.dropped", n=len(left), title=words(step.title))
    return More(after, Reply(first, _buttons(step, after), key=_key(step)))


def _compared(before: Sequence[Held], file: Held) -> dict[str, Any]:
    """Counted anew: what it was like may be gone, or stand elsewhere."""
    twin = _twin(before, file.get("print", ""))
    advice = [a for a in file.get("advice", ()) if a != "same" or twin]
    return {**file, "advice": advice, "twin": twin}


def noted(step: DossierStep, held: Json) -> Reply:
    """One message for all that came: how many there are now, what could not be used, and advice."""
    files = held["files"]
    title = words(step.title)
    said: list[Text] = [
        t("files.got", n=len(files), title=title) if files else t("files.got_none", title=title)
    ]
    if held.get("double"):
        said.append(t("files.double", n=held["double"]))
    for name, why in held.get("refused", ())[:MOST_NAMED]:
        said.append(t("files.refused", name=verbatim(name), why=_why(step, why)))
    if (more := len(held.get("refused", ())) - MOST_NAMED) > 0:
        said.append(t("files.refused_more", n=more))
    advised = [(n, f) for n, f in enumerate(files, 1) if f.get("advice")]
    for n, file in advised[:MOST_NAMED]:
        why = Joined(tuple(_advice(file, a) for a in file["advice"]), " ")
        said.append(t("files.advice", number=n, why=why))
    if advised:
        said.append(t("files.advice_what"))
    return Reply(lines(said), _buttons(step, held), key=_key(step))


def _why(step: DossierStep, why: str) -> Text:
    if why == "kind":
        return t("files.cannot_kind", kinds=kinds_named(step.accepts))
    if why == "too_many":
        return t("files.cannot_too_many", most=step.most)
    if why == OVER_CHANNEL:
        return t("files.cannot_over_channel")
    return CANNOT_USE[why]


def _advice(file: Held, advice: str) -> Text:
    if advice == "same":
        return t("files.advice_same", number=file["twin"])
    if advice == "shrunk":
        return t("files.advice_shrunk")
    return ADVICE[advice]


def _buttons(step: DossierStep, held: Held) -> tuple[Button, ...]:
    files = held["files"]
    if not files:
        return () if step.needed else (none_button(step),)
    made = [Button(t("files.enough"), f"{step.id}/enough")]
    advised = [(n, f) for n, f in enumerate(files, 1) if f.get("advice")]
    if advised:
        made.append(Button(t("files.use"), f"{step.id}/use"))
    for n, file in advised[:MOST_NAMED] or [(len(files), files[-1])]:
        made.append(Button(t("files.drop", number=n), f"{step.id}/drop-{file['file'][:SHORT]}"))
    return tuple(made)


def _key(step: DossierStep) -> str:
    return f"files/{step.id}"
