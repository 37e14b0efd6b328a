"""The words that are put into papers, from `forms/words.toml` of the contest's pack."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from contest.pack import Record
from contest.papers.view import Confirmed, FileKind, FileRef
from contest.reading import folder_of


class Names(Record, frozen=True):
    """What the papers are called, and the list of a ZIP."""

    registration: str
    description: str
    contents: str
    contents_title: str
    contents_note: str


class PaperWords(Record, frozen=True):
    """Texts with {names} for what is put in; `draft` and `final` stand at the foot of each page."""

    draft: str
    final: str
    made: str
    recordings: str
    picture: str
    page: str
    file: str
    missing: str
    unreadable: str
    attached: str
    kinds: Mapping[FileKind, str]
    confirmed: Mapping[Confirmed, str]
    names: Names

    def foot(self, code: str, made_on: date, *, draft: bool) -> str:
        """«7K3M2, bản nộp, ngày 23/11/2026»."""
        return ", ".join((code, self.draft if draft else self.final, self.day(made_on)))

    def day(self, day: date) -> str:
        return self.made.format(day=day.day, month=day.month, year=day.year)

    def name_of(self, file: FileRef, number: int) -> str:
        """What a file is called on paper: as its owner did, or by its number in the item."""
        return file.name or self.file.format(number=number)


def forms_of(pack: str) -> Path:
    """The folder of a pack's forms."""
    return folder_of(pack) / "forms"


def words_of(pack: str) -> PaperWords:
    """Raises OSError without the file, msgspec.DecodeError for one with a slip in it."""
    return msgspec.toml.decode((forms_of(pack) / "words.toml").read_bytes(), type=PaperWords)
