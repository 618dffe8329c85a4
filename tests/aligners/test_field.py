"""Fields: areas with all the evidence in them."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.field import MARGIN, Area, Field, measured
from align.aligners.inventory import LONGEST, SHAPES
from align.evidence.reading import Reading, read
from align.evidence.spans import cosines, runs
from tests import own
from tests.aligners.made import MadeUpEncoder, story

ENCODER = MadeUpEncoder()
AREAS = [Area(0, 10, 0, 12), Area(3, 9, 20, 31), Area(20, 40, 20, 40), Area(8, 8, 2, 9)]


@cache
def sides() -> tuple[Reading, Reading]:
    source, target = own.sides(story(40))
    return read(ENCODER, source[:40]), read(ENCODER, target[:40])


def held(area: Area) -> tuple[slice, slice]:
    """Return the segments of an area and its margin."""
    return (
        slice(max(0, area.top - MARGIN), min(40, area.bottom + MARGIN)),
        slice(max(0, area.left - MARGIN), min(40, area.right + MARGIN)),
    )


def field(area: Area) -> Field:
    return measured(ENCODER, sides(), area)


@pytest.mark.parametrize("area", AREAS)
def test_a_field_is_its_area_and_a_margin_counted_from_the_origin(area: Area) -> None:
    seen, parts = field(area), held(area)
    assert seen.origin == (parts[0].start, parts[1].start)
    top, bottom, left, right = seen.inner
    row, column = seen.origin
    assert (top + row, bottom + row, left + column, right + column) == area
    for side in (0, 1):
        assert seen.lengths[side].tolist() == sides()[side].lengths[parts[side]].tolist()
        assert np.array_equal(seen.marks[side], sides()[side].marks[parts[side]])
        assert len(seen.tokens[side]) == len(seen.lengths[side])


@pytest.mark.parametrize("area", AREAS)
def test_the_cosines_of_a_field_are_those_of_the_whole_text_in_its_place(area: Area) -> None:
    whole = [runs(ENCODER, side.features.texts, LONGEST) for side in sides()]
    everything = cosines(whole[0], whole[1], SHAPES.tolist())
    seen = field(area).cosines
    rows, columns = held(area)
    for number, (a, b) in enumerate(SHAPES.tolist()):
        inside = slice(0, max(0, seen.shape[1] - a + 1)), slice(0, max(0, seen.shape[2] - b + 1))
        wanted = everything[number, rows, columns][inside]
        assert seen[number][inside] == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("area", AREAS)
def test_items_are_those_of_the_segments_of_the_field(area: Area) -> None:
    seen, parts = field(area), held(area)
    for side in (0, 1):
        others = parts[1 - side].stop - parts[1 - side].start
        for found, items in (
            (seen.clauses[side], sides()[side].clauses),
            (seen.words[side], sides()[side].words),
        ):
            assert found.starts.tolist() == items.within(parts[side]).starts.tolist()
            assert found.best.shape == (found.starts[-1], others)


def test_the_usual_distance_of_a_span_is_its_mean_to_the_segments_of_the_other_side() -> None:
    seen = field(AREAS[0])
    distances = 1 - seen.cosines[2]  # one to one
    assert SHAPES[2].tolist() == [1, 1]
    assert seen.usual[0][0] == pytest.approx(distances.mean(axis=1), abs=1e-4)
    assert seen.usual[1][0] == pytest.approx(distances.mean(axis=0), abs=1e-4)
    assert len(seen.usual[0]) == LONGEST


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5))
def test_only_beads_between_two_fences_are_allowed(boxes: list[tuple[int, int]]) -> None:
    edges = list(accumulate(boxes, lambda at, by: (at[0] + by[0], at[1] + by[1]), initial=(0, 0)))
    n, m = edges[-1]
    fences = np.array(edges)
    seen = measured(ENCODER, sides(), Area(0, n, 0, m), fences)
    assert seen.fences is not None
    for a, b in SHAPES.tolist():
        forbidden = seen.forbidden(fences, (a, b))
        for i in range(n + 1):
            for j in range(m + 1):
                allowed = any(
                    begin[0] <= i and begin[1] <= j and i + a <= end[0] and j + b <= end[1]
                    for begin, end in pairwise(edges)
                )
                assert forbidden[i, j] != allowed or i + a > n or j + b > m


def test_fences_are_those_among_the_cells_of_the_field() -> None:
    fences = np.array([(0, 0), (5, 6), (20, 22), (23, 24), (40, 40)])
    near = measured(ENCODER, sides(), Area(20, 30, 22, 32), fences).fences
    assert near is not None
    assert near.tolist() == [[20 - 14, 22 - 16], [23 - 14, 24 - 16]]
