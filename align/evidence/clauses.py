"""Clauses: whether each clause of one side is said in some run of clauses of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.coverage import Found, found, strongest_by_segment
from align.stages import Sums

if TYPE_CHECKING:
    from align.evidence.reading import Reading
    from align.stages import Encoder

__all__ = ["clauses_found"]

Array = np.ndarray[Any, np.dtype[Any]]
LONGEST_WINDOW = 4  # clauses
# A text of few segments shows little of what is usual: so many more are thought to be there, and
# to say a clause as well as a stranger does in law, news and novels.
UNSEEN, USUAL = 4, 0.15


def clauses_found(
    encoder: Encoder, source: tuple[Reading, slice], target: tuple[Reading, slice]
) -> tuple[Found, Found]:
    """Return how well the clauses of each side are found in the segments of the other.

    A side is a reading and the part of its segments to look at. A clause is found as well as its
    vector is like that of the best window of one to four clauses of a segment, or of the whole
    segment, above its mean over all segments.
    """
    one, other = _Part(encoder, *source), _Part(encoder, *target)
    return one.found_in(other), other.found_in(one)


class _Part:
    """The vectors of some segments' clauses and windows."""

    def __init__(self, encoder: Encoder, reading: Reading, part: slice) -> None:
        self._items = reading.clauses.within(part)
        self._clauses = _clauses(encoder, reading, part)
        self._windows, self._starts = _windows(encoder, reading, part)

    def found_in(self, other: _Part) -> Found:
        """Return how well the clauses are found in the segments of the other side."""
        best = strongest_by_segment(self._clauses @ other._windows.T, other._starts)
        usual = best.sum(axis=1, keepdims=True) + UNSEEN * USUAL
        return found(best - usual / (best.shape[1] + UNSEEN), self._items)


def _held(reading: Reading, part: slice) -> slice:
    starts = reading.clauses.starts
    return slice(starts[part.start], starts[part.stop])


def _clauses(encoder: Encoder, reading: Reading, part: slice) -> Array:
    held = _held(reading, part)
    total, length = reading.features.pieces
    return encoder.vectors(Sums(total[held].astype(np.float32), length[held]))


def _windows(encoder: Encoder, reading: Reading, part: slice) -> tuple[Array, Array]:
    """Return the vectors of each segment and of its windows, and where each segment's begin."""
    held = _held(reading, part)
    starts = reading.clauses.starts[part.start : part.stop + 1] - held.start
    segment = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    totals = [reading.features.texts.total[part]]
    lengths = [reading.features.texts.length[part]]
    segments = [np.arange(len(starts) - 1)]
    total, length = (sums[held].astype(np.float32) for sums in reading.features.pieces)
    run, run_length = total, length
    for k in range(1, LONGEST_WINDOW + 1):
        count = max(0, len(segment) - k + 1)
        if k > 1:
            run = run[:count] + total[k - 1 : k - 1 + count]
            run_length = run_length[:count] + length[k - 1 : k - 1 + count]
        first = segment[:count]
        inside = (first == segment[k - 1 : k - 1 + count]) & (np.diff(starts)[first] > k)
        totals.append(run[inside])
        lengths.append(run_length[inside])
        segments.append(first[inside])
    owner = np.concatenate(segments)
    order = np.argsort(owner, kind="stable")
    sums = Sums(np.concatenate(totals)[order], np.concatenate(lengths)[order])
    return encoder.vectors(sums), np.searchsorted(owner[order], np.arange(len(starts)))
