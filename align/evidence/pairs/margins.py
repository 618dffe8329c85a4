"""Margins: how much more alike two texts are than either is to other texts around them.

Artetxe & Schwenk 2019, "Margin-based Parallel Corpus Mining with Multilingual Sentence
Embeddings", compare the cosine with the mean of the nearest neighbours; beside that stand here
the one best rival and the spread of all of them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

__all__ = ["COMMON", "OWN", "Known", "Margins"]

Array = np.ndarray[Any, np.dtype[Any]]
COMMON = ("cosine", "margin")
OWN = ("ahead", "above")  # of the best rival; in standard deviations of all others
NEAREST = 4  # neighbours whose mean likeness is what any text would reach
WINDOW = 2_000  # units a unit is compared with, itself and those before it
AT_ONCE = 100  # units
LEAST_SPREAD = 0.05  # of cosines, where the others are few or all alike


class Known(NamedTuple):
    """One side of some units: vectors, and a number for each that is the same for equal texts."""

    vectors: Array
    names: Array

    def joined(self, other: Known) -> Known:
        """Return these units and others behind them."""
        vectors = np.concatenate([self.vectors, other.vectors])
        return Known(vectors, np.concatenate([self.names, other.names]))

    def part(self, rows: slice) -> Known:
        """Return some of the units."""
        return Known(self.vectors[rows], self.names[rows])


class Margins:
    """Compares units with those that came before; some strangers are always there."""

    def __init__(self, source: Array, target: Array) -> None:
        """Take the vectors of the strangers of both sides."""
        self._strangers = tuple(
            Known(vectors, np.full(len(vectors), -1, np.int64)) for vectors in (source, target)
        )
        empty = (Known(known.vectors[:0], known.names[:0]) for known in self._strangers)
        self._before: tuple[Known, ...] = tuple(empty)

    def measured(self, source: Known, target: Known) -> tuple[Array, Array, Array]:
        """Return `COMMON` (n, 2) and `OWN` of each side (n, 2) of units, and remember them."""
        count, earlier = len(source.names), len(self._before[0].names)
        sides = [one.joined(new) for one, new in zip(self._before, (source, target), strict=True)]
        cosine = np.einsum("ij,ij->i", source.vectors, target.vectors)
        figures = [self._rivals(sides, side, cosine, earlier) for side in (0, 1)]
        kept = slice(max(0, earlier + count - WINDOW), None)
        self._before = tuple(side.part(kept) for side in sides)
        margin = 2 * cosine - figures[0][:, 2] - figures[1][:, 2]
        return np.column_stack([cosine, margin]), figures[0][:, :2], figures[1][:, :2]

    def _rivals(self, sides: list[Known], side: int, cosine: Array, earlier: int) -> Array:
        """Return for each new unit what its text is ahead of rivals, above them, and their mean."""
        own, others, strangers = sides[side], sides[1 - side], self._strangers[1 - side]
        rows = []
        for first in range(earlier, len(own.names), AT_ONCE):
            last = min(first + AT_ONCE, len(own.names))
            seen = others.part(slice(max(0, last - WINDOW), last))
            likeness = own.vectors[first:last] @ seen.joined(strangers).vectors.T
            partner = others.names[first:last, None] == np.append(seen.names, strangers.names)
            rows.append(_rivals(likeness, partner, cosine[first - earlier : last - earlier]))
        return np.concatenate(rows) if rows else np.zeros((0, 3))


def _rivals(likeness: Array, partner: Array, cosine: Array) -> Array:
    """Return three figures a row of ``likeness``; where ``partner`` is true stands no rival."""
    rivals = np.where(partner, -1.0, likeness)
    nearest = np.partition(rivals, rivals.shape[1] - NEAREST, axis=1)[:, -NEAREST:]
    count = np.maximum((~partner).sum(axis=1), 1)
    mean = np.where(partner, 0, likeness).sum(axis=1) / count
    square = np.where(partner, 0, likeness**2).sum(axis=1) / count
    spread = np.sqrt(np.maximum(square - mean**2, 0)) + LEAST_SPREAD
    ahead = cosine - nearest.max(axis=1)
    return np.column_stack([ahead, (cosine - mean) / spread, np.maximum(nearest, 0).mean(axis=1)])
