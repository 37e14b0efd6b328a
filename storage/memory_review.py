"""The review of dossiers, as the storage in memory keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from contest.dossier import HANDED_IN, Returned, State
from contest.review import HandedInRow, Judgement, Review, UnderReview, judgements_of
from contest.staff import DecidingDossier, Judging, Member, OfDossier, Reviewing, may_see
from storage.dossier_rules import decided, judged_shortly, may_judge
from storage.memory_dossiers import Dossiers
from storage.port import ChatFile, Conflict

Note = Callable[..., None]  # a line of the audit log: by, what, at, dossier=…, …


@dataclass
class Reviews:
    rows: dict[str, Review] = field(default_factory=dict)
    lent: dict[tuple[int, str, str], tuple[ChatFile, datetime]] = field(default_factory=dict)

    # --- what is known ---

    def under_review(self, code: str, dossiers: Dossiers) -> UnderReview | None:
        held = dossiers.dossier(code)
        if held is None or held.dossier.state not in HANDED_IN:
            return None
        review, given = self.rows.get(code, Review()), dossiers.given_in(code)
        before = {
            item: given[j.submission - 1].get(item)
            for item, j in review.judgements.items()
            if j.asks
        }
        return UnderReview(held.dossier, given[-1], review, before)

    def handed_in(self, field_step: str, dossiers: Dossiers) -> list[HandedInRow]:
        rows = []
        for held in dossiers.dossiers(HANDED_IN):
            known, given = held.dossier, dossiers.given_in(held.dossier.code)[-1]
            review, last = self.rows.get(known.code, Review()), known.submission
            assert last is not None  # it is handed in
            rows.append(
                HandedInRow(
                    known.code,
                    known.state,
                    last.at,
                    given.get("title") or "",
                    given.get(field_step) or "",
                    known.unit,
                    review.by,
                    any(j.asks for j in review.judgements.values()),
                    known.returned is not None,
                )
            )
        return sorted(rows, key=lambda row: (row.at, row.code))

    # --- what a turn of the staff does ---

    def act(self, by: int, done: OfDossier, at: datetime, dossiers: Dossiers, note: Note) -> None:
        """Raises Conflict; then nothing of it may be kept."""
        code, before = done.dossier, self.rows.get(done.dossier, Review())
        held = dossiers.dossier(code)
        if held is None or held.dossier.state not in HANDED_IN or before.version != done.version:
            raise Conflict
        after = replace(before, version=before.version + 1)
        if not isinstance(done, Reviewing):
            last = held.dossier.submission
            if before.by != by or last is None or last.number != done.submission:
                raise Conflict
        match done:
            case Reviewing():
                self.rows[code] = replace(after, by=by)
                note(by, "reviewing", at, dossier=code)
            case Judging():
                found = {**before.judgements, **done.judged}
                self.rows[code] = replace(after, judgements=found)
                note(by, "judged", at, dossier=code, items=judged_shortly(done.judged))
            case DecidingDossier():
                if not may_judge(held.dossier.state, done.state):
                    raise Conflict
                self.rows[code] = replace(after, by=None)
                self.decide(by, code, done.state, done.returned, at, dossiers, note)
            case _:
                assert_never(done)

    def decide(
        self,
        by: int | None,
        code: str,
        state: State,
        returned: Returned | None,
        at: datetime,
        dossiers: Dossiers,
        note: Note,
    ) -> bool:
        if not dossiers.judge(code, state, returned, at):
            return False
        before = self.rows.get(code, Review())
        last = len(dossiers.given_in(code))
        new: dict[str, Judgement] = judgements_of(returned, last) if returned else {}
        found = {
            item: replace(judgement, sent=True)
            for item, judgement in {**before.judgements, **new}.items()
        }
        if found:
            self.rows[code] = replace(before, judgements=found)
        note(by, state, at, dossier=code, **decided(returned))
        return True

    # --- files that are lent ---

    def lend(
        self, member: Member | None, shown: Iterable[tuple[str, ChatFile]], at: datetime
    ) -> None:
        for code, file in shown:
            if member is None:
                raise Conflict
            self.lent[member.number, file.sha256, code] = (replace(file, ours=True), at)

    def file_of(self, member: Member, sha256: str, dossiers: Dossiers) -> ChatFile | None:
        for (number, lent, code), (file, _) in sorted(self.lent.items(), key=lambda row: row[0]):
            held = dossiers.dossier(code) if (number, lent) == (member.number, sha256) else None
            known = held.dossier if held and held.dossier.state in HANDED_IN else None
            if known and may_see(member.role, member.unit, known.unit):
                return file
        return None

    def known_files(self) -> set[str]:
        return {sha256 for _, sha256, _ in self.lent}

    # --- erased and forgotten ---

    def erase(self, codes: Iterable[str]) -> None:
        gone = set(codes)
        self.rows = {code: row for code, row in self.rows.items() if code not in gone}
        self.lent = {key: row for key, row in self.lent.items() if key[2] not in gone}

    def forget(self, before: datetime) -> int:
        kept: dict[Any, tuple[ChatFile, datetime]] = {
            key: row for key, row in self.lent.items() if row[1] >= before
        }
        forgotten = len(self.lent) - len(kept)
        self.lent = kept
        return forgotten
