"""Who was given which answer, as the storage in memory keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dialog.event import ChatRef
from storage.memory_desk import DeskInMemory
from storage.port import ChatState, Told
from storage.port_given import GivenTo


@dataclass
class Given:
    rows: dict[ChatRef, dict[str, datetime]] = field(default_factory=dict)

    def give(self, chat: ChatRef, topics: Sequence[str], at: datetime) -> None:
        if topics:
            self.rows.setdefault(chat, {}).update(dict.fromkeys(topics, at))

    def to(
        self,
        topics: Sequence[str],
        reached: Callable[[ChatRef], bool],
        lang: Callable[[ChatRef], str | None],
    ) -> list[GivenTo]:
        found = []
        for chat in sorted(self.rows, key=lambda chat: (chat.channel, chat.id)):
            when = {name: at for name, at in self.rows[chat].items() if name in topics}
            if when and reached(chat):
                found.append(GivenTo(chat, lang(chat), when))
        return found


@dataclass
class GivenInMemory(DeskInMemory):
    """See `port_given.GivenStorage`; and what was run once."""

    _given: Given = field(default_factory=Given)
    _gone: set[ChatRef] = field(default_factory=set)
    _runs: set[tuple[str, str]] = field(default_factory=set)

    async def given_to(self, topics: Sequence[str]) -> list[GivenTo]:
        def lang(chat: ChatRef) -> str | None:
            return ChatState.from_json(json.loads(self._chats[chat].state)).lang

        here = self._chats.keys() - self._gone
        return self._given.to(topics, here.__contains__, lang)

    async def given_of(self, chat: ChatRef) -> Mapping[str, datetime]:
        return dict(sorted(self._given.rows.get(chat, {}).items()))

    async def gone(self, chat: ChatRef, at: datetime) -> None:
        self._gone.add(chat)
        await super().gone(chat, at)

    async def run_once(self, name: str, date: str, at: datetime, told: Sequence[Told] = ()) -> bool:
        if (name, date) in self._runs:
            return False
        self._runs.add((name, date))
        self._tell(told, at)
        return True

    async def has_run(self, name: str, date: str) -> bool:
        return (name, date) in self._runs
