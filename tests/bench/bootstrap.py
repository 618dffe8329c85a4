"""How far an F1 may be chance: intervals over resampled documents (Efron 1979, percentiles).

Documents are drawn, not beads, since the beads of a text stand and fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evaluate import Counts

__all__ = ["Interval", "difference", "interval"]

SAMPLES = 1_000
SEED = 1993
FEWEST_DOCUMENTS = 5  # two can be drawn in three ways only: an interval of them is none
PERCENTILES = (2.5, 97.5)

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the bounds it keeps within in 95 of 100 resampled sets."""

    figure: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether zero lies outside it: of a difference, whether it is more than chance."""
        return self.low > 0 or self.high < 0


def interval(counts: Sequence[Counts]) -> Interval | None:
    """Return micro-averaged F1 and its interval; None where documents are too few to tell."""
    if len(counts) < FEWEST_DOCUMENTS:
        return None
    table = _table(counts)
    return _interval(float(_f1(table.sum(axis=0))), _f1(_resampled(table)))


def difference(one: Sequence[Counts], other: Sequence[Counts]) -> Interval | None:
    """Return F1 of ``one`` less that of ``other`` on the same documents, drawn together."""
    if len(one) != len(other):
        raise ValueError(f"{len(one)} documents cannot be paired with {len(other)}")
    if len(one) < FEWEST_DOCUMENTS:
        return None
    tables = _table(one), _table(other)
    figures = [float(_f1(table.sum(axis=0))) for table in tables]
    samples = [_f1(_resampled(table)) for table in tables]
    return _interval(figures[0] - figures[1], samples[0] - samples[1])


def _table(counts: Sequence[Counts]) -> Array:
    """Return a row a document: twice the right beads, and the beads of system and gold."""
    return np.array([(one.right + one.found, one.system + one.gold) for one in counts])


def _resampled(table: Array) -> Array:
    """Return the sums over the documents of each sample; the draws are the same for a length."""
    size = len(table)
    draws = np.random.default_rng(SEED).integers(0, size, (SAMPLES, size))
    sums: Array = table[draws].sum(axis=1)
    return sums


def _f1(sums: Array) -> Array:
    """Return F1, which where one bead answers one bead is twice the right ones over all."""
    figures: Array = sums[..., 0] / np.maximum(sums[..., 1], 1)
    return figures


def _interval(figure: float, samples: Array) -> Interval:
    low, high = np.percentile(samples, PERCENTILES)
    return Interval(figure, float(low), float(high))
