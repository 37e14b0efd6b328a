"""Everything that is told about a file from its bytes alone.

A file is what its content is. A wrong ending, or none, is no fault: phones and chats rename as they
like, and the names people later see are ours anyway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from contest.documents.limits import Advice, Limits, Problem

__all__ = [
    "OVER_CHANNEL",
    "Advice",
    "FileFacts",
    "Kind",
    "Limits",
    "Problem",
    "look",
    "over_channel",
    "same_page",
]

LIMITS = Limits()

Kind = Literal["image", "pdf", "docx", "audio", "video", "other"]
# found by no look: the channel it was sent by does not hand it over (too large, or such a kind)
OVER_CHANNEL: Literal["over_channel"] = "over_channel"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file is. Without a `problem` it can be taken; `advice` never stands in the way."""

    kind: Kind
    type: str  # media type, by content; of what is not taken, a likely one
    size: int  # bytes
    pages: int = 1  # of a PDF or TIFF; of a Word file what Word last counted
    width: int = 0  # pixels, held upright; points of a PDF's first page; 0: has none
    height: int = 0
    problem: Problem | Literal["", "over_channel"] = ""
    advice: tuple[Advice, ...] = ()
    fingerprint: str = ""  # hexadecimal, for `same_page`; "": nothing to compare

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "advice": list(self.advice)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> FileFacts:
        """Of `to_json`, of this or a later release: what is not known here is left out."""
        known = {name: data[name] for name in cls.__slots__ if name in data}
        if known.get("problem") not in ("", OVER_CHANNEL, *get_args(Problem)):
            known["problem"] = "unknown" if known.get("problem") else ""
        told = tuple(a for a in data.get("advice", ()) if a in get_args(Advice))
        return cls(**{**known, "advice": told})


def look(path: Path, *, name: str = "", limits: Limits = LIMITS) -> FileFacts:
    """Look at a file once. Whatever its content, this returns; it raises OSError for a path that
    cannot be read. `name` is what the sender called it, and is used for nothing but a likely type
    of what is not taken.

    Time and memory are bounded by `limits`, but decoders are other people's programs: call it where
    it may die (`bot/workers.py`).
    """
    # decoders are sixty megabytes that only a worker needs
    from contest.documents.check import look_at

    return look_at(path, name, limits)


def broken(media_type: str, size: int) -> FileFacts:
    """Of a file whose bytes are no more."""
    return FileFacts("other", media_type, size, problem="broken")


def over_channel(media_type: str, name: str, size: int) -> FileFacts:
    """Of a file whose bytes we cannot get: what the sender says it is, until they come."""
    end = name.rpartition(".")[2].lower()
    match media_type.partition("/")[0]:
        case "image" | "audio" | "video" as kind:
            return FileFacts(kind, media_type, size, problem=OVER_CHANNEL)
        case _ if media_type == "application/pdf" or end == "pdf":
            return FileFacts("pdf", media_type, size, problem=OVER_CHANNEL)
        case _ if end == "docx":
            return FileFacts("docx", media_type, size, problem=OVER_CHANNEL)
        case _:
            return FileFacts("other", media_type, size, problem=OVER_CHANNEL)


def same_page(a: str, b: str) -> bool:
    """Whether two fingerprints are of one page photographed twice, or of one picture; about a
    millisecond. "" is like nothing."""
    from contest.documents import same

    return same.same_page(a, b)
