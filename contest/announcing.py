"""An announcement: whom it is for, what it says, and what became of it. Pure.

Whom it is for is kept as a description, not as a list: it is looked up for the preview, and anew
when it goes out. Who has switched news off is in no announcement, whatever it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from contest.dossier import State

Json = Any

# all: who has said anything; field: of a dossier of that field; unit: who lives in that commune or
# ward, or has a dossier from there; state: of a dossier in one of STANDINGS; topic: who asked about
# that topic; staff: of that role. But for the last, nobody of the staff is meant.
Whom = Literal["all", "field", "unit", "state", "topic", "staff"]
WHOM: tuple[Whom, ...] = get_args(Whom)
Stands = Literal["begun", "ready", "returned", "handed_in"]
STANDINGS: Mapping[str, tuple[State, ...]] = {
    "begun": ("draft",),
    "ready": ("complete",),
    "returned": ("returned",),
    "handed_in": ("submitted", "resubmitted", "accepted"),
}
# off: has switched news off, or had everything erased; gone: has blocked us, or is no more;
# unserved: by a channel that is not served now
Left = Literal["off", "gone", "unserved"]
# dead: the channel would not take it; doubt: nobody can say whether it arrived
Fate = Literal["sent", "waiting", "doubt", "dead", "gone", "off", "unserved"]
FATES: tuple[Fate, ...] = get_args(Fate)
# the least room of any messenger is 2,000 letters: with what stands around the words, they fit
LONGEST = 1500
LARGEST_FILE = 10_000_000  # bytes: what every channel carries as a picture


@dataclass(frozen=True, slots=True)
class Segment:
    """`which`: the id of the field, unit, topic or role, or which of STANDINGS. `officers`: those
    of that unit too. `step`: the step of a dossier that asks for the field."""

    whom: Whom
    which: str = ""
    officers: bool = False
    step: str = ""

    def to_json(self) -> dict[str, Json]:
        return {
            "whom": self.whom,
            "which": self.which,
            "officers": self.officers,
            "step": self.step,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Segment:
        return cls(data["whom"], data["which"], data["officers"], data["step"])


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture or document that goes with it: its sha256, name, type and size in bytes."""

    sha256: str
    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """`words` go to people as they are written."""

    segment: Segment
    words: str
    file: Enclosed | None = None

    def to_json(self) -> dict[str, Json]:
        return {
            "segment": self.segment.to_json(),
            "words": self.words,
            "file": asdict(self.file) if self.file else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Announcement:
        file = Enclosed(**data["file"]) if data["file"] else None
        return cls(Segment.from_json(data["segment"]), data["words"], file)


def units_of(words: str) -> int:
    """How long words are, as the messengers count: in UTF-16."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a segment would reach now: by channel; and how many of it would not be, and why."""

    by_channel: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[Left, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.by_channel.values())


@dataclass(frozen=True, slots=True)
class Missed:
    """A dossier of whose people somebody was not reached."""

    dossier: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an announcement: of how many people, each with one fate."""

    counts: Mapping[Fate, int]
    missed: Sequence[Missed] = ()  # the first of them, by code

    @property
    def finished(self) -> bool:
        return not self.counts.get("waiting")

    @property
    def not_reached(self) -> int:
        return sum(n for fate, n in self.counts.items() if fate not in ("sent", "waiting"))
