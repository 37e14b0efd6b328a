"""What the makers of a dossier's papers are given: plain values, the same in JSON.

Each `from_json` takes what `to_json` gave (or the same written by hand) and raises
`msgspec.ValidationError` saying which key is wrong. Texts come out composed (NFC), with line feeds
only, and without what no paper can show: control characters, marks that turn letters around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Literal, Self

import msgspec

from contest.pack import Kind, Record

FileKind = Literal["image", "pdf", "docx", "audio", "video", "other"]
Confirmed = Literal["chat", "paper", "waiting", "declined"]

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(value: Any) -> Any:
    """Plain values with every text in them made fit for paper."""
    match value:
        case str():
            return unicodedata.normalize("NFC", _UNSHOWABLE.sub("", _LINE_ENDS.sub("\n", value)))
        case Mapping():
            return {name: clean(item) for name, item in value.items()}
        case list() | tuple():
            return [clean(item) for item in value]
        case _:
            return value


class View(Record, frozen=True):
    """A maker's arguments."""

    @classmethod
    def from_json(cls, args: Mapping[str, Any]) -> Self:
        return msgspec.convert(clean(args), cls)

    def to_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain


class Contest(Record, frozen=True):
    """`pack`: the name of the contest's pack, or its folder (its forms). `deadline`: ISO day."""

    name: str
    office: str
    deadline: str
    pack: str


class Organisation(Record, frozen=True):
    name: str
    place: str
    phone: str | None = None


class Author(Record, frozen=True):
    """`born`: the year; `share`: of the work, in per cent.

    `confirmed`: how the author agreed to be one: in the chat, by a signature still to be given on
    paper, not yet, or not at all.
    """

    name: str
    born: int | None = None
    place: str = ""
    phone: str = ""
    role: str = ""
    share: int | None = None
    representative: bool = False
    confirmed: Confirmed = "waiting"


class Guardian(Record, frozen=True):
    """Of an author under 16."""

    name: str
    phone: str = ""


class Section(Record, frozen=True):
    """A question of the description. `recordings`: voice messages not yet written down."""

    id: str
    title: str
    text: str = ""
    recordings: int = 0


class FileRef(Record, frozen=True):
    """A file of the person. `name` is what they called it, `fingerprint` what it looks like."""

    sha256: str
    kind: FileKind
    name: str = ""
    caption: str = ""
    pages: int = 1
    fingerprint: str = ""


class Item(Record, frozen=True):
    """A part of the dossier. `illustrates`: its images also stand in the description."""

    id: str
    title: str
    illustrates: bool
    state: str = ""
    files: tuple[FileRef, ...] = ()


class DossierView(View, frozen=True):
    """A whole dossier. `code` is how people name it («7K3M2»); `made_on`: ISO day.

    `draft`: not handed in yet; each page says so. Sections and items stand in their order.
    """

    contest: Contest
    code: str
    title: str
    kind: Kind
    kind_label: str
    field: str
    made_on: str
    draft: bool
    organisation: Organisation | None = None
    authors: tuple[Author, ...] = ()
    guardians: tuple[Guardian, ...] = ()
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def illustrations(self) -> tuple[FileRef, ...]:
        """The images that the description shows."""
        return tuple(
            file
            for item in self.items
            if item.illustrates
            for file in item.files
            if file.kind == "image"
        )


class ItemView(View, frozen=True):
    """One item of a dossier, to be made into a paper of its own. `made_on`: ISO day."""

    contest: Contest
    code: str
    made_on: str
    item: Item
    draft: bool = True


class ReceiptItem(Record, frozen=True):
    """`count`: in words («3 ảnh, 1 tệp PDF»); `thumbnails`: sha256 of files to show small."""

    title: str
    count: str = ""
    thumbnails: tuple[str, ...] = ()


class ReceiptLabels(Record, frozen=True):
    """The words of a receipt, in the person's language. `notes`: sentences at its end."""

    title: str
    contest: str
    code: str
    number: str
    received: str
    items: str
    hash: str
    scan: str
    replaces: str = ""
    notes: tuple[str, ...] = ()


class ReceiptView(View, frozen=True):
    """What was handed in. `received_at`: ISO, Vietnam time; `hash`: 64 hex digits of the whole.

    `url`: where the QR code leads; `replaces`: the number of the receipt this one takes over from.
    """

    code: str
    number: int
    received_at: str
    hash: str
    url: str
    labels: ReceiptLabels
    items: tuple[ReceiptItem, ...] = ()
    replaces: int | None = None


class SlipLabels(Record, frozen=True):
    """The words of a slip, in the person's language. `made` stands before the day."""

    title: str
    contest: str
    code: str
    scan: str
    made: str = ""


class SlipView(View, frozen=True):
    """What a helper hands to the person: how to take over the dossier. `made_on`: ISO day."""

    code: str
    url: str
    sentences: tuple[str, ...]
    labels: SlipLabels
    made_on: str


class DataView(View, frozen=True):
    """What is kept of a person: their files, and documents by file name («ho-so.json»)."""

    files: tuple[FileRef, ...] = ()
    documents: Mapping[str, str] = msgspec.field(default_factory=dict)
