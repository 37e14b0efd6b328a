"""Phrasings that will make answers wrong: said to their editors, with where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from contest.faq.calibration import Phrasings
from contest.faq.features import Features
from contest.faq.model import Model
from contest.faq.nearest import Nearest
from contest.faq.normalise import fold

NEARLY_THE_SAME = 0.9  # cosine
ALL = np.zeros(1, np.int32)  # the one label of all phrasings here
NEAR_ENOUGH = 0.5  # a nearest neighbour further off than this contradicts nobody


@dataclass(frozen=True, slots=True)
class Doubt:
    """A phrasing and another that speaks against it.

    twice: the same words in two topics; near: nearly the same words in two topics; astray: its
    nearest neighbour of another voice belongs to another topic.
    """

    kind: Literal["twice", "near", "astray"]
    voice: str
    topic: str
    text: str
    other_topic: str
    other_text: str
    alike: float


def doubts(voices: Mapping[str, Phrasings]) -> list[Doubt]:
    """What an editor should look at, the surest first."""
    found = [*twice(voices), *_against(_rows(voices))]
    order = {"twice": 0, "near": 1, "astray": 2}
    return sorted(found, key=lambda doubt: (order[doubt.kind], -doubt.alike, doubt.text))


_Row = tuple[str, str, str]


def _rows(voices: Mapping[str, Phrasings]) -> list[_Row]:
    return [
        (voice, topic, text)
        for voice, said in voices.items()
        for topic, texts in said.items()
        for text in texts
    ]


def twice(voices: Mapping[str, Phrasings]) -> Iterator[Doubt]:
    """The same words in two topics: one of them is never answered right."""
    same: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows(voices):
        same[fold(row[2])].append(row)
    for first, *others in same.values():
        for voice, topic, text in others:
            if topic != first[1]:
                yield Doubt("twice", voice, topic, text, first[1], first[2], 1.0)


def _against(rows: Sequence[_Row]) -> Iterator[Doubt]:
    """By the nearest neighbour of another voice: one author repeats themselves."""
    if not rows:
        return
    features, vectors = Features.learnt([text for _, _, text in rows])
    nearest_of = Nearest.of(vectors, [len(rows)], len(features.names))
    voices = np.array(_numbered([voice for voice, _, _ in rows]))
    for number, (voice, topic, text) in enumerate(rows):
        alike, _ = nearest_of.shared(ALL, vectors.vector(number))
        alike[voices == voices[number]] = -1
        nearest = int(alike.argmax())
        _, other_topic, other = rows[nearest]
        close = float(alike[nearest])
        if topic != other_topic and close >= NEAR_ENOUGH and fold(text) != fold(other):
            kind: Literal["near", "astray"] = "near" if close >= NEARLY_THE_SAME else "astray"
            yield Doubt(kind, voice, topic, text, other_topic, other, close)


def _numbered(names: Sequence[str]) -> list[int]:
    known = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return [known[name] for name in names]


def against_taught(model: Model, topic: str, texts: Sequence[str]) -> list[Doubt]:
    """What speaks against new phrasings of a topic among all that the model knows; also lines that
    are not ours (of the topic OUTSIDE). The surest first; one for each phrasing."""
    found = []
    for text in texts:
        near = model.read(text, model.labels).near
        own = max((one.alike for one in near if one.label == topic), default=0.0)
        others = [one for one in near if one.label != topic]
        same = [one for one in others if fold(one.example) == fold(text)]
        other = max(same or others, key=lambda one: one.alike)
        if same:
            found.append(Doubt("twice", "", topic, text, other.label, other.example, other.alike))
        elif other.alike >= NEAR_ENOUGH and other.alike > own:
            kind: Literal["near", "astray"] = "near" if other.alike >= NEARLY_THE_SAME else "astray"
            found.append(Doubt(kind, "", topic, text, other.label, other.example, other.alike))
    order = {"twice": 0, "near": 1, "astray": 2}
    return sorted(found, key=lambda doubt: (order[doubt.kind], -doubt.alike))
