"""A first way through a long text, found with few shapes in a wide band (Viterbi 1967)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.aligners.length_loops import (
    MATCH,
    NEVER,
    SOURCE,
    TARGET,
    Lengths,
    Weights,
    above,
    length_weight,
)
from align.compiled import compiled

if TYPE_CHECKING:
    from align.aligners.cells import Cells

__all__ = ["coarse_model", "likeliest_way"]

Array = np.ndarray[Any, np.dtype[Any]]
SHAPES = np.array([(1, 1), (1, 2), (2, 1)])
PRIOR = np.log([0.7, 0.15, 0.15])


class Rows(NamedTuple):
    """The last rows of the band, by row number modulo their number, and how they were reached."""

    entry: Array  # (rows, columns): log weight of the likeliest way that goes on with a match
    match: Array  # (columns,): log weight of the likeliest way that comes by a match
    back: Array  # (cells,): see `packed`


def coarse_model(start: Weights) -> Weights:
    """Return the model of ``start`` with few shapes."""
    return Weights(SHAPES, PRIOR, start.step, start.ratio, start.variance)


@compiled
def packed(shape: int, entry: int, source: int, target: int) -> int:
    """Return in one byte how a cell was reached.

    The shape of the match that comes to it, the state from which the next match is entered, and
    the states that an omitted source and an omitted target segment come from.
    """
    return shape + 4 * entry + 16 * source + 64 * target


@compiled
def likeliest(match: float, source: float, target: float) -> tuple[float, int]:
    """Return the greatest of the weights of three states, and its state."""
    if match >= source and match >= target:
        return match, MATCH
    return (source, SOURCE) if source >= target else (target, TARGET)


@compiled
def match_row(text: Lengths, cells: Cells, model: Weights, rows: Rows, i: int) -> None:
    """Find the likeliest match to each cell of row i."""
    low, high, height = cells.low, cells.high, len(rows.entry)
    match, back, first = rows.match, rows.back, cells.start[i] - cells.low[i]
    target, ratio, variance = text.target, model.ratio, model.variance
    match[low[i] : high[i] + 1] = NEVER
    if i == 0:
        match[0] = 0.0
    for number in range(len(model.prior)):
        a, b = model.shapes[number, 0], model.shapes[number, 1]
        row, prior, alone = i - a, model.prior[number], text.alone[b]
        if row < cells.top[i]:
            continue
        x, entry = text.source[i] - text.source[row], rows.entry[row % height]
        leftmost = max(low[i], max(low[row], cells.left[i]) + b)
        for j in range(leftmost, min(high[i], high[row] + b, cells.right[i]) + 1):
            chance = length_weight(x, target[j] - target[j - b], ratio, variance)
            weight = entry[j - b] + prior + chance - alone[j]
            if weight > match[j]:
                match[j], back[first + j] = weight, number


@compiled
def omission_row(cells: Cells, step: Array, rows: Rows, i: int, former: Array) -> Array:
    """Find the likeliest omissions to each cell of row i, and from where a match goes on.

    ``former`` are the weights of an omitted source segment behind each cell of the row before,
    and the states they come from. Returns the same of this row.
    """
    match, back, first = rows.match, rows.back, cells.start[i] - cells.low[i]
    entry, leftmost = rows.entry[i % len(rows.entry)], cells.low[i]
    begin, end = above(cells, i)
    behind = np.empty((cells.high[i] - leftmost + 1, 2))
    target, left = NEVER, 0
    for j in range(leftmost, cells.high[i] + 1):
        source, up = NEVER, 0
        if begin <= j <= end:
            source, up = former[j - cells.low[i - 1], 0], int(former[j - cells.low[i - 1], 1])
        entry[j], on = likeliest(
            match[j] + step[MATCH, MATCH],
            source + step[SOURCE, MATCH],
            target + step[TARGET, MATCH],
        )
        back[first + j] = packed(back[first + j], on, up, left)
        behind[j - leftmost, 0], behind[j - leftmost, 1] = likeliest(
            match[j] + step[MATCH, SOURCE],
            source + step[SOURCE, SOURCE],
            target + step[TARGET, SOURCE],
        )
        target, left = likeliest(
            match[j] + step[MATCH, TARGET],
            source + step[SOURCE, TARGET],
            target + step[TARGET, TARGET],
        )
    return behind


@compiled
def likeliest_way(text: Lengths, cells: Cells, model: Weights) -> Array:
    """Return the cells that the likeliest way passes, rows of (i, j), the last first.

    Only the rows that a bead can reach back to are held.
    """
    height, columns = model.shapes[:, 0].max() + 1, cells.high[-1] + 1
    rows = Rows(
        np.full((height, columns), NEVER),
        np.full(columns, NEVER),
        np.zeros(cells.start[-1], np.uint8),
    )
    former = np.empty((0, 2))
    for i in range(len(cells.low)):
        match_row(text, cells, model, rows, i)
        former = omission_row(cells, model.step, rows, i, former)
    return trace(cells, model.shapes, rows.back)


@compiled
def trace(cells: Cells, shapes: Array, back: Array) -> Array:
    """Return the cells of the way, read backwards from the last cell."""
    i, j = len(cells.low) - 1, cells.high[-1]
    passed = np.zeros((i + j + 1, 2), np.int64)
    count, state = 0, back[cells.start[-1] - 1] // 4 % 4  # the end is left as if for a match
    while i > 0 or j > 0:
        passed[count, 0], passed[count, 1] = i, j
        count += 1
        how = back[cells.start[i] + j - cells.low[i]]
        if state == MATCH:
            a, b = shapes[how % 4, 0], shapes[how % 4, 1]
            i, j = i - a, j - b
            state = back[cells.start[i] + j - cells.low[i]] // 4 % 4
        elif state == SOURCE:
            i, state = i - 1, how // 16 % 4
        else:
            j, state = j - 1, how // 64
    return passed[: count + 1]
