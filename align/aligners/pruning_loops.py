"""The inner loops of the first pass: a dense programme over all cells of a field.

Forward and backward sums (Baum et al. 1970) and the best way (Viterbi 1967) over the log weights
of beads, by kind and first segments: (kinds, n + 1, m + 1).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from align.aligners.inventory import ONE_TO_ONE, SHAPES
from align.compiled import compiled
from align.evidence.length import RATIO_SPREAD

__all__ = ["NEVER", "dense_posteriors", "length_weights", "reestimated"]

Array = np.ndarray[Any, np.dtype[Any]]
NEVER = -1e30
TEMPERATURE = 2.0  # flattens the weights, so that doubtful beads are kept
NEGLIGIBLE = 30.0  # log weight below the greatest
LEAST_VARIANCE, GREATEST_VARIANCE = 12.0, 60.0
LEARNED_FROM = 3.0  # beads; fewer say nothing about a text
FURTHEST = 9.0  # squared deviations count for no more variances than so many


@compiled
def log_tail(deviation: float) -> float:
    """Return the log of the chance of so great a deviation; see `log_two_tails`."""
    x = max(abs(deviation) / math.sqrt(2.0), 1e-6)
    tail = math.log1p(-math.exp(-1.98 * x)) - x * x - math.log(1.135 * math.sqrt(math.pi) * x)
    return min(tail, 0.0)


@compiled
def length_weights(fixed: Array, lengths: tuple[Array, Array], model: tuple[float, float]) -> Array:
    """Return ``fixed`` and the log weights of the lengths, at the temperature of the first pass.

    ``lengths`` are prefix sums of characters, ``model`` the ratio and the variance.
    """
    (source, target), (ratio, variance) = lengths, model
    weights = fixed / np.float32(TEMPERATURE)
    for kind in range(ONE_TO_ONE, len(SHAPES)):
        a, b = SHAPES[kind]
        for i in range(len(source) - a):
            x = (source[i + a] - source[i]) * ratio
            for j in range(len(target) - b):
                y = target[j + b] - target[j]
                mean = max((x + y) / 2, 1.0)
                spread = math.sqrt(variance * mean + (RATIO_SPREAD * mean) ** 2)
                weights[kind, i, j] += log_tail((y - x) / spread) / TEMPERATURE
    return weights


@compiled
def expected_lengths(shares: Array, lengths: tuple[Array, Array]) -> tuple[float, float, float]:
    """Return the expected number of matches, and of characters in their sources and targets."""
    source, target = lengths
    beads = x_total = y_total = 0.0
    for kind in range(ONE_TO_ONE, len(SHAPES)):
        a, b = SHAPES[kind]
        for i in range(len(source) - a):
            for j in range(len(target) - b):
                share = shares[kind, i, j]
                beads += share
                x_total += share * (source[i + a] - source[i])
                y_total += share * (target[j + b] - target[j])
    return beads, x_total, y_total


@compiled
def reestimated(
    shares: Array, lengths: tuple[Array, Array], model: tuple[float, float]
) -> tuple[float, float]:
    """Return ratio and variance of lengths as the posteriors ``shares`` see them."""
    (source, target), (ratio, variance) = lengths, model
    beads, x_total, y_total = expected_lengths(shares, lengths)
    if beads < LEARNED_FROM or x_total == 0 or y_total == 0:
        return ratio, variance
    ratio, squares = y_total / x_total, 0.0
    for kind in range(ONE_TO_ONE, len(SHAPES)):
        a, b = SHAPES[kind]
        for i in range(len(source) - a):
            x = (source[i + a] - source[i]) * ratio
            for j in range(len(target) - b):
                if shares[kind, i, j] > 0:
                    y = target[j + b] - target[j]
                    square = (y - x) ** 2 / max((x + y) / 2, 1.0)
                    squares += shares[kind, i, j] * min(square, FURTHEST * variance)
    return ratio, min(max(squares / beads, LEAST_VARIANCE), GREATEST_VARIANCE)


@compiled
def log_sum_of_ways(values: Array, count: int) -> float:
    """Return log(sum(exp(values[:count])))."""
    top = NEVER
    for at in range(count):
        top = max(top, values[at])
    if top <= NEVER:
        return NEVER
    total = 0.0
    for at in range(count):
        if values[at] > top - NEGLIGIBLE:
            total += math.exp(values[at] - top)
    return top + math.log(total)


@compiled
def dense_forward(weights: Array) -> tuple[Array, Array]:
    """Return the log weight of all ways to each cell, and the last kind of bead on the best."""
    kinds, rows, columns = weights.shape
    total, best = np.full((rows, columns), NEVER), np.full((rows, columns), NEVER)
    last, ways = np.zeros((rows, columns), np.int8), np.zeros(kinds)
    total[0, 0] = best[0, 0] = 0.0
    for i in range(rows):
        for j in range(columns):
            count = 0
            for kind in range(kinds):
                a, b = SHAPES[kind]
                if a > i or b > j or weights[kind, i - a, j - b] <= NEVER / 4:
                    continue
                weight = weights[kind, i - a, j - b]
                ways[count] = total[i - a, j - b] + weight
                count += 1
                if best[i - a, j - b] + weight > best[i, j]:
                    best[i, j], last[i, j] = best[i - a, j - b] + weight, kind
            if count:
                total[i, j] = log_sum_of_ways(ways, count)
    return total, last


@compiled
def dense_backward(weights: Array) -> Array:
    """Return the log weight of all ways from each cell to the last."""
    kinds, rows, columns = weights.shape
    total, ways = np.full((rows, columns), NEVER), np.zeros(kinds)
    total[rows - 1, columns - 1] = 0.0
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            count = 0
            for kind in range(kinds):
                a, b = SHAPES[kind]
                if i + a < rows and j + b < columns and weights[kind, i, j] > NEVER / 4:
                    ways[count] = total[i + a, j + b] + weights[kind, i, j]
                    count += 1
            if count:
                total[i, j] = log_sum_of_ways(ways, count)
    return total


@compiled
def dense_posteriors(weights: Array) -> tuple[Array, Array]:
    """Return the posterior of every bead, and the beads (kind, row, column) of the best way."""
    kinds, rows, columns = weights.shape
    before, last = dense_forward(weights)
    after = dense_backward(weights)
    shares = np.zeros(weights.shape, np.float32)
    for kind in range(kinds):
        a, b = SHAPES[kind]
        for i in range(rows - a):
            for j in range(columns - b):
                share = before[i, j] + weights[kind, i, j] + after[i + a, j + b] - after[0, 0]
                if share > -NEGLIGIBLE:
                    shares[kind, i, j] = math.exp(min(0.0, share))
    return shares, best_way(last)


@compiled
def best_way(last: Array) -> Array:
    """Return the beads (kind, row, column) on the best way to the last cell, the last first."""
    i, j = last.shape[0] - 1, last.shape[1] - 1
    way, count = np.zeros((i + j, 3), np.int64), 0
    while i > 0 or j > 0:
        kind = last[i, j]
        i, j = i - SHAPES[kind, 0], j - SHAPES[kind, 1]
        way[count, 0], way[count, 1], way[count, 2] = kind, i, j
        count += 1
    return way[:count]
