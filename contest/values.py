"""What the texts of a pack may speak of: `{deadline}`, `{stage.judging}`, `{deadline.now}`...

A text never types a date or a name that a fact holds; it names the fact, so that one change of the
fact changes every text. Values are handed out unformatted; whoever shows them knows the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from contest.calendar import DaysLeft, DeadlineNow, When, last_working_day
from contest.pack import Pack, Words

Fact = date | int | When | DeadlineNow | DaysLeft | Words

PLACEHOLDER = re.compile(r"\{([a-z0-9_.-]+)(?::([a-z]+))?\}")
FORMS = {"start": Mapping, "weekday": date, "month": date, "monthname": date}  # what has them


def fixed(pack: Pack) -> dict[str, Fact]:
    """The facts that do not change with the day."""
    found: dict[str, Fact] = {
        "contest": pack.name,
        "contest.short": pack.short_name,
        "deadline": pack.deadline,
        "deadline.working_day": last_working_day(pack.deadline),
        "units": len(pack.units),
        "units.since": pack.units_today.day,
        "fields": len(pack.fields),
        "office": pack.bodies[pack.office].name,
    }
    if pack.checklist.keep_until:
        found["dossiers.until"] = pack.checklist.keep_until
    for stage in pack.stages:
        found[f"stage.{stage.id}"] = stage.span.when
    for name, document in pack.documents.items():
        found[f"doc.{name}"] = document.short
        found[f"doc.{name}.title"] = document.title
    for name, body in pack.bodies.items():
        found[f"body.{name}"] = body.name
    for field in pack.fields:
        found[f"field.{field.id}"] = field.title
    return found


def of_day(pack: Pack, today: date) -> dict[str, Fact]:
    """The facts that do."""
    now = DeadlineNow(pack.deadline, today)
    return {"deadline.now": now, "deadline.left": DaysLeft(now)}


def used(text: Words) -> set[str]:
    """The names a text speaks of, in any of its languages."""
    return {found[1] for words in text.values() for found in PLACEHOLDER.finditer(words)}


def facts_for(pack: Pack, text: Words, today: date) -> Mapping[str, Fact]:
    """The values this text needs. Raises KeyError for a name no fact has; `check` sees to it."""
    known = fixed(pack) | of_day(pack, today)
    return {name: known[name] for name in sorted(used(text))}
