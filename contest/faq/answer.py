"""A question → an answer, two or three likely questions, or an honest no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from contest.faq.certainty import OUTSIDE, chance, evidence, outsider, ranked
from contest.faq.kept import kept_or_learnt
from contest.faq.model import Model, Near, Reading
from contest.faq.normalise import fold
from contest.pack import Pack, Topic

NAME, TAUGHT = "faq", "taught"  # under which what was learnt is kept, also of what staff added
MOST_OFFERS = 3
SHORTEST_HALF = 3  # words of each of two questions in one message
LEAST_OF_TWO = 0.02  # the probability each of two questions must have in the whole message
MOST_SPLITS = 3  # places at which a message is tried to be taken apart
LONGEST_SPLIT = 40  # words; a longer text is a story with one question in it
LONGEST_FOLLOW_UP = 8  # words
SAME = 0.97  # how alike texts are that differ in a mark or a letter

_SENTENCES = re.compile(r"[?!;\n]+|\.(?=\s)")
_JOINS = re.compile(r"(?:,|\s)+(?:và|va|với lại|voi lai|rồi|roi|đồng thời|and|,)\s+", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"^(the con|vay con|con|the neu|vay neu|con neu|the thi|vay thi|neu la|doi voi|what about"
    r"|how about|and)\b|\b(thi sao|thi the nao|thi ntn|cung vay a|cung the a)\b"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the FAQ makes of a text. `near` is the evidence: the topics ranked, with examples.

    `score`: the chance that the first topic is right, 0 to 1. `topics` of an answer are one, or two
    if two things were asked. `part`: the words that decided, if not all of them did.
    """

    kind: Literal["answer", "offer", "decline"]
    topics: tuple[Topic, ...]
    score: float
    near: tuple[Near, ...]
    outside: bool = False  # declined because it is like what does not belong here
    part: str = ""
    before: str = ""  # the topic it was taken to follow on

    @property
    def topic(self) -> Topic | None:
        return self.topics[0] if self.kind == "answer" else None


def on_the_buttons(pack: Pack) -> dict[str, tuple[str, ...]]:
    """topic -> its question as it stands on a button, in each language: examples of no voice."""
    return {name: tuple(topic.question.values()) for name, topic in pack.topics.items()}


def faq_examples(pack: Pack) -> dict[str, tuple[str, ...]]:
    """What the FAQ is learnt from: topic -> texts, and what does not belong here."""
    examples = {
        name: (*questions, *pack.phrasings[name])
        for name, questions in on_the_buttons(pack).items()
    }
    return {**examples, OUTSIDE: pack.out_of_scope}


class Faq:
    """The pack's questions, ready to be asked. `folder`: where what was learnt is kept, under
    `name`; `model`: what was learnt from the same examples, where it is there already."""

    def __init__(
        self,
        pack: Pack,
        folder: Path | None = None,
        name: str = NAME,
        model: Model | None = None,
    ) -> None:
        self._topics = pack.topics
        self.thresholds, self.certainty = pack.thresholds, pack.certainty
        self._first_language = pack.languages[0]
        self.examples = faq_examples(pack)  # what was learnt from
        self.model = model or kept_or_learnt(name, self.examples, folder, OUTSIDE)

    def of(self, pack: Pack) -> Faq:
        """The same, answering with the topics of this pack, as sure as it says: nothing is learnt
        for it, so it has the questions and phrasings of the one this was learnt from."""
        made = copy(self)
        made._topics = pack.topics
        made.thresholds, made.certainty = pack.thresholds, pack.certainty
        return made

    def decide(self, text: str, before: str = "") -> Decision:
        """Sure: answer. Likely: offer. More like what is out of scope, or like nothing: decline.

        `before`: the topic that was answered last, for «and what about…?».
        """
        if not fold(text):
            return Decision("decline", (), 0.0, ())
        reading = self.read(text)
        whole = self._decided(text, reading)
        if two := self._two_questions(text, whole):
            return two
        if whole.kind == "answer" or whole.outside:
            return whole
        return self._following(text, before, whole) or whole

    def read(self, text: str) -> Reading:
        """The evidence, before anything is decided."""
        return self.model.read(text, (OUTSIDE,))

    def _decided(self, text: str, reading: Reading) -> Decision:
        folded = fold(text)
        words = folded.split()
        near, exact = _exact_first(ranked(reading), folded)
        score = chance(evidence(reading, len(words)), self.certainty)
        likeliest = [self._topics[n.label] for n in near[:MOST_OFFERS]]
        if not likeliest or not len(reading.vector.ids):
            return Decision("decline", (), 0.0, near)
        known = exact or _word_for_word(near)
        if (known or score >= self.thresholds.answer) and not _too_little(words, near[0]):
            score = max(score, self.thresholds.answer) if known else score
            return Decision("answer", (likeliest[0],), score, near)
        elsewhere = outsider(reading).score >= self.thresholds.outside
        if score >= self.thresholds.offer and not elsewhere:
            return Decision("offer", tuple(likeliest), score, near)
        return Decision("decline", (), score, near, outside=elsewhere)

    def _two_questions(self, text: str, whole: Decision) -> Decision | None:
        """Two things asked at once: only where both halves are sure, and the whole allows both."""
        words = len(fold(text).split())
        if not 2 * SHORTEST_HALF <= words <= LONGEST_SPLIT:
            return None
        allowed = {near.label for near in whole.near if near.score >= LEAST_OF_TWO}
        if len(allowed) < 2:
            return None
        for halves in _halves(text):
            if min(len(fold(half).split()) for half in halves) < SHORTEST_HALF:
                continue
            first = self._decided(halves[0], self.read(halves[0]))
            if first.topic is None or first.topic.id not in allowed:
                continue
            second = self._decided(halves[1], self.read(halves[1]))
            if second.topic and second.topic.id in allowed - {first.topic.id}:
                score = min(first.score, second.score)
                topics = (first.topic, second.topic)
                return Decision("answer", topics, score, whole.near, part=" / ".join(halves))
        return None

    def _following(self, text: str, before: str, whole: Decision) -> Decision | None:
        """«And for a group?»: read together with the question before."""
        folded = fold(text)
        if before not in self._topics or len(folded.split()) > LONGEST_FOLLOW_UP:
            return None
        if not _FOLLOWS.search(folded):
            return None
        question = self._topics[before].question[self._first_language]
        joined = f"{question} {text}"
        decision = self._decided(joined, self.read(joined))
        if decision.topic and decision.topic.id != before:
            return replace(decision, before=before)
        # the same again is no answer to «and what about…»: what else it may be is offered with it
        names = [n.label for n in (*whole.near[:2], *decision.near) if n.label != before]
        likely = tuple(self._topics[name] for name in dict.fromkeys(names))[: MOST_OFFERS - 1]
        offered = (*likely, self._topics[before])
        return Decision("offer", offered, decision.score, decision.near, before=before)


def _exact_first(near: tuple[Near, ...], folded: str) -> tuple[tuple[Near, ...], bool]:
    """Whoever asks what is a phrasing of one topic to the letter means that topic, whatever seems
    likelier: somebody has said so. Accents aside, and not where two topics have it."""
    same = [one for one in near if fold(one.example) == folded]
    if len(same) != 1:
        return near, False
    return (same[0], *(one for one in near if one is not same[0])), True


def _word_for_word(near: Sequence[Near]) -> bool:
    """Is it a phrasing of the likeliest topic itself, and of no other? Voices never repeat each
    other, so no trial tells how sure that is."""
    return near[0].alike >= SAME and all(other.alike < SAME for other in near[1:])


def _too_little(words: list[str], nearest: Near) -> bool:
    """One word is near to much and means little: only what is an example itself is answered."""
    return len(words) == 1 and words[0] != fold(nearest.example)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Ways to take a message apart in two, at its marks first, then where it is joined."""
    sentences = [s for s in _SENTENCES.split(text) if fold(s)]
    tried = 0
    for first, second in pairwise(sentences):
        yield first, second
        tried += 1
    for join in _JOINS.finditer(text):
        if tried >= MOST_SPLITS:
            return
        yield text[: join.start()], text[join.end() :]
        tried += 1
