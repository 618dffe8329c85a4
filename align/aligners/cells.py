"""The cells a dynamic programme looks at: a ragged band that keeps between the layout's anchors.

A cell (i, j) stands after i source and j target segments. Row i holds the columns ``low[i]`` to
``high[i]``, both included, so that memory grows with the cells looked at and with nothing else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

__all__ = ["Cells", "Limits", "around", "diagonal", "limits_of"]

Array = np.ndarray[Any, np.dtype[Any]]


class Limits(NamedTuple):
    """What the anchors allow, by row; integer arrays of one entry a row.

    A bead with a source side that ends in row i begins in row ``top[i]`` or below it and keeps
    within the columns ``left[i]`` … ``right[i]``. Row i has the cells ``left[i]`` … ``reach[i]``.
    """

    top: Array
    left: Array
    right: Array
    reach: Array
    corners: (
        Array  # the cells between anchors, shape (anchors + 1, 2), first and last cell included
    )


class Cells(NamedTuple):
    """A ragged band: cell (i, j) is number ``start[i] + j - low[i]`` of all cells."""

    low: Array
    high: Array
    start: Array  # one entry more than there are rows; the last is the number of cells
    top: Array
    left: Array
    right: Array


def limits_of(corners: Array) -> Limits:
    """Return the limits that cells between anchors set, the first and last cell among them."""
    rows = int(corners[-1, 0])
    stops = np.searchsorted(corners[1:, 0], np.arange(rows + 1), side="left")
    before = np.minimum(stops, len(corners) - 2)  # the anchor that ends in or behind row i …
    behind = np.searchsorted(corners[1:, 0], np.arange(rows + 1), side="right")
    behind = np.minimum(behind, len(corners) - 2)  # … and the one that goes on from there
    left = corners[before, 1].copy()
    left[0] = 0
    return Limits(
        top=corners[before, 0],
        left=left,
        right=corners[before + 1, 1],
        reach=corners[behind + 1, 1],
        corners=corners,
    )


def diagonal(source: Array, target: Array, half_width: int, limits: Limits) -> Cells:
    """Return a band around the straight way, by length, through each anchor.

    ``source`` and ``target`` are prefix sums of lengths.
    """
    rows, stops = np.arange(len(source)), limits.corners[1:, 0]
    anchor = np.minimum(np.searchsorted(stops, rows, side="left"), len(stops) - 1)
    (top, left), (bottom, right) = limits.corners[anchor].T, limits.corners[anchor + 1].T
    length = np.maximum(source[bottom] - source[top], 1.0)
    share = (source - source[top]) / length
    centre = np.searchsorted(target, target[left] + share * (target[right] - target[left]))
    centre = np.clip(centre, left, right)
    return around(centre, centre, half_width, limits)


def around(low: Array, high: Array, margin: int, limits: Limits) -> Cells:
    """Return the cells from ``margin`` columns before ``low`` to as many behind ``high``, by row.

    A row that was not touched has a ``low`` above its ``high``. The corners between anchors are
    always among the cells, and neighbouring rows always meet, so that there is a way through.
    """
    low, high = (np.clip(side, limits.left, limits.reach) for side in (low - margin, high + margin))
    np.minimum.at(low, limits.corners[:, 0], limits.corners[:, 1])
    np.maximum.at(high, limits.corners[:, 0], limits.corners[:, 1])
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    high[:-1] = np.maximum(high[:-1], low[1:])
    start = np.concatenate([[0], np.cumsum(high - low + 1)])
    return Cells(low, high, start, limits.top, limits.left, limits.right)
