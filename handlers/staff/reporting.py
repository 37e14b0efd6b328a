"""A unit's report, by its officer: five short questions, shown once more, then sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contest.amounts import MOST, Amount, amount
from contest.calendar import Period
from contest.pack import Pack, Reporting
from contest.reporting import Reminder, UnitReport, closes_on, due_on, open_periods, within
from contest.staff import Member, SendingReport, may
from contest.units import Gazetteer
from dialog.event import Input, Pressed, Said
from dialog.place import Answers, Given, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, More, NotMine, Refused, Step, Take, Taken
from dialog.takers import choice
from handlers.saying import cited_rhythm, period
from handlers.staff import people
from handlers.turn import MENU, Outcome, Talk, Turn, closing, entered, say

NAME = "unit-report"
ACTIVITIES, PEOPLE, SOLUTIONS, HARD, REVIEW = (
    "activities", "people", "solutions", "difficulties", "review",
)  # fmt: skip
LONGEST = 1000  # letters of what is told in words
REPORT = Button(t("report.button"), "staff/report")
TITLES: Mapping[str, Text] = {
    ACTIVITIES: t("report.activities"),
    PEOPLE: t("report.people"),
    SOLUTIONS: t("report.solutions"),
    HARD: t("report.difficulties"),
}
# «2 giải pháp: máy tách ngô, bếp đun»
_NAMED = re.compile(r"\s*(\d{1,4})\s*[^\d:;\n–-]{0,25}?\s*[:;\n–-]\s*(\S.*)", re.DOTALL)
_ANY = Reply(t("report.begin"), (REPORT, people.DESK))


def title_of(name: str) -> Text:
    """«tháng 12 năm 2026»"""
    return period(Period.parse(name))


# --- which period --------------------------------------------------------------------------------


async def report(turn: Turn, chosen: str) -> Outcome:
    """Of the period that was chosen; if only one is open and not reported, of that."""
    member, how = _member(turn), turn.contest.pack.reporting
    unit = turn.contest.gazetteer.workplace(member.unit)
    if how is None or unit is None or member.unit is None:
        return say(turn, Reply(t("report.not_set_up"), (people.DESK,)))
    taken = open_periods(how, turn.today)
    if not taken:
        return say(turn, Reply(t("report.none_open"), (people.DESK,), note=_source(turn, how)))
    sent = {name: await _sent(turn, member.unit, name) for name in taken}
    if chosen in taken:
        return _entered(turn, member.unit, chosen, sent[chosen])
    if len(taken) == 1 and not chosen and sent[taken[0]] is None:
        return _entered(turn, member.unit, taken[0], None)
    works = turn.contest.pack.working.is_worked
    rows = [_row(how, name, sent[name], works) for name in taken]
    buttons = [
        Button(t("report.of_period", period=title_of(name)), f"staff/report/{name}")
        for name in taken
    ]
    said = lines([t("report.which", unit=verbatim(unit)), *rows])
    return say(turn, Reply(said, (*buttons, people.DESK), note=_source(turn, how)))


async def _sent(turn: Turn, unit: str, name: str) -> UnitReport | None:
    return next((r for r in await turn.look_up.unit_reports(name) if r.unit == unit), None)


def _row(how: Reporting, name: str, sent: UnitReport | None, works: Any) -> Text:
    found = within(how, name)
    assert found is not None  # it is open
    title, until = title_of(name), closes_on(how, found)
    if sent and sent.at:
        return t("report.row_sent", period=title, at=sent.at, until=until)
    return t("report.row_missing", period=title, due=due_on(how, found, works))


def _source(turn: Turn, how: Reporting) -> Text | None:
    return cited_rhythm(turn.contest.pack, how)


def _member(turn: Turn) -> Member:
    assert turn.member is not None  # COMMANDS asks for the right
    return turn.member


def _entered(turn: Turn, unit: str, name: str, sent: UnitReport | None) -> Outcome:
    """Go on with what was begun for that period; else from what was sent, or from nothing."""
    begun = turn.answers.get(NAME, Answers())
    if _of(begun) != (unit, name):
        begun = Answers(begun={ACTIVITIES: _empty(unit, name)})
        if sent:
            begun = Answers(_given(sent))
    place = replace(turn.place, asked=None)
    return entered(replace(turn, place=place, answers={**turn.answers, NAME: begun}), NAME)


def _empty(unit: str, name: str) -> Json:
    return {"unit": unit, "period": name, "ids": [], "words": ""}


def _of(answers: Answers) -> tuple[str, str] | None:
    """The unit and period that is being reported."""
    found = answers.get(ACTIVITIES) or answers.begun.get(ACTIVITIES)
    return (found["unit"], found["period"]) if found else None


def _given(sent: UnitReport) -> Given:
    held = _empty(sent.unit, sent.period)
    return {
        ACTIVITIES: {**held, "ids": list(sent.activities), "words": sent.other},
        PEOPLE: {"n": sent.people, "about": sent.about},
        SOLUTIONS: {"n": sent.solutions, "names": sent.names},
        HARD: {"text": sent.difficulties},
    }


# --- the questions -------------------------------------------------------------------------------


def report_talk(pack: Pack, _: Gazetteer) -> Talk:
    labels = {a.id: words(a.label) for a in pack.reporting.activities} if pack.reporting else {}
    title = t("report.title")
    none = Button(t("report.none"), f"{HARD}/none")
    later = Button(t("report.later"), f"{HARD}/skip")
    people_none = Button(t("report.none"), f"{PEOPLE}/none")
    solutions_none = Button(t("report.none_yet"), f"{SOLUTIONS}/none")
    steps = (
        Step(
            ACTIVITIES,
            TITLES[ACTIVITIES],
            lambda given: _asked(labels, given.get(ACTIVITIES)),
            _activities(labels),
            lambda held: _asked(labels, held),
            still_good=lambda value: isinstance(value, Mapping) and "period" in value,
            free=True,
        ),
        Step(
            PEOPLE,
            TITLES[PEOPLE],
            lambda _: Reply(t("report.ask_people"), (people_none,)),
            _people,
            free=True,
        ),
        Step(
            SOLUTIONS,
            TITLES[SOLUTIONS],
            lambda _: Reply(t("report.ask_solutions"), (solutions_none,)),
            _solutions,
            free=True,
        ),
        Step(
            HARD,
            TITLES[HARD],
            lambda _: Reply(t("report.ask_difficulties"), (none, later)),
            _difficulties,
            free=True,
        ),
        Step(REVIEW, title, lambda given: _review(labels, given), _sealed, seal=True),
    )
    return Talk(title, Dialog(NAME, steps), _done)


def _asked(labels: Mapping[str, Text], held: Json | None) -> Reply:
    if not held:
        return _ANY
    head = t("report.ask_activities", period=title_of(held["period"]))
    chosen = [label for name, label in labels.items() if name in held["ids"]]
    said = [head, t("report.chosen", what=Joined(tuple(chosen), ", "))] if chosen else [head]
    buttons = [
        Button(label, f"{ACTIVITIES}/{name}")
        for name, label in labels.items()
        if name not in held["ids"]
    ]
    if chosen or held["words"]:
        buttons.insert(0, Button(t("report.enough"), f"{ACTIVITIES}/enough"))
        buttons.append(Button(t("report.again"), f"{ACTIVITIES}/again"))
    return Reply(lines(said), tuple(buttons), key=f"{NAME}/{ACTIVITIES}")


def _activities(labels: Mapping[str, Text]) -> Take:
    def take(held: Json | None, did: Input) -> Taken:
        if not held:
            return NotMine()
        match did:
            case Pressed("enough") if held["ids"] or held["words"]:
                return Done(held)
            case Pressed("again"):
                value = {**held, "ids": [], "words": ""}
                return More(value, _asked(labels, value))
            case Pressed(name) if name in labels:
                ids = [*dict.fromkeys((*held["ids"], name))]
                value = {**held, "ids": ids}
                return More(value, _asked(labels, value))
            case Said(text) if text.strip():
                return _words(text) or Done({**held, "words": text.strip()})
        return NotMine()

    return take


def _words(text: str) -> Refused | None:
    sent = len(text.strip())
    return Refused(t("dialog.too_long", most=LONGEST, sent=sent)) if sent > LONGEST else None


def _people(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("none"):
            return Done({"n": 0, "about": False})
        case Said(text) if text.strip():
            found = amount(text)
            if found is None:
                return Refused(t("report.not_a_number"))
            return Done({"n": found.n, "about": found.about})
    return NotMine()


def _solutions(_: Json | None, did: Input) -> Taken:
    match did:
        case Pressed("none"):
            return Done({"n": 0, "names": ""})
        case Said(text) if text.strip():
            named = _NAMED.fullmatch(text)
            found = Amount(int(named[1])) if named else amount(text)
            if found is None or found.n > MOST:
                return Refused(t("report.solutions_number"))
            names = " ".join(named[2].split()) if named else ""
            return _words(names) or Done({"n": found.n, "names": names})
    return NotMine()


def _difficulties(_: Json | None, did: Input) -> Taken:
    """`text` is none where they want to add it later."""
    match did:
        case Pressed("none"):
            return Done({"text": ""})
        case Pressed("skip"):
            return Done({"text": None})
        case Said(text) if text.strip():
            return _words(text) or Done({"text": text.strip()})
    return NotMine()


_sealed = choice(("yes",))


def _review(labels: Mapping[str, Text], given: Given) -> Reply:
    done = given[ACTIVITIES]
    said = [labels[name] for name in done["ids"] if name in labels]
    said += [verbatim(done["words"])] if done["words"] else []
    reached, found, hard = given[PEOPLE], given[SOLUTIONS], given[HARD]["text"]
    rows = {
        ACTIVITIES: Joined(tuple(said), "; "),
        PEOPLE: how_many(reached["n"], about=reached["about"]),
        SOLUTIONS: solutions_of(found["n"], found["names"]),
        HARD: t("report.later_said")
        if hard is None
        else verbatim(hard)
        if hard
        else t("report.no"),
    }
    listed = [t("report.line", what=TITLES[name], said=text) for name, text in rows.items()]
    buttons = [Button(t("report.send"), f"{REVIEW}/yes", "good")]
    buttons += [Button(t("report.edit", what=TITLES[name]), f"{name}/edit") for name in rows]
    head = t("report.review", period=title_of(done["period"]))
    return Reply(paragraphs([head, lines(listed)]), tuple(buttons))


def how_many(n: int, *, about: bool) -> Text:
    return t("report.about", n=n) if about else t("report.number", n=n)


def solutions_of(n: int, names: str) -> Text:
    return t("report.named", n=n, names=names) if names else t("report.number", n=n)


def _done(turn: Turn, answers: Answers) -> Outcome:
    """Sent, if the unit still may; what the turn cannot know is refused by the storage."""
    member, how, said = turn.member, turn.contest.pack.reporting, answers.given
    unit, name = said[ACTIVITIES]["unit"], said[ACTIVITIES]["period"]
    if member is None or not may(member, "report") or member.unit != unit:
        return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
    found = within(how, name) if how else None
    if how is None or found is None or name not in open_periods(how, turn.today):
        over = Reply(t("report.closed", period=title_of(name)), (REPORT, people.DESK))
        return closing(turn, NAME, Answers(), over)
    report = UnitReport(
        unit,
        name,
        tuple(said[ACTIVITIES]["ids"]),
        said[ACTIVITIES]["words"],
        said[PEOPLE]["n"],
        said[PEOPLE]["about"],
        said[SOLUTIONS]["n"],
        said[SOLUTIONS]["names"],
        said[HARD]["text"] or "",
    )
    done = t(
        "report.sent",
        period=title_of(name),
        unit=verbatim(turn.contest.gazetteer.workplace(unit) or ""),
        until=closes_on(how, found),
    )
    again = Button(t("report.correct"), f"staff/report/{name}")
    outcome = closing(turn, NAME, Answers(), Reply(done, (again, people.DESK)))
    return replace(outcome, acts=(SendingReport(name, report.body()),))


# --- reminded ------------------------------------------------------------------------------------


def reminded(pack: Pack, name: str, *, late: bool) -> Reply:
    """To an officer whose unit has not reported."""
    how = pack.reporting
    found = within(how, name) if how else None
    assert how is not None
    assert found is not None
    due, until = due_on(how, found, pack.working.is_worked), closes_on(how, found)
    title = title_of(name)
    said = (
        t("report.remind_late", period=title, due=due, until=until)
        if late
        else t("report.remind", period=title, due=due)
    )
    button = Button(t("report.now"), f"staff/report/{name}")
    return Reply(said, (button, people.DESK), note=cited_rhythm(pack, how))


def reminded_of(pack: Pack, due: Reminder) -> Reply:
    return reminded(pack, due.period, late=due.late)
