"""Proposals, as the storage in memory keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from contest.proposals import Proposal, ProposalState
from contest.staff import Deciding, OfProposal, ProposalKind, Proposing
from storage.trouble import Conflict


@dataclass
class Proposals:
    rows: dict[int, Proposal] = field(default_factory=dict)

    def act(self, by: int, act: OfProposal, at: datetime) -> tuple[str, int]:
        """Returns what the audit log says of it, and of which. Raises Conflict."""
        if isinstance(act, Proposing):
            number = len(self.rows) + 1
            detail = json.loads(json.dumps(dict(act.detail)))
            self.rows[number] = Proposal(number, act.kind, by, at, detail)
            return "proposed", number
        row = self.rows.get(act.proposal)
        if row is None:
            raise Conflict
        what, after = (
            _decided(row, by, act, at) if isinstance(act, Deciding) else _back(row, by, at)
        )
        self.rows[row.number] = after
        return what, row.number

    def found(self, states: Sequence[ProposalState], kind: ProposalKind | None) -> list[Proposal]:
        rows = [p for p in self.rows.values() if p.state in states and kind in (None, p.kind)]
        return sorted(rows, key=lambda p: (p.done_at is None, p.done_at or p.at, p.number))

    def known_files(self) -> set[str]:
        return {file for one in self.rows.values() for file in one.files}

    def done(self, number: int, at: datetime) -> bool:
        row = self.rows.get(number)
        if row is None or row.state != "approved" or row.due is None or row.due > at:
            return False
        self.rows[number] = replace(row, state="done", done_at=at)
        return True

    def call_off(self, number: int) -> bool:
        row = self.rows.get(number)
        if row is None or row.state != "approved":
            return False
        self.rows[number] = replace(row, state="back")
        return True


def _decided(row: Proposal, by: int, act: Deciding, at: datetime) -> tuple[str, Proposal]:
    if row.state != "waiting" or row.by == by:
        raise Conflict
    state: ProposalState = "refused" if act.due is None else "approved"
    return state, replace(row, state=state, decided_by=by, decided_at=at, due=act.due)


def _back(row: Proposal, by: int, at: datetime) -> tuple[str, Proposal]:
    own = row.state == "waiting" and row.by == by
    still = row.state == "approved" and row.due is not None and row.due > at
    if not own and not (still and by in (row.by, row.decided_by)):
        raise Conflict
    return "took_back", replace(row, state="back")
