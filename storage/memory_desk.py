"""The storage in memory: what is asked of it about questions for the staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from contest.desk import Bringing
from contest.model import OpenQuestion
from dialog.event import ChatRef
from storage.memory_digest import DigestInMemory
from storage.port import ChatFile, Outgoing, Told
from storage.port_questions import Waiting


@dataclass
class DeskInMemory(DigestInMemory):
    """See `port_questions.QuestionStorage`."""

    _files: dict[tuple[ChatRef, str], tuple[ChatFile, datetime]] = field(default_factory=dict)

    async def questions(self, *, waiting: bool = True) -> list[OpenQuestion]:
        return self._questions.open(waiting, self._sent_in)

    async def desk(self, *, listed: bool = False) -> list[Waiting]:
        waiting = self._questions.waiting()
        return [w for w in waiting if listed or w.case.asked.kind != "outside"]

    async def case(self, number: int) -> Waiting | None:
        return self._questions.case(number, self._all_files(), self._dossiers.known_files())

    async def gaps(self, most: int) -> list[OpenQuestion]:
        return self._questions.gaps(most)

    async def bring(self, to: Bringing, told: Sequence[Told], at: datetime) -> bool:
        if not self._questions.bring(to, at):
            return False
        self._tell(told, at)
        return True

    async def fold(self, number: int, version: int, at: datetime) -> bool:
        return self._questions.fold(number, version, at)

    def _all_files(self) -> list[tuple[ChatRef, ChatFile, datetime]]:
        return [(chat, file, at) for (chat, _), (file, at) in self._files.items()]

    def _sent_in(self, chat: ChatRef) -> tuple[str, ...]:
        theirs = [
            (at, file.sha256)
            for (of, _), (file, at) in self._files.items()
            if of == chat and not file.ours
        ]
        return tuple(sha256 for _, sha256 in sorted(theirs, key=lambda found: found[0]))

    async def answer_question(self, number: int, message: Outgoing, at: datetime) -> bool:
        if (chat := self._questions.close(number, at)) is None:
            return False
        self._put_out(chat, [message], self._last_of(chat), at)
        return True

    def _tell(self, told: Sequence[Told], at: datetime) -> None:
        for one in told:
            self._put_out(one.chat, [one.message], self._last_of(one.chat), at)
            for file in one.files:
                self._files.setdefault((one.chat, file.sha256), (file, at))

    def _last_of(self, chat: ChatRef) -> int:
        return max((i.arrival.number for i in self.inbox if i.arrival.chat == chat), default=0)
