"""What the program asks of a storage about the review of dossiers: a part of `port`.

Taking, judging and deciding are acts of a turn (`contest.staff.OfDossier`), done in its save: each
names the version of the review it has seen, and those that judge the submission too. If either is
another by now, or somebody else has the dossier, the turn is a Conflict and nothing of it is kept.
"""

from __future__ import annotations

from typing import Protocol

from contest.review import HandedInRow, UnderReview
from contest.staff import Audited


class ReviewStorage(Protocol):
    """See `port.Storage`."""

    async def under_review(self, code: str) -> UnderReview | None:
        """None: there is no such dossier, or it is not handed in today."""

    async def handed_in(self, field_step: str) -> list[HandedInRow]:
        """All that are handed in today, in the order of their last submissions. `field_step`: the
        step that asks for the field. No dossier's answers are loaded."""

    async def audit_of(self, code: str, *, most: int = 100) -> list[Audited]:
        """What staff looked at and did of one dossier, the latest first."""
