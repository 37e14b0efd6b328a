"""Units of work about what did not work; `port_fairness` says what they mean."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update

from contest.extensions import Trace
from contest.outages import Beat, Outage, changed, missed
from dialog.reply import PAGE_MINUTES
from storage.dossier_reads import KEPT, TODAY
from storage.fairness_rules import BEING_MADE, uploaded
from storage.statements import insert_or_nothing
from storage.tables import dossiers, inbox, notes, participants, runs, upload_pages
from storage.tables_fairness import outages as table

BEAT = ("heartbeat", "last")  # the name and date of its row among the runs
_DIALOG = "d-"  # a dossier's dialog is named so, and by its code


def beat(db: Connection, beat: Beat) -> list[Outage]:
    name, day = BEAT
    its = (runs.c.name == name, runs.c.date == day)
    last = db.execute(select(runs.c.at).where(*its).with_for_update()).scalar()
    if last is None:
        db.execute(insert(runs).values(name=name, date=day, at=beat.at))
    else:
        db.execute(update(runs).where(*its).values(at=beat.at))
    gap = missed(last, beat)
    still = [_outage(row) for row in db.execute(select(table).where(table.c.end.is_(None)))]
    begun, over = changed(still, beat)
    noted = [*([gap] if gap else []), *begun]
    for new in noted:
        row = {"kind": new.kind, "channel": new.channel, "begin": new.begin, "end": new.end}
        db.execute(insert_or_nothing(db, table).values(**row))
    for old in over:
        lasting = (table.c.kind == old.kind, table.c.channel == old.channel, table.c.end.is_(None))
        db.execute(update(table).where(*lasting).values(end=old.end))
    return [*noted, *over]


def outages(db: Connection, since: datetime) -> list[Outage]:
    late = or_(table.c.end.is_(None), table.c.end > since)
    order = (table.c.begin, table.c.kind, table.c.channel)
    return [_outage(row) for row in db.execute(select(table).where(late).order_by(*order))]


def _outage(row: Any) -> Outage:
    return Outage(row.kind, row.channel, row.begin, row.end)


# --- whom it hit ---------------------------------------------------------------------------------


def traces(db: Connection, since: datetime) -> list[Trace]:
    """Five queries, however many dossiers there are; nobody's answers or words are loaded."""
    found: dict[str, dict[str, Any]] = {}
    made = select(dossiers.c.code, dossiers.c.extended_until).where(
        dossiers.c.state.in_(BEING_MADE), KEPT
    )
    for row in db.execute(made):
        found[row.code] = {"extended": row.extended_until, "channels": set()} | {
            name: [] for name in ("acts", "parked", "pages", "uploads", "intents")
        }
    _people(db, since, found)
    _noted(db, since, found)
    _pages(db, since, found)
    return [
        Trace(
            code,
            one["extended"],
            frozenset(one["channels"]),
            acts=tuple(sorted(one["acts"])),
            parked=tuple(sorted(one["parked"])),
            pages=tuple(sorted(one["pages"])),
            uploads=tuple(sorted(one["uploads"])),
            intents=tuple(sorted(one["intents"])),
        )
        for code, one in sorted(found.items())
    ]


def _people(db: Connection, since: datetime, found: dict[str, dict[str, Any]]) -> None:
    theirs = (participants.c.role.in_(("owner", "helper")), TODAY)
    of_chat = and_(inbox.c.channel == participants.c.channel, inbox.c.chat == participants.c.chat)
    for row in db.execute(select(participants.c.dossier, participants.c.channel).where(*theirs)):
        if row.dossier in found:
            found[row.dossier]["channels"].add(row.channel)
    done = select(participants.c.dossier, inbox.c.number, inbox.c.at, inbox.c.state)
    seen: dict[str, set[int]] = defaultdict(set)  # who is owner and helper did it once
    for act in db.execute(done.join(inbox, of_chat).where(*theirs, inbox.c.at >= since)):
        if act.dossier in found and act.number not in seen[act.dossier]:
            seen[act.dossier].add(act.number)
            found[act.dossier]["acts"].append(act.at)
            if act.state == "parked":
                found[act.dossier]["parked"].append(act.at)


def _noted(db: Connection, since: datetime, found: dict[str, dict[str, Any]]) -> None:
    which = (notes.c.what.in_(("late_intent", "late_file")), notes.c.at >= since)
    for row in db.execute(select(notes).where(*which)):
        if row.dossier not in found:
            continue
        if row.what == "late_intent":
            found[row.dossier]["intents"].append(row.at)
        else:
            found[row.dossier]["uploads"].append(uploaded(row.detail))


def _pages(db: Connection, since: datetime, found: dict[str, dict[str, Any]]) -> None:
    opened = upload_pages.c.until >= since + timedelta(minutes=PAGE_MINUTES)
    unused = (upload_pages.c.used_at.is_(None), upload_pages.c.dialog.like(f"{_DIALOG}%"), opened)
    for row in db.execute(select(upload_pages.c.dialog, upload_pages.c.until).where(*unused)):
        if (code := row.dialog.removeprefix(_DIALOG)) in found:
            found[code]["pages"].append(row.until)
