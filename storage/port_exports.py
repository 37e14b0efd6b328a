"""What the program asks of a storage about exports: a part of `port`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from contest.exports import Reader

R = TypeVar("R")


class ExportStorage(Protocol):
    """See `port.Storage`."""

    @property
    def address(self) -> str | None:
        """By which another process opens the same storage; None: it is in this one alone."""

    async def exported(self, make: Callable[[Reader], R]) -> R:
        """What `make` makes of everything as it is at one moment, whatever is written meanwhile.

        What is read is never in memory all at once. `make` may be called again, from its
        beginning, when the database was lost in between; what it raises is raised here, but for
        OSError, which would be taken for the database's.
        """
        ...
