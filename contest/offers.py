"""What a pack says about help of the office that no rule asks for, and about longer deadlines."""

from __future__ import annotations

from datetime import date
from typing import Literal

from contest.cited import Cited, Words


class Advice(Cited, frozen=True, kw_only=True):
    """The office advises, in writing, on complete dossiers whose people wish for it.

    `until`: the last day to wish for it. `text`: what is promised, and what not. `offer`: whether
    the office has said that it does this, or it is only proposed to it.
    """

    until: date
    text: Words
    offer: Literal["office", "proposed"]


class Extensions(Cited, frozen=True, kw_only=True):
    """What the rules say about personal extensions. `text`: for whoever decides. `until`: the last
    day they allow, if they say one. `hours`: before the deadline, in which an outage may have kept
    somebody from handing in."""

    text: Words
    until: date | None = None
    hours: int = 24

    def __post_init__(self) -> None:
        if not 1 <= self.hours <= 24 * 14:
            raise ValueError("`hours` from 1 to 336")
