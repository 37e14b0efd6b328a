"""Which field does a solution belong to? The likeliest one or two, and what says so."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from contest.faq.kept import kept_or_learnt
from contest.pack import Field, Pack

SURE = 0.8  # from this probability on the second field is not named
AT_LEAST = 0.2  # a field that is less likely is not named
KNOWN = 0.15  # share of the text that must be known; below this nothing was recognised
ALIKE = 0.1  # how alike the most alike description must be


@dataclass(frozen=True, slots=True)
class Suggestion:
    field: Field
    score: float  # how likely, 0 to 1
    because: str  # the known description that is most alike


def field_examples(pack: Pack) -> dict[str, tuple[str, ...]]:
    """What the finder is learnt from: field -> descriptions."""
    return {
        f.id: (
            *pack.field_descriptions[f.id],
            *(example for examples in f.examples.values() for example in examples),
            *f.plain.values(),
            *f.title.values(),
        )
        for f in pack.fields
    }


class FieldFinder:
    """The pack's fields, ready to be asked. `folder`: where what was learnt is kept."""

    def __init__(self, pack: Pack, folder: Path | None = None) -> None:
        self._fields: Mapping[str, Field] = {f.id: f for f in pack.fields}
        self._model = kept_or_learnt("fields", field_examples(pack), folder)

    def of(self, pack: Pack) -> FieldFinder:
        """The same, naming the fields of this pack: nothing is learnt for it."""
        made = copy(self)
        made._fields = {f.id: f for f in pack.fields}
        return made

    def suggest(self, description: str) -> list[Suggestion]:
        """The likeliest field; two, to choose from, if it is not sure; none if nothing is known."""
        reading = self._model.read(description)
        if reading.vector.known < KNOWN or reading.near[0].alike < ALIKE:
            return []
        first, *others = reading.near
        second = [n for n in others[:1] if first.score < SURE and n.score >= AT_LEAST]
        return [Suggestion(self._fields[n.label], n.score, n.example) for n in (first, *second)]
