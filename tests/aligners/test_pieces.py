"""Blocks of text that have moved."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.anchors import Anchors, mutual_neighbours
from align.aligners.field import Area
from align.aligners.pieces import LEAST_ANCHORS, pieces

Array = np.ndarray[Any, np.dtype[Any]]
COUNT = 120


def vectors(count: int, seed: int = 1) -> Array:
    found = np.random.default_rng(seed).standard_normal((count, 64))
    unit: Array = (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)
    return unit


def noisy(side: Array, seed: int = 2) -> Array:
    return unit_of(side + 0.08 * np.random.default_rng(seed).standard_normal(side.shape))


def unit_of(side: Array) -> Array:
    unit: Array = (side / np.linalg.norm(side, axis=1, keepdims=True)).astype(np.float32)
    return unit


def parted(order: list[range]) -> list[Area]:
    """Return the pieces of a text whose target holds parts of the source in this order."""
    source = vectors(COUNT)
    target = noisy(source[[k for part in order for k in part]])
    return pieces(mutual_neighbours(source, target), source, target)


def assert_tiles(found: list[Area], n: int, m: int) -> None:
    """Assert that areas are in source order and cover each side exactly once."""
    assert found[0].top == 0
    assert found[-1].bottom == n
    assert all(one.bottom == other.top for one, other in pairwise(found))
    across = sorted(found, key=lambda area: (area.left, area.right))
    assert across[0].left == 0
    assert across[-1].right == m
    assert all(one.right == other.left for one, other in pairwise(across))


def test_a_text_in_which_nothing_moved_is_one_piece() -> None:
    assert parted([range(COUNT)]) == [Area(0, COUNT, 0, COUNT)]


def test_swapped_halves_are_two_pieces_with_exact_borders() -> None:
    assert parted([range(50, COUNT), range(50)]) == [Area(0, 50, 70, 120), Area(50, 120, 0, 70)]


def test_a_block_that_moved_is_a_piece_of_its_own() -> None:
    found = parted([range(20), range(50, 90), range(20, 50), range(90, COUNT)])
    assert found == [
        Area(0, 20, 0, 20), Area(20, 50, 60, 90), Area(50, 90, 20, 60), Area(90, 120, 90, 120)
    ]  # fmt: skip


def test_a_chapter_left_out_is_no_move() -> None:
    assert parted([range(40), range(80, COUNT)]) == [Area(0, 120, 0, 80)]


def test_a_few_sentences_that_moved_are_no_piece() -> None:
    few = LEAST_ANCHORS - 2
    order = [range(30), range(30 + few, 80), range(30, 30 + few), range(80, COUNT)]
    assert parted(order) == [Area(0, COUNT, 0, COUNT)]


def test_two_texts_that_are_strangers_are_one_piece() -> None:
    source, target = vectors(COUNT), vectors(90, seed=5)
    assert pieces(mutual_neighbours(source, target), source, target) == [Area(0, COUNT, 0, 90)]


@pytest.mark.parametrize(("n", "m"), [(1, 1), (0, 3), (3, 0), (5, 200)])
def test_without_anchors_there_is_one_piece(n: int, m: int) -> None:
    nothing = Anchors(*(np.zeros(0, kind) for kind in (np.int64, np.int64, np.float32)))
    assert pieces(nothing, vectors(n), vectors(m)) == [Area(0, n, 0, m)]


@settings(deadline=None, max_examples=100)
@given(
    blocks=st.permutations(range(6)).map(list),
    sizes=st.lists(st.integers(2, 25), min_size=6, max_size=6),
    share=st.floats(0.1, 1),
    seed=st.integers(0, 2**32 - 1),
)
def test_whatever_the_anchors_pieces_cover_each_side_once(
    blocks: list[int], sizes: list[int], share: float, seed: int
) -> None:
    random = np.random.default_rng(seed)
    starts = np.cumsum([0, *sizes])
    order = np.concatenate([np.arange(starts[k], starts[k + 1]) for k in blocks])
    columns = np.argsort(order)
    astray = np.flatnonzero(random.random(len(columns)) < 0.2)
    columns[astray] = columns[random.permutation(astray)]
    rows = np.flatnonzero(random.random(len(columns)) < share)
    anchors = Anchors(rows, columns[rows], random.random(len(rows), np.float32))
    side = vectors(len(columns))
    assert_tiles(pieces(anchors, side, noisy(side[order])), len(columns), len(columns))
