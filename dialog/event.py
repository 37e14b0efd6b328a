"""What a person did, in words every channel shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

FileKind = Literal["photo", "document", "voice", "video"]


@dataclass(frozen=True, slots=True)
class ChatRef:
    """One conversation on one channel. `id` is the channel's own and never a name or a number."""

    channel: str
    id: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the person sent. `file` is the sha256 of its bytes once they are in our store.

    `about`: what was found out by looking into it. A file the channel cannot fetch has no bytes:
    `file` is empty, and `about` says so (the problem `over_channel`). `begun`: when its sending
    began, if that was long before it was all there.
    """

    kind: FileKind
    file: str
    name: str = ""
    size: int = 0
    type: str = ""
    about: Mapping[str, Any] | None = None
    begun: datetime | None = None
    shrunk: bool = False  # the channel made the picture smaller; as a file it would not have


@dataclass(frozen=True, slots=True)
class Said:
    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    token: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Files; those of one album share `group`, and each of them may be its own event.

    `to`: the dialog and the step they are meant for, where whoever sent them was told so.
    """

    files: tuple[Attachment, ...]
    caption: str = ""
    group: str | None = None
    to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that is no word, button or file: a contact, a place, a sticker."""

    kind: Literal["contact", "location", "other"]
    value: str = ""


Input = Said | Pressed | Sent | Shared


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a person did. `id` is unique in the channel; `at` is a handler's only clock."""

    id: str
    chat: ChatRef
    at: datetime
    input: Input
    lang: str | None = None  # what the person's device speaks, where the channel tells
    name: str | None = None  # the channel's, of a message that may be changed later
    replaces: str | None = None  # the name of the message that was changed to this
