"""What is in a dossier's answers, read back from their JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from contest.pack import DossierStep, Kind, Pack
from dialog.place import Answers, Given, Json

Sign = Literal["chat", "paper"]


@dataclass(frozen=True, slots=True)
class Author:
    """One who made the solution. `id` names what the row says; `share` is per cent, None while it
    was not asked."""

    id: str
    name: str
    born: int
    place: str
    phone: str = ""
    share: int | None = None
    lead: bool = False
    sign: Sign = "chat"
    guardian: str = ""  # of an author under 16: who agrees for them
    guardian_phone: str = ""
    unit: str = ""  # the id of the commune or ward, if it was picked and not typed

    def to_json(self) -> dict[str, Json]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Author:
        return cls(**{name: row[name] for name in cls.__slots__ if name in row})


def step_of_kind(pack: Pack, kind: str) -> DossierStep | None:
    return next((s for s in pack.checklist.steps if s.kind == kind), None)


def entrant(pack: Pack, given: Given) -> Kind | None:
    step = step_of_kind(pack, "entrant")
    return given.get(step.id) if step else None


def applies(pack: Pack, step: DossierStep, given: Given) -> bool:
    """As far as is known: while nobody said who enters, every question may come."""
    kind = entrant(pack, given)
    return not step.kinds or kind is None or kind in step.kinds


def steps_for(pack: Pack, given: Given) -> list[DossierStep]:
    return [s for s in pack.checklist.steps if applies(pack, s, given)]


def title(given: Given) -> str:
    return str(given.get("title") or "")


def authors(pack: Pack, given: Given) -> tuple[Author, ...]:
    step = step_of_kind(pack, "people")
    value = given.get(step.id) if step else None
    rows = value.get("rows", ()) if isinstance(value, Mapping) else ()
    return tuple(Author.from_json(row) for row in rows)


def with_author(pack: Pack, given: Given, changed: Author) -> Json:
    """The answer of the people step, with one of its rows changed."""
    rows = [changed if a.id == changed.id else a for a in authors(pack, given)]
    return {"rows": [a.to_json() for a in rows]}


def files_in(value: Json) -> Sequence[Mapping[str, Any]]:
    """The files of an answer: pages of an item, or recordings of a story."""
    if not isinstance(value, Mapping):
        return ()
    parts = value.get("parts", ())
    return [*value.get("files", ()), *(p["voice"] for p in parts if "voice" in p)]


def every_file(answers: Answers) -> Iterator[Mapping[str, Any]]:
    """Also of what was only begun, or is asked no more: it is kept all the same."""
    for kept in (answers.given, answers.begun, answers.shelved):
        for value in kept.values():
            yield from files_in(value)


def mentioned(value: Json) -> set[str]:
    """Every sha256 that stands anywhere in some JSON."""
    match value:
        case str():
            return {value} if len(value) == 64 and value.isalnum() else set()
        case Mapping():
            return {sha for item in value.values() for sha in mentioned(item)}
        case list() | tuple():
            return {sha for item in value for sha in mentioned(item)}
        case _:
            return set()


def story_text(value: Json) -> str:
    """The written parts of a story, in order."""
    parts = value.get("parts", ()) if isinstance(value, Mapping) else ()
    return "\n".join(part["text"] for part in parts if "text" in part)


def recordings(value: Json) -> int:
    parts = value.get("parts", ()) if isinstance(value, Mapping) else ()
    return sum("voice" in part for part in parts)


def folded(pack: Pack, answers: Answers) -> Answers:
    """With what was told and sent, but not closed with «that is all»: it was given all the same."""
    for step in pack.checklist.steps:
        held = answers.begun.get(step.id)
        if step.kind == "story" and isinstance(held, Mapping) and held.get("parts"):
            answers = answers.with_given(step.id, {"parts": held["parts"]})
        elif step.kind in ("files", "paper") and files_in(held):
            received = {"state": "received"} if step.kind == "paper" else {}
            answers = answers.with_given(step.id, {**received, "files": list(files_in(held))})
    return answers
