"""What to say, in words every channel can show; no language is chosen yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class T:
    """A text of the catalogue (`locales/`): its key and what to put into it."""

    key: str
    params: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A text that comes with its languages (the contest's own words), and what to put into it."""

    by_lang: tuple[tuple[str, str], ...]
    params: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Several texts, one after another."""

    parts: tuple[Text, ...]
    between: str = "\n"


Text = T | Words | Joined
Value = str | int | date | datetime | T | Words | Joined


def t(key: str, /, **params: Value) -> T:
    """A text of the catalogue. The key is always written out, so that it can be searched for."""
    return T(key, tuple(params.items()))


def words(by_lang: Mapping[str, str], /, **params: Value) -> Words:
    return Words(tuple(by_lang.items()), tuple(params.items()))


def verbatim(text: str) -> Words:
    """A text that is the same in every language: a name, what somebody typed."""
    return Words((("", "{said}"),), (("said", text),))


def lines(parts: Iterable[Text]) -> Joined:
    return Joined(tuple(parts), "\n")


def paragraphs(parts: Iterable[Text]) -> Joined:
    return Joined(tuple(parts), "\n\n")


Tone = Literal["", "good", "grave"]  # good: seals what was worked for; grave: cannot be undone


@dataclass(frozen=True, slots=True)
class Button:
    label: Text
    token: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image to be drawn by the named maker from plain values and texts."""

    maker: str
    name: T
    alt: Text
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be made by the named maker from plain values and texts.

    `lang`: of what stands in it, whoever reads it: an official paper has one language."""

    maker: str
    name: T
    args: Mapping[str, Any] = field(default_factory=dict)
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that is in the store already, by its sha256: somebody sent it. `size` in bytes."""

    sha256: str
    name: str
    type: str
    size: int


PAGE_MINUTES = 30  # so long sending may be begun on an upload page


@dataclass(frozen=True, slots=True)
class UploadPage:
    """A button that opens a page where files are sent, whatever the channel itself can carry.

    They are for that step of that dialog; for none: for whatever the chat asks when they arrive.
    """

    label: Text
    dialog: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of ours.

    `note` says where the text comes from and how sure it is; channels show it apart and smaller.
    A later reply with the same `key` replaces an unsent one, or edits a sent one where that can be.
    `page` is opened only for the chat whose turn it is, never for others who are told.
    `about`: the question whose words of somebody else it shows; when they are erased, so is this.
    `dossier`: the same of a dossier, by its code; its files are only lent to whoever is shown them.
    """

    text: Text
    buttons: tuple[Button, ...] = ()
    files: tuple[Picture | Paper | Stored, ...] = ()
    note: Text | None = None
    key: str | None = None
    page: UploadPage | None = None
    about: int | None = None
    dossier: str | None = None
