"""Units of work about questions that found no good answer; `port_questions` says what they mean."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from contest.model import GAP_KINDS, Asked, OpenQuestion
from contest.staff import OfGaps
from storage.audit_units import note
from storage.tables import questions


def gaps(db: Connection, most: int) -> list[OpenQuestion]:
    wanted = (
        questions.c.kind.in_(GAP_KINDS),
        questions.c.text != "",
        questions.c.left_out_at.is_(None),
        questions.c.closed.is_(None) | (questions.c.closed == "settled"),
    )
    newest = select(questions).where(*wanted).order_by(questions.c.number.desc()).limit(most)
    return [
        OpenQuestion(
            row.number,
            Asked(row.kind, row.text, row.topic, row.unit),
            row.at,
            row.lang,
            row.answered_at is None,
        )
        for row in reversed(db.execute(newest).all())
    ]


def act(db: Connection, by: int, done: OfGaps, at: datetime) -> None:
    its = (questions.c.number.in_(done.questions), questions.c.left_out_at.is_(None))
    db.execute(update(questions).where(*its).values(left_out_at=at))
    note(db, by, "left_out", at, questions=list(done.questions))
