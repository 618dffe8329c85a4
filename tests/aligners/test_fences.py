"""No bead reaches over the edge of an anchor, whatever the anchors are."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.fences import fences
from align.aligners.length_only import align_by_length
from align.model import Alignment, Anchor
from tests.aligners.samples import Cut, bitext, cut

Sizes = list[tuple[int, int]]  # source and target segments of each anchor


def anchored(sizes: Sizes, blocks_each: int = 1) -> Cut:
    """Return a bitext with an anchor of each size; a side without segments has a blank block."""
    sides: tuple[list[list[str]], list[list[str]]] = ([], [])
    anchors = []
    for number, size in enumerate(sizes):
        before = len(sides[0]), len(sides[1])
        for side, count, letter in zip(sides, size, "بx", strict=True):
            texts = [letter * (5 + (7 * number + 3 * k) % 40) for k in range(count)]
            step = max(1, len(texts) // blocks_each)
            side.extend(texts[at : at + step] for at in range(0, len(texts), step))
        anchors.append(
            Anchor(
                source=range(before[0], len(sides[0])),
                target=range(before[1], len(sides[1])),
            )
        )
    return bitext(*sides, tuple(anchors))


def corners(sizes: Sizes) -> list[tuple[int, int]]:
    return list(
        accumulate(sizes, lambda at, size: (at[0] + size[0], at[1] + size[1]), initial=(0, 0))
    )


def inside_one(start: tuple[int, int], end: tuple[int, int], edges: list[tuple[int, int]]) -> bool:
    """Say whether a bead from one cell to another stands within one anchor."""
    return any(
        top <= start[0] and end[0] <= bottom and left <= start[1] and end[1] <= right
        for (top, left), (bottom, right) in pairwise(edges)
    )


def assert_kept(alignment: Alignment, edges: list[tuple[int, int]]) -> None:
    assert [i for bead in alignment.beads for i in bead.source] == list(
        range(len(alignment.source))
    )
    assert [j for bead in alignment.beads for j in bead.target] == list(
        range(len(alignment.target))
    )
    for bead in alignment.beads:
        start, end = (bead.source.start, bead.target.start), (bead.source.stop, bead.target.stop)
        assert inside_one(start, end, edges), bead


any_sizes = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6)


def test_a_bitext_without_anchors_has_no_fences() -> None:
    assert fences(*cut(["a"], ["b"])) is None


@given(any_sizes)
@settings(max_examples=80, deadline=None)
def test_the_corners_are_the_cells_between_anchors(sizes: Sizes) -> None:
    limits = fences(*anchored(sizes))
    assert limits is not None
    assert limits.corners.tolist() == [list(corner) for corner in corners(sizes)]


def test_corners_count_segments_and_not_blocks() -> None:
    limits = fences(*bitext([["a", "b"], [], ["c"]], [["d"], ["e", "f", "g"]], two_anchors()))
    assert limits is not None
    assert limits.corners.tolist() == [[0, 0], [2, 1], [3, 4]]


def two_anchors() -> tuple[Anchor, ...]:
    return (
        Anchor(source=range(2), target=range(1)),
        Anchor(source=range(2, 3), target=range(1, 2)),
    )


@given(any_sizes)
@settings(max_examples=60, deadline=None)
def test_no_bead_of_an_alignment_crosses_an_anchor(sizes: Sizes) -> None:
    assert_kept(align_by_length(*anchored(sizes)), corners(sizes))


def test_an_anchor_with_an_empty_side_is_left_out_whole() -> None:
    sizes = [(1, 1), (0, 3), (1, 1), (2, 0), (1, 1)]
    alignment = align_by_length(*anchored(sizes))
    kinds = ["1-1", *["0-1"] * 3, "1-1", *["1-0"] * 2, "1-1"]
    assert [bead.kind for bead in alignment.beads] == kinds


def test_rows_of_a_table_are_aligned_one_by_one() -> None:
    sizes = [(1, 1)] * 40
    alignment = align_by_length(*anchored(sizes))
    assert [bead.kind for bead in alignment.beads] == ["1-1"] * 40


def test_a_row_of_several_sentences_is_aligned_inside() -> None:
    rows = [(["س" * 30, "ص" * 80], ["s" * 30, "z" * 80]), (["ق" * 50], ["q" * 50])]
    source, target = ([row[side] for row in rows] for side in (0, 1))
    anchors = tuple(Anchor(source=range(k, k + 1), target=range(k, k + 1)) for k in range(2))
    alignment = align_by_length(*bitext(source, target, anchors))
    assert [bead.kind for bead in alignment.beads] == ["1-1"] * 3


def test_an_anchor_of_several_blocks_lets_beads_cross_their_borders() -> None:
    sample = bitext([["ب" * 60, "ب" * 60]], [["x" * 60], ["y" * 60]], (both_blocks(),))
    alignment = align_by_length(*sample)
    assert [bead.kind for bead in alignment.beads] == ["1-1", "1-1"]


def both_blocks() -> Anchor:
    return Anchor(source=range(1), target=range(2))


@pytest.mark.parametrize("sizes", [[(0, 400), (1, 1)], [(1, 1), (400, 0)], [(0, 700)], [(700, 0)]])
def test_a_long_anchor_with_an_empty_side_is_no_obstacle(sizes: Sizes) -> None:
    assert_kept(align_by_length(*anchored(sizes)), corners(sizes))


def test_blank_blocks_take_no_segments_and_no_harm() -> None:
    sample = bitext([["ب" * 9], [], ["ت" * 9]], [["b" * 9], ["c" * 4], ["t" * 9]], three_rows())
    alignment = align_by_length(*sample)
    assert [bead.kind for bead in alignment.beads] == ["1-1", "0-1", "1-1"]


def three_rows() -> tuple[Anchor, ...]:
    return tuple(Anchor(source=range(k, k + 1), target=range(k, k + 1)) for k in range(3))
