"""Examples of each label, by what they hold: the one of a label that is most like a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from contest.faq.features import Floats, Ints, Rows, Vector


@dataclass(frozen=True, slots=True)
class Alike:
    """Of one label: its example most like a text (of all examples), how alike (0 to 1), and the
    share of the text that some example of the label has too (0 to 1, of what is known of it)."""

    example: int
    alike: float
    covered: float


class Nearest:
    """Turned from row by row to feature by feature, within each label.

    A text meets the examples that share something with it, and no others.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        n_features: int,
        keys: Ints,
        begin: Ints,
        examples: Ints,
        weights: Floats,
    ) -> None:
        """`sizes`: examples of each label. `keys`: label x features + feature, where there is any;
        those of `keys[n]` are `begin[n]` to `begin[n + 1]` of `examples` and `weights`."""
        self.keys, self.begin, self.examples, self.weights = keys, begin, examples, weights
        self._ends = np.cumsum([0, *sizes])
        self._n_features = np.int32(n_features)

    @classmethod
    def of(cls, rows: Rows, sizes: Sequence[int], n_features: int) -> Nearest:
        """`rows`: the examples of the first label, then those of the second, and so on."""
        of_row = np.repeat(np.arange(len(rows), dtype=np.int32), np.diff(rows.begin))
        label = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        key = label[of_row] * np.int32(n_features) + rows.ids
        order = np.argsort(key, kind="stable")
        keys, first = np.unique(key[order], return_index=True)
        begin = np.append(first, len(key)).astype(np.int32)
        return cls(sizes, n_features, keys, begin, of_row[order], rows.weights[order])

    def __len__(self) -> int:
        return int(self._ends[-1])

    def shared(self, labels: Ints, vector: Vector) -> tuple[Floats, Floats]:
        """The cosine of the text with every example of these labels; its share that each has."""
        wanted = (labels[:, None] * self._n_features + vector.ids).ravel()
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        met = np.flatnonzero(self.keys[at] == wanted) if len(self.keys) else np.zeros(0, np.int64)
        weights = vector.weights[met % max(len(vector.ids), 1)]
        first, end = self.begin[at[met]], self.begin[at[met] + 1]
        spans = _spans(first, end)
        products = self.weights[spans] * np.repeat(weights, end - first)
        cosines: Floats = np.bincount(self.examples[spans], products, len(self)).astype(np.float32)
        of_label = met // max(len(vector.ids), 1)
        shares: Floats = np.bincount(of_label, weights * weights, len(labels)).astype(np.float32)
        return cosines, shares

    def most_alike(self, labels: Ints, vector: Vector) -> list[Alike]:
        """Of each label, in their order."""
        cosines, shares = self.shared(labels, vector)
        found = []
        for label, share in zip(labels, shares, strict=True):
            first, end = self._ends[label], self._ends[label + 1]
            best = int(first + cosines[first:end].argmax()) if first < end else -1
            alike = float(cosines[best]) if best >= 0 else 0.0
            found.append(Alike(best, alike, float(share)))
        return found


def _spans(first: npt.NDArray[np.int32], end: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """Every number from `first[n]` up to `end[n]`, for each n."""
    sizes = end - first
    before = np.cumsum(sizes) - sizes
    return np.repeat(first - before, sizes) + np.arange(int(sizes.sum()))
