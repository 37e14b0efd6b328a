"""Tables taken out by the staff: which, as what file, and the file itself. Each is audited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from contest import codes
from contest.calendar import ZONE
from contest.dossier import Dossier
from contest.exports import EXPORTS, TABLES_ALONE, Entry, ExportName, Format, Wanted, wanted
from contest.staff import Exported, Member, may
from dialog.place import Answers
from dialog.reply import Button, Paper, Reply, Text, paragraphs, t, verbatim
from handlers.dossier.contents import folded
from handlers.dossier.papers import dossier_view
from handlers.staff.export_words import EXPORTS_NAMED, file_name
from handlers.staff.people import DESK
from handlers.turn import Contest, Outcome, Turn, say

BUTTON = Button(t("export.button"), "staff/exports")
BARE = "bare"  # behind a format: without personal data, though the member may have it
_FORMATS: dict[tuple[Format, bool], Text] = {
    ("xlsx", False): t("export.xlsx"),
    ("csv", False): t("export.csv"),
    ("xlsx", True): t("export.xlsx_bare"),
    ("csv", True): t("export.csv_bare"),
}


async def exports(turn: Turn, rest: str) -> Outcome | None:
    """«»: which table; «dossiers»: which file; «dossiers/xlsx»: here it is."""
    member = _member(turn)
    name, _, more = rest.partition("/")
    export = next((e for e in TABLES_ALONE if e == name), None)
    if export is None or not may(member, EXPORTS[export].right):
        return say(turn, Reply(t("export.which"), (*_tables(member), DESK)))
    format_, _, bare = more.partition("/")
    asked = wanted(member, export, format_, turn.lang, bare=bare == BARE)
    if asked is None:
        return say(turn, _which_format(turn, member, export))
    return await handed_over(turn, asked, (BUTTON, DESK))


def _member(turn: Turn) -> Member:
    assert turn.member is not None  # COMMANDS asks for the right
    return turn.member


def _tables(member: Member) -> tuple[Button, ...]:
    return tuple(
        Button(EXPORTS_NAMED[name], f"staff/exports/{name}")
        for name in TABLES_ALONE
        if may(member, EXPORTS[name].right)
    )


def _which_format(turn: Turn, member: Member, export: ExportName) -> Reply:
    name = EXPORTS_NAMED[export]
    formats = EXPORTS[export].formats
    personal = EXPORTS[export].has_personal and may(member, "personal")
    ways = [(kind, False) for kind in formats]
    if personal and export != "authors":  # of whom nothing would be left
        ways += [(kind, True) for kind in formats]
    buttons = [
        Button(_FORMATS[kind, bare], f"staff/exports/{export}/{kind}" + f"/{BARE}" * bare)
        for kind, bare in ways
    ]
    said = [t("export.which_format", name=name), *_caution(turn, member, export, personal)]
    return Reply(paragraphs(said), (*buttons, BUTTON, DESK))


def _caution(turn: Turn, member: Member, export: ExportName, personal: bool) -> list[Text]:
    if personal:
        return [t("export.has_personal")]
    unit = turn.contest.gazetteer.by_id(member.unit) if member.unit else None
    if member.role == "officer":
        return [t("export.of_unit", unit=verbatim(unit.name if unit else "-"))]
    return [t("export.no_personal")] if EXPORTS[export].has_personal else []


async def handed_over(
    turn: Turn, asked: Wanted, ways: tuple[Button, ...], caution: Sequence[Text] = ()
) -> Outcome:
    """The file, and the line in the audit log, in one transaction."""
    found = await turn.look_up.exported(asked, file_name(asked.export, turn.today))
    if found is None:
        return say(turn, Reply(t("export.failed"), ways))
    file, rows = found
    said: list[Text] = [t("export.here", name=EXPORTS_NAMED[asked.export], n=rows), *caution]
    if asked.personal:
        said.append(t("export.has_personal"))
    act = Exported(asked.export, asked.format, rows, asked.personal, asked.unit)
    return replace(say(turn, Reply(paragraphs(said), ways, (file,))), acts=(act,))


# --- one dossier, with everything in it ----------------------------------------------------------


async def archive(turn: Turn, rest: str) -> Outcome:
    """The ZIP that its people have too, as it was last handed in; «CODE»."""
    code = codes.read(rest) or ""
    found = await turn.look_up.dossier(code)
    entry = await turn.look_up.read(lambda reader: reader.entry(code))
    if found is None or entry is None:
        return say(turn, Reply(t("export.no_dossier"), (DESK,)))
    view = archive_view(turn.contest, *found, entry, turn.today)
    shown = codes.shown(code)
    paper = Paper("dossier_zip", t("papers.whole_zip", code=shown), view)
    said = paragraphs([t("export.archive_here", code=shown), t("export.has_personal")])
    reply = Reply(said, (DESK,), (paper,))
    act = Exported("archive", "zip", 1, personal=True, dossier=code)
    return replace(say(turn, reply), acts=(act,))


def archive_view(
    contest: Contest, dossier: Dossier, answers: Answers, entry: Entry, today: date
) -> dict[str, Any]:
    """What the ZIP is made from: a dossier as it was last handed in, and of that day."""
    given = entry.given if entry.times else folded(contest.pack, answers).given
    made_on = entry.last_at.astimezone(ZONE).date() if entry.last_at else today
    return dossier_view(contest, dossier, given, made_on)
