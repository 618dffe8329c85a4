"""Long texts cut into rectangles."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.anchors import Anchors
from align.aligners.areas import LARGEST, WANTED, areas, safe_cells
from align.aligners.field import Area

Array = np.ndarray[Any, np.dtype[Any]]
NOWHERE = np.zeros((0, 2), np.int64)


def anchors(rows: list[int], columns: list[int], weights: list[float] | None = None) -> Anchors:
    places = np.array([rows, columns], np.int64)
    return Anchors(places[0], places[1], np.array(weights or [1.0] * len(rows)))


def lengths(n: int, m: int, seed: int = 1) -> tuple[Array, Array]:
    """Return lengths of segments that follow one another faithfully as far as both go."""
    random = np.random.default_rng(seed)
    source = random.integers(10, 200, n).astype(float)
    more = random.integers(10, 200, max(0, m - n)).astype(float)
    return source, np.concatenate([source[:m] * random.normal(1, 0.05, min(n, m)), more])


def size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def assert_a_way(found: list[Area], piece: Area) -> None:
    """Assert that areas lead from the first corner of a piece to the last."""
    assert (found[0].top, found[0].left) == (piece.top, piece.left)
    assert (found[-1].bottom, found[-1].right) == (piece.bottom, piece.right)
    for one, other in pairwise(found):
        assert (one.bottom, one.right) == (other.top, other.left)
        assert one.top <= one.bottom
        assert one.left <= one.right


def within(cells: Array, area: Area) -> list[tuple[int, int]]:
    """Return the cells inside an area other than its corners."""
    corners = {(area.top, area.left), (area.bottom, area.right)}
    return [
        (row, column)
        for row, column in cells.tolist()
        if area.top <= row <= area.bottom and area.left <= column <= area.right
        and (row, column) not in corners
    ]  # fmt: skip


def test_a_way_surely_passes_between_two_anchors_that_are_neighbours() -> None:
    sure, likely = safe_cells(anchors([0, 1, 2, 5, 6, 9], [0, 1, 3, 5, 6, 8]))
    assert sure.tolist() == [[1, 1], [6, 6]]
    assert likely.tolist() == [[0, 0], [1, 1], [2, 3], [5, 5], [6, 6], [9, 8]]


def test_an_anchor_off_the_chain_makes_no_cell() -> None:
    sure, likely = safe_cells(anchors([0, 1, 2, 3], [0, 9, 1, 2], [1.0, 0.5, 1.0, 1.0]))
    assert sure.tolist() == [[3, 2]]
    assert likely.tolist() == [[0, 0], [2, 1], [3, 2]]


def test_without_anchors_no_cell_is_safe() -> None:
    assert [cells.tolist() for cells in safe_cells(anchors([], []))] == [[], []]


def test_a_short_text_is_one_area() -> None:
    piece = Area(0, 60, 0, 70)
    assert list(areas(piece, (NOWHERE, NOWHERE), lengths(60, 70))) == [piece]


def test_a_long_text_is_cut_at_safe_cells_into_areas_of_the_size_that_is_wanted() -> None:
    safe = np.stack([np.arange(1, 1_000)] * 2, axis=1)
    piece = Area(0, 1_000, 0, 1_000)
    found = list(areas(piece, (safe, safe), lengths(1_000, 1_000)))
    assert_a_way(found, piece)
    assert max(map(size, found)) <= WANTED
    assert len(found) == 11


def test_likely_cells_are_used_only_where_safe_ones_leave_too_much() -> None:
    likely = np.stack([np.arange(1, 2_000)] * 2, axis=1)
    safe = likely[:1_000]
    piece = Area(0, 2_000, 0, 2_000)
    found = list(areas(piece, (safe, likely), lengths(2_000, 2_000)))
    assert_a_way(found, piece)
    assert max(map(size, found)) <= WANTED
    few = np.array([(300, 300)])
    piece = Area(0, 340, 0, 340)
    assert list(areas(piece, (NOWHERE, few), lengths(340, 340))) == [piece]


def test_where_no_cell_is_safe_or_likely_the_text_is_cut_by_length() -> None:
    piece = Area(0, 900, 0, 900)
    found = list(areas(piece, (NOWHERE, NOWHERE), lengths(900, 900)))
    assert_a_way(found, piece)
    assert max(map(size, found)) <= LARGEST
    assert len(found) > 5
    assert all(area.bottom == area.right for area in found)  # faithful lengths are enough


@pytest.mark.parametrize(
    "piece", [Area(0, 1, 0, 70_000), Area(0, 130_000, 0, 0), Area(50, 90, 0, 5_000)]
)
def test_a_text_against_next_to_nothing_is_cut_all_the_same(piece: Area) -> None:
    found = list(areas(piece, (NOWHERE, NOWHERE), lengths(piece.bottom, piece.right)))
    assert_a_way(found, piece)


@settings(deadline=None, max_examples=60)
@given(
    corner=st.tuples(st.integers(0, 40), st.integers(0, 40)),
    spans=st.tuples(st.integers(1, 500), st.integers(1, 500)),
    share=st.sampled_from([0.0, 0.01, 0.2, 0.9]),
    seed=st.integers(0, 2**32 - 1),
)
def test_areas_are_a_way_through_any_piece(
    corner: tuple[int, int], spans: tuple[int, int], share: float, seed: int
) -> None:
    piece = Area(corner[0], corner[0] + spans[0], corner[1], corner[1] + spans[1])
    random = np.random.default_rng(seed)
    count = int(share * 600)
    rows, columns = (np.sort(random.choice(600, count, replace=False)) for _ in range(2))
    cells = safe_cells(Anchors(rows, columns, random.random(count)))
    found = list(areas(piece, cells, lengths(600, 600)))
    assert_a_way(found, piece)
    for area in found:
        assert size(area) <= WANTED or not within(cells[0], area)


def test_very_long_segments_stand_in_smaller_areas() -> None:
    steps = np.arange(1, 100)
    cells = np.stack([steps, steps], axis=1)
    whole = Area(0, 100, 0, 100)
    counts = [
        len(list(areas(whole, (cells, cells), (np.full(100, size), np.full(100, size)))))
        for size in (100.0, 3_000.0)
    ]
    assert counts[0] <= 2
    assert counts[1] >= 9
