"""What the program asks of a storage about the morning's digest: a part of `port`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from contest.digest import Charted, Counts, KeptCounts, List, Pressing, Window


class DigestStorage(Protocol):
    """See `port.Storage`. Counted is in the database: no dossier's answers are loaded."""

    async def counts(self, window: Window) -> Counts:
        """All of `COUNTS`. None where the database cannot count: the others are counted all the
        same. Raises Unavailable only if it cannot be reached."""

    async def chart(self, weeks: Sequence[datetime], field_step: str) -> Charted:
        """`weeks`: where each week begins, and where the last ends. `field_step`: the step that
        asks for the field. Withdrawn and erased dossiers are not in it."""

    async def pressing(self, what: List, window: Window, most: int) -> list[Pressing]:
        """What waits of that list, the longest waiting first; but for delivery, where it is how
        many messages of each channel."""

    async def keep_counts(self, kept: KeptCounts) -> bool:
        """Once for each day; False: that day has its counts."""

    async def kept_counts(self, until: date) -> KeptCounts | None:
        """Of the latest day up to that one."""

    async def looked(self, at: datetime) -> None:
        """The digests that were due by then are out."""

    async def last_look(self) -> datetime | None:
        """When `looked` was last said, by whichever program."""
