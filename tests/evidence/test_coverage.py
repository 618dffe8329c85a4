"""How much of a span is said in another, held against a plain count."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.aligners.inventory import INVENTORY, ONE_TO_ONE, SHAPES
from align.evidence.coverage import (
    WEIGHED,
    Found,
    covered,
    found,
    nearby,
    strongest_by_segment,
    weighed,
)
from align.evidence.reading import Items

Array = np.ndarray[Any, np.dtype[Any]]
REACH = 2
SIZES = [(6, 5), (1, 9), (9, 1), (12, 12), (4, 0), (0, 4)]


def sample(size: tuple[int, int], seed: int = 1) -> Found:
    """Return random likenesses; some segments have no item."""
    random = np.random.default_rng(seed)
    starts = np.concatenate([[0], np.cumsum(random.integers(0, 4, size[0]))])
    best = random.normal(0, 1, (starts[-1], size[1]))
    weights = random.random(starts[-1], np.float32)
    return found(best, Items(starts=starts, rows=np.arange(starts[-1]), weights=weights))


def items(seen: Found, segment: int) -> list[tuple[list[float], float]]:
    held = range(seen.starts[segment], seen.starts[segment + 1])
    return [(seen.best[item].tolist(), float(seen.weights[item])) for item in held]


def total(seen: Found, segment: int, start: int, stop: int) -> float:
    """Return how well a segment's items are said in the segments of a span."""
    return sum(share * max(row[start:stop]) for row, share in items(seen, segment))


def beads(size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    return [
        (i, a, j, b)
        for a, b in SHAPES[ONE_TO_ONE:].tolist()
        for i in range(size[0] - a + 1)
        for j in range(size[1] - b + 1)
    ]


def weight_of(seen: Found, segment: int) -> float:
    return sum(share for _, share in items(seen, segment))


def plainly(seen: Found, bead: tuple[int, int, int, int]) -> dict[str, float]:
    """Return what a bead covers, by the words of `WEIGHED`."""
    i, a, j, b = bead
    inside = [total(seen, segment, j, j + b) for segment in range(i, i + a)]
    pairs = [
        (share, max(row[j : j + b]), row[max(0, j - REACH) : j] + row[j + b : j + b + REACH])
        for segment in range(i, i + a)
        for row, share in items(seen, segment)
    ]
    weights = [weight_of(seen, segment) for segment in range(i, i + a)]
    means = [said / weight for said, weight in zip(inside, weights, strict=True) if weight]
    edges = 0.0
    for end, segment, place in ((0, i, j - 1), (-1, i + a - 1, j + b)):
        if weights[end]:
            next_to = sum(
                share * max(0.0, *row[max(0, place) : place + 1], 0.0)
                for row, share in items(seen, segment)
            )
            edges += (inside[end] - next_to) / weights[end]
    return {
        "inside": sum(inside),
        "beside": sum(share * max(near) for share, _, near in pairs if near),
        "lost": sum(share * min(0.0, here - max(near)) for share, here, near in pairs if near),
        "worst": min(means, default=0.0),
        "edges": edges,
    }


@pytest.mark.parametrize("size", SIZES)
def test_the_table_of_spans_is_that_of_a_plain_count(size: tuple[int, int]) -> None:
    seen = sample(size)
    wanted = np.zeros((len(SHAPES), *size), np.float32)
    for i, a, j, b in beads(size):
        wanted[INVENTORY[a, b], i, j] = sum(total(seen, k, j, j + b) for k in range(i, i + a))
    assert covered(seen, SHAPES) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("size", SIZES)
def test_what_beads_cover_is_that_of_a_plain_count(size: tuple[int, int]) -> None:
    seen, every = sample(size), beads(size)
    spans = np.array(every, np.int64).reshape(-1, 2, 2)
    table = weighed(seen, spans[:, 0].copy(), spans[:, 1].copy(), REACH)
    wanted = [plainly(seen, bead) for bead in every]
    for column, name in enumerate(WEIGHED):
        assert table[:, column] == pytest.approx([each[name] for each in wanted], abs=1e-4), name


@pytest.mark.parametrize("size", SIZES)
def test_what_is_said_near_a_place_is_that_of_a_plain_count(size: tuple[int, int]) -> None:
    seen = sample(size)
    places = [(i, j) for i in range(size[0]) for j in range(size[1] + 1)]
    segments, cells = np.array(places, np.int64).reshape(-1, 2).T.copy()
    said = nearby(seen, segments, cells, REACH)
    wanted = []
    for i, j in places:
        start, stop = max(0, j - REACH), min(size[1], j + REACH)
        weight = weight_of(seen, i)
        wanted.append(total(seen, i, start, stop) / weight if weight and start < stop else 0.0)
    assert said == pytest.approx(wanted, abs=1e-5)


def test_the_strongest_of_a_segment_is_the_greatest_of_its_columns() -> None:
    table = np.array([[1.0, 5, -3, 2], [-4, -2, -3, 0]], np.float32)
    starts = np.array([0, 2, 2, 3, 4, 4])
    assert strongest_by_segment(table, starts).tolist() == [[5, 0, -3, 2, 0], [-2, 0, -3, 0, 0]]


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (0, 0)])
def test_of_nothing_nothing_is_strongest(shape: tuple[int, int]) -> None:
    starts = np.array([0, shape[1], shape[1]])
    strongest = strongest_by_segment(np.zeros(shape, np.float32), starts)
    assert strongest.tolist() == [[0, 0]] * shape[0]
