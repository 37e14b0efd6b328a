"""What the storage in memory keeps of the talk: the rows of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.port import Arrival, Pending


@dataclass(slots=True)
class InRow:
    arrival: Arrival
    state: str = "new"
    starts: int = 0
    forgotten: bool = False


@dataclass(slots=True)
class OutRow:
    pending: Pending
    after: int
    at: datetime
    state: str = "due"
    sent_at: datetime | None = None
    about: int | None = None
    announcement: int | None = None
    gone: bool = False  # why it was given up
    dossier: str | None = None


@dataclass(slots=True)
class ChatRow:
    state: str
    version: int
    last_at: datetime
    first_at: datetime
    news: bool = True
