"""The inner loops over the words of pairs, compiled."""

from __future__ import annotations

from typing import Any

import numpy as np

from align.compiled import compiled

__all__ = ["FIGURES", "best", "word_figures"]

Array = np.ndarray[Any, np.dtype[Any]]
# Of the words of one side, each with the probability that the other side says it and a weight:
# the weighted share that is said; what is said and what is not, in weight; the weight of the run
# of words that is most clearly not said, and its share; how much better one end is said than the
# other; how far the worst run lies under the side's own mean. Then where the run begins and ends.
FIGURES = ("words", "hits", "misses", "gap", "gap_share", "lean", "dip", "gap_start", "gap_end")
UNSAID = 0.35  # a word less likely said than this adds to a run, a likelier one ends it
UNDER_MEAN = 0.15  # the same for the run under the side's own mean
FEWEST = 4  # words of a side that has two ends


@compiled
def best(likeness: Array, rows: int, columns: int) -> tuple[Array, Array]:
    """Return the greatest entry of each row and of each column of a flat table; 0 at least."""
    of_rows, of_columns = np.zeros(rows, np.float32), np.zeros(columns, np.float32)
    for i in range(rows):
        for j in range(columns):
            value = likeness[i * columns + j]
            of_rows[i] = max(of_rows[i], value)
            of_columns[j] = max(of_columns[j], value)
    return of_rows, of_columns


@compiled
def _worst_run(said: Array, weights: Array, level: float) -> tuple[float, int, int]:
    """Return the greatest sum of weight × (level - said) over neighbours, and their range."""
    most, current, start = 0.0, 0.0, 0
    first, last = 0, 0
    for i in range(len(said)):
        if current <= 0:
            current, start = 0.0, i
        current += weights[i] * (level - said[i])
        if current > most:
            most, first, last = current, start, i + 1
    return most, first, last


@compiled
def _lean(said: Array, weights: Array) -> float:
    """Return the greatest difference between the means before and behind a place.

    It counts for more where both parts weigh about the same.
    """
    total, held = weights.sum(), (weights * said).sum()
    most, weight, inside = 0.0, 0.0, 0.0
    for i in range(len(said) - 1):
        weight += weights[i]
        inside += weights[i] * said[i]
        behind = max(total - weight, 1e-6)
        difference = abs(inside / weight - (held - inside) / behind)
        most = max(most, difference * np.sqrt(weight * behind) / total)
    return most


@compiled
def word_figures(said: Array, weights: Array) -> Array:
    """Return the `FIGURES` of the words of one side."""
    figures = np.zeros(9)
    if len(said) == 0:
        figures[0] = 0.5  # nothing to look for: as likely as not
        return figures
    total = weights.sum()
    hits = (weights * said).sum()
    figures[0], figures[1], figures[2] = hits / total, hits, total - hits
    gap, first, last = _worst_run(said, weights, UNSAID)
    figures[3], figures[4] = gap, gap / total
    if len(said) >= FEWEST:
        figures[5] = _lean(said, weights)
    dip, _, _ = _worst_run(said, weights, said.mean() - UNDER_MEAN)
    figures[6] = dip / total
    figures[7], figures[8] = first, last
    return figures
