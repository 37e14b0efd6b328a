"""The facts of a pack that staff may correct: where each stands, of what kind, how sure. Pure.

A fact is one value of one row; what else the row says (its sources, its status) goes with it. What
is no fact: the contest's name, the ids and questions people's words are learnt by, the steps of a
dossier, and until when dossiers are kept, which people agreed to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from msgspec import structs

from contest.cited import Cited, Record, Words
from contest.pack import Effect, Need, Pack

# when: a stretch of the calendar as documents say it; day: one day; days: several; hours: of a
# working day; words: a text; list: several; choice: one of a few
FactKind = Literal["when", "day", "days", "hours", "words", "list", "choice"]
Group = Literal[
    "stage", "topic", "body", "field", "may", "item", "unknown", "text", "work", "units"
]
# by kind: Span; str; tuple[date]; tuple[str]; Words; tuple[Words]; str. None: there is none
Value = Any
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class _Part:
    """`attribute`: of the row. `optional`: there may be none. `filled`: places of other facts in
    it are filled where it is shown."""

    attribute: str
    kind: FactKind
    optional: bool = False
    options: tuple[str, ...] = ()
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """`id`: «stage.receiving», short enough for a button. `name`: what the pack calls its row;
    none: the group says it all. `part`: what of the row it is; empty: what the row is about."""

    id: str
    group: Group
    row_id: str
    part: str
    kind: FactKind
    value: Value
    name: Words | None = None
    cited: Cited | None = None  # its row, if that has sources and a status
    optional: bool = False
    options: tuple[str, ...] = ()
    filled: bool = True


class Loose(Record, frozen=True):
    """A text of the pack that belongs to no row."""

    text: Words


Rows = Mapping[str, Any]
UNFILLED = "text.reference"  # stands small under what others say, as it is


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the rows of a group stand in a pack, and how they are put back."""

    rows: Callable[[Pack], Rows]
    put: Callable[[Pack, Rows], Pack]
    parts: Mapping[str, _Part]
    name: Callable[[Any], Words | None] = lambda _: None


def _options(pack: Pack) -> Rows:
    return {f"{q.id}.{o.id}": o for q in pack.eligibility.questions for o in q.options}


def _put_options(pack: Pack, rows: Rows) -> Pack:
    questions = tuple(
        structs.replace(q, options=tuple(rows[f"{q.id}.{o.id}"] for o in q.options))
        for q in pack.eligibility.questions
    )
    return replace(pack, eligibility=structs.replace(pack.eligibility, questions=questions))


def _texts(pack: Pack) -> Rows:
    found = {
        "reference": pack.reference_caveat,
        "fields_intro": pack.fields_intro,
        "fields": pack.fields_caveat,
        "eligibility": pack.eligibility.caveat,
        "dossier_intro": pack.checklist.intro,
        "dossier": pack.checklist.caveat,
    }
    return {name: Loose(text=text) for name, text in found.items()}


def _put_texts(pack: Pack, rows: Rows) -> Pack:
    text = {name: row.text for name, row in rows.items()}
    return replace(
        pack,
        reference_caveat=text["reference"],
        fields_intro=text["fields_intro"],
        fields_caveat=text["fields"],
        eligibility=structs.replace(pack.eligibility, caveat=text["eligibility"]),
        checklist=structs.replace(
            pack.checklist, intro=text["dossier_intro"], caveat=text["dossier"]
        ),
    )


def _by_id(rows: tuple[Any, ...]) -> Rows:
    return {row.id: row for row in rows}


def _put_items(pack: Pack, rows: Rows) -> Pack:
    checklist = structs.replace(pack.checklist, items=tuple(rows.values()))
    return replace(pack, checklist=checklist)


def _put_work(pack: Pack, rows: Rows) -> Pack:
    hours = rows[""]
    return replace(pack, office_hours=hours, working=hours.clock)


_PLACES: Mapping[Group, _Place] = {
    "stage": _Place(
        lambda pack: _by_id(pack.stages),
        lambda pack, rows: replace(pack, stages=tuple(rows.values())),
        {"": _Part("span", "when"), "note": _Part("note", "words", optional=True)},
        lambda stage: stage.title,
    ),
    "topic": _Place(
        lambda pack: pack.topics,
        lambda pack, rows: replace(pack, topics=rows),
        {"": _Part("answer", "words")},
        lambda topic: topic.question,
    ),
    "body": _Place(
        lambda pack: pack.bodies,
        lambda pack, rows: replace(pack, bodies=rows),
        {
            "name": _Part("name", "words", filled=False),
            "contact": _Part("contact", "words", optional=True),
            "does": _Part("does", "list"),
        },
        lambda body: body.name,
    ),
    "field": _Place(
        lambda pack: _by_id(pack.fields),
        lambda pack, rows: replace(pack, fields=tuple(rows.values())),
        {"title": _Part("title", "words", filled=False), "plain": _Part("plain", "words")},
        lambda field: field.title,
    ),
    "may": _Place(
        _options,
        _put_options,
        {
            "": _Part("reason", "words"),
            "effect": _Part("effect", "choice", options=get_args(Effect)),
        },
        lambda option: option.label,
    ),
    "item": _Place(
        lambda pack: _by_id(pack.checklist.items),
        _put_items,
        {
            "": _Part("what", "words"),
            "example": _Part("example", "words"),
            "need": _Part("need", "choice", options=get_args(Need)),
        },
        lambda item: item.title,
    ),
    "unknown": _Place(
        lambda pack: _by_id(pack.unknowns),
        lambda pack, rows: replace(pack, unknowns=tuple(rows.values())),
        {"": _Part("text", "words")},
        lambda unknown: unknown.text,
    ),
    "text": _Place(_texts, _put_texts, {"": _Part("text", "words")}),
    "work": _Place(
        lambda pack: {"": pack.office_hours} if pack.office_hours else {},
        _put_work,
        {
            "hours": _Part("hours", "hours"),
            "free": _Part("free", "days"),
            "worked": _Part("worked", "days"),
        },
    ),
    "units": _Place(
        lambda pack: {"": pack.units_today},
        lambda pack, rows: replace(pack, units_today=rows[""]),
        {"since": _Part("since", "day")},
    ),
}


def facts(pack: Pack) -> dict[str, Fact]:
    """All of them, by id, in the order of the pack."""
    found: dict[str, Fact] = {}
    for group, place in _PLACES.items():
        for row_id, row in place.rows(pack).items():
            for name, part in place.parts.items():
                fact_id = ".".join(p for p in (group, row_id, name) if p)
                found[fact_id] = Fact(
                    fact_id,
                    group,
                    row_id,
                    name,
                    part.kind,
                    getattr(row, part.attribute),
                    place.name(row),
                    row if isinstance(row, Cited) else None,
                    part.optional,
                    part.options,
                    part.filled and fact_id != UNFILLED,
                )
    return found


def row_of(pack: Pack, fact: Fact) -> Record:
    row: Record = _PLACES[fact.group].rows(pack)[fact.row_id]
    return row


def with_row(pack: Pack, fact: Fact, row: Record) -> Pack:
    """The pack with this row in the place of the fact's own."""
    place = _PLACES[fact.group]
    return place.put(pack, {**place.rows(pack), fact.row_id: row})


def attribute_of(fact: Fact) -> str:
    return _PLACES[fact.group].parts[fact.part].attribute
