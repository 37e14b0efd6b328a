"""What the program asks of a storage about announcements: a part of `port`.

An announcement is a proposal that was carried out (`carry_out`, with a `ToMany`): whom it is for is
found, and all its messages stand in the outbox, in the transaction that marks it as done.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from contest.announcing import Became, Reach, Segment

if TYPE_CHECKING:
    from storage.port import ChatFile

Json = Any


@dataclass(frozen=True, slots=True)
class ToMany:
    """What goes to everybody of a segment who has not switched news off and is not gone.

    `bodies`: the messages, in order, by channel and language; `rest` is the language of who has
    another one, and has bodies for each channel. A channel without any is not served. `paced`: the
    channels where it waits behind replies. `files` are each chat's own from then on.
    """

    segment: Segment
    bodies: Mapping[tuple[str, str], tuple[Json, ...]]
    rest: str
    paced: frozenset[str]
    files: tuple[ChatFile, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(sorted({channel for channel, _ in self.bodies}))


class AnnouncingStorage(Protocol):
    """See `port.Storage`."""

    async def reach(self, segment: Segment, served: Collection[str]) -> Reach:
        """How many it would reach now, by these channels."""

    async def became(self, announcement: int, most: int = 0) -> Became:
        """What became of it until now, with at most so many dossiers of who was not reached.

        Each person counts once, whatever number of messages it was. Who was erased since is in no
        count any more."""

    async def units_with_dossiers(self) -> set[str]:
        """The ids of the communes and wards that dossiers come from, but for withdrawn ones."""
