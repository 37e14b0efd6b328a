"""What belongs to a dossier, and the questions of the interview that makes one: part of a pack."""

from __future__ import annotations

from datetime import date
from typing import Literal

from contest.cited import Cited, Record, Words
from contest.offers import Advice, Extensions

Kind = Literal["one", "group", "organisation"]
Need = Literal["now", "advised", "later", "if_any", "paper"]
StepKind = Literal["entrant", "words", "field", "people", "story", "files", "paper"]
Accepts = Literal["image", "pdf", "docx", "audio", "video"]


class EntrantKind(Record, frozen=True):
    id: Kind
    label: Words


class Item(Cited, frozen=True, kw_only=True):
    """Something that belongs to a dossier."""

    id: str
    title: Words
    what: Words
    example: Words
    kinds: tuple[Kind, ...]
    need: Need


class DossierStep(Cited, frozen=True, kw_only=True):
    """One question of the interview that makes a dossier.

    `kinds`: whom it is asked of; empty: everybody. `most`: letters of words or a story, rows of
    people, or files. `section`: its answer is a section of the description. `coach`: photos are
    looked at as pages of paper or as scenes; empty: not at all. `illustrates`: its photos stand in
    the description. `was`: ids it had before.
    """

    id: str
    kind: StepKind
    title: Words
    ask: Words
    example: Words | None = None
    kinds: tuple[Kind, ...] = ()
    needed: bool = True
    most: int = 1
    accepts: tuple[Accepts, ...] = ()
    section: bool = False
    coach: Literal["page", "scene", ""] = ""
    illustrates: bool = False
    was: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind in ("files", "paper") and not self.accepts:
            raise ValueError("`accepts` says which files it takes")
        if self.most < 1:
            raise ValueError("`most` at least 1")


class Purpose(Record, frozen=True):
    """What personal data is kept for. Each is asked by itself; without a `needed` one, no dossier
    can be made here."""

    id: str
    title: Words
    text: Words
    needed: bool = False


class Checklist(Record, frozen=True):
    intro: Words
    caveat: Words
    kinds: tuple[EntrantKind, ...]
    items: tuple[Item, ...]
    keep_until: date | None = None  # the last day on which dossiers are kept
    lead: Words | None = None  # what the main author is called on paper
    other: Words | None = None  # and the others
    steps: tuple[DossierStep, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    advice: Advice | None = None  # none: the office offers none
    extension: Extensions | None = None

    @property
    def needed(self) -> tuple[Purpose, ...]:
        """The purposes without which no dossier can be made here."""
        return tuple(purpose for purpose in self.purposes if purpose.needed)
