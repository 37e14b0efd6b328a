"""Hop 2: what arrives is made durable, and only then is the platform told."""

from __future__ import annotations

from collections.abc import Callable

from storage.port import Arrival, Storage


class Intake:
    """Accepts arrivals of every channel and puts them into their chat's lane."""

    def __init__(self, storage: Storage, put: Callable[[Arrival], None]) -> None:
        self._storage = storage
        self._put = put

    async def accept(self, arrival: Arrival) -> Arrival | None:
        """As it was accepted; None if it was answered. Durable on return. Raises Unavailable."""
        accepted = await self._storage.accept(arrival)
        if accepted is not None:
            self._put(accepted)
        return accepted

    async def recover(self) -> int:
        """After a start: what was accepted and not answered goes back into its lanes."""
        undone = await self._storage.undone()
        for arrival in undone:
            self._put(arrival)
        return len(undone)
