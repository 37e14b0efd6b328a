"""A question → an answer, two or three likely questions, or an honest no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contest.faq.index import Index, Near
from contest.faq.normalise import fold
from contest.pack import Pack, Topic

MOST_OFFERS = 3
_ASIDE = "?"  # the label of what is out of scope; no topic can have this name


@dataclass(frozen=True, slots=True)
class Decision:
    """What the FAQ makes of a text. `near` is the evidence: the topics ranked, with examples."""

    kind: Literal["answer", "offer", "decline"]
    topics: tuple[Topic, ...]
    score: float
    near: tuple[Near, ...]
    outside: bool = False  # declined because it is like what does not belong here

    @property
    def topic(self) -> Topic | None:
        return self.topics[0] if self.kind == "answer" else None


def _too_little(text: str, nearest: Near) -> bool:
    """One word is near to much and means little: only what is an example itself is answered."""
    said = fold(text)
    return " " not in said and said != fold(nearest.example)


class Faq:
    """The pack's questions, ready to be asked."""

    def __init__(self, pack: Pack) -> None:
        self._topics = pack.topics
        self._thresholds = pack.thresholds
        examples = {
            name: (*topic.question.values(), *pack.phrasings[name])
            for name, topic in pack.topics.items()
        }
        self._index = Index({**examples, _ASIDE: pack.out_of_scope})

    def decide(self, text: str) -> Decision:
        """Sure: answer. Likely: offer. Nearer to what is out of scope, or to nothing: decline."""
        near = self._index.nearest(text) if fold(text) else []
        aside = next((n.score for n in near if n.label == _ASIDE), 0.0)
        ranked = tuple(n for n in near if n.label != _ASIDE)
        best = ranked[0].score if ranked else 0.0
        if best > aside and best >= self._thresholds.answer and not _too_little(text, ranked[0]):
            return Decision("answer", (self._topics[ranked[0].label],), best, ranked)
        likely = [n for n in ranked[:MOST_OFFERS] if n.score >= self._thresholds.offer]
        if likely and best > aside:
            offered = tuple(self._topics[n.label] for n in likely)
            return Decision("offer", offered, best, ranked)
        outside = aside > best and aside >= self._thresholds.answer
        return Decision("decline", (), best, ranked, outside)
