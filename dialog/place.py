"""Where a chat stands, and what was answered there. Every field survives a trip through JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Json = Any
Given = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Place:
    """The place belongs to the chat. Dialogs and steps are known by name, never by position."""

    dialog: str | None = None  # the dialog that is open
    asked: str | None = None  # its step on the screen; None: something else is on the screen
    waiting: tuple[str, ...] = ()  # dialogs left unfinished, the latest first
    album: tuple[str, str] | None = None  # the album last seen, and the step it went to
    aside: str | None = None  # words taken for a question while a free answer was asked
    heard: tuple[str, str, str] | None = None  # the message last taken, its dialog and step
    home: str | None = None  # the id of the commune or ward the person last said they live in

    def opened(self, dialog: str) -> Place:
        """In `dialog`; what was open before waits."""
        before = (self.dialog or dialog, *self.waiting)
        waiting = tuple(d for d in dict.fromkeys(before) if d != dialog)
        return replace(self, dialog=dialog, asked=None, waiting=waiting, aside=None)

    def closed(self) -> Place:
        """Out of the open dialog; the one before it is open again, but not on the screen."""
        dialog = self.waiting[0] if self.waiting else None
        return replace(self, dialog=dialog, asked=None, waiting=self.waiting[1:], aside=None)

    def elsewhere(self) -> Place:
        """Something that is no step is on the screen now; the dialog stays open."""
        return replace(self, asked=None, aside=None)

    def with_aside(self, words: str) -> Place:
        """Words that were taken for a question, but may have been the answer."""
        return replace(self, aside=words)

    def to_json(self) -> dict[str, Json]:
        return {
            "dialog": self.dialog,
            "asked": self.asked,
            "waiting": list(self.waiting),
            "album": list(self.album) if self.album else None,
            "aside": self.aside,
            "heard": list(self.heard) if self.heard else None,
            "home": self.home,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Place:
        album, heard = data.get("album"), data.get("heard")
        return cls(
            dialog=data.get("dialog"),
            asked=data.get("asked"),
            waiting=tuple(data.get("waiting", ())),
            album=(album[0], album[1]) if album else None,
            aside=data.get("aside"),
            heard=(heard[0], heard[1], heard[2]) if heard else None,
            home=data.get("home"),
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered in one dialog, by step name."""

    given: Given = field(default_factory=dict)
    begun: Given = field(default_factory=dict)  # part of an answer, more to come
    shelved: Given = field(default_factory=dict)  # what today's table has no use for; never lost
    later: tuple[str, ...] = ()  # steps the person put off: asked again only when they come back

    def __getitem__(self, step: str) -> Json:
        return self.given[step]

    def __contains__(self, step: object) -> bool:
        return step in self.given

    def get(self, step: str) -> Json | None:
        return self.given.get(step)

    def with_given(self, step: str, value: Json) -> Answers:
        begun = {k: v for k, v in self.begun.items() if k != step}
        later = tuple(name for name in self.later if name != step)
        return replace(self, given={**self.given, step: value}, begun=begun, later=later)

    def with_begun(self, step: str, value: Json) -> Answers:
        return replace(self, begun={**self.begun, step: value})

    def with_later(self, step: str) -> Answers:
        return self if step in self.later else replace(self, later=(*self.later, step))

    def without_begun(self, step: str) -> Answers:
        return replace(self, begun={k: v for k, v in self.begun.items() if k != step})

    def without(self, steps: set[str]) -> Answers:
        return replace(self, given={k: v for k, v in self.given.items() if k not in steps})

    def to_json(self) -> dict[str, Json]:
        return {
            "given": dict(self.given),
            "begun": dict(self.begun),
            "shelved": dict(self.shelved),
            "later": list(self.later),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Answers:
        return cls(
            given=dict(data.get("given", {})),
            begun=dict(data.get("begun", {})),
            shelved=dict(data.get("shelved", {})),
            later=tuple(data.get("later", ())),
        )
