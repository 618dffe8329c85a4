"""What the sums over all ways are good for: likely cells, the way of least risk, posteriors.

The way of least risk maximises the expected number of right beads (Goel & Byrne 2000), which is
not the way of greatest probability.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.length_loops import (
    MATCH,
    NEVER,
    SOURCE,
    TARGET,
    Lengths,
    Sums,
    Weights,
    above,
    coming,
    length_weight,
)
from align.compiled import compiled

if TYPE_CHECKING:
    from align.aligners.cells import Cells

__all__ = ["least_risk", "likely_columns", "priced", "trace"]

Array = np.ndarray[Any, np.dtype[Any]]
UNSEEN = -30.0  # log of a posterior that changes nothing
# An omission found counts for half a match found: it is most often a match that was missed.
WORTH_OF_OMISSION = 0.5
# An omission less probable than this is a loss: where everything is alike, all is as doubtful as
# anything, and the straight way is to be taken.
DOUBTFUL = 0.1


@compiled
def likely_columns(cells: Cells, alpha: Sums, beta: Sums, least: float) -> tuple[Array, Array]:
    """Return the first and the last column of each row with a log posterior of ``least``.

    Where a row has none, the first is behind the last.
    """
    low, high = cells.high.copy(), cells.low.copy()
    for i in range(len(low)):
        for j in range(cells.low[i], cells.high[i] + 1):
            here = cells.start[i] + j - cells.low[i]
            for state in range(3):
                if alpha.ways[here, state] + beta.ways[here, state] - alpha.total > least:
                    low[i], high[i] = min(low[i], j), max(high[i], j)
    return low, high


@compiled
def share_of(alpha: Sums, beta: Sums, here: int, state: int) -> float:
    """Return the posterior of a state of a cell."""
    return math.exp(min(0.0, alpha.ways[here, state] + beta.ways[here, state] - alpha.total))


@compiled
def best_match(
    cells: Cells, shapes: Array, gains: Array, weights: Array, at: tuple[int, int]
) -> tuple[float, int]:
    """Return the greatest gain of any way that comes to a cell by a match, and its shape.

    ``weights`` are the log posteriors of the matches that end there.
    """
    best, shape = NEVER, -1
    for number in range(len(shapes)):
        if weights[number] > UNSEEN:
            row, column = at[0] - shapes[number, 0], at[1] - shapes[number, 1]
            before = gains[cells.start[row] + column - cells.low[row]]
            gain = before + math.exp(min(0.0, weights[number]))
            if gain > best:
                best, shape = gain, number
    return best, shape


@compiled
def least_risk(text: Lengths, cells: Cells, model: Weights, sums: tuple[Sums, Sums]) -> Array:
    """Return for each cell how the way of greatest gain comes there.

    The gain is the sum of the posteriors of the beads. Numbers below that of shapes are matches,
    then comes an omitted source and an omitted target segment.
    """
    (alpha, beta), low, start, shapes = sums, cells.low, cells.start, model.shapes
    gains, back = np.full(start[-1], NEVER), np.full(start[-1], -1, np.int16)
    for i in range(len(low)):
        came = coming(text, cells, model, alpha.entry, i)
        first, last = above(cells, i)
        for j in range(low[i], cells.high[i] + 1):
            here = start[i] + j - low[i]
            best, shape = (NEVER, -1) if here else (0.0, -1)
            onward = beta.ways[here, MATCH] - alpha.total
            if alpha.ways[here, MATCH] + onward > UNSEEN and here:
                best, shape = best_match(cells, shapes, gains, came[j - low[i]] + onward, (i, j))
            if first <= j <= last:
                gain = gains[start[i - 1] + j - low[i - 1]]
                gain += WORTH_OF_OMISSION * (share_of(alpha, beta, here, SOURCE) - DOUBTFUL)
                if gain > best:
                    best, shape = gain, len(shapes)
            if j > low[i]:
                share = share_of(alpha, beta, here, TARGET) - DOUBTFUL
                gain = gains[here - 1] + WORTH_OF_OMISSION * share
                if gain > best:
                    best, shape = gain, len(shapes) + 1
            gains[here], back[here] = best, shape
    return back


@compiled
def trace(cells: Cells, shapes: Array, back: Array) -> Array:
    """Return the beads of the way found: rows of (i, j, number), the first first."""
    i, j = len(cells.low) - 1, cells.high[-1]
    beads = np.empty((i + j, 3), np.int64)
    count = len(beads)
    while i > 0 or j > 0:
        number = back[cells.start[i] + j - cells.low[i]]
        count -= 1
        beads[count, 0], beads[count, 1], beads[count, 2] = i, j, number
        if number < len(shapes):
            i, j = i - shapes[number, 0], j - shapes[number, 1]
        elif number == len(shapes):
            i -= 1
        else:
            j -= 1
    return beads[count:]


@compiled
def priced(
    text: Lengths, cells: Cells, model: Weights, sums: tuple[Sums, Sums], beads: Array
) -> Array:
    """Return the cost (-log weight) and the posterior of each bead of a way, shape (beads, 2)."""
    (alpha, beta), low, start = sums, cells.low, cells.start
    figures, state = np.empty((len(beads), 2)), MATCH
    for k in range(len(beads)):
        i, j, number = beads[k, 0], beads[k, 1], beads[k, 2]
        here, after = start[i] + j - low[i], max(0, number - len(model.shapes) + 1)
        weight = model.step[state, after]
        if after == MATCH:
            row, column = i - model.shapes[number, 0], j - model.shapes[number, 1]
            x, y = text.source[i] - text.source[row], text.target[j] - text.target[column]
            match = length_weight(x, y, model.ratio, model.variance) - text.alone[j - column, j]
            match += model.prior[number]
            weight += match
            way = alpha.entry[start[row] + column - low[row]] + match + beta.ways[here, MATCH]
            figures[k, 1] = math.exp(min(0.0, way - alpha.total))
        else:
            figures[k, 1] = share_of(alpha, beta, here, after)
        figures[k, 0], state = -weight, after
    return figures
