"""What the program asks of a storage about its own health: a part of `port`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ages:
    """Shows that something has stopped though the process is up. Seconds; 0: nothing waits.

    Bulk may wait for hours: `oldest_unsent` says of it only how long none has been sent.
    """

    oldest_undone: float
    oldest_unsent: float
    undone: int
    unsent: int
    parked: int
    dead: int
    questions: int
    in_doubt: int = 0
