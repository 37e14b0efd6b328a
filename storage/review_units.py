"""Units of work about the review of dossiers; `port_review` says what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, Row, and_, delete, exists, func, insert, null, select, update

from contest.dossier import HANDED_IN, Returned, State
from contest.review import HandedInRow, Judgement, Review, UnderReview, judgements_of
from contest.staff import DecidingDossier, Judging, OfDossier, Reviewing, may_see
from dialog.event import ChatRef
from storage import dossier_reads
from storage.audit_units import note as audit
from storage.dossier_deeds import note
from storage.dossier_reads import KEPT
from storage.dossier_rules import decided, judged, judged_shortly, may_judge, returned_to_json
from storage.port import ChatFile
from storage.statements import insert_or_nothing, of
from storage.tables import dossiers, outbox, staff, submissions
from storage.tables_review import judgements, lent, reviews
from storage.trouble import Conflict

_TODAY = and_(KEPT, dossiers.c.state.in_(sorted(HANDED_IN)))

# --- what is known -------------------------------------------------------------------------------


def under_review(db: Connection, code: str) -> UnderReview | None:
    held = dossier_reads.dossier(db, code)
    if held is None or held.dossier.state not in HANDED_IN:
        return None
    review = _review(db, code)
    asked = {item: j.submission for item, j in review.judgements.items() if j.asks}
    wanted = {*asked.values(), len(held.dossier.submissions)}
    answers = submissions.c.dossier == code, submissions.c.number.in_(sorted(wanted))
    given = {
        row.number: (row.answers or {}).get("given", {})
        for row in db.execute(
            select(submissions.c.number, submissions.c.answers).where(*answers)
        )
    }  # fmt: skip
    before = {item: given.get(number, {}).get(item) for item, number in asked.items()}
    last = given.get(len(held.dossier.submissions), {})
    return UnderReview(held.dossier, last, review, before)


def _review(db: Connection, code: str) -> Review:
    row = db.execute(select(reviews).where(reviews.c.dossier == code)).first()
    found = db.execute(select(judgements).where(judgements.c.dossier == code))
    judged_items = {one.item: _judgement(one) for one in found}
    if row is None:
        return Review(judgements=judged_items)
    return Review(row.version, row.by, judged_items)


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        row.verdict,
        row.submission,
        row.mark,
        row.reason,
        row.words,
        row.until,
        tuple(row.files),
        row.sent_at is not None,
    )


def handed_in(db: Connection, field_step: str) -> list[HandedInRow]:
    newest = func.max(submissions.c.number).label("number")
    last = select(submissions.c.dossier, newest).group_by(submissions.c.dossier).subquery()
    returned = exists().where(
        judgements.c.dossier == dossiers.c.code,
        judgements.c.verdict == "returned",
        judgements.c.sent_at.is_not(None),
    )
    given = submissions.c.answers
    rows = db.execute(
        select(
            dossiers.c.code,
            dossiers.c.state,
            dossiers.c.unit,
            dossiers.c.returned.is_not(None).label("rest"),
            submissions.c.at,
            func.coalesce(given[("given", "title")].as_string(), "").label("title"),
            func.coalesce(given[("given", field_step)].as_string(), "").label("field"),
            reviews.c.by,
            returned.label("was_returned"),
        )
        .select_from(dossiers)
        .join(last, last.c.dossier == dossiers.c.code)
        .join(
            submissions,
            and_(submissions.c.dossier == last.c.dossier, submissions.c.number == last.c.number),
        )
        .outerjoin(reviews, reviews.c.dossier == dossiers.c.code)
        .where(_TODAY)
        .order_by(submissions.c.at, dossiers.c.code)
    )
    return [
        HandedInRow(
            row.code,
            row.state,
            row.at,
            row.title,
            row.field,
            row.unit,
            row.by,
            bool(row.was_returned),
            bool(row.rest),
        )
        for row in rows
    ]


# --- what a turn of the staff does ---------------------------------------------------------------


def act(db: Connection, by: int, done: OfDossier, at: datetime) -> None:
    """Raises Conflict if the review is another by now, or is somebody else's."""
    state, submission = _there(db, done.dossier)
    match done:
        case Reviewing():
            _take(db, by, done, at)
            audit(db, by, "reviewing", at, dossier=done.dossier)
        case Judging():
            _next(db, by, done, submission, at)
            for item, judgement in done.judged.items():
                _keep(db, done.dossier, item, judgement, at)
            audit(db, by, "judged", at, dossier=done.dossier, items=judged_shortly(done.judged))
        case DecidingDossier():
            if not may_judge(state, done.state):
                raise Conflict
            _next(db, by, done, submission, at, leaves=True)
            decide(db, by, done.dossier, done.state, done.returned, at)
        case _:
            assert_never(done)


def _there(db: Connection, code: str) -> tuple[State, int]:
    """The state of a dossier that is handed in, and its last submission; nobody else changes it
    until this save ends."""
    found = select(dossiers.c.state).where(dossiers.c.code == code, _TODAY).with_for_update()
    state: State | None = db.execute(found).scalar()
    if state is None:
        raise Conflict
    return state, _last(db, code)


def _last(db: Connection, code: str) -> int:
    newest = select(func.max(submissions.c.number)).where(submissions.c.dossier == code)
    return db.execute(newest).scalar() or 0


def _take(db: Connection, by: int, done: Reviewing, at: datetime) -> None:
    row = {"dossier": done.dossier, "version": done.version + 1, "by": by, "at": at}
    if done.version == 0:
        made = db.execute(insert_or_nothing(db, reviews).values(**row))
    else:
        seen = (reviews.c.dossier == done.dossier, reviews.c.version == done.version)
        made = db.execute(update(reviews).where(*seen).values(**row))
    if made.rowcount != 1:
        raise Conflict


def _next(
    db: Connection,
    by: int,
    done: Judging | DecidingDossier,
    submission: int,
    at: datetime,
    *,
    leaves: bool = False,
) -> None:
    seen = (
        reviews.c.dossier == done.dossier, reviews.c.version == done.version, reviews.c.by == by,
    )  # fmt: skip
    values = {"version": done.version + 1, "at": at, "by": null() if leaves else by}
    if done.submission != submission:
        raise Conflict
    if db.execute(update(reviews).where(*seen).values(values)).rowcount != 1:
        raise Conflict


def _keep(db: Connection, code: str, item: str, judgement: Judgement, at: datetime) -> None:
    its = (judgements.c.dossier == code, judgements.c.item == item)
    db.execute(delete(judgements).where(*its))
    db.execute(
        insert(judgements).values(
            dossier=code,
            item=item,
            verdict=judgement.verdict,
            submission=judgement.submission,
            mark=judgement.mark,
            reason=judgement.reason,
            words=judgement.words,
            until=judgement.until,
            files=list(judgement.files),
            at=at,
            sent_at=at if judgement.sent else None,
        )
    )


def decide(
    db: Connection,
    by: int | None,
    code: str,
    state: State,
    returned: Returned | None,
    at: datetime,
) -> None:
    """The one way in which a dossier is returned or accepted, from the chat or at the server."""
    what = returned_to_json(returned)
    values = {
        "state": state,
        "returned": null() if what is None else what,
        "version": dossiers.c.version + 1,
        "changed_at": at,
    }
    db.execute(update(dossiers).where(dossiers.c.code == code).values(values))
    if returned is not None:
        for item, judgement in judgements_of(returned, _last(db, code)).items():
            _keep(db, code, item, judgement, at)
    unsent = (judgements.c.dossier == code, judgements.c.sent_at.is_(None))
    db.execute(update(judgements).where(*unsent).values(sent_at=at))
    note(db, code, at, "judged", None, judged(state, returned))
    audit(db, by, state, at, dossier=code, **decided(returned))


# --- files that are lent -------------------------------------------------------------------------


def lend(
    db: Connection, member: int | None, shown: Iterable[tuple[str, ChatFile]], at: datetime
) -> None:
    """Raises Conflict if whoever was shown them is no member any more."""
    for code, file in shown:
        if member is None:
            raise Conflict
        its = (lent.c.member == member, lent.c.sha256 == file.sha256, lent.c.dossier == code)
        db.execute(delete(lent).where(*its))
        db.execute(
            insert(lent).values(
                member=member,
                sha256=file.sha256,
                dossier=code,
                name=file.name,
                type=file.type,
                size=file.size,
                at=at,
            )
        )


def file_of(db: Connection, chat: ChatRef, sha256: str) -> ChatFile | None:
    rows = db.execute(
        select(lent, staff.c.role, staff.c.unit, dossiers.c.unit.label("of_dossier"))
        .select_from(lent)
        .join(staff, and_(of(staff, chat), staff.c.until.is_(None)))
        .join(dossiers, dossiers.c.code == lent.c.dossier)
        .where(lent.c.member == staff.c.number, lent.c.sha256 == sha256, _TODAY)
        .order_by(lent.c.dossier)
    )
    for row in rows:
        if may_see(row.role, row.unit, row.of_dossier):
            return ChatFile(row.sha256, row.name, row.type, row.size, ours=True)
    return None


def known_files(db: Connection) -> set[str]:
    return set(db.execute(select(lent.c.sha256)).scalars())


def knows_file(db: Connection, sha256: str) -> bool:
    return bool(db.execute(select(exists().where(lent.c.sha256 == sha256))).scalar())


# --- erased and forgotten ------------------------------------------------------------------------


def erase(db: Connection, code: str) -> None:
    """With every message that shows something of it to somebody of the staff."""
    for table in (reviews, judgements, lent):
        db.execute(delete(table).where(table.c.dossier == code))
    db.execute(delete(outbox).where(outbox.c.dossier == code))


def erase_all(db: Connection) -> None:
    for table in (reviews, judgements, lent):
        db.execute(delete(table))
    db.execute(delete(outbox).where(outbox.c.dossier.is_not(None)))


def forget(db: Connection, before: datetime) -> int:
    """What was shown goes with the messages that showed it."""
    return db.execute(delete(lent).where(lent.c.at < before)).rowcount
