"""What units have reported: who has, who has not, reminded by one press; and all as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from contest.calendar import ZONE
from contest.pack import Pack, Reporting
from contest.reporting import (
    Missing,
    UnitReport,
    before_it,
    due_on,
    looked_at,
    missing,
    open_periods,
    within,
)
from contest.staff import Looking, Reminding
from contest.units import Gazetteer
from dialog.reply import Button, Joined, Paper, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.saying import cited_rhythm
from handlers.staff import people
from handlers.staff.reporting import reminded, title_of
from handlers.turn import Outcome, TellStaff, Turn, say

REPORTS = Button(t("reports.button"), "staff/reports")
MONTHLY = Button(t("monthly.button"), "staff/monthly")


@dataclass(frozen=True, slots=True)
class _Period:
    """A period with what was reported for it. `officers`: unit -> the numbers of its officers."""

    how: Reporting
    name: str
    reports: Sequence[UnitReport]
    units: Missing
    officers: dict[str, list[int]]


async def reports(turn: Turn, rest: str) -> Outcome:
    """«», a period, or «remind/», «file/», «hard/», «nobody/» and a period."""
    how = turn.contest.pack.reporting
    if how is None:
        return say(turn, Reply(t("report.not_set_up"), (people.DESK,)))
    first, _, second = rest.partition("/")
    name = second or first
    if within(how, name) is None:
        name = looked_at(how, turn.today)
    found = await _found(turn, how, name)
    match first:
        case "remind":
            return await _remind(turn, found)
        case "file":
            return _file(turn, found)
        case "hard":
            return _hard(turn, found)
        case "nobody":
            return _nobody(turn, found)
        case _:
            return _listed(turn, found)


async def _found(turn: Turn, how: Reporting, name: str) -> _Period:
    sent = await turn.look_up.unit_reports(name)
    officers: dict[str, list[int]] = {}
    for member in await turn.look_up.staff():
        if member.unit:
            officers.setdefault(member.unit, []).append(member.number)
    units = missing(turn.contest.gazetteer.workplaces, sent, officers)
    return _Period(how, name, sent, units, officers)


def _listed(turn: Turn, found: _Period) -> Outcome:
    name, units = found.name, found.units
    stated = within(found.how, name)
    assert stated is not None  # `reports` sees to it
    due = due_on(found.how, stated, turn.contest.pack.working.is_worked)
    all_of_them = turn.contest.gazetteer.workplaces
    head = t(
        "reports.head", period=title_of(name), due=due, done=len(units.done), of=len(all_of_them)
    )

    done, left = _named(turn, units.done), _named(turn, units.missing)
    parts: list[Text] = [head]
    for text, which in (
        (t("reports.done", n=len(units.done), units=done), units.done),
        (t("reports.missing", n=len(units.missing), units=left), units.missing),
        (t("reports.nobody", n=len(units.nobody)), units.nobody),
    ):
        parts += [text] if which else []
    return say(
        turn,
        Reply(
            paragraphs(parts), _ways(turn, found), note=cited_rhythm(turn.contest.pack, found.how)
        ),
    )


def _named(turn: Turn, which: Sequence[str]) -> Text:
    names = turn.contest.gazetteer.workplaces
    return Joined(tuple(verbatim(names[unit]) for unit in which), ", ")


def _nobody(turn: Turn, found: _Period) -> Outcome:
    """Whom somebody has to call: no officer of theirs is here."""
    which = found.units.nobody
    said = t("reports.to_call", n=len(which), units=_named(turn, which))
    return say(turn, Reply(said, (REPORTS, people.DESK)))


def _ways(turn: Turn, found: _Period) -> tuple[Button, ...]:
    name, buttons = found.name, []
    if found.units.missing and name in open_periods(found.how, turn.today):
        n = len(found.units.missing)
        buttons.append(Button(t("reports.remind", n=n), f"staff/reports/remind/{name}"))
    if found.reports:
        buttons.append(Button(t("reports.file"), f"staff/reports/file/{name}"))
        buttons.append(Button(t("reports.hard_button"), f"staff/reports/hard/{name}"))
    if found.units.nobody:
        buttons.append(Button(t("reports.nobody_button"), f"staff/reports/nobody/{name}"))
    if earlier := before_it(found.how, name):
        label = t("reports.earlier", period=title_of(earlier))
        buttons.append(Button(label, f"staff/reports/{earlier}"))
    return (*buttons, MONTHLY, people.DESK)


async def _remind(turn: Turn, found: _Period) -> Outcome:
    """Everybody whose unit has not reported; once a day, whoever presses."""
    name, units = found.name, found.units.missing
    if name not in open_periods(found.how, turn.today):
        return say(turn, Reply(t("report.closed", period=title_of(name)), (REPORTS, people.DESK)))
    if await turn.look_up.reminded_on(name) == turn.today:
        return say(turn, Reply(t("reports.reminded_today"), (REPORTS, people.DESK)))
    if not units:
        return say(turn, Reply(t("reports.nobody_to_remind"), (REPORTS, people.DESK)))
    pack = turn.contest.pack
    stated = within(found.how, name)
    assert stated is not None  # `reports` sees to it
    late = turn.today > due_on(found.how, stated, pack.working.is_worked)
    numbers = tuple(n for unit in units for n in found.officers[unit])
    told = TellStaff(reminded(pack, name, late=late), numbers, for_them=True, many=True)
    done = Reply(t("reports.reminded", n=len(units)), (REPORTS, people.DESK))
    act = Reminding(name, turn.today, len(units))
    return replace(say(turn, done), acts=(act,), tell_staff=(told,))


def _hard(turn: Turn, found: _Period) -> Outcome:
    """What is difficult, in the units' own words."""
    names = turn.contest.gazetteer.workplaces
    told = [
        t("reports.hard_row", unit=verbatim(names.get(r.unit, r.unit)), said=r.difficulties)
        for r in found.reports
        if r.difficulties
    ]
    head = t("reports.hard", period=title_of(found.name))
    said = lines([head, *told]) if told else t("reports.hard_none", period=title_of(found.name))
    looking = Looking(f"reports/{found.name}")
    return replace(say(turn, Reply(said, (REPORTS, people.DESK))), acts=(looking,))


# --- as a table ----------------------------------------------------------------------------------


def _file(turn: Turn, found: _Period) -> Outcome:
    pack, name = turn.contest.pack, found.name
    paper = as_file(pack, turn.contest.gazetteer, name, found.reports, turn.event.at)
    said = t("reports.file_here", period=title_of(name), n=len(found.reports))
    reply = Reply(said, (REPORTS, people.DESK), (paper,))
    return replace(say(turn, reply), acts=(Looking(f"reports/{name}"),))


HEADINGS: tuple[tuple[Text, int], ...] = (  # and how wide, in letters
    (t("reports.col_unit"), 28),
    (t("reports.col_at"), 17),
    (t("reports.col_version"), 8),
    (t("reports.col_activities"), 45),
    (t("reports.col_people"), 14),
    (t("reports.col_about"), 12),
    (t("reports.col_solutions"), 14),
    (t("reports.col_names"), 40),
    (t("reports.col_difficulties"), 50),
)


def rows_of(pack: Pack, gazetteer: Gazetteer, sent: Sequence[UnitReport]) -> list[list[Any]]:
    """A row for each unit, in the order of the units; an empty one for who has not reported.

    A cell is a text, a whole number, a moment, or None.
    """
    by_unit = {report.unit: report for report in sent}
    names = gazetteer.workplaces
    order = dict.fromkeys((*names, *by_unit))
    return [_row(pack, names.get(unit, unit), by_unit.get(unit)) for unit in order]


def _row(pack: Pack, unit: str, report: UnitReport | None) -> list[Any]:
    if report is None:
        return [verbatim(unit), *[None] * (len(HEADINGS) - 1)]
    return [
        verbatim(unit),
        report.at,
        report.version,
        activities_of(pack, report),
        report.people,
        t("reports.is_about") if report.about else None,
        report.solutions,
        verbatim(report.names),
        verbatim(report.difficulties),
    ]


def activities_of(pack: Pack, report: UnitReport) -> Text:
    usual = pack.reporting.activities if pack.reporting else ()
    said = [words(a.label) for a in usual if a.id in report.activities]
    said += [verbatim(report.other)] if report.other else []
    return Joined(tuple(said), "; ")


def as_file(
    pack: Pack, gazetteer: Gazetteer, name: str, sent: Sequence[UnitReport], at: datetime
) -> Paper:
    rows = [[_cell(value) for value in row] for row in rows_of(pack, gazetteer, sent)]
    return Paper(
        "table_xlsx",
        t("reports.file_name", period=name),
        {
            "sheet": t("reports.sheet", period=name),
            "headings": [heading for heading, _ in HEADINGS],
            "widths": [width for _, width in HEADINGS],
            "rows": rows,
            "made_on": at.astimezone(ZONE).date().isoformat(),
        },
    )


def _cell(value: Any) -> Any:
    """As a maker takes it: a moment says that it is one."""
    if isinstance(value, datetime):
        return {"moment": value.astimezone(ZONE).replace(tzinfo=None).isoformat()}
    return value
