"""Every way through a small text, counted out one by one, to hold the dynamic programme against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.dynamic import Band, Shape, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["SHAPES", "Table", "band_of", "least", "probabilities", "random_table", "steps_of"]

Array = np.ndarray[Any, np.dtype[Any]]
SHAPES = (Shape(0, 1), Shape(1, 0), Shape(1, 1), Shape(1, 2), Shape(2, 1), Shape(2, 2))


@dataclass(kw_only=True)
class Table:
    """Costs of beads by the cell they end in; ``table`` has shape (shapes, rows, columns)."""

    table: Array
    band: Band
    shapes: Sequence[Shape] = SHAPES

    def chunk(self, start: int, stop: int) -> Array:
        """Return the costs in the rows asked for; outside the text they are a trap."""
        columns = self.band.targets(start, stop)
        inside = np.minimum(columns, self.band.columns)
        costs = self.table[:, np.arange(start, stop)[:, None], inside]
        return np.where(columns <= self.band.columns, costs, -7.0)

    def cost(self, step: Step) -> float:
        """Return the cost of a step, infinite if it leaves the band."""
        start = step.row - step.shape.source, step.column - step.shape.target
        if not (self._holds(*start) and self._holds(step.row, step.column)):
            return float("inf")
        return float(self.table[self.shapes.index(step.shape), step.row, step.column])

    def _holds(self, row: int, column: int) -> bool:
        low = int(self.band.low[row])
        return low <= column < low + self.band.width


def band_of(low: Sequence[int], width: int, columns: int) -> Band:
    """Return the band whose rows begin at ``low``."""
    return Band(low=np.array(low), width=width, columns=columns)


def random_table(
    seed: int, rows: int, columns: int, draw: Callable[[Any, tuple[int, ...]], Array]
) -> Array:
    """Return a table of drawn costs for so many segments, some of them infinite."""
    random = np.random.default_rng(seed)
    shape = (len(SHAPES), rows + 1, columns + 1)
    forbidden = random.random(shape) < random.choice([0.0, 0.1, 0.4])
    return np.where(forbidden, np.inf, draw(random, shape))


@cache
def steps_of(rows: int, columns: int) -> list[Step]:
    """Return every bead there can be in a text of so many segments."""
    return [
        Step(i, j, shape)
        for i in range(rows + 1)
        for j in range(columns + 1)
        for shape in SHAPES
        if shape.source <= i and shape.target <= j
    ]


def least(costs: Table) -> float:
    """Return the least total cost of any way, infinite if there is none."""
    return float(_totals(costs).min())


def probabilities(costs: Table) -> dict[Step, float]:
    """Return for every bead the share of the weight of ways that it lies on."""
    used = _ways(costs.band.rows - 1, costs.band.columns)
    weight = np.exp(-_totals(costs))
    shares = weight @ used / weight.sum()
    return dict(zip(steps_of(costs.band.rows - 1, costs.band.columns), shares, strict=True))


def _totals(costs: Table) -> Array:
    rows, columns = costs.band.rows - 1, costs.band.columns
    used = _ways(rows, columns)
    each = np.array([costs.cost(step) for step in steps_of(rows, columns)])
    finite = np.isfinite(each)
    totals = used @ np.where(finite, each, 0.0)
    totals[(used @ ~finite) > 0] = np.inf
    return np.asarray(totals)


@cache
def _ways(rows: int, columns: int) -> Array:
    """Return which beads each way uses, shape (ways, beads)."""
    steps = steps_of(rows, columns)
    number = {step: k for k, step in enumerate(steps)}
    ways = list(_onwards(0, 0, rows, columns))
    used = np.zeros((len(ways), len(steps)))
    for line, way in zip(used, ways, strict=True):
        line[[number[step] for step in way]] = 1
    return used


def _onwards(i: int, j: int, rows: int, columns: int) -> Iterator[tuple[Step, ...]]:
    """Yield every sequence of beads from a cell to the end."""
    if (i, j) == (rows, columns):
        yield ()
    for shape in SHAPES:
        row, column = i + shape.source, j + shape.target
        if row <= rows and column <= columns:
            for rest in _onwards(row, column, rows, columns):
                yield (Step(row, column, shape), *rest)
