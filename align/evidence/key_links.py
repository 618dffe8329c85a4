"""Links between segments that hold the same key: a number, a month, a term in Latin letters."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from align.evidence.links import Links, gathered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

__all__ = ["key_links"]

# Segments with a key, source times target: what is everywhere says nothing of where it belongs,
# and without a limit a long text would have more links than memory holds.
MOST_PAIRS = 200


def key_links(source: Sequence[Collection[str]], target: Sequence[Collection[str]]) -> Links:
    """Return links between segments with equal keys, heavier the rarer the keys.

    A key weighs 1 where each side has it once, else 1 by the larger number of segments with it.

    >>> links = key_links([["n:7"], ["n:7", "m:3"]], [["n:7"], ["m:3"]])
    >>> list(zip(links.source.tolist(), links.target.tolist(), links.weight.tolist()))
    [(0, 0, 0.5), (1, 0, 0.5), (1, 1, 1.0)]
    """
    ours, theirs = _places(source), _places(target)
    rows: list[tuple[int, int, float]] = []
    for key in ours.keys() & theirs.keys():
        here, there = ours[key], theirs[key]
        if len(here) * len(there) <= MOST_PAIRS:
            weight = 1 / max(len(here), len(there))
            rows += [(i, j, weight) for i, j in product(here, there)]
    rows.sort()  # sets have no order of their own, and sums depend on it
    table = np.array(rows, dtype=float).reshape(-1, 3)
    return gathered(table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2])


def _places(segments: Iterable[Collection[str]]) -> dict[str, list[int]]:
    """Return the segments of each key, in order and once each."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(segments):
        for key in set(keys):
            places[key].append(number)
    return places
