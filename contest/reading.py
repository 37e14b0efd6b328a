"""Reads a contest pack from its folder, and says exactly what is wrong with one that won't do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from contest import values
from contest.checking import (
    check_agencies,
    check_ids,
    check_order,
    check_questions,
    check_references,
    check_steps,
    check_texts,
)
from contest.lines import Path as KeyPath
from contest.lines import key_lines
from contest.pack import (
    Agency,
    Body,
    Certainty,
    Checklist,
    Document,
    Eligibility,
    Field,
    FormerTitle,
    HelpNeed,
    OldUnit,
    Pack,
    Record,
    Reporting,
    Stage,
    Task,
    Thresholds,
    Topic,
    Unit,
    UnitsToday,
    Unknown,
    Words,
    WorkingHours,
)
from contest.slips import PackError, PackFile, Problem
from contest.working import Working

__all__ = ["PACKS", "PackError", "Problem", "by_voice", "folder_of", "load"]

PACKS = Path(__file__).parent / "packs"


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
    working: WorkingHours | None = None
    task: tuple[Task, ...] = ()


class FieldsFile(Record, frozen=True):
    """fields.toml"""

    intro: Words
    caveat: Words
    field: tuple[Field, ...]


class AgenciesFile(Record, frozen=True):
    """agencies.toml"""

    agency: tuple[Agency, ...]


class FaqFile(Record, frozen=True):
    """faq/*.toml"""

    topic: tuple[Topic, ...]


class FaqSettings(Record, frozen=True):
    """faq/settings.toml: made by `python -m bot phrasings --calibrate`"""

    thresholds: Thresholds
    certainty: Certainty = Certainty()


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
    # a contest whose units do not report, or are all communes, does without these
    reporting = _if_there(folder, "reports.toml", Reporting)
    agencies = _if_there(folder, "agencies.toml", AgenciesFile)
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
        certainty=settings.certainty,
        units=_units(folder),
        units_today=contest.units,
        working=contest.working.clock if contest.working else Working(),
        reporting=reporting[0] if reporting else None,
        agencies=agencies[0].agency if agencies else (),
        tasks=contest.task,
        former=_former(folder),
        office_hours=contest.working,
    )
    check_references(pack, contest.need, contest_file)
    check_order(pack.stages, contest_file)
    known = values.fixed(pack) | values.of_day(pack, date.min)
    parts = [
        (contest, contest_file), (fields, fields_file), (eligibility, eligibility_file),
        (checklist, checklist_file), *faq, *(part for part in (reporting, agencies) if part),
    ]  # fmt: skip
    if agencies:
        check_agencies(pack, agencies[1])
    for record, file in parts:
        check_texts(pack, record, file, known)
    check_questions(eligibility, eligibility_file)
    check_steps(checklist, checklist_file)
    return pack


def _if_there(folder: Path, name: str, shape: type[R]) -> tuple[R, PackFile] | None:
    return _toml(folder, name, shape) if (folder / name).exists() else None


def _toml(folder: Path, name: str, shape: type[R]) -> tuple[R, PackFile]:
    text = _text(folder, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise PackError(name, int(line[1]) if line else 1, "", "not_toml") from error
    file = PackFile(name, key_lines(text))
    try:
        record = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise _explained(error, file) from error
    check_ids(record, file, ())
    return record, file


_EXPLAINED: tuple[tuple[str, Problem], ...] = (
    (r"Object missing required field `(.+)`", "missing"),
    (r"Object contains unknown field `(.+)`", "unknown_key"),
    (r"Invalid enum value (.+)", "choice"),
    (r"Expected (.+?)(?:, got .+)?", "type"),
    (r"(.+)", "value"),
)


def _explained(error: msgspec.ValidationError, file: PackFile) -> PackError:
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


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(name, 1, "", "no_file") from error


def by_voice(
    folder: Path, under: str, known: Iterable[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The examples of each id, of every `<under>/*.txt` apart: file -> id -> examples.

    One file holds what one kind of people would say: a line «[id]», then an example a line. Lines
    that begin with # are for the reader. Raises PackError.
    """
    ids = set(known)
    return {
        path.stem: _one_voice(folder, f"{under}/{path.name}", ids)
        for path in sorted((folder / under).glob("*.txt"))
    }


def _one_voice(folder: Path, file: str, known: set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    here = None
    for number, written in enumerate(_text(folder, file).splitlines(), 1):
        line = written.strip()
        if not line or line.startswith("#"):
            continue
        if header := re.fullmatch(r"\[(.+)\]", line):
            here = header[1]
            if here not in known:
                raise PackError(file, number, here, "no_such", here)
        elif here is None:
            raise PackError(file, number, "", "value", "[id]")
        else:
            found.setdefault(here, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _examples(folder: Path, under: str, known: set[str]) -> dict[str, tuple[str, ...]]:
    """Of all voices together; every id must have some."""
    voices = by_voice(folder, under, known)
    found = {
        name: tuple(text for said in voices.values() for text in said.get(name, ()))
        for name in sorted(known)
    }
    for name, lines in found.items():
        if not lines:
            raise PackError(f"{under}/*.txt", 1, name, "empty")
    return found


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


def _former(folder: Path) -> tuple[FormerTitle, ...]:
    """former.tsv, if there is one: the year of an earlier contest, a tab, a title."""
    if not (folder / "former.tsv").exists():
        return ()
    found = []
    for number, line in enumerate(_text(folder, "former.tsv").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        year, tab, title = line.partition("\t")
        if not tab or not year.isdecimal() or not title.strip():
            raise PackError("former.tsv", number, year, "value", "year\ttitle")
        found.append(FormerTitle(int(year), title.strip()))
    return tuple(found)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _by_id(rows: Sequence[tuple[N, PackFile, KeyPath]]) -> dict[str, N]:
    found: dict[str, N] = {}
    for row, file, where in rows:
        if row.id in found:
            raise file.error((*where, "id"), "twice", row.id)
        found[row.id] = row
    return found
