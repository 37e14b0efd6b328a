"""A deadline of one's own: what carrying out a proposal for it changes, in the same transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from contest.extensions import Extension
from contest.proposals import Proposal
from storage.dossier_deeds import note
from storage.dossier_reads import KEPT
from storage.fairness_rules import extended
from storage.tables import dossiers


def extend(db: Connection, done: Proposal, at: datetime) -> None:
    """Its last day is this one from now on, if that changes anything."""
    wanted = Extension.from_json(done.detail)
    values = {
        "extended_until": wanted.until,
        "extended_at": at,
        "version": dossiers.c.version + 1,  # who thinks of it now thinks again
    }
    its = (dossiers.c.code == wanted.code, KEPT)
    state = db.execute(select(dossiers.c.state).where(*its).with_for_update()).scalar()
    if state is not None and wanted.holds(state, at):
        db.execute(update(dossiers).where(*its).values(values))
        note(db, wanted.code, at, "extended", None, extended(done, wanted))
