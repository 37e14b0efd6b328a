"""What would change if something were taught: tried on a copy, before anybody decides.

Some voices are left out, and a copy that has learnt from the others is asked what they say, once
as it is and once with what is to be taught. So questions nobody has learnt tell whether answers
become worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from contest.faq.answer import Decision, Faq
from contest.faq.calibration import Phrasings
from contest.pack import Pack
from contest.teaching import Teaching

EVERY = 8  # voices are left out one in so many; where there are fewer, lines
MOST_ASKED = 600  # questions; more would only take longer
MOST_SHOWN = 3  # of those that become worse

HeldOut = Sequence[tuple[str | None, str]]  # topic (None: it does not belong here), text


@dataclass(frozen=True, slots=True)
class Said:
    """What is made of a text: see `contest.faq.answer.Decision`."""

    kind: str
    topics: tuple[str, ...]

    @classmethod
    def of(cls, decision: Decision) -> Said:
        return cls(decision.kind, tuple(topic.id for topic in decision.topics))

    def good(self, topic: str | None) -> int:
        """How well it serves whoever asked of that topic: 3 an answer, 2 an offer, 1 an honest no,
        0 a wrong answer. What does not belong here is best declined."""
        if topic is None:
            return {"answer": 0, "offer": 2, "decline": 3}[self.kind]
        if topic in self.topics:
            return 3 if self.kind == "answer" else 2
        return 0 if self.kind == "answer" else 1


@dataclass(frozen=True, slots=True)
class Changed:
    """A question whose answer becomes worse."""

    text: str
    before: Said
    after: Said


@dataclass(frozen=True, slots=True)
class Tried:
    """`said`: what is made of each of the new phrasings. Of `asked` questions nobody had learnt,
    so many would be answered worse and better: whatever is added, some at the edge fall to either
    side. `drawn`: of the worse, so many are now taken for what is taught. Some of the worse are
    shown, these first."""

    said: tuple[Said, ...]
    asked: int
    worse: int
    better: int
    drawn: int
    shown: tuple[Changed, ...]


Trial = Tried | Literal["trying", "failed"]


def left_out(pack: Pack, voices: Mapping[str, Phrasings]) -> tuple[Pack, HeldOut]:
    """A pack that has never seen some of its voices and of the lines that are not ours; and what
    these ask."""
    rows = [
        (number, topic, text)
        for number, name in enumerate(sorted(voices))
        for topic, texts in voices[name].items()
        for text in texts
    ]
    if len(voices) >= EVERY:
        unseen = [(topic, text) for number, topic, text in rows if number % EVERY == 0]
    else:
        unseen = [(topic, text) for _, topic, text in rows[::EVERY]]
    gone = set(unseen)
    phrasings = {
        topic: tuple(text for text in texts if (topic, text) not in gone)
        for topic, texts in pack.phrasings.items()
    }
    foreign = pack.out_of_scope[::EVERY]
    kept = tuple(text for n, text in enumerate(pack.out_of_scope) if n % EVERY)
    without = replace(pack, phrasings=phrasings, out_of_scope=kept)
    asked: list[tuple[str | None, str]] = [*unseen, *((None, text) for text in foreign)]
    return without, asked[:: -(-len(asked) // MOST_ASKED) or 1]


def tried(before: Faq, after: Faq, teaching: Teaching, held_out: HeldOut) -> Tried:
    worse: list[Changed] = []
    better = 0
    for topic, text in held_out:
        was, now = Said.of(before.decide(text)), Said.of(after.decide(text))
        gain = now.good(topic) - was.good(topic)
        better += gain > 0
        if gain < 0:
            worse.append(Changed(text, was, now))
    worse.sort(key=lambda one: (teaching.topic not in one.after.topics, one.after.kind != "answer"))
    drawn = sum(teaching.topic in one.after.topics for one in worse)
    said = tuple(Said.of(after.decide(text)) for text in teaching.phrasings)
    return Tried(said, len(held_out), len(worse), better, drawn, tuple(worse[:MOST_SHOWN]))
