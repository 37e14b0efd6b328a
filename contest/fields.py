"""Which field does a solution belong to? The nearest one or two, and the example that says why."""

from __future__ import annotations

from dataclasses import dataclass

from contest.faq.index import Index
from contest.pack import Field, Pack

SECOND_WITHIN = 0.75  # a second field is named when it is at least this near, relative to the first
AT_LEAST = 0.2  # below this nothing was recognised; what is no description stays below it


@dataclass(frozen=True, slots=True)
class Suggestion:
    field: Field
    score: float
    because: str  # the known description that is most alike


class FieldFinder:
    """The pack's fields, ready to be asked."""

    def __init__(self, pack: Pack) -> None:
        self._fields = {f.id: f for f in pack.fields}
        self._index = Index(
            {
                f.id: (
                    *pack.field_descriptions[f.id],
                    *(example for examples in f.examples.values() for example in examples),
                    *f.plain.values(),
                    *f.title.values(),
                )
                for f in pack.fields
            }
        )

    def suggest(self, description: str) -> list[Suggestion]:
        """One or two fields, the nearest first; none if nothing in the words is known."""
        near = [n for n in self._index.nearest(description) if n.score >= AT_LEAST]
        kept = [n for n in near[:2] if n.score >= near[0].score * SECOND_WITHIN]
        return [Suggestion(self._fields[n.label], n.score, n.example) for n in kept]
