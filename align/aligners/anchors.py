"""Anchors: segments of both sides that are each other's nearest, and chains of them.

Nearest by cross-domain similarity local scaling (Lample et al. 2018, "Word translation without
parallel data", eq. 3), which keeps a segment that is like everything from being an anchor.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from align.compiled import compiled

__all__ = ["Anchors", "chain", "mutual_neighbours"]

Array = np.ndarray[Any, np.dtype[Any]]
NEIGHBOURS = 5
ROWS_AT_ONCE = 512
# Columns on either side of the straight way that are compared in a text too long to compare whole.
REACH = 4_000
NEVER = np.float32(-9.0)


class Anchors(NamedTuple):
    """Pairs of segments with how much nearer they are to each other than to others; by rows."""

    rows: Array
    columns: Array
    weights: Array

    def of(self, kept: Array) -> Anchors:
        """Return those of the anchors that ``kept`` names."""
        return Anchors(self.rows[kept], self.columns[kept], self.weights[kept])


def mutual_neighbours(source: Array, target: Array) -> Anchors:
    """Return the mutual nearest neighbours among unit vectors, (n, d) and (m, d)."""
    near = _filled(source, NEIGHBOURS), _filled(target, NEIGHBOURS)
    for rows, columns in _blocks(len(source), len(target)):
        keep_nearest(source[rows] @ target[columns].T, rows.start, columns.start, near)
    means = tuple(np.where(side > NEVER, side, 0).mean(axis=1) for side in near)
    best = _filled(source, 2), _filled(target, 2)
    names = np.full(len(source), -1), np.full(len(target), -1)
    for rows, columns in _blocks(len(source), len(target)):
        scaled = 2 * (source[rows] @ target[columns].T)
        scaled -= means[0][rows, None] + means[1][None, columns]
        keep_best(scaled, (rows.start, columns.start), best, names)
    if not len(source) or not len(target):
        return Anchors(*(np.zeros(0, kind) for kind in (np.int64, np.int64, np.float32)))
    found = np.flatnonzero((names[0] >= 0) & (names[1][names[0]] == np.arange(len(source))))
    other = names[0][found]
    margins = np.minimum(
        best[0][found, 0] - best[0][found, 1], best[1][other, 0] - best[1][other, 1]
    )
    return Anchors(found, other, np.minimum(margins, 1.0)).of(best[0][found, 0] > 0)


def _filled(side: Array, columns: int) -> Array:
    return np.full((len(side), columns), NEVER, np.float32)


def _blocks(n: int, m: int) -> list[tuple[slice, slice]]:
    """Return the blocks of rows and columns that are compared."""
    blocks = []
    for start in range(0, n, ROWS_AT_ONCE):
        stop = min(n, start + ROWS_AT_ONCE)
        low, high = int(start * m / n) - REACH, int(stop * m / n) + REACH
        blocks.append((slice(start, stop), slice(max(0, low), min(m, high))))
    return blocks


@compiled
def insert(row: Array, value: float) -> None:
    """Put a value among the greatest ones, kept in falling order."""
    at = len(row) - 1
    while at > 0 and row[at - 1] < value:
        row[at] = row[at - 1]
        at -= 1
    row[at] = value


@compiled
def keep_nearest(cosines: Array, top: int, left: int, near: tuple[Array, Array]) -> None:
    """Add a block's cosines to the greatest of each row and column."""
    for i in range(cosines.shape[0]):
        for j in range(cosines.shape[1]):
            value = cosines[i, j]
            if value > near[0][top + i, -1]:
                insert(near[0][top + i], value)
            if value > near[1][left + j, -1]:
                insert(near[1][left + j], value)


@compiled
def keep_best(
    scaled: Array, corner: tuple[int, int], best: tuple[Array, Array], names: tuple[Array, Array]
) -> None:
    """Add a block's likenesses to the two greatest of each row and column, and name the first."""
    top, left = corner
    for i in range(scaled.shape[0]):
        for j in range(scaled.shape[1]):
            value = scaled[i, j]
            if value > best[0][top + i, 1]:
                if value > best[0][top + i, 0]:
                    names[0][top + i] = left + j
                insert(best[0][top + i], value)
            if value > best[1][left + j, 1]:
                if value > best[1][left + j, 0]:
                    names[1][left + j] = top + i
                insert(best[1][left + j], value)


def chain(anchors: Anchors) -> Array:
    """Return which anchors make the rising chain of the greatest weight, in order."""
    columns = int(anchors.columns.max(initial=0)) + 1
    return heaviest(anchors.columns, anchors.weights.astype(np.float64), columns)


@compiled
def heaviest(columns: Array, weights: Array, size: int) -> Array:
    """Return the heaviest subsequence of rising columns, by a Fenwick (1994) tree of maxima."""
    tree, holder = np.zeros(size + 1), np.full(size + 1, -1)
    before, total = np.full(len(columns), -1), np.zeros(len(columns))
    for k in range(len(columns)):
        at, best, came = columns[k], 0.0, -1
        while at > 0:
            if tree[at] > best:
                best, came = tree[at], holder[at]
            at -= at & -at
        before[k], total[k] = came, best + weights[k]
        at = columns[k] + 1
        while at <= size:
            if total[k] > tree[at]:
                tree[at], holder[at] = total[k], k
            at += at & -at
    found, count = np.zeros(len(columns), np.int64), 0
    last = np.argmax(total) if len(total) else -1
    while last >= 0:
        found[count] = last
        count += 1
        last = before[last]
    return found[:count][::-1].copy()
