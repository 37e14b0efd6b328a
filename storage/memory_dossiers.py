"""Dossiers of the storage in memory. Like `memory.py`, everything goes through JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from contest.dossier import (
    HANDED_IN,
    Consent,
    Consented,
    Deed,
    Dossier,
    HandedIn,
    Invitation,
    Invited,
    Joined,
    Located,
    MovedTo,
    Note,
    Noted,
    Opened,
    ReceiptFact,
    Reminding,
    Request,
    Requested,
    Returned,
    Role,
    State,
    Submission,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.dossier_rules import (
    STRENGTH,
    as_seen,
    check,
    check_use,
    judged,
    may_judge,
    returned_from_json,
    returned_to_json,
)
from storage.port import Answered, ChatFile, Conflict, Held, Save

NO_ANSWERS = json.dumps(Answers().to_json())


@dataclass(slots=True)
class _Person:
    chat: ChatRef
    role: Role
    author: str = ""


@dataclass(slots=True)
class _Dossier:
    code: str
    state: State
    helped: bool
    opened_at: datetime
    changed_at: datetime
    version: int = 1
    answers: str = NO_ANSWERS
    reminders: bool = True
    returned: str = "null"
    unit: str | None = None
    erased: bool = False
    people: list[_Person] = field(default_factory=list)  # those of today
    submissions: list[Submission] = field(default_factory=list)
    handed_in: list[str] = field(default_factory=list)  # the answers of each submission
    invitations: dict[str, Invitation] = field(default_factory=dict)
    agreed: dict[str, bool] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    files: dict[str, ChatFile] = field(default_factory=dict)

    def seen(self, role: Role, author: str | None = None) -> Held:
        dossier = Dossier(
            code=self.code,
            state=self.state,
            role=role,
            opened_at=self.opened_at,
            changed_at=self.changed_at,
            helped=self.helped,
            reminders=self.reminders,
            submissions=tuple(self.submissions),
            returned=returned_from_json(json.loads(self.returned)),
            agreed=dict(self.agreed),
            author=author,
            unit=self.unit,
        )
        return Held(dossier, Answers.from_json(json.loads(self.answers)), self.version)

    def role_of(self, chat: ChatRef) -> tuple[Role | None, str | None]:
        rows = [(person.role, person.author) for person in self.people if person.chat == chat]
        return as_seen(rows) if rows else (None, None)

    def add(self, person: _Person) -> None:
        if person not in self.people:
            self.people.append(person)

    def note(self, at: datetime, what: str, by: Role | None, detail: Mapping[str, Any]) -> None:
        self.notes.append(Note(at, what, json.loads(json.dumps(dict(detail))), by))

    def erased_at(self, at: datetime) -> _Dossier:
        """Only what a receipt says stays: the code, and of each submission when and how much."""
        kept = [replace(s, digest="", changes="") for s in self.submissions]
        gone: State = "withdrawn"
        version = self.version + 1
        return _Dossier(
            self.code, gone, False, at, at, version=version, erased=True, submissions=kept
        )


@dataclass
class Dossiers:
    """The part of `port.Storage` that is about dossiers, without the messages it puts out."""

    _all: dict[str, _Dossier] = field(default_factory=dict)
    _consents: list[tuple[ChatRef, Consent]] = field(default_factory=list)
    _requests: list[tuple[ChatRef, Request]] = field(default_factory=list)

    # --- what a turn does ---

    def after(self, save: Save) -> Dossiers:
        """They as they are after a turn. Raises Conflict, ValueError; these stay as they were."""
        if not (save.deeds or save.answered):
            return self
        check(save)
        new = deepcopy(self)
        seen = [answered for answered in save.answered if answered.version]
        for answered in seen:
            dossier = new._there(answered.code)
            if dossier.version != answered.version:
                raise Conflict
            dossier.version += 1
        for deed in save.deeds:
            new._do(save, deed)
        for answered in save.answered:
            new._answer(save, answered)
        return new

    def _there(self, code: str) -> _Dossier:
        dossier = self._all.get(code)
        if dossier is None or dossier.erased:
            raise Conflict
        return dossier

    def _do(self, save: Save, deed: Deed) -> None:
        match deed:
            case Opened():
                self._open(save, deed)
            case MovedTo():
                self._move(save, deed)
            case Located():
                self._there(deed.code).unit = deed.unit
            case HandedIn():
                self._hand_in(save, deed)
            case Invited():
                self._invite(save, deed)
            case Joined():
                self._join(save, deed)
            case Consented() | Requested():
                self._keep(save, deed)
            case Reminding():
                self._there(deed.code).reminders = deed.wanted
            case Noted():
                self._note(save, deed.code, deed.what, deed.detail)
            case _:
                assert_never(deed)

    def _note(self, save: Save, code: str, what: str, detail: Mapping[str, Any]) -> None:
        dossier = self._there(code)
        role, _ = dossier.role_of(save.arrival.chat)
        dossier.note(save.at, what, role, detail)

    def _open(self, save: Save, deed: Opened) -> None:
        if deed.code in self._all:
            raise Conflict
        dossier = _Dossier(deed.code, "draft", deed.helped, save.at, save.at, unit=deed.unit)
        dossier.add(_Person(save.arrival.chat, "helper" if deed.helped else "owner"))
        self._all[deed.code] = dossier
        self._note(save, deed.code, "opened", {"helped": deed.helped})

    def _move(self, save: Save, deed: MovedTo) -> None:
        dossier = self._there(deed.code)
        if dossier.state != deed.state:
            self._note(save, deed.code, "moved", {"from": dossier.state, "to": deed.state})
            dossier.state = deed.state

    def _hand_in(self, save: Save, deed: HandedIn) -> None:
        dossier = self._there(deed.code)
        if any(s.token == deed.token for d in self._all.values() for s in d.submissions):
            raise Conflict
        number = len(dossier.submissions) + 1
        dossier.submissions.append(
            Submission(
                number, save.arrival.at, deed.token, deed.digest, deed.done, deed.of, deed.changes
            )
        )
        answers = next(a.answers for a in save.answered if a.code == deed.code)
        dossier.handed_in.append(json.dumps(answers.to_json()))
        dossier.state, dossier.returned = deed.state, json.dumps(returned_to_json(deed.still))
        detail = {"number": number, "state": deed.state, "done": deed.done, "of": deed.of}
        self._note(save, deed.code, "handed_in", detail)

    def _invite(self, save: Save, deed: Invited) -> None:
        dossier = self._there(deed.code)
        role, _ = dossier.role_of(save.arrival.chat)
        if role not in ("owner", "helper") or not self._hand_out(dossier, deed):
            raise Conflict
        self._note(save, deed.code, "invited", {"kind": deed.kind, "author": deed.author})

    def _hand_out(self, dossier: _Dossier, deed: Invited) -> bool:
        if self.invitation(deed.invitation):
            return False
        for name, other in dossier.invitations.items():
            if (other.kind, other.author) == (deed.kind, deed.author):
                dossier.invitations[name] = replace(other, open=False)
        dossier.invitations[deed.invitation] = Invitation(
            deed.invitation, deed.kind, deed.code, deed.author, open=True
        )
        return True

    def invite(self, code: str, invitation: str, at: datetime) -> bool:
        dossier = next((d for d in self._kept() if d.code == code), None)
        if dossier is None or not self._hand_out(dossier, Invited(code, invitation, "claim")):
            return False
        dossier.note(at, "invited", None, {"kind": "claim", "author": None})
        return True

    def _join(self, save: Save, deed: Joined) -> None:
        dossier, chat = self._there(deed.code), save.arrival.chat
        found = self.invitation(deed.invitation)
        check_use(found, deed)
        assert found is not None
        dossier.invitations[deed.invitation] = replace(found, open=False)
        if deed.author is not None:
            dossier.agreed[deed.author] = deed.agrees
        if not deed.agrees:
            refused = ("author", deed.author)
            dossier.people = [p for p in dossier.people if (p.role, p.author) != refused]
        else:
            if deed.role == "owner":
                dossier.people = [p for p in dossier.people if p.role != "helper"]
                dossier.helped = False
            dossier.add(_Person(chat, deed.role, deed.author or ""))
        if deed.code not in {answered.code for answered in save.answered}:
            dossier.version += 1
        dossier.changed_at = save.at
        what = "joined" if deed.agrees else "declined"
        dossier.note(save.at, what, deed.role, {"author": deed.author})

    def _keep(self, save: Save, deed: Consented | Requested) -> None:
        chat, at = save.arrival.chat, save.at
        if isinstance(deed, Consented):
            consent = Consent(deed.purpose, deed.version, deed.given, deed.way, at, deed.code)
            self._consents.append((chat, consent))
        else:
            number, last = len(self._requests) + 1, (deed.answer_by, deed.done_by, deed.code)
            self._requests.append((chat, Request(number, deed.kind, deed.text, at, *last)))

    def _answer(self, save: Save, answered: Answered) -> None:
        dossier = self._there(answered.code)
        dossier.answers = json.dumps(answered.answers.to_json())
        dossier.changed_at = save.at
        for file in answered.files:
            dossier.files.setdefault(file.sha256, file)

    # --- what is known ---

    def _kept(self) -> Iterator[_Dossier]:
        return (dossier for dossier in self._all.values() if not dossier.erased)

    def of(self, chat: ChatRef) -> tuple[Held, ...]:
        found = []
        for dossier in sorted(self._kept(), key=lambda d: d.code):
            role, author = dossier.role_of(chat)
            if role:
                found.append(dossier.seen(role, author))
        found.sort(key=lambda held: held.dossier.changed_at, reverse=True)
        return tuple(found)

    def dossier(self, code: str) -> Held | None:
        return next((d.seen("owner") for d in self._kept() if d.code == code), None)

    def dossiers(self, states: Collection[State]) -> list[Held]:
        found = [d for d in self._kept() if not states or d.state in states]
        return [d.seen("owner") for d in sorted(found, key=lambda d: (d.opened_at, d.code))]

    def participants(self, code: str) -> list[tuple[ChatRef, Role, str | None]]:
        people = next((d.people for d in self._kept() if d.code == code), [])
        found = []
        for chat in dict.fromkeys(person.chat for person in people):
            role, author = as_seen((p.role, p.author) for p in people if p.chat == chat)
            found.append((chat, role, author))
        return sorted(found, key=lambda row: STRENGTH[row[1]])

    def given_in(self, code: str) -> list[dict[str, Any]]:
        """The answers of each submission."""
        return [json.loads(answers)["given"] for answers in self._all[code].handed_in]

    def invitation(self, invitation: str) -> Invitation | None:
        found = (d.invitations.get(invitation) for d in self._all.values())
        return next((i for i in found if i), None)

    def consents(self, chat: ChatRef) -> list[Consent]:
        return [consent for of, consent in self._consents if of == chat]

    def receipt(self, token: str) -> ReceiptFact | None:
        for dossier in self._all.values():
            for s in dossier.submissions:
                if s.token == token:
                    replaced = s.number < len(dossier.submissions)
                    withdrawn = dossier.state not in HANDED_IN
                    facts = (dossier.code, s.number, s.done, s.of, s.at)
                    return ReceiptFact(*facts, replaced, withdrawn)
        return None

    def files_of(self, code: str) -> list[ChatFile]:
        return list(self._all[code].files.values()) if code in self._all else []

    def file_of(self, chat: ChatRef, sha256: str) -> ChatFile | None:
        for dossier in self._all.values():
            role, _ = dossier.role_of(chat)
            if role in ("owner", "helper") and sha256 in dossier.files:
                return dossier.files[sha256]
        return None

    def known_files(self) -> set[str]:
        return {sha256 for dossier in self._all.values() for sha256 in dossier.files}

    def notes(self, code: str) -> list[Note]:
        return list(self._all[code].notes) if code in self._all else []

    def requests(self, *, waiting: bool) -> list[Request]:
        return [r for _, r in self._requests if r.done_at is None or not waiting]

    # --- what staff and time do ---

    def judge(self, code: str, state: State, returned: Returned | None, at: datetime) -> bool:
        dossier = next((d for d in self._kept() if d.code == code), None)
        if dossier is None or not may_judge(dossier.state, state):
            return False
        dossier.state, dossier.returned = state, json.dumps(returned_to_json(returned))
        dossier.version, dossier.changed_at = dossier.version + 1, at
        dossier.note(at, "judged", None, judged(state, returned))
        return True

    def finish(self, number: int, at: datetime, *kinds: str) -> ChatRef | None:
        """Whose waiting request of that number (and of these kinds, if any) is done now."""
        for place, (chat, request) in enumerate(self._requests):
            if request.number == number and request.done_at is None:
                if kinds and request.kind not in kinds:
                    return None
                self._requests[place] = (chat, replace(request, done_at=at))
                return chat
        return None

    def erase_owned(self, chat: ChatRef, at: datetime) -> list[str]:
        """Returns which those were."""
        owned = [d.code for d in self._kept() if d.role_of(chat)[0] == "owner"]
        for code in owned:
            self._all[code] = self._all[code].erased_at(at)
        return owned

    def leave(self, chat: ChatRef) -> None:
        """What a chat has to do with dossiers of others ends, and its words about them go."""
        for dossier in self._all.values():
            dossier.people = [p for p in dossier.people if p.chat != chat or p.role == "owner"]
        self._requests = [
            (of, replace(request, text="")) if of == chat else (of, request)
            for of, request in self._requests
        ]

    def forget_words(self, before: datetime) -> int:
        """The words of requests that were done before then go."""
        old = [
            place
            for place, (_, request) in enumerate(self._requests)
            if request.done_at and request.done_at < before and request.text
        ]
        for place in old:
            chat, request = self._requests[place]
            self._requests[place] = (chat, replace(request, text=""))
        return len(old)

    def forget_all(self) -> int:
        count = sum(1 for _ in self._kept())
        self._all.clear()
        return count
