"""Dossiers of the storage in memory. Like `memory.py`, everything goes through JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from contest.advice import Dropped, Wished
from contest.dossier import (
    HANDED_IN,
    Consent,
    Consented,
    HandedIn,
    Invitation,
    Invited,
    Joined,
    Located,
    MovedTo,
    Note,
    Noted,
    Opened,
    OwnDeed,
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
    returned_to_json,
)
from storage.memory_dossier_rows import DossierRow, PersonRow
from storage.port import Answered, ChatFile, Conflict, Held, Save


@dataclass
class Dossiers:
    """The part of `port.Storage` that is about dossiers, without the messages it puts out."""

    _all: dict[str, DossierRow] = field(default_factory=dict)
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
            if isinstance(deed, Wished | Dropped):
                what, number = new._there(deed.code).wishes.do(deed, save.at)
                new._note(save, deed.code, what, {"number": number})
            else:
                new._do(save, deed)
        for answered in save.answered:
            new._answer(save, answered)
        return new

    def _there(self, code: str) -> DossierRow:
        dossier = self._all.get(code)
        if dossier is None or dossier.erased:
            raise Conflict
        return dossier

    def _do(self, save: Save, deed: OwnDeed) -> None:
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
        dossier = DossierRow(deed.code, "draft", deed.helped, save.at, save.at, unit=deed.unit)
        dossier.add(PersonRow(save.arrival.chat, "helper" if deed.helped else "owner"))
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

    def _hand_out(self, dossier: DossierRow, deed: Invited) -> bool:
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
        dossier = self.row(code)
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
            dossier.add(PersonRow(chat, deed.role, deed.author or ""))
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

    def _kept(self) -> Iterator[DossierRow]:
        return (dossier for dossier in self._all.values() if not dossier.erased)

    def of(self, chat: ChatRef) -> tuple[Held, ...]:
        found = []
        for dossier in sorted(self._kept(), key=lambda d: d.code):
            role, author = dossier.role_of(chat)
            if role:
                found.append(dossier.seen(role, author))
        found.sort(key=lambda held: held.dossier.changed_at, reverse=True)
        return tuple(found)

    def row(self, code: str) -> DossierRow | None:
        return next((d for d in self._kept() if d.code == code), None)

    def dossier(self, code: str) -> Held | None:
        return row.seen("owner") if (row := self.row(code)) else None

    def last_handed_in(self, code: str) -> Answers | None:
        """The answers as they were handed in last."""
        handed_in = self._all[code].handed_in if code in self._all else []
        return Answers.from_json(json.loads(handed_in[-1])) if handed_in else None

    def dossiers(self, states: Collection[State]) -> list[Held]:
        found = [d for d in self._kept() if not states or d.state in states]
        return [d.seen("owner") for d in sorted(found, key=lambda d: (d.opened_at, d.code))]

    def participants(self, code: str) -> list[tuple[ChatRef, Role, str | None]]:
        people = row.people if (row := self.row(code)) else []
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
        dossier = self.row(code)
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
        count = 0
        for place, (chat, request) in enumerate(self._requests):
            if request.done_at and request.done_at < before and request.text:
                self._requests[place] = (chat, replace(request, text=""))
                count += 1
        return count

    def forget_all(self) -> int:
        count = sum(1 for _ in self._kept())
        self._all.clear()
        return count
