"""When is what: the six stages, today among them, and what the facts warn of."""

from __future__ import annotations

from datetime import date
from typing import Any

from contest.calendar import DeadlineNow, is_weekend, last_working_day
from contest.pack import Stage
from dialog.event import Pressed
from dialog.reply import Button, Paper, Picture, Reply, Text, lines, paragraphs, t, words
from handlers.saying import cited, deadline_note, deadline_now, told, when
from handlers.turn import Outcome, Turn, say

REMIND = [30, 14, 7, 3, 1]  # days before

STATES: dict[str, tuple[Text, Text]] = {  # the mark in a list, and the words
    "past": (t("timeline.mark_past"), t("timeline.past")),
    "now": (t("timeline.mark_now"), t("timeline.now")),
    "coming": (t("timeline.mark_coming"), t("timeline.coming")),
}


async def timeline(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("timeline/show"):
        return None
    pack, today = turn.contest.pack, turn.today
    title = t("timeline.title", contest=words(pack.short_name))
    stages = [_line(turn, number, stage, today) for number, stage in enumerate(pack.stages, 1)]
    picture = Picture(
        "timeline",
        t("timeline.picture_name"),
        t("timeline.picture_alt", left=lines(warnings(turn))),
        _drawn(turn, title, today),
    )
    overview = Reply(
        paragraphs([title, lines(stages)]), files=(picture,), note=cited(pack, *pack.stages)
    )
    deadline = Reply(
        lines(warnings(turn)),
        (Button(t("timeline.save"), "timeline/calendar"),),
        note=deadline_note(pack),
    )
    return say(turn, overview, deadline)


async def calendar_file(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("timeline/calendar"):
        return None
    pack = turn.contest.pack
    paper = Paper("calendar", t("timeline.file_name"), _events(turn))
    now = DeadlineNow(pack.deadline, turn.today)
    text = t("timeline.saved") if now.days_left < 0 else t("timeline.saved_rings", day=now.deadline)
    return say(turn, Reply(text, files=(paper,), note=cited(pack, *pack.stages)))


def warnings(turn: Turn) -> list[Text]:
    """What is easily overlooked: the deadline as it looks today, and what nobody has said yet."""
    pack = turn.contest.pack
    now = DeadlineNow(pack.deadline, turn.today)
    unknowns = [told(turn, unknown.text) for unknown in pack.unknowns] if now.days_left >= 0 else []
    return [deadline_now(now), *unknowns]


def _line(turn: Turn, number: int, stage: Stage, today: date) -> Text:
    mark, state = STATES[turn.contest.pack.standing(stage, today)]
    line = t(
        "timeline.stage",
        mark=mark,
        number=number,
        title=words(stage.title),
        when=when(stage.span.when),
        state=state,
    )
    return lines([line, told(turn, stage.note)]) if stage.note else line


def _drawn(turn: Turn, title: Text, today: date) -> dict[str, Any]:
    pack = turn.contest.pack
    rows = []
    for stage in pack.stages:
        standing = pack.standing(stage, today)
        rows.append(
            {
                "title": words(stage.title),
                "when": when(stage.span.when),
                "state": standing,
                "state_label": STATES[standing][1],
                "deadline": stage.id == pack.deadline_stage,
            }
        )
    return {
        "title": title,
        "today": t("timeline.today", today=today),
        "rows": rows,
        "warnings": warnings(turn),
    }


def _events(turn: Turn) -> dict[str, Any]:
    """What stays true however long the file lies in a phone: no countdown, no advice of today."""
    pack = turn.contest.pack
    events = []
    for stage in pack.stages:
        stated = stage.span.when
        is_deadline = stage.id == pack.deadline_stage
        title = t("calendar.deadline") if is_deadline else words(stage.title)
        notes = [when(stated)]
        if is_deadline:
            notes += [told(turn, unknown.text) for unknown in pack.unknowns]
        events.append(
            _event(turn, stage.id, title, stated.first or stated.last, stated.last, lines(notes))
            | {"tentative": stated.tentative, "remind": REMIND if is_deadline else []}
        )
    if is_weekend(pack.deadline):
        day, note = last_working_day(pack.deadline), t("calendar.why", deadline=pack.deadline)
        events.append(
            _event(turn, "last-working-day", t("calendar.working_day"), day, day, note)
            | {"tentative": False, "remind": REMIND}
        )
    return {
        "name": t("timeline.title", contest=words(pack.short_name)),
        "stamp": turn.today.isoformat(),
        "events": events,
    }


def _event(
    turn: Turn, name: str, title: Text, first: date, last: date, note: Text
) -> dict[str, Any]:
    pack = turn.contest.pack
    return {
        "id": f"{pack.id}-{name}",
        "title": t("calendar.title", title=title, contest=words(pack.short_name)),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "note": note,
    }
