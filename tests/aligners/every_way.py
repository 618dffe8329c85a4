"""Every way through a small text, counted out one by one, to hold the dynamic programme against."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.aligners.length_loops import Lengths, Weights

__all__ = ["Step", "Way", "posteriors", "sizes_of", "ways", "weight"]

Step = tuple[int, int, int]  # row, column and number of a bead
Way = tuple[Step, ...]
Edges = list[tuple[int, int]]


def sizes_of(model: Weights) -> list[tuple[int, int]]:
    """Return the sizes of beads by number: matches, an omitted source and target segment."""
    return [*map(tuple, model.shapes.tolist()), (1, 0), (0, 1)]


def ways(model: Weights, edges: Edges, at: tuple[int, int] = (0, 0)) -> Iterator[Way]:
    """Yield every sequence of beads from a cell to the last that keeps within two edges each."""
    if at == edges[-1]:
        yield ()
    for number, (a, b) in enumerate(sizes_of(model)):
        cell = (at[0] + a, at[1] + b)
        if any(
            top <= at[0] and left <= at[1] and cell[0] <= bottom and cell[1] <= right
            for (top, left), (bottom, right) in pairwise(edges)
        ):
            for rest in ways(model, edges, cell):
                yield ((*cell, number), *rest)


def weight(way: Way, text: Lengths, model: Weights) -> float:
    """Return the log weight of a way, by the formulas of the model written out."""
    total, state = 0.0, 0
    for i, j, number in way:
        after = max(0, number - len(model.shapes) + 1)
        total += model.step[state, after]
        state = after
        if after == 0:
            a, b = model.shapes[number]
            x = model.ratio * (text.source[i] - text.source[i - a])
            y = text.target[j] - text.target[j - b]
            z = (y - x) / math.sqrt(model.variance * (x + y) / 2)
            slope = model.variance / 4 * (y + 3 * x) / (model.variance * (x + y) / 2) ** 1.5
            normal = math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * slope
            total += model.prior[number] + math.log(normal) - text.alone[b, j]
    return total


def posteriors(every: list[Way], weights: list[float]) -> dict[Step, float]:
    """Return for every bead the share of the weight of ways that it lies on."""
    shares: dict[Step, float] = {}
    for way, share in zip(every, np.exp(np.array(weights) - max(weights)), strict=True):
        for bead in way:
            shares[bead] = shares.get(bead, 0.0) + float(share)
    total = float(np.exp(np.array(weights) - max(weights)).sum())
    return {bead: share / total for bead, share in shares.items()}
