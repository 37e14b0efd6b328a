"""What the rows of a pack have in common: they are checked, and a fact says where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

Status = Literal["official", "reference", "unpublished"]
Words = Mapping[str, str]  # language -> text


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of a pack file. An unknown key is a slip, never ignored."""


class DocumentFile(Record, frozen=True):
    """The document itself, as staff handed it to us; `size` in bytes."""

    sha256: str
    name: str
    type: str
    size: int


class Document(Record, frozen=True):
    """Something that can be cited. `short` is how an answer names it.

    `own`: nothing anybody published, but how this assistant works. `file`: for people to read; only
    of what staff published. `answers`: nothing that was published either, but what the office has
    said when it was asked: the `section` of a source is the day of it («2026-11-24»), and nothing
    that stands there alone is official. `caveat`: why what stands there may be wrong, said with
    every answer that rests on it.
    """

    short: Words
    title: Words
    address: str = ""
    own: bool = False
    file: DocumentFile | None = None
    answers: bool = False
    caveat: Words | None = None


class Source(Record, frozen=True):
    """`section`: of the document, as it numbers them."""

    document: str
    section: str = ""

    @property
    def day(self) -> date | None:
        """Of a document that `answers`: when the office said so."""
        try:
            return date.fromisoformat(self.section)
        except ValueError:
            return None


class Cited(Record, frozen=True):
    """What every fact carries: where it stands, and how sure it is.

    `caveat` says why a reference may be wrong here, if it is not for the pack's usual reason.
    """

    status: Status
    sources: tuple[Source, ...] = ()
    caveat: Words | None = None
