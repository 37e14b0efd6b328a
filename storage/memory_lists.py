"""The lists after the deadline, and reading for exports, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from contest.dossier import State
from contest.exports import Entry, QuestionLine
from contest.lists import JuryGroup
from contest.staff import (
    Audited,
    Exported,
    FieldGrouping,
    GroupEnding,
    GroupNaming,
    OfLists,
    Shortlisting,
)
from storage.memory_dossiers import Dossiers
from storage.memory_questions import Questions
from storage.port import Conflict, Held

if TYPE_CHECKING:
    from storage.memory_staff import Staff


@dataclass
class Lists:
    names: dict[int, str] = field(default_factory=dict)  # of groups, by number
    fields: dict[str, int] = field(default_factory=dict)  # field -> group
    chosen: dict[str, datetime] = field(default_factory=dict)  # code -> since when
    last: int = 0  # number of a group

    def act(self, did: OfLists, dossiers: Dossiers, at: datetime) -> int | None:
        """The number of a new group. Raises Conflict; then nothing of it may be kept."""
        match did:
            case GroupNaming(name, None):
                self.last += 1
                self.names[self.last] = name
                return self.last
            case GroupNaming(name, int(group)):
                self._known(group)
                self.names[group] = name
            case GroupEnding(group):
                self._known(group)
                del self.names[group]
                self.fields = {f: g for f, g in self.fields.items() if g != group}
            case FieldGrouping(name, group):
                self.fields.pop(name, None)
                if group is not None:
                    self._known(group)
                    self.fields[name] = group
            case Shortlisting():
                self._choose(did, dossiers, at)
            case Exported():
                pass
        return None

    def _known(self, group: int) -> None:
        if group not in self.names:
            raise Conflict

    def _choose(self, did: Shortlisting, dossiers: Dossiers, at: datetime) -> None:
        if did.chosen == (did.dossier in self.chosen):
            raise Conflict
        if not did.chosen:
            del self.chosen[did.dossier]
            return
        held = dossiers.dossier(did.dossier)
        if held is None or held.dossier.state != "accepted":
            raise Conflict
        self.chosen[did.dossier] = at


@dataclass(frozen=True, slots=True)
class MemoryReader:
    """See `contest.exports.Reader`."""

    _dossiers: Dossiers
    _questions: Questions
    _staff: Staff

    def entries(
        self,
        *,
        states: Sequence[State] = (),
        unit: str | None = None,
        after: str = "",
        most: int | None = None,
    ) -> Iterator[Entry]:
        found = [
            held
            for held in self._dossiers.dossiers(states)
            if held.dossier.code > after and unit in (None, held.dossier.unit)
        ]
        for held in sorted(found, key=lambda h: h.dossier.code)[:most]:
            yield self._entry(held)

    def entry(self, code: str) -> Entry | None:
        held = self._dossiers.dossier(code)
        return self._entry(held) if held else None

    def _entry(self, held: Held) -> Entry:
        dossier, last = held.dossier, held.dossier.submission
        handed_in = self._dossiers.last_handed_in(dossier.code)
        return Entry(
            code=dossier.code,
            state=dossier.state,
            helped=dossier.helped,
            opened_at=dossier.opened_at,
            changed_at=dossier.changed_at,
            given=(handed_in or held.answers).given,
            unit=dossier.unit,
            return_until=dossier.returned.until if dossier.returned else None,
            first_at=dossier.submissions[0].at if last else None,
            last_at=last.at if last else None,
            times=len(dossier.submissions),
            done=last.done if last else None,
            of=last.of if last else None,
            agreed=dossier.agreed,
        )

    def questions(self, *, unit: str | None = None) -> Iterator[QuestionLine]:
        for row in sorted(self._questions.rows, key=lambda r: r.case.number):
            case = row.case
            if unit in (None, case.unit):
                yield QuestionLine(
                    case.number,
                    case.asked,
                    case.at,
                    case.lang,
                    row.answered_at,
                    case.closed,
                    case.unit,
                    case.role,
                    case.claimed_by,
                )

    def audit(self) -> Iterator[Audited]:
        yield from self._staff.log

    def groups(self) -> tuple[JuryGroup, ...]:
        lists = self._staff.lists
        return tuple(
            JuryGroup(
                number, name, tuple(sorted(f for f, g in lists.fields.items() if g == number))
            )
            for number, name in sorted(lists.names.items())
        )

    def shortlist(self) -> Mapping[str, datetime]:
        chosen = self._staff.lists.chosen
        return {code: chosen[code] for code in sorted(chosen) if self._dossiers.dossier(code)}

    def tally(self, field_step: str) -> Mapping[tuple[str, State], int]:
        found: dict[tuple[str, State], int] = {}
        for entry in self.entries():
            key = (str(entry.given.get(field_step) or ""), entry.state)
            found[key] = found.get(key, 0) + 1
        return found
