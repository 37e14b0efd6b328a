"""Reads a contest pack from its folder, and says exactly what is wrong with one that won't do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

import msgspec

from contest import values
from contest.lines import Path as KeyPath
from contest.lines import key_lines, line_of
from contest.pack import (
    Body,
    Checklist,
    Cited,
    Document,
    Eligibility,
    Field,
    HelpNeed,
    OldUnit,
    Pack,
    Record,
    Stage,
    Thresholds,
    Topic,
    Unit,
    UnitsToday,
    Unknown,
    Words,
)

PACKS = Path(__file__).parent / "packs"

Problem = Literal[
    "no_file", "not_toml", "type", "missing", "unknown_key", "value", "choice",
    "language", "no_source", "no_such", "twice", "placeholder", "empty",
]  # fmt: skip


class PackError(Exception):
    """A pack that cannot be used. Every part is for the person who edits the pack."""

    def __init__(self, file: str, line: int, key: str, problem: Problem, detail: str = "") -> None:
        super().__init__(f"{file}:{line}: {key}: {problem} {detail}".rstrip())
        self.file, self.line, self.key = file, line, key
        self.problem, self.detail = problem, detail


class ContestFile(Record, frozen=True):
    """contest.toml"""

    id: str
    languages: tuple[str, ...]
    name: Words
    short_name: Words
    deadline_stage: str
    office: str
    reference_caveat: Words
    documents: dict[str, Document]
    stage: tuple[Stage, ...]
    unknown: tuple[Unknown, ...]
    body: tuple[Body, ...]
    need: tuple[HelpNeed, ...]
    units: UnitsToday


class FieldsFile(Record, frozen=True):
    """fields.toml"""

    intro: Words
    caveat: Words
    field: tuple[Field, ...]


class FaqFile(Record, frozen=True):
    """faq/*.toml"""

    topic: tuple[Topic, ...]


class FaqSettings(Record, frozen=True):
    """faq/settings.toml: made by `python -m bench.faq --calibrate`"""

    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read, and where its keys stand."""

    name: str
    lines: dict[KeyPath, int]

    def error(self, path: KeyPath, problem: Problem, detail: str = "") -> PackError:
        return PackError(self.name, line_of(self.lines, path), _written(path), problem, detail)


R = TypeVar("R", bound=Record)


def folder_of(name_or_folder: str | Path) -> Path:
    """Where the pack of that name lies; a folder is itself."""
    folder = Path(name_or_folder)
    return PACKS / folder if len(folder.parts) == 1 and not folder.is_dir() else folder


def load(name_or_folder: str | Path) -> Pack:
    """The pack of that name, or in that folder. Raises PackError."""
    folder = folder_of(name_or_folder)
    contest, contest_file = _toml(folder, "contest.toml", ContestFile)
    fields, fields_file = _toml(folder, "fields.toml", FieldsFile)
    eligibility, eligibility_file = _toml(folder, "eligibility.toml", Eligibility)
    checklist, checklist_file = _toml(folder, "dossier.toml", Checklist)
    settings, _ = _toml(folder, "faq/settings.toml", FaqSettings)
    faq = [
        _toml(folder, f"faq/{path.name}", FaqFile)
        for path in sorted(folder.glob("faq/*.toml"))
        if path.name != "settings.toml"
    ]
    topics = _by_id(
        [(t, file, ("topic", n)) for part, file in faq for n, t in enumerate(part.topic)]
    )
    pack = Pack(
        id=contest.id,
        languages=contest.languages,
        name=contest.name,
        short_name=contest.short_name,
        documents=contest.documents,
        reference_caveat=contest.reference_caveat,
        deadline_stage=contest.deadline_stage,
        stages=contest.stage,
        unknowns=contest.unknown,
        bodies=_by_id([(b, contest_file, ("body", n)) for n, b in enumerate(contest.body)]),
        needs=contest.need,
        office=contest.office,
        fields=fields.field,
        fields_intro=fields.intro,
        fields_caveat=fields.caveat,
        field_descriptions=_examples(folder, "descriptions", {f.id for f in fields.field}),
        eligibility=eligibility,
        checklist=checklist,
        topics=topics,
        phrasings=_examples(folder, "faq/phrasings", set(topics)),
        out_of_scope=_text_lines(folder, "faq/out_of_scope.txt"),
        thresholds=settings.thresholds,
        units=_units(folder),
        units_today=contest.units,
    )
    _check_references(pack, contest, contest_file)
    known = values.fixed(pack) | values.of_day(pack, date.min)
    parts = [
        (contest, contest_file), (fields, fields_file), (eligibility, eligibility_file),
        (checklist, checklist_file), *faq,
    ]  # fmt: skip
    for record, file in parts:
        _check_texts(pack, record, file, known)
    _check_questions(eligibility, eligibility_file)
    return pack


def _toml(folder: Path, name: str, shape: type[R]) -> tuple[R, _File]:
    text = _text(folder, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise PackError(name, int(line[1]) if line else 1, "", "not_toml") from error
    file = _File(name, key_lines(text))
    try:
        record = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise _explained(error, file) from error
    _check_ids(record, file, ())
    return record, file


_EXPLAINED: tuple[tuple[str, Problem], ...] = (
    (r"Object missing required field `(.+)`", "missing"),
    (r"Object contains unknown field `(.+)`", "unknown_key"),
    (r"Invalid enum value (.+)", "choice"),
    (r"Expected (.+?)(?:, got .+)?", "type"),
    (r"(.+)", "value"),
)


def _explained(error: msgspec.ValidationError, file: _File) -> PackError:
    """The library's message, taken apart into where and what."""
    what, _, where = str(error).partition(" - at `")
    path: KeyPath = tuple(
        int(part[1:-1]) if part.startswith("[") else part
        for part in re.findall(r"\[\d+\]|[^.\[\]$`]+", where.replace("[...]", ""))
    )
    for form, problem in _EXPLAINED:
        if found := re.fullmatch(form, what):
            if problem in ("missing", "unknown_key"):
                path = (*path, found[1])
            return file.error(path, problem, found[1].replace("`", ""))
    raise AssertionError("the last form takes everything")


def _written(path: KeyPath) -> str:
    return "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(name, 1, "", "no_file") from error


def _examples(folder: Path, under: str, known: set[str]) -> dict[str, tuple[str, ...]]:
    """The examples of each id, from every `<under>/*.txt`: a line «[id]», then an example a line.

    One file holds what one kind of people would say. Lines that begin with # are for the reader.
    """
    found: dict[str, list[str]] = {name: [] for name in sorted(known)}
    for path in sorted((folder / under).glob("*.txt")):
        file, here = f"{under}/{path.name}", None
        for number, written in enumerate(_text(folder, file).splitlines(), 1):
            line = written.strip()
            if not line or line.startswith("#"):
                continue
            if header := re.fullmatch(r"\[(.+)\]", line):
                here = header[1]
                if here not in found:
                    raise PackError(file, number, here, "no_such", here)
            elif here is None:
                raise PackError(file, number, "", "value", "[id]")
            else:
                found[here].append(line)
    for name, lines in found.items():
        if not lines:
            raise PackError(f"{under}/*.txt", 1, name, "empty")
    return {name: tuple(lines) for name, lines in found.items()}


def _text_lines(folder: Path, name: str) -> tuple[str, ...]:
    """An example a line; empty lines and lines that begin with # are for the reader."""
    stripped = (line.strip() for line in _text(folder, name).splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))


def _units(folder: Path) -> tuple[Unit, ...]:
    """units.tsv: today's name, a tab, and «district: old unit, old unit; district: …»."""
    found = []
    for number, line in enumerate(_text(folder, "units.tsv").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, olds = line.partition("\t")
        was = []
        for group in olds.split(";"):
            district, colon, names = group.partition(":")
            if not tab or not colon:
                raise PackError("units.tsv", number, name, "value", "unit\tdistrict: old, old; …")
            for old in names.split(","):
                part = old.endswith("(một phần)")
                was.append(OldUnit(old.removesuffix("(một phần)").strip(), district.strip(), part))
        found.append(Unit(name.strip(), tuple(was)))
    return tuple(found)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _by_id(rows: Sequence[tuple[N, _File, KeyPath]]) -> dict[str, N]:
    found: dict[str, N] = {}
    for row, file, where in rows:
        if row.id in found:
            raise file.error((*where, "id"), "twice", row.id)
        found[row.id] = row
    return found


ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")  # it becomes part of a button's 64 bytes


def _check_ids(value: Any, file: _File, path: KeyPath) -> None:
    """Every id of a form that fits into a button, and once among its like."""
    match value:
        case msgspec.Struct():
            names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            for attribute, written in names:
                _check_ids(getattr(value, attribute), file, (*path, written))
        case tuple():
            seen: set[str] = set()
            for n, item in enumerate(value):
                if (name := getattr(item, "id", None)) is not None:
                    if not ID.fullmatch(name):
                        raise file.error((*path, n, "id"), "value", "a-z 0-9 _ -, 1-24")
                    if name in seen:
                        raise file.error((*path, n, "id"), "twice", name)
                    seen.add(name)
                _check_ids(item, file, (*path, n))


def _check_questions(eligibility: Eligibility, file: _File) -> None:
    """A question may depend on one that was asked before it, and on options that one has."""
    for n, question in enumerate(eligibility.questions):
        needed, where = question.only_if, ("questions", n, "only_if")
        if needed is None:
            continue
        before = {q.id: [o.id for o in q.options] for q in eligibility.questions[:n]}
        if needed.question not in before:
            raise file.error((*where, "question"), "no_such", needed.question)
        for option in needed.options:
            if option not in before[needed.question]:
                raise file.error((*where, "options"), "no_such", option)


def _check_references(pack: Pack, contest: ContestFile, file: _File) -> None:
    def exists(path: KeyPath, name: str, among: Sequence[str]) -> None:
        if name not in among:
            raise file.error(path, "no_such", name)

    stages, bodies = [s.id for s in pack.stages], list(pack.bodies)
    exists(("deadline_stage",), pack.deadline_stage, stages)
    exists(("office",), pack.office, bodies)
    for n, stage in enumerate(pack.stages):
        if stage.follows:
            exists(("stage", n, "follows"), stage.follows, stages[:n])
    for n, need in enumerate(contest.need):
        for body in need.bodies:
            exists(("need", n, "bodies"), body, bodies)


def _check_texts(pack: Pack, record: Record, file: _File, known: Mapping[str, values.Fact]) -> None:
    """Every text in every language, every name in a text a fact, every fact with its source."""
    for path, found in _walk(record, ()):
        if isinstance(found, Cited):
            _check_sources(pack, found, file, path)
        elif isinstance(found, Mapping) and not isinstance(next(iter(found.values()), ""), Record):
            _check_languages(pack, found, file, path)
            for lang, text in found.items():
                for hole in values.PLACEHOLDER.finditer(text) if isinstance(text, str) else ():
                    if not _fits(known.get(hole[1]), hole[2]):
                        raise file.error((*path, lang), "placeholder", hole[0])


def _fits(fact: values.Fact | None, form: str | None) -> bool:
    """Is there such a fact, and can it be written in that form?"""
    return fact is not None and (form is None or isinstance(fact, values.FORMS.get(form, ())))


def _check_sources(pack: Pack, fact: Cited, file: _File, path: KeyPath) -> None:
    if not fact.sources and fact.status != "unpublished":
        raise file.error((*path, "sources"), "no_source")
    for n, source in enumerate(fact.sources):
        if source.document not in pack.documents:
            raise file.error((*path, "sources", n), "no_such", source.document)


def _check_languages(
    pack: Pack, by_lang: Mapping[str, str | tuple[str, ...]], file: _File, path: KeyPath
) -> None:
    for lang in pack.languages:
        said = by_lang.get(lang, "")
        if not said or (isinstance(said, str) and not said.strip()):
            raise file.error((*path, lang), "language", lang)
    for lang in by_lang:
        if lang not in pack.languages:
            raise file.error((*path, lang), "unknown_key", lang)


def _walk(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    yield path, value
    match value:
        case msgspec.Struct():
            names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            for attribute, written in names:
                yield from _walk(getattr(value, attribute), (*path, written))
        case tuple():
            for n, item in enumerate(value):
                yield from _walk(item, (*path, n))
        case Mapping():
            for name, item in value.items():
                yield from _walk(item, (*path, name))
        case _:
            return
