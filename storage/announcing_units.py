"""Units of work about announcements; `port_announcing` says what they mean.

Whom a segment means is a condition on chats: nobody is loaded, and everything is put out by one
statement for each channel and language, however many they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    update,
)

from contest.announcing import STANDINGS, Became, Fate, Left, Missed, Reach, Segment
from dialog.event import ChatRef
from storage.dossier_reads import KEPT, TODAY
from storage.port import ChatFile
from storage.port_announcing import ToMany
from storage.statements import insert_or_nothing, keep_files_of, of
from storage.tables import chats, dossiers, files, inbox, outbox, participants, questions, staff
from storage.tables_announcing import unreached
from storage.tables_given import given

_LANG = chats.c.state["lang"].as_string()
_OFF, _GONE = chats.c.no_news_at.is_not(None), chats.c.gone_at.is_not(None)


def _theirs(table: Any) -> ColumnElement[bool]:
    return and_(table.c.channel == chats.c.channel, table.c.chat == chats.c.chat)


def _works(*which: Any) -> ColumnElement[bool]:
    return exists().where(_theirs(staff), staff.c.until.is_(None), *which)


def _has_dossier(*which: Any) -> ColumnElement[bool]:
    """Who makes one, for themselves or as a helper; not who is only among its authors."""
    their_part = (_theirs(participants), TODAY, participants.c.role.in_(("owner", "helper")))
    not_over = (KEPT, dossiers.c.state != "withdrawn")
    return exists().where(*their_part, participants.c.dossier == dossiers.c.code, *not_over, *which)


def meant(segment: Segment) -> ColumnElement[bool]:
    """Of all chats in which something was said; nobody of the staff, but where they are meant."""
    said, which = _LANG.is_not(None), segment.which
    if segment.whom == "staff":
        return and_(said, _works(staff.c.role == which))
    asked = and_(said, ~_works(), _asked_for(segment))
    if segment.whom == "unit" and segment.officers:
        return or_(asked, and_(said, _works(staff.c.role == "officer", staff.c.unit == which)))
    return asked


def _asked_for(segment: Segment) -> ColumnElement[bool]:
    which = segment.which
    match segment.whom:
        case "all":
            return true()
        case "field":
            return _has_dossier(dossiers.c.answers[("given", segment.step)].as_string() == which)
        case "unit":
            lives_there = chats.c.state[("place", "home")].as_string() == which
            return or_(lives_there, _has_dossier(dossiers.c.unit == which))
        case "state":
            return _has_dossier(dossiers.c.state.in_(STANDINGS.get(which, ())))
        case "topic":
            answered = exists().where(_theirs(given), given.c.topic == which)
            # what was answered wrongly was not about it
            about = (questions.c.topic == which, questions.c.kind != "wrong")
            return or_(answered, exists().where(_theirs(questions), *about))
        case _:
            return false()


def _left(served: Collection[str]) -> Any:
    """Why a chat is left out; null: it is not. Who said no is counted as that, gone or not."""
    elsewhere = chats.c.channel.not_in(sorted(served))
    return case((_OFF, "off"), (_GONE, "gone"), (elsewhere, "unserved"), else_=null())


def reach(db: Connection, segment: Segment, served: Collection[str]) -> Reach:
    found = select(chats.c.channel, _left(served).label("why"), func.count().label("n"))
    found = found.where(meant(segment)).group_by(chats.c.channel, "why")
    by_channel: Counter[str] = Counter()
    left: Counter[Left] = Counter()
    for channel, why, n in db.execute(found.order_by(chats.c.channel)):
        if why is None:
            by_channel[channel] += n
        else:
            left[why] += n
    return Reach(dict(by_channel), dict(left))


def announce(db: Connection, number: int, many: ToMany, at: datetime) -> None:
    """For everybody of the segment: their messages, or why there are none."""
    who = meant(many.segment)
    why = _left(many.channels)
    those = select(literal(number), chats.c.channel, chats.c.chat, why.label("why"))
    left = those.where(who, why.is_not(None))
    db.execute(insert(unreached).from_select(["announcement", "channel", "chat", "why"], left))
    langs = sorted({lang for _, lang in many.bodies})
    for (channel, lang), bodies in sorted(many.bodies.items()):
        speaks = lang == _LANG
        if lang == many.rest:
            speaks = or_(speaks, _LANG.not_in(langs))
        here = and_(chats.c.channel == channel, ~_OFF, ~_GONE, speaks, who)
        for file in many.files:
            _keep_for_all(db, file, here, at)
        state = "bulk" if channel in many.paced else "due"
        for body in bodies:
            _put_out_to_all(db, number, here, body, state, at)


def _put_out_to_all(
    db: Connection, number: int, who: Any, body: Any, state: str, at: datetime
) -> None:
    last = func.coalesce(func.max(inbox.c.number), 0)
    after = select(last).where(_theirs(inbox)).correlate(chats).scalar_subquery()
    row = {
        "channel": chats.c.channel,
        "chat": chats.c.chat,
        "after": after,
        "body": literal(body, outbox.c.body.type),
        "at": literal(at, outbox.c.at.type),
        "due": literal(at, outbox.c.due.type),
        "state": literal(state),
        "announcement": literal(number),
    }
    # in the order in which they came: on SQLite the numbers, too, are given in it
    to_all = select(*(value.label(name) for name, value in row.items())).where(who)
    db.execute(insert(outbox).from_select(list(row), to_all.order_by(chats.c.first_at)))


def _keep_for_all(db: Connection, file: ChatFile, who: Any, at: datetime) -> None:
    row = {
        "channel": chats.c.channel,
        "chat": chats.c.chat,
        "sha256": literal(file.sha256),
        "name": literal(file.name),
        "type": literal(file.type),
        "size": literal(file.size),
        "ours": true(),
        "at": literal(at, files.c.at.type),
    }
    each = select(*(value.label(name) for name, value in row.items())).where(who)
    db.execute(keep_files_of(db, list(row), each))


# --- what became of it ---------------------------------------------------------------------------

# of several messages to one person, the fate that comes last here is theirs
_RANKED: tuple[Fate, ...] = ("sent", "doubt", "dead", "gone", "waiting")
_RANK = case(
    (outbox.c.state == "sent", 0),
    (outbox.c.state == "doubt", 1),
    (and_(outbox.c.state == "dead", outbox.c.receipt == "gone"), 3),
    (outbox.c.state == "dead", 2),
    else_=4,
)


def became(db: Connection, number: int, most: int) -> Became:
    worst = func.max(_RANK).label("worst")
    each = select(outbox.c.channel, outbox.c.chat, worst).where(outbox.c.announcement == number)
    people = each.group_by(outbox.c.channel, outbox.c.chat).subquery()
    counts: dict[Fate, int] = {}
    for rank, n in db.execute(select(people.c.worst, func.count()).group_by(people.c.worst)):
        counts[_RANKED[rank]] = n
    its = (unreached.c.announcement == number,)
    for why, n in db.execute(
        select(unreached.c.why, func.count()).where(*its).group_by(unreached.c.why)
    ):
        counts[why] = counts.get(why, 0) + n  # who was gone before, and who is gone since
    return Became(counts, _missed(db, number, people, most) if most else ())


def _missed(db: Connection, number: int, people: Any, most: int) -> tuple[Missed, ...]:
    """Who they are is known only of those who have a dossier."""
    fate = case(*((people.c.worst == n, _RANKED[n]) for n in (1, 2, 3)), else_=null())
    tried = select(people.c.channel, people.c.chat, fate.label("fate"))
    left = select(unreached.c.channel, unreached.c.chat, unreached.c.why.label("fate"))
    those = tried.where(people.c.worst.in_((1, 2, 3))).union_all(
        left.where(unreached.c.announcement == number)
    )
    who = those.subquery()
    part = and_(
        participants.c.channel == who.c.channel,
        participants.c.chat == who.c.chat,
        TODAY,
        participants.c.role.in_(("owner", "helper")),
    )
    rows = (
        select(dossiers.c.code, func.min(who.c.fate))
        .select_from(who)
        .join(participants, part)
        .join(dossiers, dossiers.c.code == participants.c.dossier)
        .where(KEPT, dossiers.c.state != "withdrawn")
        .group_by(dossiers.c.code)
        .order_by(dossiers.c.code)
        .limit(most)
    )
    return tuple(Missed(code, why) for code, why in db.execute(rows))


def units_with_dossiers(db: Connection) -> set[str]:
    of_it = (KEPT, dossiers.c.unit.is_not(None), dossiers.c.state != "withdrawn")
    return set(db.execute(select(dossiers.c.unit).where(*of_it).distinct()).scalars())


# --- who wants none ------------------------------------------------------------------------------


def set_news(db: Connection, chat: ChatRef, at: datetime, *, wanted: bool) -> None:
    """A second «no» leaves the day of the first."""
    its = [of(chats, chat)] if wanted else [of(chats, chat), ~_OFF]
    db.execute(update(chats).where(*its).values(no_news_at=None if wanted else at))
    if not wanted:
        _drop_waiting(db, chat)


def _drop_waiting(db: Connection, chat: ChatRef) -> None:
    """Of what has not gone out yet, nothing does."""
    waits = (
        of(outbox, chat),
        outbox.c.announcement.is_not(None),
        outbox.c.state.in_(("due", "bulk")),
    )
    theirs = (outbox.c.announcement, outbox.c.channel, outbox.c.chat, literal("off").label("why"))
    dropped = insert_or_nothing(db, unreached)
    names = ["announcement", "channel", "chat", "why"]
    db.execute(dropped.from_select(names, select(*theirs).where(*waits)))
    db.execute(delete(outbox).where(*waits))


def erase(db: Connection, chat: ChatRef, at: datetime) -> None:
    """Who had everything erased is not written to any more."""
    set_news(db, chat, at, wanted=False)
    db.execute(delete(unreached).where(of(unreached, chat)))
