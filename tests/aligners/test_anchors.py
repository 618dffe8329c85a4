"""Mutual neighbours and chains of them, held against plain counts."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.anchors import NEIGHBOURS, Anchors, chain, mutual_neighbours

Array = np.ndarray[Any, np.dtype[Any]]
SIZES = [(1, 1), (1, 7), (8, 3), (20, 30), (600, 40), (40, 1_100)]


def unit(random: np.random.Generator, shape: tuple[int, int]) -> Array:
    vectors = random.standard_normal(shape)
    found: Array = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return found


def scaled(source: Array, target: Array) -> Array:
    """Return the likenesses of Lample et al. 2018, eq. 3."""
    cosines = (source @ target.T).astype(float)
    own = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].sum(axis=1) / NEIGHBOURS
    other = np.sort(cosines, axis=0)[-NEIGHBOURS:].sum(axis=0) / NEIGHBOURS
    likenesses: Array = 2 * cosines - own[:, None] - other[None, :]
    return likenesses


def margin(likenesses: Array) -> float:
    """Return how much the greatest is above the second."""
    if len(likenesses) == 1:
        return 1.0
    second, first = np.sort(likenesses)[-2:]
    return float(first - second)


def plainly(source: Array, target: Array) -> dict[tuple[int, int], float]:
    likenesses = scaled(source, target)
    found = {}
    for row, column in enumerate(likenesses.argmax(axis=1).tolist()):
        if likenesses[:, column].argmax() == row and likenesses[row, column] > 0:
            margins = margin(likenesses[row]), margin(likenesses[:, column])
            found[row, column] = min(*margins, 1.0)
    return found


def anchors(places: list[tuple[int, int]], weights: list[float] | None = None) -> Anchors:
    rows, columns = np.array(sorted(places), np.int64).reshape(-1, 2).T
    return Anchors(rows.copy(), columns.copy(), np.array(weights or [1.0] * len(places)))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(3))
def test_mutual_neighbours_are_those_of_a_plain_count(size: tuple[int, int], seed: int) -> None:
    random = np.random.default_rng(seed)
    source = unit(random, (size[0], 8))
    target = unit(random, (size[1], 8))
    half = min(size) // 2
    target[:half] = source[:half]
    found = mutual_neighbours(source, target)
    wanted = plainly(source, target)
    assert list(zip(found.rows.tolist(), found.columns.tolist(), strict=True)) == list(wanted)
    assert found.weights == pytest.approx(list(wanted.values()), abs=1e-5)


@pytest.mark.parametrize("size", [(0, 0), (0, 5), (5, 0)])
def test_without_segments_there_are_no_neighbours(size: tuple[int, int]) -> None:
    found = mutual_neighbours(*(np.zeros((count, 8), np.float32) for count in size))
    assert [len(each) for each in found] == [0, 0, 0]
    assert len(chain(found)) == 0


def test_a_segment_that_is_like_everything_is_no_anchor() -> None:
    random = np.random.default_rng(3)
    common = unit(random, (1, 32))
    meanings = unit(random, (12, 32)) + 0.8 * common
    hub = np.concatenate([meanings + 0.4 * unit(random, (12, 32)), 1.6 * common])
    sides = [side / np.linalg.norm(side, axis=1, keepdims=True) for side in (meanings, hub)]
    found = mutual_neighbours(*(side.astype(np.float32) for side in sides))
    assert list(zip(found.rows.tolist(), found.columns.tolist(), strict=True)) == [
        (k, k) for k in range(12)
    ]


def heaviest(found: Anchors) -> float:
    """Return the weight of the heaviest rising chain of all."""
    count = len(found.rows)
    return max(
        float(found.weights[list(kept)].sum())
        for size in range(count + 1)
        for kept in combinations(range(count), size)
        if all(found.columns[k] < found.columns[following] for k, following in pairwise(kept))
    )


@settings(deadline=None)
@given(st.permutations(range(9)), st.lists(st.floats(0, 1), min_size=9, max_size=9))
def test_the_chain_is_the_heaviest_of_all_that_rise(
    columns: list[int], weights: list[float]
) -> None:
    found = anchors(list(enumerate(columns)), weights)
    kept = chain(found)
    assert (np.diff(kept) > 0).all()
    assert (np.diff(found.columns[kept]) > 0).all()
    assert found.weights[kept].sum() == pytest.approx(heaviest(found))


def test_anchors_all_in_order_are_one_chain() -> None:
    found = anchors([(k, 2 * k) for k in range(50)])
    assert chain(found).tolist() == list(range(50))
