"""What the program asks of a storage about what did not work, whom it hit, and about advice: a part
of `port`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from contest.advice import Wish
from contest.extensions import Trace
from contest.outages import Beat, Outage


class FairnessStorage(Protocol):
    """See `port.Storage`. Wishes are made, taken and answered by the deeds and acts of a turn:
    raises Conflict there for one that is no longer as it needs it."""

    async def beat(self, beat: Beat) -> Sequence[Outage]:
        """The program runs. Returns what this beat has added to the ledger, or ended in it; said
        twice, it adds nothing."""

    async def outages(self, since: datetime) -> list[Outage]:
        """Those that lasted past that moment, or last, in order."""

    async def traces(self, since: datetime) -> list[Trace]:
        """Of the dossiers that are being made or complete, by code: what was done since then."""

    async def wishes(self) -> list[Wish]:
        """All that are open, of dossiers that are not withdrawn, the oldest first."""

    async def wishes_of(self, code: str) -> list[Wish]:
        """All of a dossier, in order."""
