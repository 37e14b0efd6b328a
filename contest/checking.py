"""Checks of a pack that was read: every name means something, every fact has its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from contest import values
from contest.faq.normalise import fold
from contest.lines import Path as KeyPath
from contest.pack import Checklist, Cited, Eligibility, HelpNeed, Pack, Record, Stage
from contest.slips import PackFile

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")  # it becomes part of a button's 64 bytes


def check_ids(value: Any, file: PackFile, path: KeyPath) -> None:
    """Every id of a form that fits into a button, and once among its like."""
    match value:
        case msgspec.Struct():
            names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            for attribute, written in names:
                check_ids(getattr(value, attribute), file, (*path, written))
        case tuple():
            seen: set[str] = set()
            for n, item in enumerate(value):
                if (name := getattr(item, "id", None)) is not None:
                    if not ID.fullmatch(name):
                        raise file.error((*path, n, "id"), "value", "a-z 0-9 _ -, 1-24")
                    if name in seen:
                        raise file.error((*path, n, "id"), "twice", name)
                    seen.add(name)
                check_ids(item, file, (*path, n))


def check_questions(eligibility: Eligibility, file: PackFile) -> None:
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


def check_steps(checklist: Checklist, file: PackFile) -> None:
    """No id of before is one of today, and a pack that asks for personal data asks whether it may.

    There is one kind of entrant, one field and one list of people in a dossier.
    """
    ids = {step.id for step in checklist.steps}
    kinds: set[str] = set()
    for n, step in enumerate(checklist.steps):
        for old in step.was:
            if old in ids:
                raise file.error(("steps", n, "was"), "twice", old)
            ids.add(old)
        if step.kind in kinds & {"entrant", "field", "people"}:
            raise file.error(("steps", n, "kind"), "twice", step.kind)
        kinds.add(step.kind)
    if checklist.steps and not checklist.needed:
        raise file.error(("purposes",), "missing", "needed = true")
    if checklist.steps and checklist.keep_until is None:
        raise file.error(("keep_until",), "missing", "keep_until")


def check_references(pack: Pack, needs: Sequence[HelpNeed], file: PackFile) -> None:
    def exists(path: KeyPath, name: str, among: Sequence[str]) -> None:
        if name not in among:
            raise file.error(path, "no_such", name)

    stages, bodies = [s.id for s in pack.stages], list(pack.bodies)
    exists(("deadline_stage",), pack.deadline_stage, stages)
    exists(("office",), pack.office, bodies)
    for n, stage in enumerate(pack.stages):
        if stage.follows:
            exists(("stage", n, "follows"), stage.follows, stages[:n])
    for n, task in enumerate(pack.tasks):
        exists(("task", n, "stage"), task.stage, stages)
    for n, need in enumerate(needs):
        for body in need.bodies:
            exists(("need", n, "bodies"), body, bodies)


def check_agencies(pack: Pack, file: PackFile) -> None:
    """None has the id or a name of a commune, or of another: staff name them in one breath."""
    known = {fold(unit.name) for unit in pack.units}
    known |= {name.replace(" ", "-") for name in known}
    for n, agency in enumerate(pack.agencies):
        for name in (agency.id, *dict.fromkeys(map(fold, (agency.name, *agency.called)))):
            if not name or name in known:
                raise file.error(("agency", n), "twice", name)
            known.add(name)


def check_order(stages: Sequence[Stage], file: PackFile) -> None:
    """What follows another stage ends after that one has ended."""
    last = {stage.id: stage.span.when.last for stage in stages}
    for n, stage in enumerate(stages):
        if stage.follows and last[stage.id] <= last[stage.follows]:
            raise file.error(("stage", n, "span"), "order", stage.follows)


def check_texts(
    pack: Pack, record: Record, file: PackFile, known: Mapping[str, values.Fact]
) -> None:
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


def _check_sources(pack: Pack, fact: Cited, file: PackFile, path: KeyPath) -> None:
    if not fact.sources and fact.status != "unpublished":
        raise file.error((*path, "sources"), "no_source")
    for n, source in enumerate(fact.sources):
        document = pack.documents.get(source.document)
        if document is None:
            raise file.error((*path, "sources", n), "no_such", source.document)
        if document.answers and source.day is None:
            raise file.error((*path, "sources", n, "section"), "value", "2026-11-24")
    answered = [pack.documents[source.document].answers for source in fact.sources]
    if fact.status == "official" and all(answered):
        raise file.error((*path, "sources"), "no_source")


def _check_languages(
    pack: Pack, by_lang: Mapping[str, str | tuple[str, ...]], file: PackFile, path: KeyPath
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
