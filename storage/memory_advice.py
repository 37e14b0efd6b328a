"""The wishes for advice of one dossier, as the storage in memory keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from contest.advice import Advising, Dropped, LeavingWish, OfWish, TakingWish, Wish, Wished, written
from storage.trouble import Conflict


@dataclass
class Wishes:
    rows: list[Wish] = field(default_factory=list)

    @property
    def advised(self) -> bool:
        return any(wish.state == "given" for wish in self.rows)

    def do(self, deed: Wished | Dropped, at: datetime) -> tuple[str, int]:
        """What the dossier's history says of it, and which it is. Raises Conflict."""
        if isinstance(deed, Dropped):
            wish = self._one(deed.number)
            if not wish.open:
                raise Conflict
            self._put(replace(wish, state="dropped", over_at=at))
            return "dropped", wish.number
        if any(wish.open for wish in self.rows):
            raise Conflict
        self.rows.append(Wish(deed.code, len(self.rows) + 1, at, deed.mark))
        return "wished", len(self.rows)

    def act(self, by: int, act: OfWish, at: datetime) -> str:
        """What the log says of it. Raises Conflict."""
        wish = self._one(act.number)
        if isinstance(act, TakingWish):
            if wish.state != "waiting":
                raise Conflict
            self._put(replace(wish, state="taken", taken_by=by, taken_at=at, mark=act.mark))
            return "advice_taken"
        if wish.state != "taken" or wish.taken_by != by:
            raise Conflict
        match act:
            case LeavingWish():
                self._put(replace(wish, state="waiting", taken_by=None, taken_at=None))
                return "advice_left"
            case Advising():
                texts, files = tuple(act.texts), written(act.files)
                given = replace(wish, state="given", over_at=at, texts=texts, files=files)
                self._put(given)
                return "advised"
            case _:
                assert_never(act)

    def _one(self, number: int) -> Wish:
        if not 1 <= number <= len(self.rows):
            raise Conflict
        return self.rows[number - 1]

    def _put(self, wish: Wish) -> None:
        self.rows[wish.number - 1] = wish
