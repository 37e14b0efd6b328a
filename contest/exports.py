"""The tables that leave the house: their columns, who may have which, and what they are made of.

One place says it; XLSX, CSV and the table in `docs/exports.md` follow from it (a test compares).
A dossier stands in them as it was last handed in; one that never was, as it is now. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol, get_args

from contest.dossier import HANDED_IN, State
from contest.lists import JuryGroup
from contest.model import Asked, Closed
from contest.staff import OF_A_UNIT, Audited, Member, Right, StaffRole, may

CellType = Literal["text", "number", "day", "moment", "flag"]  # flag: yes or no
Format = Literal["xlsx", "csv"]
TableName = Literal["dossiers", "authors", "questions", "audit", "tasks"]
ExportName = Literal[
    "dossiers", "authors", "questions", "audit",
    "eligible", "by_field", "by_group", "shortlist", "solutions",
]  # fmt: skip
Split = Literal["", "field", "group"]  # a sheet for each field, or each jury group
Only = Literal["", "handed_in", "shortlisted"]
EXPORTED: tuple[ExportName, ...] = get_args(ExportName)
FORMATS: tuple[Format, ...] = get_args(Format)
WIDTHS: Mapping[CellType, int] = {"text": 24, "number": 10, "day": 12, "moment": 19, "flag": 10}


@dataclass(frozen=True, slots=True)
class Column:
    """`personal`: says something of a person; only who has the right `personal` gets it.

    `letters`: how wide it is shown; 0: as its type is.
    """

    key: str
    type: CellType
    personal: bool = False
    letters: int = 0

    @property
    def heading(self) -> str:
        """The key of its heading in the catalogues."""
        return f"column.{self.key}"

    @property
    def width(self) -> int:
        return self.letters or WIDTHS[self.type]


_CODE = Column("code", "text", letters=10)
_TITLE = Column("title", "text", letters=50)
_STATE = Column("state", "text", letters=16)
_FIELD = Column("field", "text", letters=34)
_UNIT = Column("unit", "text")

TABLES: Mapping[TableName, tuple[Column, ...]] = {
    "dossiers": (
        _CODE,
        _TITLE,
        _STATE,
        _FIELD,
        Column("group", "text"),
        Column("entrant", "text"),
        Column("organisation", "text", letters=30),
        _UNIT,
        Column("authors", "number"),
        Column("lead", "text", personal=True),
        Column("lead_phone", "text", personal=True, letters=14),
        Column("opened_at", "moment"),
        Column("first_at", "moment"),
        Column("last_at", "moment"),
        Column("times", "number"),
        Column("items_done", "number"),
        Column("items_all", "number"),
        Column("changed_at", "moment"),
        Column("return_until", "day"),
        Column("helped", "flag"),
        Column("shortlisted_at", "moment"),
    ),
    "authors": (
        _CODE,
        _TITLE,
        _STATE,
        _FIELD,
        _UNIT,
        Column("number", "number"),
        Column("name", "text", personal=True),
        Column("born", "number", personal=True),
        Column("place", "text", personal=True, letters=34),
        Column("phone", "text", personal=True, letters=14),
        Column("share", "number", personal=True),
        Column("is_lead", "flag", personal=True),
        Column("agreed", "text", personal=True),
        Column("guardian", "text", personal=True),
        Column("guardian_phone", "text", personal=True, letters=14),
    ),
    "questions": (
        Column("question", "number"),
        Column("kind", "text"),
        Column("words", "text", personal=True, letters=60),
        Column("topic", "text", letters=40),
        _UNIT,
        Column("language", "text", letters=10),
        Column("asked_at", "moment"),
        Column("standing", "text", letters=18),
        Column("answered_at", "moment"),
        Column("closed", "text"),
        Column("role", "text"),
        Column("member", "number"),
    ),
    "audit": (
        Column("line", "number"),
        Column("done_at", "moment"),
        Column("by", "text", letters=12),
        Column("what", "text", letters=30),
        Column("dossier", "text", letters=10),
        Column("detail", "text", letters=60),
        Column("raw", "text", letters=40),
    ),
    "tasks": (
        _CODE,
        _TITLE,
        Column("task", "text", letters=50),
        Column("due", "text", letters=24),
        Column("due_day", "day"),
        Column("source", "text", letters=34),
        Column("done", "text", letters=14),
        Column("note", "text", letters=40),
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A table of an export, and which of its rows."""

    table: TableName
    split: Split = ""
    only: Only = ""


@dataclass(frozen=True, slots=True)
class Export:
    """`right`: who may have it at all. `bare`: never with personal data. CSV is of one table."""

    right: Right
    parts: tuple[Part, ...]
    bare: bool = False

    @property
    def formats(self) -> tuple[Format, ...]:
        one = len(self.parts) == 1 and not self.parts[0].split
        return FORMATS if one else ("xlsx",)

    @property
    def has_personal(self) -> bool:
        """Is there anything in it that only some may see?"""
        every = [column for part in self.parts for column in TABLES[part.table]]
        return not self.bare and any(column.personal for column in every)


# what juries and communes pass on (`bare`) has no personal data for anybody
EXPORTS: Mapping[ExportName, Export] = {
    "dossiers": Export("rows", (Part("dossiers"),)),
    "authors": Export("personal", (Part("authors"),)),
    "questions": Export("rows", (Part("questions"),)),
    "audit": Export("audit", (Part("audit"),)),
    "eligible": Export("lists", (Part("dossiers", only="handed_in"),)),
    "by_field": Export("lists", (Part("dossiers", "field", "handed_in"),), bare=True),
    "by_group": Export("lists", (Part("dossiers", "group", "handed_in"),), bare=True),
    "shortlist": Export(
        "lists", (Part("dossiers", only="shortlisted"), Part("tasks", only="shortlisted"))
    ),
    "solutions": Export(
        "personal", (Part("dossiers", only="handed_in"), Part("authors", only="handed_in"))
    ),
}
TABLES_ALONE: tuple[ExportName, ...] = ("dossiers", "authors", "questions", "audit")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export that somebody asked for. `unit`: rows that come from there, and no others."""

    export: ExportName
    format: Format
    personal: bool
    lang: str
    unit: str | None = None

    def columns(self, table: TableName) -> tuple[Column, ...]:
        return tuple(c for c in TABLES[table] if self.personal or not c.personal)


def wanted(
    member: Member, export: str, format_: str, lang: str, *, bare: bool = False
) -> Wanted | None:
    """What this member gets of it: none, if they may not have it, or there is no such thing."""
    name = next((e for e in EXPORTED if e == export), None)
    if name is None or not may(member, EXPORTS[name].right):
        return None
    kind = next((f for f in EXPORTS[name].formats if f == format_), None)
    if kind is None:
        return None
    personal = may(member, "personal") and EXPORTS[name].has_personal and not bare
    # an officer without a unit gets what comes from nowhere: nothing
    unit = (member.unit or "") if member.role in OF_A_UNIT else None
    return Wanted(name, kind, personal, lang, unit)


# --- what is read for them -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier as it is exported. `given`: what was answered, see above.

    `first_at`, `last_at`, `times`, `done`, `of`: of its handings-in; none while there is none.
    """

    code: str
    state: State
    helped: bool
    opened_at: datetime
    changed_at: datetime
    given: Mapping[str, Any]
    unit: str | None = None
    return_until: date | None = None
    first_at: datetime | None = None
    last_at: datetime | None = None
    times: int = 0
    done: int | None = None
    of: int | None = None
    agreed: Mapping[str, bool] = field(default_factory=dict)  # author row -> yes or no, by chat


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question as it is exported. `role`: whose it is; `member`: who has taken it."""

    number: int
    asked: Asked
    at: datetime
    lang: str
    answered_at: datetime | None
    closed: Closed | None
    unit: str | None
    role: StaffRole | None
    member: int | None


class Reader(Protocol):
    """Reads for exports, all of it as it was at one moment; a stretch of rows at a time."""

    def entries(
        self,
        *,
        states: Sequence[State] = (),
        unit: str | None = None,
        after: str = "",
        most: int | None = None,
    ) -> Iterator[Entry]:
        """Dossiers of these states (none named: of any) and of that unit (none: of any), by their
        codes, from the one after `after` on."""
        ...

    def entry(self, code: str) -> Entry | None: ...

    def questions(self, *, unit: str | None = None) -> Iterator[QuestionLine]:
        """By their numbers."""
        ...

    def audit(self) -> Iterator[Audited]:
        """The earliest first."""
        ...

    def groups(self) -> tuple[JuryGroup, ...]:
        """By their numbers."""
        ...

    def shortlist(self) -> Mapping[str, datetime]:
        """code -> since when."""
        ...

    def tally(self, field_step: str) -> Mapping[tuple[str, State], int]:
        """How many dossiers of each field («»: none) and state. Counted by the database."""
        ...  # fmt: skip


HANDED_IN_STATES: tuple[State, ...] = tuple(sorted(HANDED_IN))
