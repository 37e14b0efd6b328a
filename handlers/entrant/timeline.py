"""When is what: the six stages, today among them, and what the facts warn of."""

from __future__ import annotations

from datetime import date
from typing import Any

from contest.calendar import DeadlineNow
from contest.pack import Stage
from dialog.event import Pressed
from dialog.reply import Button, Paper, Picture, Reply, Text, lines, paragraphs, t, words
from handlers.saying import cited, deadline_now, told, when
from handlers.turn import Outcome, Turn, say

STATES: dict[str, tuple[Text, Text]] = {  # the mark in a list, and the words
    "past": (t("timeline.mark_past"), t("timeline.past")),
    "now": (t("timeline.mark_now"), t("timeline.now")),
    "coming": (t("timeline.mark_coming"), t("timeline.coming")),
}


async def timeline(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("timeline/show"):
        return None
    pack, today = turn.contest.pack, turn.event.at.date()
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
        note=cited(pack, pack.stage(pack.deadline_stage)),
    )
    return say(turn, overview, deadline)


async def calendar_file(turn: Turn) -> Outcome | None:
    if turn.did != Pressed("timeline/calendar"):
        return None
    pack = turn.contest.pack
    paper = Paper("calendar", t("timeline.file_name"), _events(turn))
    saved = Reply(
        t("timeline.saved", day=pack.deadline), files=(paper,), note=cited(pack, *pack.stages)
    )
    return say(turn, saved)


def warnings(turn: Turn) -> list[Text]:
    """What is easily overlooked: the deadline as it looks today, and what nobody has said yet."""
    pack = turn.contest.pack
    now = DeadlineNow(pack.deadline, turn.event.at.date())
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
    pack = turn.contest.pack
    events = []
    for stage in pack.stages:
        stated = stage.span.when
        is_deadline = stage.id == pack.deadline_stage
        title = t("calendar.deadline") if is_deadline else words(stage.title)
        note = lines([when(stated), *(warnings(turn) if is_deadline else [])])
        events.append(
            {
                "id": f"{pack.id}-{stage.id}",
                "title": t("calendar.title", title=title, contest=words(pack.short_name)),
                # a stage without a start is known only by its end
                "first": (stated.first or stated.last).isoformat(),
                "last": stated.last.isoformat(),
                "note": note,
                "tentative": stated.tentative,
                "remind": [30, 14, 7, 3, 1] if is_deadline else [],
            }
        )
    return {
        "name": t("timeline.title", contest=words(pack.short_name)),
        "stamp": turn.event.at.date().isoformat(),
        "events": events,
    }
