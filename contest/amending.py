"""The pack of today: what was read from its folder, and what staff corrected since. Pure.

A correction is what a proposal of the kind «fact» keeps in its `detail`, as JSON:

    {"changes": [{"fact": "stage.receiving", "value": {"to": "2027-06-15"}, "status": "official",
                  "sources": [{"document": "d-7k3m2p", "section": "5"}]}],
     "documents": {"d-7k3m2p": {"short": {"vi": …}, "title": {"vi": …}, "file": {"sha256": …}}}}

What a change leaves out stays as it is. The pack that comes out keeps every rule that the reader
of packs keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec
from msgspec import UNSET, structs

from contest import values
from contest.checking import check_order, check_texts
from contest.cited import Cited, Document, Record, Source, Status, Words
from contest.facts import Fact, Value, attribute_of, facts, row_of, with_row
from contest.pack import Pack, Span
from contest.slips import PackError, PackFile

Json = Any
MOST_CHANGES = 40  # of one correction
NAMED_BY_STAFF = "d-"  # so the id of a document begins that staff named


class Change(Record, frozen=True):
    """`value`: as JSON, by the kind of the fact; None: there is none any more."""

    fact: str
    value: Json = UNSET
    status: Status | None = None
    sources: tuple[Source, ...] | None = None


class Correction(Record, frozen=True):
    """Several changes that are decided together, and the documents they cite for the first time."""

    changes: tuple[Change, ...]
    documents: dict[str, Document] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A correction the pack cannot take, and why. `number`: the place in the row of them."""

    number: int
    why: PackError


def correction(detail: Mapping[str, Json]) -> Correction:
    """Raises PackError."""
    try:
        return msgspec.convert(detail, Correction)
    except msgspec.ValidationError as error:
        raise PackError("correction", 1, "", "type", str(error)) from error


def amended(pack: Pack, details: Iterable[Mapping[str, Json]]) -> Pack:
    """The pack after all of these corrections, in their order. Raises PackError, whose `file` is
    the id of the fact that will not do."""
    for detail in details:
        pack = _corrected(pack, correction(detail))
    return pack


def today(pack: Pack, details: Iterable[Mapping[str, Json]]) -> tuple[Pack, list[Skipped]]:
    """The same, leaving out what the pack cannot take: a new release may have changed it."""
    skipped = []
    for number, detail in enumerate(details):
        try:
            pack = amended(pack, [detail])
        except PackError as error:
            skipped.append(Skipped(number, error))
    return pack, skipped


def closes_all(before: Pack, after: Pack, day: date) -> bool:
    """Would a new deadline be past already? Nobody means that: the year was mistyped, or it took
    too long to decide."""
    return after.deadline != before.deadline and after.deadline < day


def _corrected(pack: Pack, made: Correction) -> Pack:
    documents = {name: _in_all(pack, document) for name, document in made.documents.items()}
    pack = replace(pack, documents={**pack.documents, **documents})
    # texts come last: a date they name is then the new one
    for change in sorted(made.changes, key=lambda change: _is_text(pack, change)):
        pack = _changed(pack, change)
    check_order(pack.stages, _file("stage"))
    return pack


def _is_text(pack: Pack, change: Change) -> bool:
    fact = facts(pack).get(change.fact)
    return fact is not None and fact.kind in ("words", "list")


def _changed(pack: Pack, change: Change) -> Pack:
    fact = facts(pack).get(change.fact)
    file = _file(change.fact)
    if fact is None:
        raise file.error((), "no_such", change.fact)
    new: dict[str, Any] = {}
    if change.value is not UNSET:
        new[attribute_of(fact)] = _value(pack, fact, change.value)
    if fact.cited is not None:
        new |= _sure(fact, fact.cited, change)
    try:
        row = structs.replace(row_of(pack, fact), **new)
    except ValueError as error:
        raise file.error((), "value", str(error)) from error
    pack = with_row(pack, fact, row)
    if fact.cited and change.sources:
        pack = _cited_too(pack, fact, fact.cited.sources, change.sources)
    known = values.fixed(pack) | values.of_day(pack, date.min)
    check_texts(pack, row, file, known)
    return pack


def _cited_too(pack: Pack, fact: Fact, before: Sequence[Source], now: Sequence[Source]) -> Pack:
    """What speaks of this time by its name stands from now on where the time stands too, beside
    what else it cites; not any more where staff had said it stood before. What is not official and
    never cited the time's source does not cite it now: it says nothing surer than it did."""
    if fact.kind != "when":
        return pack
    over = {source for source in before if source.document.startswith(NAMED_BY_STAFF)}
    for other in facts(pack).values():
        if other.cited is None or not _names(other) & _names_of(pack, fact):
            continue
        own = other.cited.sources
        if other.cited.status != "official" and not set(own) & set(before):
            continue
        kept = [source for source in own if source not in over]
        sources = tuple(dict.fromkeys((*kept, *now)))
        pack = with_row(pack, other, structs.replace(row_of(pack, other), sources=sources))
    return pack


def _names_of(pack: Pack, fact: Fact) -> set[str]:
    """How a text speaks of it."""
    names = {f"stage.{fact.row_id}"}
    if fact.row_id == pack.deadline_stage:
        names |= {"deadline", "deadline.working_day", *values.of_day(pack, date.min)}
    return names


def _names(fact: Fact) -> set[str]:
    """What a text speaks of; nothing, if it is no text."""
    texts = {"words": [fact.value], "list": fact.value}.get(fact.kind) or []
    return {name for text in texts if text for name in values.used(text)}


def _sure(fact: Fact, before: Cited, change: Change) -> dict[str, Any]:
    """Where the row stands from now on, and how sure it is. What else the row says keeps its own
    sources beside the new ones, unless the row is no longer as sure as it was."""
    status = change.status or before.status
    found: dict[str, Any] = {"status": status}
    if change.sources is not None:
        kept = before.sources if fact.part and status == before.status else ()
        found["sources"] = tuple(dict.fromkeys((*change.sources, *kept)))
    return found


def _file(name: str) -> PackFile:
    return PackFile(name, {})


# --- values, by their kind -----------------------------------------------------------------------


_SHAPES: Mapping[str, Any] = {
    "when": Span,
    "day": str,
    "days": tuple[date, ...],
    "hours": tuple[str, ...],
    "words": dict[str, str],
    "list": tuple[dict[str, str], ...],
    "choice": str,
}


def _value(pack: Pack, fact: Fact, written: Json) -> Value:
    """Raises PackError."""
    file = _file(fact.id)
    if written is None:
        if fact.optional:
            return None
        raise file.error((), "missing", fact.id)
    try:
        value = msgspec.convert(written, _SHAPES[fact.kind])
    except msgspec.ValidationError as error:
        raise file.error((), "value", str(error)) from error
    match fact.kind:
        case "words" if not fact.filled:
            if hole := values.used(value):
                raise file.error((), "placeholder", min(hole))
            return _filled(pack, value)
        case "words":
            return _text(pack, value)
        case "list":
            if not value:
                raise file.error((), "empty")
            return tuple(_text(pack, one) for one in value)
        case "choice" if value not in fact.options:
            raise file.error((), "choice", value)
    return value


def as_json(value: Value) -> Json:
    """A fact's value as a change writes it."""
    written = msgspec.json.decode(msgspec.json.encode(value))
    if isinstance(value, Span):
        return {name: part for name, part in written.items() if part}
    return written


def _in_all(pack: Pack, document: Document) -> Document:
    return structs.replace(
        document, short=_filled(pack, document.short), title=_filled(pack, document.title)
    )


def _filled(pack: Pack, text: Words) -> Words:
    """In every language of the pack: in its first one where nobody wrote another."""
    first = text.get(pack.languages[0], "")
    return {lang: text.get(lang) or first for lang in (*pack.languages, *text)}


def _text(pack: Pack, text: Words) -> Words:
    return {lang: linked(pack, written, lang) for lang, written in _filled(pack, text).items()}


def written_once(text: Words, lang: str, first: str) -> bool:
    """Is what stands there for this language only what was written in the first one?"""
    words = values.PLACEHOLDER.sub("", text.get(first, ""))
    return lang != first and text.get(lang) == text.get(first) and any(map(str.isalpha, words))


_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])")
_DATES = ("deadline", "dossiers.until", "units.since")  # what else is a day follows from these


def linked(pack: Pack, text: str, lang: str) -> str:
    """A day or a name that a fact holds is not typed a second time: it becomes the fact's place in
    the text, and changes with it."""
    known = values.fixed(pack)
    by_day = {known[name]: name for name in reversed(_DATES) if name in known}

    def place(found: re.Match[str]) -> str:
        try:
            day = date(int(found[4]), int(found[3]), int(found[1]))
        except ValueError:
            return found[0]
        return f"{{{by_day[day]}}}" if day in by_day else found[0]

    text = _DAY.sub(place, text)
    for name, words in _longest_first(known):
        text = text.replace(words.get(lang) or "\0", f"{{{name}}}")
    return text


def _longest_first(known: Mapping[str, values.Fact]) -> Sequence[tuple[str, Words]]:
    """The longest first: one name may stand in another."""
    named = [
        (name, fact)
        for name, fact in known.items()
        if isinstance(fact, Mapping) and name.startswith(("body.", "contest"))
    ]
    return sorted(named, key=lambda one: -max(map(len, one[1].values())))
