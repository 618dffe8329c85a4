"""The best pairs of all: one to one, and none rather than a poor one."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["assigned"]

Array = np.ndarray[Any, np.dtype[Any]]
NEVER = 1e6  # the cost of two that are not to be paired
# So little is added to what decides that of equally good pairs the first are taken, in their order.
LATER, APART = 1e-9, 1e-12


def assigned(rows: Array, columns: Array, gains: Array) -> list[int]:
    """Return which of the candidates ``(rows[k], columns[k])`` make the greatest gain together.

    No row and no column is in two of them, and none has a gain below 0. Where several sets are
    equally good, the first rows and columns go together.

    >>> assigned(np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([3.0, 2.0, 2.5]))
    [1, 2]
    """
    chosen: list[int] = []
    worth = np.flatnonzero(gains > 0)
    for group in _apart(rows[worth], columns[worth]):
        chosen += _best(rows, columns, gains, worth[group])
    return sorted(chosen)


def _apart(rows: Array, columns: Array) -> list[Array]:
    """Return the candidates in groups that have no row and no column in common."""
    names = np.arange(len(rows))
    while len(rows):
        before = names
        for ends in (rows, columns):  # every candidate takes the least name of its row or column
            least = np.full(int(ends.max()) + 1, len(rows))
            np.minimum.at(least, ends, names)
            names = least[ends]
        if np.array_equal(names, before):
            break
    return [np.flatnonzero(names == name) for name in np.unique(names)]


def _best(rows: Array, columns: Array, gains: Array, group: Array) -> list[int]:
    """Return the best candidates of a group (Jonker & Volgenant 1987)."""
    if len(group) == 1:
        return [int(group[0])]
    from lap import lapjv  # noqa: PLC0415  only where there is a choice

    own_rows, row = np.unique(rows[group], return_inverse=True)
    own_columns, column = np.unique(columns[group], return_inverse=True)
    most = float(gains[group].max())
    cost = np.full((len(own_rows), len(own_columns)), NEVER)
    cost[row, column] = most - gains[group] + LATER * (row + column) + APART * (row - column) ** 2
    number = np.full(cost.shape, -1)
    number[row, column] = group
    # No partner costs what a pair that gains nothing does.
    _, partners, _ = lapjv(cost, extend_cost=True, cost_limit=most)
    pairs = ((place, int(partner)) for place, partner in enumerate(partners) if partner >= 0)
    return [int(number[pair]) for pair in pairs]
