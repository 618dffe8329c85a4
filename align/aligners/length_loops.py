"""The dynamic programme of alignment by length: weights of all ways to and from each cell.

The beads of Gale & Church 1993, section 3, in the forward-backward recurrences of a semi-Markov
chain (Rabiner 1989, eqs. 68-75). A cell (i, j) stands after i source and j target segments, in one
of three states: behind a match, behind an omitted source or behind an omitted target segment. All
weights are logarithms; a match is weighed against the chance that its target lengths came about
on their own, so that the total says how much more likely the text is than two unrelated ones.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.compiled import compiled

if TYPE_CHECKING:
    from align.aligners.cells import Cells

__all__ = ["MATCH", "NEVER", "SOURCE", "TARGET", "Expected", "Lengths", "Sums", "Weights"]
__all__ += ["above", "backward", "coming", "forward", "length_weight"]

Array = np.ndarray[Any, np.dtype[Any]]
MATCH, SOURCE, TARGET = 0, 1, 2  # states
NEVER = -1e300  # log of a weight of zero
NEGLIGIBLE = -30.0  # log of a share that changes no sum
WIDEST = 100.0  # z² beyond which it is always likelier that both sides are left out


class Lengths(NamedTuple):
    """The lengths of a text: prefix sums of both sides, and what target runs are on their own.

    ``alone[b, j]`` is the log density of the length of the b target segments that end before j.
    """

    source: Array
    target: Array
    alone: Array


class Weights(NamedTuple):
    """The model: log weights of match shapes and of steps between states, and of lengths."""

    shapes: Array  # integers (k, 2): source and target segments of each match
    prior: Array  # (k,)
    step: Array  # (3, 3), from state to state
    ratio: float  # c, target characters for each of the source
    variance: float  # s², per character


class Sums(NamedTuple):
    """Log weights of all ways up to (or from) each cell in each state, shape (cells, 3)."""

    ways: Array
    entry: Array  # (cells,): of all ways that go on from there with a match
    total: float


class Expected(NamedTuple):
    """What is expected of the matches under the model, over all ways."""

    shapes: Array  # (k,), how many of each
    sums: Array  # source characters, target characters, squared deviations


@compiled
def length_weight(x: float, y: float, ratio: float, variance: float) -> float:
    """Return the log density of y target characters where x stand in the source.

    The deviation z of Gale & Church 1993, eq. 1, is normal; s² spreads over the mean of what is
    foretold and what is there, and dz/dy makes it a density of y.
    """
    foretold = ratio * x
    spread = variance * max((foretold + y) / 2, 1.0)
    slope = variance / 4 * max(y + 3 * foretold, 1.0)
    normal = math.log(slope / (spread * math.sqrt(2 * math.pi * spread)))
    return normal - (y - foretold) ** 2 / spread / 2


@compiled
def far_off(x: float, y: float, ratio: float, variance: float) -> bool:
    """Say whether the lengths are so far from one another that they need no closer look."""
    foretold = ratio * x
    return (y - foretold) ** 2 > WIDEST * variance * max((foretold + y) / 2, 1.0)


@compiled
def log_sum(values: Array) -> float:
    """Return log Σ exp of values, `NEVER` of none."""
    highest = NEVER
    for value in values:
        highest = max(highest, value)
    if highest == NEVER:
        return NEVER
    total = 0.0
    for value in values:
        if value > highest + NEGLIGIBLE:
            total += math.exp(value - highest)
    return highest + math.log(total)


@compiled
def log_sum_of(first: float, second: float, third: float) -> float:
    """Return the logarithm of the sum of three weights."""
    highest = max(first, second, third)
    if highest == NEVER:
        return NEVER
    total = math.exp(first - highest) + math.exp(second - highest) + math.exp(third - highest)
    return highest + math.log(total)


@compiled
def come(ways: Array, here: int, step: Array, state: int) -> float:
    """Return the log weight of all ways to a cell that go on to ``state``."""
    return log_sum_of(
        ways[here, MATCH] + step[MATCH, state],
        ways[here, SOURCE] + step[SOURCE, state],
        ways[here, TARGET] + step[TARGET, state],
    )


@compiled
def above(cells: Cells, i: int) -> tuple[int, int]:
    """Return the first and last column of row i that an omission reaches from the row before."""
    if i >= len(cells.low) or i <= cells.top[i]:
        return 1, 0
    first = max(cells.left[i], cells.low[i], cells.low[i - 1])
    return first, min(cells.right[i], cells.high[i], cells.high[i - 1])


# The loops over the beads of a row. Fields are taken out of them: to look one up, or to pass an
# array to a function, costs as much as a bead.


@compiled
def coming(text: Lengths, cells: Cells, model: Weights, entry: Array, i: int) -> Array:
    """Return for each cell of row i the log weights of all ways there by each shape of match."""
    low, high, first = cells.low, cells.high, cells.low[i]
    weights = np.full((high[i] - first + 1, len(model.prior)), NEVER)
    target, ratio, variance = text.target, model.ratio, model.variance
    for number in range(len(model.prior)):
        a, b = model.shapes[number, 0], model.shapes[number, 1]
        row, prior, alone = i - a, model.prior[number], text.alone[b]
        if row < cells.top[i]:
            continue
        x, begin = text.source[i] - text.source[row], cells.start[row] - low[row] - b
        leftmost = max(first, max(low[row], cells.left[i]) + b)
        for j in range(leftmost, min(high[i], high[row] + b, cells.right[i]) + 1):
            way, y = entry[begin + j], target[j] - target[j - b]
            if way > NEVER and not far_off(x, y, ratio, variance):
                chance = length_weight(x, y, ratio, variance)
                weights[j - first, number] = way + prior + chance - alone[j]
    return weights


@compiled
def going(text: Lengths, cells: Cells, model: Weights, ways: Array, i: int) -> Array:
    """Return for each cell of row i the log weights of all ways on by each shape of match."""
    low, high, first = cells.low, cells.high, cells.low[i]
    weights = np.full((high[i] - first + 1, len(model.prior)), NEVER)
    target, ratio, variance = text.target, model.ratio, model.variance
    for number in range(len(model.prior)):
        a, b = model.shapes[number, 0], model.shapes[number, 1]
        row, prior, alone = i + a, model.prior[number], text.alone[b]
        if row >= len(low) or cells.top[row] > i:
            continue
        x, end = text.source[row] - text.source[i], cells.start[row] - low[row] + b
        leftmost = max(first, low[row] - b, cells.left[row])
        for j in range(leftmost, min(high[i], min(high[row], cells.right[row]) - b) + 1):
            way, y = ways[end + j, MATCH], target[j + b] - target[j]
            if way > NEVER and not far_off(x, y, ratio, variance):
                chance = length_weight(x, y, ratio, variance)
                weights[j - first, number] = way + prior + chance - alone[j + b]
    return weights


@compiled
def forward(text: Lengths, cells: Cells, model: Weights) -> Sums:
    """Return the weights of all ways from the first cell to each (Rabiner's alpha)."""
    low, start, step = cells.low, cells.start, model.step
    ways, entry = np.full((start[-1], 3), NEVER), np.full(start[-1], NEVER)
    for i in range(len(low)):
        came = coming(text, cells, model, entry, i)
        first, last = above(cells, i)
        for j in range(low[i], cells.high[i] + 1):
            here = start[i] + j - low[i]
            ways[here, MATCH] = log_sum(came[j - low[i]]) if here else 0.0
            if first <= j <= last:
                ways[here, SOURCE] = come(ways, start[i - 1] + j - low[i - 1], step, SOURCE)
            if j > low[i]:
                ways[here, TARGET] = come(ways, here - 1, step, TARGET)
            entry[here] = come(ways, here, step, MATCH)
    return Sums(ways, entry, log_sum(ways[-1]))


@compiled
def backward(text: Lengths, cells: Cells, model: Weights, alpha: Sums) -> tuple[Sums, Expected]:
    """Return the weights of all ways from each cell to the last (Rabiner's beta), and counts."""
    low, start, step = cells.low, cells.start, model.step
    ways, entry = np.zeros((start[-1], 3)), np.full(start[-1], NEVER)
    counts = Expected(np.zeros(len(model.shapes)), np.zeros(3))
    for i in range(len(low) - 1, -1, -1):
        goes = going(text, cells, model, ways, i)
        first, last = above(cells, i + 1)
        for j in range(cells.high[i], low[i] - 1, -1):
            here, source, target = start[i] + j - low[i], NEVER, NEVER
            match = entry[here] = log_sum(goes[j - low[i]])
            if first <= j <= last:
                source = ways[start[i + 1] + j - low[i + 1], SOURCE]
            if j < cells.high[i]:
                target = ways[here + 1, TARGET]
            if here < len(ways) - 1:  # from the last cell there is nowhere to go: weight 1
                for state in range(3):
                    on, over = match + step[state, MATCH], source + step[state, SOURCE]
                    ways[here, state] = log_sum_of(on, over, target + step[state, TARGET])
            come_here = alpha.entry[here] - alpha.total
            if match + come_here > NEGLIGIBLE:
                count_matches(text, model, (i, j), goes[j - low[i]] + come_here, counts)
    return Sums(ways, entry, ways[0, MATCH]), counts


@compiled
def count_matches(
    text: Lengths, model: Weights, at: tuple[int, int], weights: Array, counts: Expected
) -> None:
    """Add the matches that begin in a cell, of log posteriors ``weights``, to what is expected."""
    i, j = at
    for number in range(len(weights)):
        if weights[number] > NEGLIGIBLE:
            share = math.exp(weights[number])
            row, column = i + model.shapes[number, 0], j + model.shapes[number, 1]
            x, y = text.source[row] - text.source[i], text.target[column] - text.target[j]
            foretold = model.ratio * x
            counts.shapes[number] += share
            counts.sums[0] += share * x
            counts.sums[1] += share * y
            counts.sums[2] += share * (y - foretold) ** 2 / max((foretold + y) / 2, 1.0)
