"""Softmax regression over sparse rows: which features speak for which label.

Learnt in small batches with steps of their own for each feature (AdaGrad). Within a batch only the
features that occur are touched, as one small dense block, so that it takes a second and needs no
library for sparse matrices. The order of batches is fixed: the same examples give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from contest.faq.features import Floats, Ints, Rows

EPOCHS = 2
LEAST_STEPS = 1600  # of few examples, more epochs
BATCH = 24  # small ones come to the same in fewer rounds
STEP = 0.4
DECAY = np.float32(1e-4)
SHARPNESS = np.float32(8)  # rows have length 1: without it no probability would get near 1
TYPICAL = 4  # examples of a label that have a feature; fewer may be chance
LEAST = np.float32(-20)  # exp of less would be so small that arithmetic gets slow


@dataclass(frozen=True, slots=True)
class _Batch:
    features: Ints  # that occur in it, each once
    row: Ints
    column: Ints  # into `features`
    weights: Floats
    labels: Ints

    def dense(self) -> Floats:
        block = np.zeros((len(self.labels), len(self.features)), np.float32)
        block[self.row, self.column] = self.weights
        return block


@dataclass(frozen=True, slots=True)
class Apart:
    """A label that is all that the others are not, such as «does not belong here».

    What is typical of any other label may not speak for it: «hạn nộp thuế» is not ours because of
    «thuế», and that must not make «hạn nộp» suspect.
    """

    label: int
    common: npt.NDArray[np.bool_]  # by feature

    @classmethod
    def of(cls, rows: Rows, labels: Ints, label: int, n_features: int) -> Apart:
        of_entry = np.repeat(labels, np.diff(rows.begin))
        common = np.zeros(n_features, bool)
        here = np.bincount(rows.ids[of_entry == label], minlength=n_features)
        share_here = here / max(int((labels == label).sum()), 1)
        for other in range(int(labels.max(initial=-1)) + 1):
            if other == label:
                continue
            there = np.bincount(rows.ids[of_entry == other], minlength=n_features)
            share = there / max(int((labels == other).sum()), 1)
            common |= (there >= TYPICAL) & (share >= share_here)
        return cls(label, common)

    def hold_back(self, weights: Floats, features: Ints) -> None:
        """In the weights of these features, those of the label are brought down where they must."""
        mine = weights[:, self.label]
        others = (weights.sum(axis=1) - mine) / np.float32(weights.shape[1] - 1)
        np.copyto(mine, others, where=self.common[features] & (others < mine))


def learnt(
    rows: Rows,
    labels: Ints,
    n_labels: int,
    n_features: int,
    apart: Apart | None = None,
    importance: Sequence[float] = (),
) -> Floats:
    """The weights, features x labels. `importance`: of an example, by its label; 1 if not given."""
    matters = np.array(importance or [1.0] * n_labels, np.float32)
    order = np.random.default_rng(0)
    batches = list(_batches(rows, labels, order.permutation(len(rows)).astype(np.int32)))
    weights = np.zeros((n_features, n_labels), np.float32)
    steepness = np.full(n_features, 1e-4, np.float32)
    epochs = max(EPOCHS, -(-LEAST_STEPS // max(len(batches), 1)))
    for epoch in range(epochs):
        step = np.float32(STEP * (1 - epoch / epochs))
        for number in order.permutation(len(batches)):
            batch = batches[number]
            block, here = batch.dense(), weights[batch.features]
            wrong = probabilities(block @ here)
            wrong[np.arange(len(batch.labels)), batch.labels] -= 1
            each = matters[batch.labels]
            wrong *= (each / each.sum())[:, None]
            slope = block.T @ wrong
            slope += DECAY * here
            steep = steepness[batch.features] + np.einsum("fl,fl->f", slope, slope)
            steepness[batch.features] = steep
            slope *= (step / np.sqrt(steep))[:, None]
            here -= slope
            if apart:
                apart.hold_back(here, batch.features)
            weights[batch.features] = here
    return weights


def _batches(rows: Rows, labels: Ints, order: Ints) -> Iterator[_Batch]:
    lengths = np.diff(rows.begin)
    for start in range(0, len(order), BATCH):
        members = order[start : start + BATCH]
        ids = np.concatenate([rows.ids[rows.begin[m] : rows.begin[m + 1]] for m in members])
        weights = np.concatenate([rows.weights[rows.begin[m] : rows.begin[m + 1]] for m in members])
        features, column = np.unique(ids, return_inverse=True)
        row = np.repeat(np.arange(len(members), dtype=np.int32), lengths[members])
        yield _Batch(features, row, column.astype(np.int32), weights, labels[members])


def probabilities(scores: Floats) -> Floats:
    """Of each label, by row; of one row or of many."""
    sharp = SHARPNESS * scores
    sharp -= sharp.max(axis=-1, keepdims=True)
    found: Floats = np.exp(np.maximum(sharp, LEAST))
    found /= found.sum(axis=-1, keepdims=True)
    return found
