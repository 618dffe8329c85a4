"""Coverage: how much of a bead's one side is found in its other, and how much beside it.

What is looked for are items (clauses or words) of a segment; each is taken to be said where it is
found best, as in late interaction (Khattab & Zaharia 2020, ColBERT, eq. 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.compiled import compiled

if TYPE_CHECKING:
    from align.evidence.reading import Items

__all__ = ["WEIGHED", "Found", "covered", "found", "nearby", "strongest_by_segment", "weighed"]

Array = np.ndarray[Any, np.dtype[Any]]
NOWHERE = -9.0  # less than any likeness
# Weighted sums over the items of a span: said inside the other span; beside it; how much less
# inside than beside. Weighted means: of the segment said worst; of the segments at both ends, how
# much more they are said inside than in the segment next to the other span at that end.
WEIGHED = ("inside", "beside", "lost", "worst", "edges")


class Found(NamedTuple):
    """How well each item of n segments is found in each of m segments of the other side."""

    best: Array  # (items, m) float32
    starts: Array  # (n + 1,) first item of each segment
    weights: Array  # (items,) float32


def found(best: Array, items: Items) -> Found:
    """Return ``best``, a row an item, with the segments the items stand in."""
    return Found(np.ascontiguousarray(best, np.float32), items.starts, items.weights)


def strongest_by_segment(table: Array, starts: Array) -> Array:
    """Return the greatest entry in each segment's columns; 0 for a segment without any.

    ``table`` has shape (items, columns), ``starts`` (m + 1,); the result (items, m).
    """
    strongest = np.zeros((len(table), len(starts) - 1), np.float32)
    filled = np.flatnonzero(np.diff(starts))
    if len(filled) and len(table):
        strongest[:, filled] = np.maximum.reduceat(table, starts[filled], axis=1)
    return strongest


@compiled
def covered_by_segment(seen: Found, widest: int) -> Array:
    """Return the same for each segment and 1..``widest`` others: (n, m, widest + 1)."""
    n, m = len(seen.starts) - 1, seen.best.shape[1]
    table = np.zeros((n, m, widest + 1), np.float32)
    for i in range(n):
        for item in range(seen.starts[i], seen.starts[i + 1]):
            for j in range(m):
                best = NOWHERE
                for other in range(1, min(widest, m - j) + 1):
                    best = max(best, float(seen.best[item, j + other - 1]))
                    table[i, j, other] += seen.weights[item] * best
    return table


@compiled
def covered(seen: Found, shapes: Array) -> Array:
    """Return the weighted sum over the items of a span, each where the other span says it best.

    ``shapes`` has a row (own, other segments) a shape. The result has shape (shapes, n, m), by
    first segments, float32.
    """
    n, m = len(seen.starts) - 1, seen.best.shape[1]
    by_segment = covered_by_segment(seen, shapes[:, 1].max())
    table = np.zeros((len(shapes), n, m), np.float32)
    for number in range(len(shapes)):
        own, other = shapes[number]
        if own == 0 or other == 0:
            continue
        for i in range(n - own + 1):
            for j in range(m - other + 1):
                for segment in range(i, i + own):
                    table[number, i, j] += by_segment[segment, j, other]
    return table


@compiled
def best_in(row: Array, start: int, stop: int) -> float:
    """Return the greatest entry of a row from ``start`` (or 0) to ``stop`` (or its end)."""
    best = NOWHERE
    for column in range(max(0, start), min(len(row), stop)):
        best = max(best, float(row[column]))
    return best


@compiled
def weighed(seen: Found, own: Array, other: Array, reach: int) -> Array:
    """Return what beads cover, columns `WEIGHED`, shape (beads, 5), float32.

    ``own`` and ``other`` hold first segment and number of segments of each bead, (beads, 2).
    "Beside" are the ``reach`` segments on either side of the bead's other span.
    """
    table = np.zeros((len(own), 5), np.float32)
    for bead in range(len(own)):
        first, last = own[bead, 0], own[bead, 0] + own[bead, 1] - 1
        start, stop = other[bead, 0], other[bead, 0] + other[bead, 1]
        worst = -NOWHERE
        for segment in range(first, last + 1):
            inside = before = behind = weight = 0.0
            for item in range(seen.starts[segment], seen.starts[segment + 1]):
                row, share = seen.best[item], seen.weights[item]
                here = best_in(row, start, stop)
                beside = max(best_in(row, start - reach, start), best_in(row, stop, stop + reach))
                if beside > NOWHERE:
                    table[bead, 1] += share * beside
                    table[bead, 2] += share * min(0.0, here - beside)
                inside += share * here
                before += share * max(0.0, best_in(row, start - 1, start))
                behind += share * max(0.0, best_in(row, stop, stop + 1))
                weight += share
            table[bead, 0] += inside
            if weight > 0:
                worst = min(worst, inside / weight)
                if segment == first:
                    table[bead, 4] += (inside - before) / weight
                if segment == last:
                    table[bead, 4] += (inside - behind) / weight
        table[bead, 3] = worst if worst < -NOWHERE else 0.0
    return table


@compiled
def nearby(seen: Found, segments: Array, places: Array, reach: int) -> Array:
    """Return how well segments are said within ``reach`` segments of their place on the other side.

    ``places`` are cells: the place between segments ``places[k]`` - 1 and ``places[k]``. The result
    is the weighted mean over the items of each segment, 0 for one without any; (segments,) float32.
    """
    said = np.zeros(len(segments), np.float32)
    for k in range(len(segments)):
        inside = weight = 0.0
        for item in range(seen.starts[segments[k]], seen.starts[segments[k] + 1]):
            best = best_in(seen.best[item], places[k] - reach, places[k] + reach)
            if best > NOWHERE:
                inside += seen.weights[item] * best
            weight += seen.weights[item]
        if weight > 0:
            said[k] = inside / weight
    return said
