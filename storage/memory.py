"""Storage for tests and for trying out: a second implementation of the contract, not a mock.

It goes through JSON, so it forgives nothing that a database would not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from contest.dossier import (
    Consent,
    Invitation,
    Note,
    ReceiptFact,
    Request,
    Returned,
    State,
)
from contest.review import HandedInRow, UnderReview
from contest.staff import (
    Audited,
    OfDossier,
)
from dialog.event import ChatRef
from storage.memory_office import OfficeInMemory
from storage.memory_outbox import ages_of_unsent
from storage.memory_reports import ReportsInMemory
from storage.memory_review import Reviews
from storage.memory_rows import ChatRow, InRow, OutRow
from storage.outbox_states import OVER
from storage.port import (
    Ages,
    AlreadyDone,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
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

R = TypeVar("R")


@dataclass
class Memory(OfficeInMemory, ReportsInMemory):
    """See `port.Storage`."""

    _reviews: Reviews = field(default_factory=Reviews)

    async def open(self, *, serve: bool = True) -> None: ...

    async def close(self) -> None: ...

    async def accept(self, arrival: Arrival) -> Arrival | None:
        if (page := self._pages.get(arrival.page or "")) and page.used_at is None:
            self._pages[page.token] = replace(page, used_at=arrival.at)
        key = (arrival.chat.channel, arrival.event)
        for row in self.inbox:
            if (row.arrival.chat.channel, row.arrival.event) == key:
                return row.arrival if row.state == "new" else None
        payload = json.loads(json.dumps(arrival.payload))
        accepted = replace(arrival, payload=payload, number=len(self.inbox) + 1)
        self.inbox.append(InRow(accepted))
        return accepted

    async def undone(self) -> list[Arrival]:
        found = [i for i in self.inbox if i.state == "new"]
        oldest = {row.arrival.chat: row for row in reversed(found)}
        for row in oldest.values():
            row.starts += 1
        return [replace(row.arrival, starts=row.starts) for row in found]

    async def load(self, chat: ChatRef) -> Snapshot:
        row, dossiers = self._chats.get(chat), self._dossiers.of(chat)
        if row is None:
            return Snapshot(ChatState(), 0, dossiers)
        state = ChatState.from_json(json.loads(row.state))
        talking = self._questions.talking(chat, row.last_at)
        member = self._staff.member(chat)
        return Snapshot(state, row.version, dossiers, member, talking, row.news)

    async def save(self, save: Save) -> Pending | None:
        row = self.inbox[save.arrival.number - 1]
        if row.state != "new":
            raise AlreadyDone
        chat = save.arrival.chat
        if (await self.load(chat)).version != save.version:
            raise Conflict
        before = self._chats.get(chat)
        first_at = before.first_at if before else save.at
        news = save.news if save.news is not None else before is None or before.news
        concerned = save.acts or save.asked or save.ends_talk
        questions = self._questions.copy() if concerned else self._questions
        dossiers, reviews = self._dossiers.after(save), self._reviews
        if save.lent or any(isinstance(act, OfDossier) for act in save.acts):
            dossiers, reviews = deepcopy(dossiers), deepcopy(reviews)
        staff, disturbed = self._staff.after(
            save.arrival, save.acts, save.at, questions, reviews, dossiers
        )
        reviews.lend(staff.member(chat), save.lent, save.at)
        if save.ends_talk:
            questions.end_talk(chat)
        for asked in save.asked:
            questions.ask(chat, asked, save.chat.lang or "", save.at)
        member = staff.member(chat)
        by = member.number if member else None
        self._dossiers = self._after_wishes(dossiers, by, save.acts, save.at)
        self._reviews = reviews
        self._staff, self._questions = staff, questions
        row.state = "done"
        self._chats[chat] = ChatRow(
            json.dumps(save.chat.to_json()), save.version + 1, save.at, first_at, news
        )
        if save.news is not None:
            self._set_news(chat, wanted=save.news)
        self._put_out(chat, save.messages, save.arrival.number, save.at)
        self._tell(save.told, save.at)
        for other in disturbed:
            if found := self._chats.get(other):
                found.version += 1
        for file in save.files:
            await self.keep_file(chat, file, save.at)
        self._pages |= {page.token: page for page in save.pages}
        self._given.give(chat, save.given, save.at)
        self._gone.discard(chat)
        return await self.next_message(chat)

    async def park(
        self, arrival: Arrival, why: str, messages: Sequence[Outgoing]
    ) -> Pending | None:
        row = self.inbox[arrival.number - 1]
        if row.state != "new":
            raise AlreadyDone
        row.state = "parked"
        self._put_out(arrival.chat, messages, arrival.number, arrival.at)
        return await self.next_message(arrival.chat)

    async def open_chat(self, chat: ChatRef, at: datetime) -> None:
        self._chats.setdefault(chat, ChatRow(json.dumps(ChatState().to_json()), 1, at, at))

    async def knows(self, chat: ChatRef) -> bool:
        return chat in self._chats

    async def history(self, chat: ChatRef, after: Cursor, most: int) -> list[Entry]:
        rows: list[tuple[tuple[int, int, int], InRow | OutRow]] = [
            ((i.arrival.number, 0, 0), i)
            for i in self.inbox
            if i.arrival.chat == chat and i.arrival.number > after.theirs and not i.forgotten
        ]
        rows += [
            ((o.after, 1, o.pending.id), o)
            for o in self.outbox
            if o.pending.chat == chat
            and o.pending.id > after.ours
            and o.state == "sent"
            and o.pending.body is not None
        ]
        rows.sort(key=lambda found: found[0])
        from_start = after == Cursor()
        entries, cursor = [], after
        for _, row in rows[-most:] if from_start else rows[:most]:
            if isinstance(row, InRow):
                cursor = replace(cursor, theirs=row.arrival.number)
                entries.append(Entry(cursor, row.arrival.at, arrival=row.arrival))
            else:
                cursor = replace(cursor, ours=row.pending.id)
                pending = row.pending
                entries.append(Entry(cursor, row.at, message=pending.body, key=pending.key))
        return entries

    async def file_of(self, chat: ChatRef, sha256: str) -> ChatFile | None:
        row = self._files.get((chat, sha256))
        found = row[0] if row else self._dossiers.file_of(chat, sha256)
        if found is None and (member := self._staff.member(chat)):
            sent, filed = self._all_files(), self._dossiers.known_files()
            found = self._questions.file_of(member.number, sha256, sent, filed)
            return found or self._reviews.file_of(member, sha256, self._dossiers)
        return found

    async def keep_file(self, chat: ChatRef, file: ChatFile, at: datetime) -> None:
        known, since = self._files.get((chat, file.sha256), (file, at))
        self._files[chat, file.sha256] = (known, at if known.ours else since)

    async def bytes_of(self, chat: ChatRef) -> int:
        return sum(f.size for (of, _), (f, _at) in self._files.items() if of == chat and not f.ours)

    async def upload_page(self, token: str) -> UploadPage | None:
        return self._pages.get(token)

    async def known_files(self) -> set[str]:
        of_chats = {sha256 for _, sha256 in self._files}
        of_dossiers = self._dossiers.known_files() | self._reviews.known_files()
        return of_chats | of_dossiers | self._staff.proposals.known_files()

    async def knows_file(self, sha256: str) -> bool:
        return sha256 in await self.known_files()

    async def erase(self, question: int, message: Outgoing, at: datetime) -> bool:
        found = self._questions.row(question)
        if found is None:
            return False
        self._erase_chat(found.chat, message, at)
        return True

    def _erase_chat(self, chat: ChatRef, message: Outgoing, at: datetime) -> None:
        for row in self.inbox:
            if row.arrival.chat == chat and row.state != "new":
                row.arrival, row.forgotten = replace(row.arrival, payload=None), True
        gone = self._questions.erase(chat)
        self.outbox = [o for o in self.outbox if o.pending.chat != chat and o.about not in gone]
        self._files = {key: file for key, file in self._files.items() if key[0] != chat}
        self._pages = {token: page for token, page in self._pages.items() if page.chat != chat}
        self._only_language(chat)
        self._dossiers.leave(chat)
        self._given.rows.pop(chat, None)
        self._staff.erase(chat, at)
        self._erase_news(chat)
        self._put_out(chat, [message], self._last_of(chat), at)

    def _only_language(self, chat: ChatRef) -> None:
        if row := self._chats.get(chat):
            row.state, row.version = _bare(row.state), row.version + 1

    async def ages(self, now: datetime, channels: Sequence[str]) -> Ages:
        undone = [
            i.arrival.at
            for i in self.inbox
            if i.state == "new" and i.arrival.chat.channel in channels
        ]
        oldest_unsent, unsent = ages_of_unsent(self.outbox, now, channels)
        return Ages(
            max((now - min(undone)).total_seconds(), 0.0) if undone else 0.0,
            oldest_unsent,
            len(undone),
            unsent,
            parked=sum(i.state == "parked" for i in self.inbox),
            dead=sum(o.state == "dead" for o in self.outbox),
            questions=len(self._questions.waiting()),
            in_doubt=sum(o.state == "doubt" for o in self.outbox),
        )

    async def forget(self, before: datetime) -> int:
        dropped = self._dossiers.forget_words(before)
        for row in self.inbox:
            if row.arrival.at < before and row.state != "new" and not row.forgotten:
                row.arrival, row.forgotten = replace(row.arrival, payload=None), True
                dropped += 1
        for out in self.outbox:
            if out.at < before and out.state in OVER and out.pending.body is not None:
                out.pending = replace(out.pending, body=None)
                dropped += 1
        for chat, state in list(self._chats.items()):
            if state.last_at < before:
                if json.loads(state.state).get("lang") is None:
                    del self._chats[chat]
                    dropped += 1
                elif state.state != _bare(state.state):
                    self._only_language(chat)
                    dropped += 1
        dropped += self._questions.forget(before) + self._reviews.forget(before)
        asking = {waiting.chat for waiting in self._questions.waiting()}
        files = {
            key: (file, at)
            for key, (file, at) in self._files.items()
            if at >= before or key[0] in asking
        }
        pages = {token: page for token, page in self._pages.items() if page.until >= before}
        dropped += len(self._files) - len(files)
        dropped += len(self._pages) - len(pages)
        self._files, self._pages = files, pages
        return dropped

    async def dossier(self, code: str) -> Held | None:
        return self._dossiers.dossier(code)

    async def dossiers(self, states: Sequence[State] = ()) -> list[Held]:
        return self._dossiers.dossiers(states)

    async def participants(self, code: str) -> list[Participant]:
        return [
            Participant(chat, role, (await self.load(chat)).chat.lang, author)
            for chat, role, author in self._dossiers.participants(code)
        ]

    async def invitation(self, invitation: str) -> Invitation | None:
        return self._dossiers.invitation(invitation)

    async def consents(self, chat: ChatRef) -> list[Consent]:
        return self._dossiers.consents(chat)

    async def receipt(self, token: str) -> ReceiptFact | None:
        return self._dossiers.receipt(token)

    async def files_of(self, code: str) -> list[ChatFile]:
        return self._dossiers.files_of(code)

    async def notes(self, code: str) -> list[Note]:
        return self._dossiers.notes(code)

    async def judge(
        self, code: str, state: State, returned: Returned | None, told: Sequence[Told], at: datetime
    ) -> bool:
        note = self._staff.note
        if not self._reviews.decide(None, code, state, returned, at, self._dossiers, note):
            return False
        self._tell(told, at)
        return True

    async def invite(self, code: str, invitation: str, at: datetime) -> bool:
        if not self._dossiers.invite(code, invitation, at):
            return False
        self._staff.note(None, "invited", at, dossier=code)
        return True

    async def requests(self, *, waiting: bool = True) -> list[Request]:
        return self._dossiers.requests(waiting=waiting)

    async def finish_request(self, number: int, message: Outgoing, at: datetime) -> bool:
        if (chat := self._dossiers.finish(number, at)) is None:
            return False
        self._put_out(chat, [message], self._last_of(chat), at)
        return True

    async def erase_for(self, request: int, message: Outgoing, at: datetime) -> bool:
        if (chat := self._dossiers.finish(request, at, "erase")) is None:
            return False
        self._forget_reviews(self._dossiers.erase_owned(chat, at))
        self._erase_chat(chat, message, at)
        return True

    async def forget_dossiers(self) -> int:
        self._staff.lists.chosen.clear()
        self._given.rows.clear()
        self._forget_reviews([held.dossier.code for held in self._dossiers.dossiers(())])
        return self._dossiers.forget_all()

    def _forget_reviews(self, codes: Sequence[str]) -> None:
        self._reviews.erase(codes)
        self.outbox = [out for out in self.outbox if out.dossier not in codes]

    # --- reviews ---

    async def under_review(self, code: str) -> UnderReview | None:
        return self._reviews.under_review(code, self._dossiers)

    async def handed_in(self, field_step: str) -> list[HandedInRow]:
        return self._reviews.handed_in(field_step, self._dossiers)

    async def audit_of(self, code: str, *, most: int = 100) -> list[Audited]:
        return [a for a in reversed(self._staff.log) if a.dossier == code][:most]

    async def call_off(self, number: int, told: Sequence[Told], at: datetime) -> bool:
        if not self._staff.call_off(number, at):
            return False
        self._tell(told, at)
        return True


def _bare(state: str) -> str:
    """Of a chat's state, only the language."""
    return json.dumps(ChatState(lang=json.loads(state).get("lang")).to_json())
