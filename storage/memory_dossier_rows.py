"""What the storage in memory keeps of one dossier."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from contest.dossier import Dossier, Extended, Invitation, Note, Role, State, Submission
from dialog.event import ChatRef
from dialog.place import Answers
from storage.dossier_rules import as_seen, returned_from_json
from storage.memory_advice import Wishes
from storage.port import ChatFile, Held

NO_ANSWERS = json.dumps(Answers().to_json())


@dataclass(slots=True)
class PersonRow:
    chat: ChatRef
    role: Role
    author: str = ""


@dataclass(slots=True)
class DossierRow:
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
    people: list[PersonRow] = field(default_factory=list)  # those of today
    submissions: list[Submission] = field(default_factory=list)
    handed_in: list[str] = field(default_factory=list)  # the answers of each submission
    invitations: dict[str, Invitation] = field(default_factory=dict)
    agreed: dict[str, bool] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    files: dict[str, ChatFile] = field(default_factory=dict)
    extended: Extended | None = None
    wishes: Wishes = field(default_factory=Wishes)

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
            extended=self.extended,
            advised=self.wishes.advised,
        )
        return Held(dossier, Answers.from_json(json.loads(self.answers)), self.version)

    def role_of(self, chat: ChatRef) -> tuple[Role | None, str | None]:
        rows = [(person.role, person.author) for person in self.people if person.chat == chat]
        return as_seen(rows) if rows else (None, None)

    def add(self, person: PersonRow) -> None:
        if person not in self.people:
            self.people.append(person)

    def note(self, at: datetime, what: str, by: Role | None, detail: Mapping[str, Any]) -> None:
        self.notes.append(Note(at, what, json.loads(json.dumps(dict(detail))), by))

    def erased_at(self, at: datetime) -> DossierRow:
        """Only what a receipt says stays: the code, and of each submission when and how much."""
        kept = [replace(s, digest="", changes="") for s in self.submissions]
        gone: State = "withdrawn"
        version = self.version + 1
        return DossierRow(
            self.code, gone, False, at, at, version=version, erased=True, submissions=kept
        )
