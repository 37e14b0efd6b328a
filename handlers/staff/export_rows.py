"""What stands in the rows of exports: cells, whose words are still to be said in a language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from contest import codes
from contest.exports import HANDED_IN_STATES, Entry, Part, QuestionLine, Reader, TableName, Wanted
from contest.lists import JuryGroup, group_of
from contest.pack import Field, Pack
from contest.staff import Audited
from contest.units import Gazetteer
from dialog.reply import Joined, Text, t, verbatim, words
from handlers.dossier.contents import authors, entrant, step_of_kind, title
from handlers.dossier.overview import STATES
from handlers.dossier.papers import confirmed
from handlers.saying import sources_of, told_on, when
from handlers.staff.export_words import AGREED, LANGUAGES, STANDING, TABLES_NAMED, YES_NO
from handlers.staff.log import WHAT, about
from handlers.staff.people import ROLES
from handlers.staff.questions import KINDS, WHY

Cell = str | int | date | datetime | Text | None
Row = Mapping[str, Cell]  # by the keys of the columns


@dataclass(frozen=True)
class Book:
    """What the rows of one export have in common. `today`: for the facts that change with it."""

    pack: Pack
    gazetteer: Gazetteer
    reader: Reader
    wanted: Wanted
    today: date

    @cached_property
    def groups(self) -> tuple[JuryGroup, ...]:
        return self.reader.groups()

    @cached_property
    def shortlist(self) -> Mapping[str, datetime]:
        return self.reader.shortlist()

    @cached_property
    def field_step(self) -> str:
        return field_step(self.pack)

    def field(self, given: Mapping[str, Any]) -> Field | None:
        chosen = given.get(self.field_step)
        return next((f for f in self.pack.fields if f.id == chosen), None)

    # --- the sheets of a part, and which of them a row belongs to ---

    def sheets(self, part: Part) -> list[Text]:
        match part.split:
            case "":
                return [TABLES_NAMED[part.table]]
            case "field":
                names = [words(field.title) for field in self.pack.fields]
                return [*names, t("export.no_field")]
            case "group":
                return [*(verbatim(group.name) for group in self.groups), t("export.no_group")]

    def sheet_of(self, part: Part, entry: Entry) -> int:
        """Its place among `sheets`; the last is for what belongs to none."""
        field = self.field(entry.given)
        if part.split == "field":
            return self.pack.fields.index(field) if field else len(self.pack.fields)
        if part.split == "group":
            group = group_of(self.groups, field.id) if field else None
            return self.groups.index(group) if group else len(self.groups)
        return 0

    # --- the rows ---

    def rows(self, part: Part) -> Iterator[tuple[int, Row]]:
        """Each with the place of its sheet, in the order of their keys."""
        match part.table:
            case "questions":
                for line in self.reader.questions(unit=self.wanted.unit):
                    yield 0, self._question(line)
            case "audit":
                for entry in self.reader.audit():
                    yield 0, self._audited(entry)
            case _:
                make = _OF_ENTRIES[part.table]
                for held in self._entries(part):
                    place = self.sheet_of(part, held)
                    for row in make(self, held):
                        yield place, row

    def _entries(self, part: Part) -> Iterable[Entry]:
        match part.only:
            case "handed_in":
                return self.reader.entries(states=HANDED_IN_STATES, unit=self.wanted.unit)
            case "shortlisted":
                found = (self.reader.entry(code) for code in self.shortlist)
                return (entry for entry in found if entry)
            case "":
                return self.reader.entries(unit=self.wanted.unit)

    def _of_dossier(self, entry: Entry) -> dict[str, Cell]:
        """What every row of a dossier says."""
        field = self.field(entry.given)
        unit = self.gazetteer.by_id(entry.unit) if entry.unit else None
        return {
            "code": codes.shown(entry.code),
            "title": title(entry.given),
            "state": STATES[entry.state],
            "field": words(field.title) if field else None,
            "unit": unit.name if unit else None,
        }

    def dossier(self, entry: Entry) -> Iterator[Row]:
        people = authors(self.pack, entry.given)
        lead = next((author for author in people if author.lead), None)
        field = self.field(entry.given)
        group = group_of(self.groups, field.id) if field else None
        chosen = entrant(self.pack, entry.given)
        kind = next((k.label for k in self.pack.checklist.kinds if k.id == chosen), None)
        organisation = entry.given.get("organisation") if chosen == "organisation" else None
        yield {
            **self._of_dossier(entry),
            "group": group.name if group else None,
            "entrant": words(kind) if kind else None,
            "organisation": str(organisation) if organisation else None,
            "authors": len(people),
            "lead": lead.name if lead else None,
            "lead_phone": lead.phone if lead else None,
            "opened_at": entry.opened_at,
            "first_at": entry.first_at,
            "last_at": entry.last_at,
            "times": entry.times,
            "items_done": entry.done,
            "items_all": entry.of,
            "changed_at": entry.changed_at,
            "return_until": entry.return_until if entry.state == "returned" else None,
            "helped": YES_NO[entry.helped],
            "shortlisted_at": self.shortlist.get(entry.code),
        }

    def authors(self, entry: Entry) -> Iterator[Row]:
        of_dossier = self._of_dossier(entry)
        for number, author in enumerate(authors(self.pack, entry.given), 1):
            yield {
                **of_dossier,
                "number": number,
                "name": author.name,
                "born": author.born,
                "place": author.place,
                "phone": author.phone,
                "share": author.share,
                "is_lead": YES_NO[author.lead],
                "agreed": AGREED[confirmed(entry.agreed, author)],
                "guardian": author.guardian,
                "guardian_phone": author.guardian_phone,
            }

    def tasks(self, entry: Entry) -> Iterator[Row]:
        of_dossier = self._of_dossier(entry)
        for task in self.pack.tasks:
            stated = self.pack.stage(task.stage).span.when
            yield {
                **of_dossier,
                "task": told_on(self.pack, task.title, self.today),
                "due": when(stated),
                "due_day": stated.last,
                "source": sources_of(self.pack, task.sources),
                "done": None,
                "note": None,
            }

    def _question(self, line: QuestionLine) -> Row:
        topic = self.pack.topics.get(line.asked.topic or "")
        unit = self.gazetteer.by_id(line.unit) if line.unit else None
        state = "waits"
        if line.answered_at:
            state = "closed" if line.closed else "answered"
        return {
            "question": line.number,
            "kind": KINDS[line.asked.kind],
            "words": line.asked.text,
            "topic": words(topic.question) if topic else None,
            "unit": unit.name if unit else None,
            "language": LANGUAGES.get(line.lang, line.lang),
            "asked_at": line.at,
            "standing": STANDING[state],
            "answered_at": line.answered_at,
            "closed": WHY[line.closed] if line.closed else None,
            "role": ROLES[line.role] if line.role else None,
            "member": line.member,
        }

    def _audited(self, entry: Audited) -> Row:
        who: Cell = t("audit.server")
        if entry.by is not None:
            who = t("staff.number", number=str(entry.by))
        said = about(self.pack, self.gazetteer, entry)
        return {
            "line": entry.number,
            "done_at": entry.at,
            "by": who,
            "what": WHAT.get(entry.what, entry.what),
            "dossier": codes.shown(entry.dossier) if entry.dossier else None,
            "detail": Joined(tuple(said), "; ") if said else None,
            "raw": json.dumps(dict(entry.detail), ensure_ascii=False, sort_keys=True),
        }


_OF_ENTRIES: Mapping[TableName, Callable[[Book, Entry], Iterator[Row]]] = {
    "dossiers": Book.dossier,
    "authors": Book.authors,
    "tasks": Book.tasks,
}


def field_step(pack: Pack) -> str:
    """The id of the step that asks for the field."""
    step = step_of_kind(pack, "field")
    return step.id if step else ""
