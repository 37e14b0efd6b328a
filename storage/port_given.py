"""What the program asks of a storage about who was given which answer: a part of `port`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialog.event import ChatRef


@dataclass(frozen=True, slots=True)
class GivenTo:
    """A chat, its language, and which of the topics asked for it was given, with the last time."""

    chat: ChatRef
    lang: str | None
    topics: Mapping[str, datetime]


class GivenStorage(Protocol):
    """See `port.Storage`. A turn notes it with its answer (`Save.given`). It is kept until the
    contest's dossiers are forgotten, and erased with the chat."""

    async def given_to(self, topics: Sequence[str]) -> list[GivenTo]:
        """Everybody who was given one of these and can be reached: no chat that is gone."""

    async def given_of(self, chat: ChatRef) -> Mapping[str, datetime]:
        """All that this chat was given, with the last time."""

    async def has_run(self, name: str, date: str) -> bool:
        """Was there a `run_once` of that name and date?"""
