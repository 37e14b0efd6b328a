"""A fact of the contest as people read it: what it is called, what it says, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from contest.amending import written_once
from contest.calendar import Period
from contest.facts import Fact, Group
from contest.pack import Need, Pack, Words
from contest.slips import PackError, Problem
from dialog.reply import Joined, Text, lines, t, verbatim, words
from handlers.entrant.checklist import NEEDS
from handlers.entrant.eligibility import VERDICTS
from handlers.saying import cited_shortly, told_on, when

GROUPS: Mapping[Group, Text] = {
    "stage": t("facts.group_stage"),
    "topic": t("facts.group_topic"),
    "body": t("facts.group_body"),
    "field": t("facts.group_field"),
    "may": t("facts.group_may"),
    "item": t("facts.group_item"),
    "unknown": t("facts.group_unknown"),
    "text": t("facts.group_text"),
    "work": t("facts.group_work"),
    "units": t("facts.group_units"),
}
# what a fact without a name of its own is called: group and row, or group and part
_NAMES: Mapping[str, Text] = {
    "text.reference": t("facts.text_reference"),
    "text.fields_intro": t("facts.text_fields_intro"),
    "text.fields": t("facts.text_fields"),
    "text.eligibility": t("facts.text_eligibility"),
    "text.dossier_intro": t("facts.text_dossier_intro"),
    "text.dossier": t("facts.text_dossier"),
    "work.hours": t("facts.work_hours"),
    "work.free": t("facts.work_free"),
    "work.worked": t("facts.work_worked"),
    "units.since": t("facts.units_since"),
}
_PARTS: Mapping[str, Text] = {
    "note": t("facts.part_note"),
    "name": t("facts.part_name"),
    "contact": t("facts.part_contact"),
    "does": t("facts.part_does"),
    "title": t("facts.part_name"),
    "plain": t("facts.part_plain"),
    "effect": t("facts.part_effect"),
    "example": t("facts.part_example"),
    "need": t("facts.part_need"),
}
_PROBLEMS: Mapping[Problem, Text] = {
    "order": t("facts.problem_order"),
    "no_source": t("facts.problem_no_source"),
    "placeholder": t("facts.problem_placeholder"),
    "no_such": t("facts.problem_no_such"),
    "language": t("facts.problem_language"),
    "missing": t("facts.problem_missing"),
    "empty": t("facts.problem_missing"),
}


def named(fact: Fact) -> Text:
    """«Nhận hồ sơ dự thi», «Sở …: liên hệ»"""
    if fact.name is None:
        return _NAMES[fact.id]
    if fact.part in _PARTS:
        return t("facts.named_part", name=words(fact.name), part=_PARTS[fact.part])
    return words(fact.name)


def value_of(pack: Pack, fact: Fact, today: date) -> Text:
    """What it says, as people are told it."""
    value = fact.value
    if value is None or value in ((), ""):
        return t("facts.none")
    match fact.kind:
        case "when":
            return when(value.when)
        case "day":
            return t("period.day", day=Period.parse(value).first)
        case "days":
            return Joined(tuple(t("period.day", day=day) for day in value), ", ")
        case "hours":
            return verbatim(", ".join(value))
        case "words":
            return told_on(pack, value, today)
        case "list":
            return lines([t("list.item", item=told_on(pack, one, today)) for one in value])
        case "choice":
            return choice(fact, value)


def choice(fact: Fact, option: str) -> Text:
    if fact.group == "may":
        return next(said for effect, (said, _) in VERDICTS.items() if effect == option)
    need: dict[str, Need] = {name: name for name in NEEDS}
    return NEEDS[need[option]]


def sure(pack: Pack, fact: Fact) -> Text | None:
    """How sure it is, and by what; None for what has no source of its own."""
    return cited_shortly(pack, fact.cited) if fact.cited else None


def only_in_first(pack: Pack, fact: Fact) -> bool:
    """Is it said in the contest's own language only, whatever the reader's?"""
    texts: list[Words] = []
    if fact.kind == "words" and fact.value:
        texts = [fact.value]
    elif fact.kind == "list":
        texts = list(fact.value)
    first = pack.languages[0]
    return any(written_once(text, lang, first) for text in texts for lang in pack.languages)


def problem(error: PackError) -> Text:
    """Why a correction will not do, for somebody who knows the contest and not the program."""
    return _PROBLEMS.get(error.problem, t("facts.problem_value"))
