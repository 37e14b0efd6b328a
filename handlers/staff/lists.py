"""The lists after the deadline: who is eligible, by field and by jury, shown and as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from contest import codes
from contest.calendar import DeadlineNow
from contest.exports import EXPORTS, HANDED_IN_STATES, Entry, wanted
from contest.lists import JuryGroup, Standing, by_field, by_group
from contest.staff import Looking, may
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import title
from handlers.dossier.overview import SHOWN_TITLE, STATES
from handlers.saying import deadline_left
from handlers.staff.export_rows import field_step
from handlers.staff.export_words import EXPORTS_NAMED
from handlers.staff.exports import handed_over
from handlers.staff.people import DESK
from handlers.turn import Outcome, Turn, say

BUTTON = Button(t("lists.button"), "staff/lists")
GROUPS = Button(t("jury.button"), "staff/groups")
SHORTLIST = Button(t("shortlist.button"), "staff/shortlist")
PAGE = 8  # of one screen
_FILES = ("eligible", "by_field", "by_group")


async def lists(turn: Turn, _: str) -> Outcome:
    """How many there are, of each field and each jury; and where the lists are."""
    step = field_step(turn.contest.pack)
    tally, groups = await turn.look_up.read(lambda r: (r.tally(step), r.groups()))
    fields = by_field(tally)
    whole = sum(fields.values(), Standing())
    said: list[Text] = [_whole(turn, whole), lines([t("lists.by_field"), *_by_field(turn, fields)])]
    if groups:
        said.append(lines([t("lists.by_group"), *_by_group(fields, groups)]))
    files = [Button(EXPORTS_NAMED[name], f"staff/list/{name}") for name in _FILES]
    each = Button(t("lists.each"), "staff/eligible")
    return say(turn, Reply(paragraphs(said), (each, *files, GROUPS, SHORTLIST, DESK)))


def _whole(turn: Turn, whole: Standing) -> Text:
    counted = t(
        "lists.counted",
        n=whole.all,
        accepted=whole.accepted,
        waiting=whole.waiting,
        returned=whole.returned,
    )
    return lines([*provisional(turn), counted])


def provisional(turn: Turn) -> list[Text]:
    """While dossiers are still taken, no list is the last word."""
    if turn.over:
        return []
    left = deadline_left(DeadlineNow(turn.contest.pack.deadline, turn.today))
    return [t("lists.provisional"), left]


def _by_field(turn: Turn, fields: Mapping[str, Standing]) -> list[Text]:
    known = {field.id: words(field.title) for field in turn.contest.pack.fields}
    rows = [_row(name, fields.get(field, Standing())) for field, name in known.items()]
    others = sum((s for field, s in fields.items() if field not in known), Standing())
    return [*rows, _row(t("export.no_field"), others)] if others.all else rows


def _by_group(fields: Mapping[str, Standing], groups: Sequence[JuryGroup]) -> list[Text]:
    standing = by_group(fields, groups)
    rows = [_row(named(group), standing[group.number]) for group in groups]
    if others := standing.get(None):
        rows.append(_row(t("export.no_group"), others))
    return rows


def _row(name: Text, standing: Standing) -> Text:
    return t("lists.row", name=name, accepted=standing.accepted, n=standing.all)


def named(group: JuryGroup) -> Text:
    """Two may have one name; their numbers are their own."""
    return t("jury.named", number=str(group.number), name=verbatim(group.name))


async def list_(turn: Turn, rest: str) -> Outcome | None:
    """One of the lists as a file; «eligible», or «eligible/csv»."""
    member = turn.member
    assert member is not None  # COMMANDS asks for the right
    name, _, format_ = rest.partition("/")
    asked = wanted(member, name, format_ or "xlsx", turn.lang)
    if asked is None or EXPORTS[asked.export].right != "lists":
        return await lists(turn, "")
    return await handed_over(turn, asked, (BUTTON, DESK), provisional(turn))


# --- one by one ----------------------------------------------------------------------------------


async def eligible(turn: Turn, after: str) -> Outcome:
    """What was handed in, a screen at a time, each with its ZIP."""
    found = await turn.look_up.read(
        lambda r: list(r.entries(states=HANDED_IN_STATES, after=after, most=PAGE + 1))
    )
    shown = found[:PAGE]
    buttons = [
        Button(t("lists.zip", code=codes.shown(e.code)), f"staff/archive/{e.code}")
        for e in shown
        if may(turn.member, "personal")
    ]
    if len(found) > PAGE:
        buttons.append(Button(t("lists.next"), f"staff/eligible/{shown[-1].code}"))
    said = [t("lists.eligible"), *(line_of(turn, e) for e in shown)] if shown else [t("lists.none")]
    reply = Reply(lines([*provisional(turn), *said]), (*buttons, BUTTON, DESK))
    return replace(say(turn, reply), acts=(Looking("eligible"),))


def line_of(turn: Turn, entry: Entry) -> Text:
    """«7K3-M2P · Máy tách hạt ngô · Cơ khí · đã được nhận»"""
    name = title(entry.given)
    short = name if len(name) <= SHOWN_TITLE else f"{name[:SHOWN_TITLE].rstrip()}…"
    chosen = entry.given.get(field_step(turn.contest.pack))
    fields = [words(f.title) for f in turn.contest.pack.fields if f.id == chosen]
    parts = (verbatim(codes.shown(entry.code)), verbatim(short or "-"), *fields)
    return t("list.item", item=Joined((*parts, STATES[entry.state]), " · "))
