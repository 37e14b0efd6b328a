"""Who goes to the national contest: chosen by the head, with what has to be done for each."""

from __future__ import annotations

from dataclasses import replace

from contest import codes
from contest.exports import Entry, Reader
from contest.staff import Looking, Shortlisting, may
from dialog.reply import Button, Reply, Text, lines, paragraphs, t
from handlers.saying import sources_of, told, when
from handlers.staff.lists import BUTTON, PAGE, SHORTLIST, line_of
from handlers.staff.people import DESK
from handlers.turn import Outcome, Turn, say

CHOOSE = Button(t("shortlist.choose"), "staff/choose")
FILE = Button(t("shortlist.file"), "staff/list/shortlist")


async def shortlist(turn: Turn, after: str) -> Outcome:
    """Who is on it, a screen at a time; and the tasks with their dates."""
    count, found = await turn.look_up.read(lambda reader: _chosen(reader, after))
    shown = found[:PAGE]
    heads = may(turn.member, "shortlist")
    buttons = [
        Button(t("shortlist.unlist", code=codes.shown(e.code)), f"staff/unlist/{e.code}")
        for e in shown
        if heads
    ]
    if len(found) > PAGE:
        buttons.append(Button(t("lists.next"), f"staff/shortlist/{shown[-1].code}"))
    rows = [t("shortlist.list", n=count), *(line_of(turn, e) for e in shown)]
    said = [lines(rows) if count else t("shortlist.none"), *_tasks(turn)]
    if not heads:
        said.append(t("shortlist.by_head"))
    ways = (*buttons, *([CHOOSE] if heads else []), *([FILE] if count else []), BUTTON, DESK)
    return replace(say(turn, Reply(paragraphs(said), ways)), acts=(Looking("shortlist"),))


def _chosen(reader: Reader, after: str) -> tuple[int, list[Entry]]:
    every = reader.shortlist()
    page = [code for code in every if code > after][: PAGE + 1]
    return len(every), [entry for code in page if (entry := reader.entry(code))]


def _tasks(turn: Turn) -> list[Text]:
    """What the documents say is done for each, until when, and where it stands."""
    pack = turn.contest.pack
    rows = [
        t(
            "shortlist.task",
            title=told(turn, task.title),
            when=when(pack.stage(task.stage).span.when),
            source=sources_of(pack, task.sources),
        )
        for task in pack.tasks
    ]
    return [lines([t("shortlist.tasks"), *rows])] if rows else []


async def choose(turn: Turn, after: str) -> Outcome:
    """Of those accepted and not chosen yet."""
    if not turn.over:
        day = turn.contest.pack.deadline
        return say(turn, Reply(t("shortlist.not_yet", day=day), (SHORTLIST, BUTTON, DESK)))
    found = await turn.look_up.read(lambda reader: _to_choose(reader, after))
    shown = found[:PAGE]
    buttons = [
        Button(t("shortlist.enlist", code=codes.shown(e.code)), f"staff/enlist/{e.code}")
        for e in shown
    ]
    if len(found) > PAGE:
        buttons.append(Button(t("lists.next"), f"staff/choose/{shown[-1].code}"))
    rows = [t("shortlist.whom"), *(line_of(turn, e) for e in shown)]
    said = lines(rows) if shown else t("shortlist.nobody_left")
    reply = Reply(said, (*buttons, SHORTLIST, DESK))
    return replace(say(turn, reply), acts=(Looking("choose"),))


def _to_choose(reader: Reader, after: str) -> list[Entry]:
    chosen = reader.shortlist()
    found = []
    for entry in reader.entries(states=("accepted",), after=after):
        if entry.code not in chosen:
            found.append(entry)
        if len(found) > PAGE:
            break
    return found


async def enlist(turn: Turn, rest: str) -> Outcome:
    code = codes.read(rest) or ""
    entry, chosen = await _look(turn, code)
    ways = (CHOOSE, SHORTLIST, DESK)
    if not turn.over:
        return await choose(turn, "")
    if entry is None or entry.state != "accepted":
        return say(turn, Reply(t("shortlist.cannot"), ways))
    done = say(turn, Reply(t("shortlist.enlisted", code=codes.shown(code)), ways))
    return done if chosen else replace(done, acts=(Shortlisting(code, chosen=True),))


async def unlist(turn: Turn, rest: str) -> Outcome:
    code = codes.read(rest) or ""
    entry, chosen = await _look(turn, code)
    ways = (SHORTLIST, CHOOSE, DESK)
    if entry is None:
        return say(turn, Reply(t("shortlist.cannot"), ways))
    done = say(turn, Reply(t("shortlist.unlisted", code=codes.shown(code)), ways))
    return replace(done, acts=(Shortlisting(code, chosen=False),)) if chosen else done


async def _look(turn: Turn, code: str) -> tuple[Entry | None, bool]:
    return await turn.look_up.read(lambda r: (r.entry(code), code in r.shortlist()))
