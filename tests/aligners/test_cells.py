"""Bands of cells between anchors."""

from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligners.cells import Cells, around, diagonal, limits_of

any_sizes = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6)


def corners(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return list(accumulate(sizes, lambda at, by: (at[0] + by[0], at[1] + by[1]), initial=(0, 0)))


def held(cells: Cells) -> set[tuple[int, int]]:
    return {(i, j) for i in range(len(cells.low)) for j in range(cells.low[i], cells.high[i] + 1)}


def test_without_anchors_every_cell_is_within_the_limits() -> None:
    limits = limits_of(np.array([(0, 0), (3, 2)]))
    assert limits.left.tolist() == [0, 0, 0, 0]
    assert limits.reach.tolist() == [2, 2, 2, 2]
    assert len(held(around(limits.left, limits.reach, 0, limits))) == 12


def test_a_row_that_ends_an_anchor_reaches_over_the_next() -> None:
    limits = limits_of(np.array([(0, 0), (2, 2), (4, 5)]))
    assert limits.top.tolist() == [0, 0, 0, 2, 2]
    assert limits.left.tolist() == [0, 0, 0, 2, 2]
    assert limits.right.tolist() == [2, 2, 2, 5, 5]
    assert limits.reach.tolist() == [2, 2, 5, 5, 5]


@given(any_sizes)
def test_the_cells_of_all_anchors_are_within_the_limits_and_no_other(
    sizes: list[tuple[int, int]],
) -> None:
    edges = corners(sizes)
    limits = limits_of(np.array(edges))
    cells = around(limits.left, limits.reach, 0, limits)
    wanted = {
        (i, j)
        for (top, left), (bottom, right) in pairwise(edges)
        for i in range(top, bottom + 1)
        for j in range(left, right + 1)
    }
    assert held(cells) >= wanted
    assert all(limits.left[i] <= j <= limits.reach[i] for i, j in held(cells))


@given(any_sizes, st.integers(0, 3), st.integers(0, 2**32))
def test_a_band_always_holds_the_corners_and_its_rows_meet(
    sizes: list[tuple[int, int]], margin: int, seed: int
) -> None:
    edges = corners(sizes)
    rows, columns = edges[-1]
    limits = limits_of(np.array(edges))
    low, high = np.random.default_rng(seed).integers(0, columns + 1, (2, rows + 1))
    cells = around(low, high, margin, limits)
    assert held(cells) >= set(edges)
    assert (np.diff(cells.low) >= 0).all()
    assert (cells.high[:-1] >= cells.low[1:]).all()
    assert cells.start[-1] == len(held(cells))


@pytest.mark.parametrize("half_width", [0, 2])
def test_the_diagonal_follows_length_and_not_number(half_width: int) -> None:
    source, target = np.array([0.0, 90, 100]), np.array([0.0, 30, 60, 90, 100])
    limits = limits_of(np.array([(0, 0), (2, 4)]))
    cells = diagonal(source, target, half_width, limits)
    assert (1, 3) in held(cells)
    assert ((1, 1) in held(cells)) == (half_width == 2)
