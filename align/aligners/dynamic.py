"""The dynamic programme: finds the cheapest way to cover two sides with beads.

It knows cells, shapes and costs, nothing of languages. A cell (i, j) stands after i source and j
target segments; a bead of shape (a, b) leads from (i - a, j - b) to (i, j). Only the cells of a
`Band` are looked at, and costs are asked for in row chunks, so memory grows with rows times
bandwidth and the costs of a long text never stand in memory at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from align.model import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Band", "Costs", "Shape", "Step", "cheapest_beads", "cheapest_way"]

Array = np.ndarray[Any, np.dtype[Any]]
ROUNDING = 1e-9  # differences below come from prefix sums, not from costs
CHUNK_CELLS = 200_000  # cells whose costs are held at once, for all shapes


class Shape(NamedTuple):
    """How many source and target segments a bead takes."""

    source: int
    target: int


class Step(NamedTuple):
    """A bead on its way through the cells: the cell it ends in, and its shape."""

    row: int
    column: int
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The cells looked at: row i holds columns ``low[i]`` … ``low[i] + width - 1``.

    ``low`` has a row for each i = 0..n, never falls and starts at 0; the last cell (n, ``columns``)
    lies inside.
    """

    low: Array
    width: int
    columns: int  # m, the number of target segments

    @classmethod
    def around(cls, centre: Array, half_width: int, columns: int) -> Band:
        """Return the band of ``half_width`` columns on both sides of ``centre[i]``, by row."""
        steepest = int(np.max(np.diff(centre, prepend=0)))  # the first row begins at column 0
        width = min(columns + 1, 2 * (half_width + steepest) + 1)
        low = np.clip(np.maximum.accumulate(centre) - width // 2, 0, columns + 1 - width)
        low[0] = 0
        return cls(low=np.maximum.accumulate(low.astype(np.int64)), width=width, columns=columns)

    @property
    def rows(self) -> int:
        """Rows of the band, one more than there are source segments."""
        return len(self.low)

    def targets(self, start: int, stop: int) -> Array:
        """Return the column number j of every cell in rows ``start`` … ``stop`` - 1."""
        return self.low[start:stop, None] + np.arange(self.width)


class Costs(Protocol):
    """What a bead costs: -log of its weight, infinite where it may not be."""

    shapes: Sequence[Shape]  # must hold (0, 1) first; no other shape without a source
    band: Band

    def chunk(self, start: int, stop: int) -> Array:
        """Return the costs of beads that END in rows ``start`` … ``stop`` - 1 of the band.

        Float array of shape (shapes, stop - start, width); any number stands outside the text.
        """
        ...


def cheapest_way(costs: Costs) -> list[Step]:
    """Return the steps of least total cost from the first cell to the last.

    Raises `ValueError` when no sequence of beads reaches the end inside the band.
    """
    forward, steps = _forward(costs, best=True)
    if not np.isfinite(forward[_last(costs.band)]):
        raise ValueError("no way through the band")
    return list(_trace(costs, steps))[::-1]


def cheapest_beads(costs: Costs) -> list[Bead]:
    """Return the beads of the cheapest way, in order, each with its posterior probability.

    Raises `ValueError` when no sequence of beads reaches the end inside the band.
    """
    way, posterior = cheapest_way(costs), _Posterior(costs)
    return [
        Bead(
            source=range(step.row - step.shape.source, step.row),
            target=range(step.column - step.shape.target, step.column),
            cost=round(cost, 4),
            posterior=round(posterior.of(step, cost), 4),
        )
        for step, cost in zip(way, _costs_along(costs, way), strict=True)
    ]


def _last(band: Band) -> tuple[int, int]:
    return band.rows - 1, band.columns - int(band.low[-1])


def _chunks(costs: Costs, *, backwards: bool = False) -> Iterator[tuple[int, Array]]:
    rows = max(1, CHUNK_CELLS // (costs.band.width * len(costs.shapes)))
    starts = range(0, costs.band.rows, rows)
    for start in reversed(starts) if backwards else starts:
        yield start, costs.chunk(start, min(start + rows, costs.band.rows))


def _forward(costs: Costs, *, best: bool) -> tuple[Array, Array]:
    """Return the weight of every cell and, if ``best``, the last shape on the best way there.

    Weights are log weights: of the best way (``best``) or of all ways together.
    """
    band = costs.band
    weight = np.full((band.rows, band.width), -np.inf)
    steps = np.zeros((band.rows, band.width) if best else (0, 0), np.uint8)
    for start, chunk in _chunks(costs):
        for i in range(start, start + chunk.shape[1]):
            _forward_row(costs, chunk[:, i - start], i, weight, steps)
    return weight, steps


def _forward_row(costs: Costs, row: Array, i: int, weight: Array, steps: Array) -> None:
    band, best = costs.band, steps.size > 0
    total = np.full(band.width, -np.inf)
    if i == 0:
        total[0] = 0.0
    for number, shape in enumerate(costs.shapes):
        if not 0 < shape.source <= i:
            continue
        before, here = _overlap(band, i, shape)
        reached = total[here]
        came = weight[i - shape.source, before] - row[number, here]
        if best:
            steps[i, here][came > reached] = number
            np.maximum(reached, came, out=reached)
        else:
            np.logaddexp(reached, came, out=reached)
    weight[i] = _along(total, row[0], best=best)
    if best:
        steps[i][weight[i] > total] = 0


def _along(total: Array, skip: Array, *, best: bool) -> Array:
    """Let every cell also be reached from its left by leaving out target segments.

    The cost of leaving out a run is a difference of prefix sums, so the recurrence is a running
    maximum (or log-sum) of ``total + prefix``, anew behind each forbidden omission.
    """
    forbidden = ~np.isfinite(skip)
    prefix = np.cumsum(np.where(forbidden, 0.0, skip))
    walls = np.concatenate([[0], np.flatnonzero(forbidden), [len(skip)]])
    out = total.copy()
    for wall in np.flatnonzero(np.diff(walls) > 1):
        run = slice(walls[wall], walls[wall + 1])
        part = total[run] + prefix[run]
        running = np.maximum.accumulate(part) if best else np.logaddexp.accumulate(part)
        improved = running > part + ROUNDING  # the others keep their very bits
        out[run] = np.where(improved, running - prefix[run], total[run])
    return out


def _backward(costs: Costs) -> Array:
    """Return the log weight of all ways from every cell to the end."""
    band = costs.band
    weight = np.full((band.rows, band.width), -np.inf)
    own = np.full(band.width, -np.inf)
    own[_last(band)[1]] = 0.0
    for start, chunk in _chunks(costs, backwards=True):
        for i in reversed(range(start, start + chunk.shape[1])):
            row = chunk[:, i - start]
            total = own if i == band.rows - 1 else weight[i]
            weight[i] = _along_back(total, row[0])
            for number, shape in enumerate(costs.shapes):
                if 0 < shape.source <= i:
                    before, here = _overlap(band, i, shape)
                    left = weight[i - shape.source, before]
                    np.logaddexp(left, weight[i, here] - row[number, here], out=left)
    return weight


def _along_back(total: Array, skip: Array) -> Array:
    """Mirror image of `_along`: cells that may leave out the segments to their right."""
    return _along(total[::-1], np.append(np.inf, skip[:0:-1]), best=False)[::-1]


def _overlap(band: Band, i: int, shape: Shape) -> tuple[slice, slice]:
    """Return the cells where beads of ``shape`` that end in row i begin, and where they end."""
    shift = int(band.low[i] - band.low[i - shape.source]) - shape.target
    size = max(0, band.width - abs(shift))
    before, here = max(0, shift), max(0, -shift)
    return slice(before, before + size), slice(here, here + size)


def _trace(costs: Costs, steps: Array) -> Iterator[Step]:
    """Yield the steps of the best way, the last first."""
    band = costs.band
    i, j = band.rows - 1, band.columns
    while i or j:
        shape = costs.shapes[steps[i, j - band.low[i]]] if i else Shape(0, 1)
        yield Step(i, j, shape)
        i, j = i - shape.source, j - shape.target


def _costs_along(costs: Costs, way: list[Step]) -> Iterator[float]:
    """Yield the cost of each step of a way, in its order."""
    numbers = {shape: number for number, shape in enumerate(costs.shapes)}
    steps = iter(way)
    step = next(steps, None)
    for start, chunk in _chunks(costs):
        while step is not None and step.row < start + chunk.shape[1]:
            column = step.column - int(costs.band.low[step.row])
            yield float(chunk[numbers[step.shape], step.row - start, column])
            step = next(steps, None)


class _Posterior:
    """Probabilities of beads, from the weights of all ways to their start and from their end."""

    def __init__(self, costs: Costs) -> None:
        self._low = costs.band.low
        self._forward = _forward(costs, best=False)[0]
        self._backward = _backward(costs)
        self._total = self._forward[_last(costs.band)]

    def of(self, step: Step, cost: float) -> float:
        """Return the probability that the bead of ``step``, which costs ``cost``, is right."""
        row, column = step.row - step.shape.source, step.column - step.shape.target
        before = self._forward[row, column - self._low[row]]
        after = self._backward[step.row, step.column - self._low[step.row]]
        return math.exp(min(0.0, before - cost + after - self._total))
