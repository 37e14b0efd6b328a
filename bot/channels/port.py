"""What the program asks of a channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, Protocol

from dialog.event import Event, FileKind
from dialog.reply import Tone
from storage.port import Arrival, ChatFile, Pending

Json = Any


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can show and carry. `text_units` counts UTF-16, as the messengers do.

    `paced`: it takes only so many messages a second, so what is sent to many is bulk there.
    `largest_file`: bytes of a file of ours; None: any. What it cannot carry becomes a link.
    """

    buttons: bool
    text_units: int
    paced: bool = False
    links: bool = False  # can it show an address under a name?
    documents: bool = True  # or pictures alone?
    largest_file: int | None = None

    def takes(self, file: ShownFile) -> bool:
        """Files of that kind, at all?"""
        return self.documents or file.kind == "picture"

    def carries(self, file: ShownFile) -> bool:
        return self.takes(file) and (self.largest_file is None or file.size <= self.largest_file)


@dataclass(frozen=True, slots=True)
class ShownButton:
    label: str
    token: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A button that opens an address. Whoever has the address may use it: it goes into no log."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file of ours in a message: `sha256` names its bytes in the store."""

    kind: Literal["picture", "paper"]
    name: str
    type: str
    sha256: str
    size: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of ours, in words: what a channel is given to send."""

    text: str
    lang: str
    note: str = ""
    buttons: tuple[ShownButton, ...] = ()
    files: tuple[ShownFile, ...] = ()
    links: tuple[ShownLink, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "text": self.text,
            "lang": self.lang,
            "note": self.note,
            "buttons": [_of_button(b) for b in self.buttons],
            "files": [[f.kind, f.name, f.type, f.sha256, f.size, f.alt] for f in self.files],
            "links": [[link.label, link.url] for link in self.links],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Message:
        return cls(
            data["text"],
            data["lang"],
            data.get("note", ""),
            tuple(ShownButton(*b) for b in data.get("buttons", ())),
            tuple(ShownFile(*f) for f in data.get("files", ())),
            tuple(ShownLink(*link) for link in data.get("links", ())),
        )


def _of_button(button: ShownButton) -> list[str]:
    tone = [button.tone] if button.tone else []
    return [button.label, button.token, *tone]


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel has it. `receipt` is the channel's name for the message."""

    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: the channel asked for a pause (`wait`), or did not answer. It will be tried again.

    For ever where it asks for pauses, else as often as `sender.TRIES` says.
    """

    why: str
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """The channel will never take this message."""

    why: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """It may have arrived, and nobody can say. It is bulk, and is not sent again."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached any more."""


Delivery = Sent | Later | Rejected | InDoubt | Gone


@dataclass(frozen=True, slots=True)
class Remote:
    """A file that the channel still has: its name there, and what its sender says of it."""

    file_id: str
    kind: FileKind
    name: str
    type: str
    size: int
    shrunk: bool = False  # made smaller on its way


@dataclass(frozen=True, slots=True)
class Incoming:
    """An arrival, read: the event, and the files that came with it.

    `remote`: files of the event that are not in our store yet.
    """

    event: Event
    files: tuple[ChatFile, ...] = ()
    remote: tuple[Remote, ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """How a channel is doing: «ok», «starting», or what is wrong, in a word; and for how long."""

    state: str
    seconds: float

    @property
    def stuck(self) -> bool:
        return self.state not in ("ok", "starting")


class Channel(Protocol):
    """`parse` is pure; `collect` brings what is `remote` into our store, or raises Unavailable.

    `send` ends in one of these ways, and raises Unavailable, or what is a bug of ours.
    """

    name: str
    abilities: Abilities

    def parse(self, arrival: Arrival) -> Incoming: ...

    async def collect(self, incoming: Incoming) -> Incoming: ...

    async def send(self, pending: Pending, message: Message) -> Delivery: ...
