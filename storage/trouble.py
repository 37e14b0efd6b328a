"""How a storage says that something cannot be done.

Trouble
├── Unavailable    the weather: disk full, locked, connection lost; nothing happened, try again
├── NoFolder       the folder of the data cannot be made or written to
├── NoConnection   there is no database at that address, or it does not let us in
├── InUse          another process has this database open
└── TooNew         the database was written by a newer release
Conflict           somebody else changed this chat in between: think again (nothing went wrong)
AlreadyDone        this event was answered before (nothing is to be done)
"""

from __future__ import annotations


class Trouble(Exception):  # noqa: N818 -- the tree above says what kind
    """Something outside the program does not work."""


class Unavailable(Trouble):
    """Nothing was written; the same call may be made again."""


class NoFolder(Trouble):
    """Its text is the folder."""


class NoConnection(Trouble):
    """Its text says why, for the log."""


class InUse(Trouble):
    """One process at a time may serve a database."""


class TooNew(Trouble):
    """The database knows migrations this release does not."""


class Conflict(Exception):  # noqa: N818 -- nothing went wrong
    """A stale version was saved over."""


class AlreadyDone(Exception):  # noqa: N818 -- nothing went wrong
    """The event has been answered, by another turn of this or another process."""
