"""The month as a draft of the office's official report: numbers, tables, and places for people.

It says what was counted and what units reported, and nothing else; what could not be counted says
so. Recommendations, number, date and signature are left to whoever signs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from contest.calendar import ZONE, Period
from contest.digest import Count, Counts, weeks_to, window
from contest.pack import Pack, Reporting
from contest.reporting import ByPlace, UnitReport, name_of
from contest.staff import Looking
from contest.units import Gazetteer
from dialog.reply import Button, Joined, Paper, Reply, Text, t, verbatim, words
from handlers.staff import digest_words, people, reports
from handlers.staff.reporting import how_many, title_of
from handlers.turn import LookUps, Outcome, Turn, say

FRESH = timedelta(days=10)  # after the month: so long what is counted now is that month's
OFFERED = 3  # months
DOTS = "……"
OPEN = "[…]"


def months(how: Reporting, today: date) -> tuple[str, ...]:
    """Those a report can be made for, the latest first."""
    found: list[str] = []
    day, last = today, Period.parse(how.last).last
    while day >= Period.parse(how.first).first:
        if day.replace(day=1) <= last:
            found.append(name_of("month", day))
        day = day.replace(day=1) - timedelta(days=1)
    return tuple(found)


async def monthly(turn: Turn, chosen: str) -> Outcome:
    pack = turn.contest.pack
    if pack.reporting is None:
        return say(turn, Reply(t("report.not_set_up"), (people.DESK,)))
    known = months(pack.reporting, turn.today)
    if chosen not in known:
        buttons = [
            Button(t("monthly.of", month=title_of(name)), f"staff/monthly/{name}")
            for name in known[:OFFERED]
        ]
        return say(turn, Reply(t("monthly.which"), (*buttons, reports.REPORTS, people.DESK)))
    paper = await made(turn.look_up, pack, turn.contest.gazetteer, chosen, turn.event.at)
    outcome = say(turn, told(chosen, paper))
    return replace(outcome, acts=(Looking(f"monthly/{chosen}"),))


def told(month: str, paper: Paper) -> Reply:
    return Reply(t("monthly.here", month=title_of(month)), (reports.REPORTS, people.DESK), (paper,))


# --- what is known of a month --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Month:
    """`counts`: what came in the month, and what stood at `at`."""

    name: str
    at: datetime
    counts: Counts
    sent: Sequence[UnitReport]
    places: ByPlace


async def made(
    look_up: LookUps, pack: Pack, gazetteer: Gazetteer, month: str, now: datetime
) -> Paper:
    """The draft, of a month that has begun. `now` in the contest's time zone."""
    how = pack.reporting
    assert how is not None  # the callers see to it
    period = Period.parse(month)
    fresh = now.date() <= period.last + FRESH
    counts, at = await (_counted if fresh else _kept)(look_up, pack, period, now)
    step = next((step.id for step in pack.checklist.steps if step.kind == "field"), "")
    places = await look_up.by_place(step) if fresh else ByPlace()
    sent = await look_up.unit_reports(name_of(how.every, period.first))
    found = _Month(month, at, counts, sent, places)
    charted = None
    if fresh:
        weeks = weeks_to(min(now, _end(period)))
        charted = digest_words.chart(pack, await look_up.chart(weeks, step), weeks, now.date()).args
    return _paper(pack, gazetteer, how, found, charted)


def _end(period: Period) -> datetime:
    return datetime.combine(period.last + timedelta(days=1), time.min, ZONE)


async def _counted(
    look_up: LookUps, pack: Pack, period: Period, now: datetime
) -> tuple[Counts, datetime]:
    since = datetime.combine(period.first, time.min, ZONE)
    until = window(min(now, _end(period)), since, pack.working.is_worked)
    return await look_up.counts(until), now


CAME: tuple[Count, ...] = ("chats", "asked", "answered", "handed_in")


async def _kept(
    look_up: LookUps, _: Pack, period: Period, now: datetime
) -> tuple[Counts, datetime]:
    """Of a month long ago: from the counts kept on its days. Each tells what came since the one
    before; what stood is the last one's."""
    rows = []
    day = period.last
    while (row := await look_up.kept_counts(day)) and row.day >= period.first:
        rows.append(row)
        day = row.day - timedelta(days=1)
    if not rows:
        return {}, now
    counts: dict[Count, int | None] = dict(rows[0].counts)
    for name in CAME:
        came = [row.counts.get(name) for row in rows]
        counts[name] = None if None in came else sum(n or 0 for n in came)
    return counts, rows[0].at.astimezone(ZONE)


# --- the paper -----------------------------------------------------------------------------------


def _paper(
    pack: Pack,
    gazetteer: Gazetteer,
    how: Reporting,
    month: _Month,
    charted: Mapping[str, Any] | None,
) -> Paper:
    letter = how.letterhead
    title = title_of(month.name)
    sources = [verbatim(pack.documents[s.document].title[pack.languages[0]]) for s in how.sources]
    parts: list[dict[str, Any]] = [
        {"text": t("monthly.intro", sources=Joined(tuple(sources), "; "), agency=letter.agency,
                   month=title, at=month.at)},
        {"heading": t("monthly.part_work")},
        *({"item": text} for text in _work(pack, gazetteer, month)),
        {"heading": t("monthly.part_dossiers")},
        *({"item": text} for text in _dossiers(month.counts)),
        *_fields(pack, month.places),
    ]  # fmt: skip
    if charted:
        parts.append({"chart": charted})
    parts += [
        {"heading": t("monthly.part_units")},
        {"grid": _units(gazetteer, month)},
        {"heading": t("monthly.part_difficulties")},
        *_difficulties(gazetteer, month.sent),
        {"heading": t("monthly.part_proposals")},
        {"text": verbatim(OPEN)},
        {"text": t("monthly.end", agency=letter.agency)},
    ]
    args = {
        "letter": {
            "above": letter.above or t("monthly.above"),
            "agency": letter.agency,
            "nation": t("monthly.nation"),
            "motto": t("monthly.motto"),
            "number": t("monthly.number", sign=letter.sign or DOTS),
            "dated": t("monthly.dated", place=letter.place, year=str(month.at.year)),
            "draft": t("monthly.draft"),
            "kind": t("monthly.kind"),
            "about": t("monthly.about", contest=words(pack.name), month=title),
        },
        "parts": parts,
        "to": [t("monthly.to"), *(t("monthly.to_row", who=who) for who in letter.to),
               t("monthly.to_open"), t("monthly.to_file")],
        "signed": [t("monthly.signer"), t("monthly.signature")],
        "made_on": month.at.date().isoformat(),
    }  # fmt: skip
    name = t("monthly.file_name", month=month.name)
    return Paper("official_docx", name, args, lang=pack.languages[0])


def _said(n: int | None) -> Text:
    return t("monthly.unknown") if n is None else t("report.number", n=n)


def _sum(counts: Counts, *names: Count) -> int | None:
    found = [counts.get(name) for name in names]
    return None if None in found else sum(n or 0 for n in found)


def _work(pack: Pack, gazetteer: Gazetteer, month: _Month) -> list[Text]:
    sent, counts = month.sent, month.counts
    about = any(report.about for report in sent)
    people_reached = how_many(sum(r.people for r in sent), about=about)
    told: list[Text] = [
        t("monthly.reported", n=len(sent), of=len(gazetteer.workplaces)),
        t("monthly.reached", people=people_reached, n=sum(r.solutions for r in sent)),
    ]
    usual = pack.reporting.activities if pack.reporting else ()
    done = Counter(name for report in sent for name in report.activities)
    listed = [t("monthly.activity", what=words(a.label), n=done[a.id]) for a in usual if done[a.id]]
    if listed:
        told.append(t("monthly.activities", what=Joined(tuple(listed), "; ")))
    told.append(
        t(
            "monthly.asked",
            chats=_said(counts.get("chats")),
            asked=_said(counts.get("asked")),
            answered=_said(counts.get("answered")),
            waiting=_said(counts.get("waiting")),
        )
    )
    return told


def _dossiers(counts: Counts) -> list[Text]:
    return [
        t("monthly.handed_in", n=_said(counts.get("handed_in"))),
        t(
            "monthly.states",
            draft=_said(_sum(counts, "draft")),
            complete=_said(_sum(counts, "complete")),
            submitted=_said(_sum(counts, "submitted", "resubmitted")),
            returned=_said(_sum(counts, "returned")),
            accepted=_said(_sum(counts, "accepted")),
            withdrawn=_said(_sum(counts, "withdrawn")),
        ),
    ]


_COLUMNS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (t("monthly.col_draft"), ("draft",)),
    (t("monthly.col_complete"), ("complete",)),
    (t("monthly.col_submitted"), ("submitted", "resubmitted")),
    (t("monthly.col_returned"), ("returned",)),
    (t("monthly.col_accepted"), ("accepted",)),
)


def _n(number: int) -> Text:
    return t("report.number", n=number)


def _fields(pack: Pack, places: ByPlace) -> list[dict[str, Any]]:
    """By field and state; the fields in the pack's order, then what has none of them."""
    if places.dossiers is None:
        return [{"item": t("monthly.fields_unknown")}]
    titles: dict[str, Text] = {field.id: words(field.title) for field in pack.fields}
    found: Counter[tuple[str, str]] = Counter()
    for group in places.dossiers:
        found[group.field if group.field in titles else "", group.state] += group.n
    rows = []
    for name, title in (*titles.items(), ("", t("digest.chart_no_field"))):
        cells = [sum(found[name, state] for state in states) for _, states in _COLUMNS]
        rows.append([title, *map(_n, cells), _n(sum(cells))])
    whole = [sum(found[n, s] for n in (*titles, "") for s in states) for _, states in _COLUMNS]
    rows.append([t("monthly.col_all"), *map(_n, whole), _n(sum(whole))])
    columns = [t("monthly.col_field"), *(title for title, _ in _COLUMNS), t("monthly.col_all")]
    grid = {
        "columns": columns,
        "widths": [56, *[18] * 6],
        "rows": rows,
        "numbers": [1, 2, 3, 4, 5, 6],
    }
    return [{"text": t("monthly.by_field")}, {"grid": grid}]


HANDED_IN = ("submitted", "resubmitted", "returned", "accepted")


def _units(gazetteer: Gazetteer, month: _Month) -> dict[str, Any]:
    """A row for each commune, ward and agency; last, what nobody knows the place of."""
    sent = {report.unit: report for report in month.sent}
    places, names = month.places, gazetteer.workplaces
    made: Counter[tuple[str, bool]] = Counter()
    for group in places.dossiers or ():
        made[group.unit if group.unit in names else "", group.state in HANDED_IN] += group.n
    rows: list[list[Text]] = []
    every: list[tuple[str, Text]] = [(unit, verbatim(name)) for unit, name in names.items()]
    for number, (unit, name) in enumerate((*every, ("", t("monthly.no_unit"))), 1):
        report = sent.get(unit)
        entrants = (
            None if places.entrants is None
            else places.entrants.get(unit, 0) if unit
            else sum(n for of, n in places.entrants.items() if of not in names)
        )  # fmt: skip
        dossiers = [None if places.dossiers is None else made[unit, done] for done in (False, True)]
        rows.append([_n(number), name, _said(entrants), *map(_said, dossiers), *_of_report(report)])
    return {
        "columns": [
            t("monthly.col_number"), t("monthly.col_unit"), t("monthly.col_entrants"),
            t("monthly.col_made"), t("monthly.col_handed_in"), t("monthly.col_reported"),
            t("monthly.col_people"), t("monthly.col_solutions"), t("monthly.col_difficulties"),
        ],
        "widths": [10, 39, 17, 17, 16, 16, 18, 16, 15],
        "rows": rows,
        "numbers": [0, 2, 3, 4, 6, 7],
    }  # fmt: skip


def _of_report(report: UnitReport | None) -> list[Text]:
    if report is None:
        return [verbatim(""), verbatim(""), verbatim(""), verbatim("")]
    return [
        t("monthly.yes"),
        _n(report.people),
        _n(report.solutions),
        t("monthly.yes") if report.difficulties else verbatim(""),
    ]


def _difficulties(gazetteer: Gazetteer, sent: Sequence[UnitReport]) -> list[dict[str, Any]]:
    names = gazetteer.workplaces
    told = [
        {
            "item": t(
                "reports.hard_row", unit=verbatim(names.get(r.unit, r.unit)), said=r.difficulties
            )
        }
        for r in sent
        if r.difficulties
    ]
    return told or [{"item": t("monthly.no_difficulties")}]
