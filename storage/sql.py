"""The storage on any SQL database: the units of `units.py`, run by the engine of that database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from contest.desk import Bringing
from contest.digest import Charted, Counts, KeptCounts, List, Pressing, Window
from contest.dossier import (
    Consent,
    Invitation,
    Note,
    ReceiptFact,
    Request,
    Returned,
    State,
)
from contest.model import OpenQuestion
from dialog.event import ChatRef
from storage import (
    digest_units,
    dossier_reads,
    dossier_units,
    gap_units,
    given_units,
    question_units,
    records,
    sending,
    units,
)
from storage.migrations import upgrade
from storage.port import (
    Ages,
    Arrival,
    ChatFile,
    Cursor,
    Entry,
    Held,
    Outgoing,
    Participant,
    Pending,
    Save,
    Snapshot,
    Told,
    UploadPage,
)
from storage.port_given import GivenTo
from storage.port_questions import Waiting
from storage.sql_office import OfficeInSql
from storage.sql_reports import ReportsInSql

R = TypeVar("R")


class Engine(Protocol):
    """Runs plain functions of a connection, each all or nothing."""

    async def open(self, prepare: Callable[[Connection], Any], *, serve: bool) -> None: ...
    async def close(self) -> None: ...
    async def write(self, unit: Callable[[Connection], R]) -> R: ...
    async def read(self, unit: Callable[[Connection], R]) -> R: ...


class SqlStorage(OfficeInSql, ReportsInSql):
    """See `port.Storage`."""

    def __init__(self, engine: Engine, address: str | None = None) -> None:
        self._engine = engine
        self.address = address

    async def open(self, *, serve: bool = True) -> None:
        await self._engine.open(upgrade, serve=serve)

    async def close(self) -> None:
        await self._engine.close()

    async def accept(self, arrival: Arrival) -> Arrival | None:
        return await self._engine.write(partial(units.accept, arrival=arrival))

    async def undone(self) -> list[Arrival]:
        return await self._engine.write(units.undone)

    async def load(self, chat: ChatRef) -> Snapshot:
        return await self._engine.read(partial(units.load, chat=chat))

    async def save(self, save: Save) -> Pending | None:
        return await self._engine.write(partial(units.save, save=save))

    async def park(
        self, arrival: Arrival, why: str, messages: Sequence[Outgoing]
    ) -> Pending | None:
        unit = partial(units.park, arrival=arrival, why=why, messages=messages)
        return await self._engine.write(unit)

    async def waiting_chats(
        self,
        channels: Sequence[str] | None = None,
        due: datetime | None = None,
        most: int | None = None,
    ) -> list[ChatRef]:
        unit = partial(sending.waiting_chats, channels=channels, due=due, most=most)
        return await self._engine.read(unit)

    async def next_message(self, chat: ChatRef) -> Pending | None:
        return await self._engine.read(partial(units.next_message, chat=chat))

    async def sent(self, message: Pending, receipt: str, at: datetime) -> Pending | None:
        unit = partial(sending.sent, message=message, receipt=receipt, at=at)
        return await self._engine.write(unit)

    async def put_off(self, message: int, until: datetime, *, counts: bool = True) -> None:
        unit = partial(sending.put_off, message=message, until=until, counts=counts)
        await self._engine.write(unit)

    async def give_up(self, message: int, why: str, at: datetime) -> None:
        await self._engine.write(partial(sending.give_up, message=message, why=why, at=at))

    async def gone(self, chat: ChatRef, at: datetime) -> None:
        await self._engine.write(partial(sending.gone, chat=chat, at=at))

    async def next_bulk(self, channel: str, now: datetime, most: int) -> list[Pending]:
        unit = partial(sending.next_bulk, channel=channel, now=now, most=most)
        return await self._engine.read(unit)

    async def begin(self, message: int) -> bool:
        return await self._engine.write(partial(sending.begin, message=message))

    async def doubt(self, message: int, at: datetime) -> None:
        await self._engine.write(partial(sending.doubt, message=message, at=at))

    async def doubt_interrupted(self, at: datetime) -> int:
        return await self._engine.write(partial(sending.doubt_interrupted, at=at))

    async def doubtful(self) -> list[Pending]:
        return await self._engine.read(sending.doubtful)

    async def repeat(self, message: int, at: datetime) -> bool:
        return await self._engine.write(partial(sending.repeat, message=message, at=at))

    async def open_chat(self, chat: ChatRef, at: datetime) -> None:
        await self._engine.write(partial(units.open_chat, chat=chat, at=at))

    async def knows(self, chat: ChatRef) -> bool:
        return await self._engine.read(partial(units.knows, chat=chat))

    async def history(self, chat: ChatRef, after: Cursor, most: int) -> list[Entry]:
        return await self._engine.read(partial(records.history, chat=chat, after=after, most=most))

    async def file_of(self, chat: ChatRef, sha256: str) -> ChatFile | None:
        return await self._engine.read(partial(records.file_of, chat=chat, sha256=sha256))

    async def keep_file(self, chat: ChatRef, file: ChatFile, at: datetime) -> None:
        await self._engine.write(partial(units.keep_file, chat=chat, file=file, at=at))

    async def upload_page(self, token: str) -> UploadPage | None:
        return await self._engine.read(partial(records.upload_page, token=token))

    async def questions(self, *, waiting: bool = True) -> list[OpenQuestion]:
        return await self._engine.read(partial(question_units.open_questions, waiting=waiting))

    async def answer_question(self, number: int, message: Outgoing, at: datetime) -> bool:
        unit = partial(records.answer_question, number=number, message=message, at=at)
        return await self._engine.write(unit)

    async def gaps(self, most: int) -> list[OpenQuestion]:
        return await self._engine.read(partial(gap_units.gaps, most=most))

    async def desk(self, *, listed: bool = False) -> list[Waiting]:
        return await self._engine.read(partial(question_units.desk, listed=listed))

    async def case(self, number: int) -> Waiting | None:
        return await self._engine.read(partial(question_units.case_of, number=number))

    async def bring(self, to: Bringing, told: Sequence[Told], at: datetime) -> bool:
        return await self._engine.write(partial(records.bring, to=to, told=told, at=at))

    async def fold(self, number: int, version: int, at: datetime) -> bool:
        unit = partial(question_units.fold, number=number, version=version, at=at)
        return await self._engine.write(unit)

    async def ages(self, now: datetime, channels: Sequence[str]) -> Ages:
        return await self._engine.read(partial(records.ages, now=now, channels=channels))

    async def bytes_of(self, chat: ChatRef) -> int:
        return await self._engine.read(partial(records.bytes_of, chat=chat))

    async def known_files(self) -> set[str]:
        return await self._engine.read(records.known_files)

    async def knows_file(self, sha256: str) -> bool:
        return await self._engine.read(partial(records.knows_file, sha256=sha256))

    async def erase(self, question: int, message: Outgoing, at: datetime) -> bool:
        unit = partial(records.erase, question=question, message=message, at=at)
        return await self._engine.write(unit)

    async def forget(self, before: datetime) -> int:
        return await self._engine.write(partial(records.forget, before=before))

    async def run_once(self, name: str, date: str, at: datetime, told: Sequence[Told] = ()) -> bool:
        unit = partial(records.run_once, name=name, date=date, at=at, told=told)
        return await self._engine.write(unit)

    async def has_run(self, name: str, date: str) -> bool:
        return await self._engine.read(partial(given_units.has_run, name=name, date=date))

    async def given_of(self, chat: ChatRef) -> Mapping[str, datetime]:
        return await self._engine.read(partial(given_units.given_of, chat=chat))

    async def given_to(self, topics: Sequence[str]) -> list[GivenTo]:
        return await self._engine.read(partial(given_units.given_to, topics=topics))

    async def dossier(self, code: str) -> Held | None:
        return await self._engine.read(partial(dossier_reads.dossier, code=code))

    async def dossiers(self, states: Sequence[State] = ()) -> list[Held]:
        return await self._engine.read(partial(dossier_reads.of_states, states=states))

    async def participants(self, code: str) -> list[Participant]:
        return await self._engine.read(partial(dossier_reads.people_of, code=code))

    async def invitation(self, invitation: str) -> Invitation | None:
        return await self._engine.read(partial(dossier_reads.invitation, invitation=invitation))

    async def consents(self, chat: ChatRef) -> list[Consent]:
        return await self._engine.read(partial(dossier_reads.consents_of, chat=chat))

    async def receipt(self, token: str) -> ReceiptFact | None:
        return await self._engine.read(partial(dossier_reads.receipt, token=token))

    async def files_of(self, code: str) -> list[ChatFile]:
        return await self._engine.read(partial(dossier_reads.files_of, code=code))

    async def notes(self, code: str) -> list[Note]:
        return await self._engine.read(partial(dossier_reads.notes_of, code=code))

    async def judge(
        self, code: str, state: State, returned: Returned | None, told: Sequence[Told], at: datetime
    ) -> bool:
        unit = partial(
            dossier_units.judge, code=code, state=state, returned=returned, told=told, at=at
        )
        return await self._engine.write(unit)

    async def invite(self, code: str, invitation: str, at: datetime) -> bool:
        unit = partial(dossier_units.invite, code=code, invitation=invitation, at=at)
        return await self._engine.write(unit)

    async def requests(self, *, waiting: bool = True) -> list[Request]:
        return await self._engine.read(partial(dossier_reads.all_requests, waiting=waiting))

    async def finish_request(self, number: int, message: Outgoing, at: datetime) -> bool:
        unit = partial(dossier_units.finish_request, number=number, message=message, at=at)
        return await self._engine.write(unit)

    async def erase_for(self, request: int, message: Outgoing, at: datetime) -> bool:
        unit = partial(dossier_units.erase_for, request=request, message=message, at=at)
        return await self._engine.write(unit)

    async def forget_dossiers(self) -> int:
        return await self._engine.write(dossier_units.forget_dossiers)

    async def counts(self, window: Window) -> Counts:
        return await self._engine.read(partial(digest_units.counts, window=window))

    async def chart(self, weeks: Sequence[datetime], field_step: str) -> Charted:
        unit = partial(digest_units.chart, weeks=weeks, field_step=field_step)
        return await self._engine.read(unit)

    async def pressing(self, what: List, window: Window, most: int) -> list[Pressing]:
        unit = partial(digest_units.pressing, what=what, window=window, most=most)
        return await self._engine.read(unit)

    async def keep_counts(self, kept: KeptCounts) -> bool:
        return await self._engine.write(partial(digest_units.keep_counts, kept=kept))

    async def kept_counts(self, until: date) -> KeptCounts | None:
        return await self._engine.read(partial(digest_units.kept_counts, until=until))

    async def looked(self, at: datetime) -> None:
        await self._engine.write(partial(digest_units.looked, at=at))

    async def last_look(self) -> datetime | None:
        return await self._engine.read(digest_units.last_look)
