"""Which side each paragraph is on where sides alternate, and the runs that labels make.

A label is 0 (source) or 1 (target).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Costs", "Run", "alternating", "runs"]

STAY = 6.0  # price of a paragraph of the same side as the one before, where sides alternate
TWIN = 2  # so many times dearer where the two paragraphs are the same

Costs = Sequence[tuple[float, float]]


class Run(NamedTuple):
    """Neighbouring paragraphs ``[start, end)`` of one side."""

    side: int
    start: int
    end: int


def alternating(costs: Costs, twins: Container[int]) -> tuple[float, list[int]]:
    """Return the cheapest labels of a text whose sides alternate, with their cost.

    ``twins`` are paragraphs that repeat the one before them: then surely on the other side.
    """
    totals = list(costs[0])
    back: list[tuple[bool, bool]] = []
    for index, cost in enumerate(costs[1:], 1):
        stay = STAY * (1 + TWIN * (index in twins))
        stays = [totals[side] + stay < totals[1 - side] for side in (0, 1)]
        before = [min(totals[side] + stay, totals[1 - side]) for side in (0, 1)]
        totals = [before[side] + cost[side] for side in (0, 1)]
        back.append((stays[0], stays[1]))
    labels = [int(totals[1] < totals[0])]
    for stays_at in reversed(back):
        labels.append(labels[-1] if stays_at[labels[-1]] else 1 - labels[-1])
    return min(totals), labels[::-1]


def runs(labels: Sequence[int]) -> list[Run]:
    """Return the runs of equal labels.

    >>> runs([0, 0, 1])
    [Run(side=0, start=0, end=2), Run(side=1, start=2, end=3)]
    """
    borders = [index for index, (left, right) in enumerate(pairwise(labels), 1) if left != right]
    edges = [0, *borders, len(labels)]
    return [Run(labels[start], start, end) for start, end in pairwise(edges) if start < end]
