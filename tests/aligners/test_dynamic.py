"""The dynamic programme against brute force, and at its edges."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from align.aligners import dynamic
from align.aligners.dynamic import Band, Shape, Step, cheapest_beads, cheapest_way
from tests.aligners.brute import SHAPES, Table, band_of, least, probabilities, random_table

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, np.dtype[Any]]


def any_cost(random: Any, shape: tuple[int, ...]) -> Array:
    return np.asarray(random.exponential(4.0, shape))


def tied_cost(random: Any, shape: tuple[int, ...]) -> Array:
    return np.asarray(random.integers(0, 3, shape), dtype=float)


@st.composite
def bands(draw: st.DrawFn) -> Band:
    """Return bands over at most 6 x 6 segments, some too narrow for any way."""
    rows, columns = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    width = draw(st.integers(1, columns + 3))
    reach = max(0, columns + 1 - width)  # where the last row must begin to hold the last cell
    rises = draw(st.lists(st.integers(0, 3), min_size=rows, max_size=rows))
    low = [min(value, reach) for value in accumulate(rises, initial=0)]
    if rows:
        low[-1] = reach
    return band_of(low, width if rows else columns + 1, columns)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return random costs, with and without ties and infinite ones, over a random band."""
    band = draw(bands())
    kind: Callable[[Any, tuple[int, ...]], Array] = draw(st.sampled_from([any_cost, tied_cost]))
    table = random_table(draw(st.integers(0, 2**32)), band.rows - 1, band.columns, kind)
    return Table(table=table, band=band)


def uniform(rows: int, columns: int, costs: tuple[float, ...]) -> Table:
    """Return costs that depend on the shape only, over a band of every cell."""
    each = np.array(costs)[:, None, None]
    whole = band_of([0] * (rows + 1), columns + 1, columns)
    return Table(table=np.broadcast_to(each, (len(SHAPES), rows + 1, columns + 1)), band=whole)


def total(costs: Table, way: list[Step]) -> float:
    return sum(costs.cost(step) for step in way)


def assert_covers(way: list[Step], rows: int, columns: int) -> None:
    cells = [(0, 0), *((step.row, step.column) for step in way)]
    assert cells[-1] == (rows, columns)
    for (step, cell), before in zip(zip(way, cells[1:], strict=True), cells[:-1], strict=True):
        assert (cell[0] - before[0], cell[1] - before[1]) == step.shape


@given(tables())
@settings(max_examples=150, deadline=None)
def test_cheapest_way_costs_what_brute_force_says(costs: Table) -> None:
    expected = least(costs)
    if not np.isfinite(expected):
        with pytest.raises(ValueError, match="no way"):
            cheapest_way(costs)
        return
    way = cheapest_way(costs)
    assert_covers(way, costs.band.rows - 1, costs.band.columns)
    assert total(costs, way) == pytest.approx(expected, abs=1e-6)


@given(tables(), st.sampled_from([1e6, 1e9, 1e12]))
@settings(max_examples=40, deadline=None)
def test_a_cheapest_way_is_found_among_huge_costs(costs: Table, factor: float) -> None:
    huge = Table(table=costs.table * factor, band=costs.band)
    assume(least(huge) < np.inf)
    way = cheapest_way(huge)
    assert_covers(way, huge.band.rows - 1, huge.band.columns)
    assert total(huge, way) == pytest.approx(least(huge), rel=1e-9)


@given(tables())
@settings(max_examples=100, deadline=None)
def test_posteriors_are_the_sums_of_brute_force(costs: Table) -> None:
    assume(least(costs) < np.inf)
    posterior = dynamic._Posterior(costs)
    for step, expected in probabilities(costs).items():
        if np.isfinite(costs.cost(step)):
            assert posterior.of(step, costs.cost(step)) == pytest.approx(expected, abs=1e-9)


@given(tables())
@settings(max_examples=60, deadline=None)
def test_beads_that_cover_a_segment_have_posteriors_that_sum_to_one(costs: Table) -> None:
    assume(least(costs) < np.inf)
    posterior = dynamic._Posterior(costs)
    sums = np.zeros(costs.band.rows - 1), np.zeros(costs.band.columns)
    for step in probabilities(costs):
        if np.isfinite(costs.cost(step)):
            share = posterior.of(step, costs.cost(step))
            sums[0][step.row - step.shape.source : step.row] += share
            sums[1][step.column - step.shape.target : step.column] += share
    assert np.concatenate(sums) == pytest.approx(1.0)


@given(tables())
@settings(max_examples=60, deadline=None)
def test_beads_carry_the_cost_and_posterior_of_their_step(costs: Table) -> None:
    assume(least(costs) < np.inf)
    shares = probabilities(costs)
    for step, bead in zip(cheapest_way(costs), cheapest_beads(costs), strict=True):
        assert (bead.source.stop, bead.target.stop) == (step.row, step.column)
        assert (len(bead.source), len(bead.target)) == step.shape
        assert bead.cost == pytest.approx(costs.cost(step), abs=1e-4)
        assert bead.posterior == pytest.approx(shares[step], abs=1e-4)


@given(costs=tables(), cells=st.integers(1, 200))
@example(costs=uniform(6, 6, (1, 1, 1, 1, 1, 1)), cells=1)
@settings(max_examples=60, deadline=None)
def test_chunks_of_any_size_give_the_same_beads(costs: Table, cells: int) -> None:
    assume(least(costs) < np.inf)
    whole = cheapest_beads(costs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dynamic, "CHUNK_CELLS", cells)
        assert cheapest_beads(costs) == whole


def test_an_empty_text_has_no_beads() -> None:
    assert cheapest_beads(uniform(0, 0, (1,) * 6)) == []


def test_a_side_without_segments_leaves_out_the_other() -> None:
    assert [bead.kind for bead in cheapest_beads(uniform(0, 3, (1,) * 6))] == ["0-1"] * 3
    assert [bead.kind for bead in cheapest_beads(uniform(3, 0, (1,) * 6))] == ["1-0"] * 3


def test_a_side_without_segments_is_certain_to_be_left_out() -> None:
    beads = cheapest_beads(uniform(0, 3, (2.5, 1, 1, 1, 1, 1)))
    assert [(bead.cost, bead.posterior) for bead in beads] == [(2.5, 1.0)] * 3


def test_zero_one_bead_keeps_its_place() -> None:
    costs = uniform(3, 4, (1.0, 9.0, 0.0, np.inf, np.inf, np.inf))
    table = costs.table.copy()
    table[SHAPES.index(Shape(1, 1)), 1, 2] = 50.0  # target 1 does not answer to source 0
    table[SHAPES.index(Shape(1, 1)), 2, 2] = 50.0  # … nor to source 1
    table[SHAPES.index(Shape(1, 1)), 3, 3] = 50.0  # and target 2 not to source 2
    beads = cheapest_beads(Table(table=table, band=costs.band))
    assert [(bead.source, bead.target) for bead in beads] == [
        (range(1), range(1)),
        (range(1, 1), range(1, 2)),
        (range(1, 2), range(2, 3)),
        (range(2, 3), range(3, 4)),
    ]


def test_several_segments_in_a_row_may_be_left_out_at_start_middle_and_end() -> None:
    table = np.full((len(SHAPES), 3, 9), 30.0)
    table[0], table[1] = 1.0, 9.0
    table[2, 1, 3] = table[2, 2, 6] = 0.0  # the two pairs, with two segments around each
    beads = cheapest_beads(Table(table=table, band=band_of([0, 0, 0], 9, 8)))
    kinds = ["0-1"] * 2 + ["1-1"] + ["0-1"] * 2 + ["1-1"] + ["0-1"] * 2
    assert [bead.kind for bead in beads] == kinds


def test_no_way_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(ValueError, match="no way through the band"):
        cheapest_way(uniform(3, 3, (np.inf,) * 6))


def test_a_band_too_narrow_for_any_way_is_an_error() -> None:
    costs = uniform(2, 6, (1,) * 6)
    narrow = band_of([0, 4, 5], 2, 6)
    with pytest.raises(ValueError, match="no way"):
        cheapest_way(Table(table=costs.table, band=narrow))


def test_of_equal_ways_the_shape_named_first_wins() -> None:
    way = cheapest_way(uniform(1, 1, (1, 1, 2, 9, 9, 9)))
    assert [step.shape for step in way] == [Shape(0, 1), Shape(1, 0)]


def test_ties_are_broken_the_same_way_every_time() -> None:
    costs = uniform(6, 6, (1, 1, 2, 3, 3, 4))
    assert len({tuple(cheapest_way(costs)) for _ in range(5)}) == 1


def test_a_way_outside_the_band_is_not_seen() -> None:
    table = np.full((len(SHAPES), 4, 7), 5.0)
    table[0] = 0.0  # leaving out target segments is free, but only at the start is it wide enough
    band = band_of([0, 1, 2, 3], 4, 6)
    way = cheapest_way(Table(table=table, band=band))
    for step in way:
        assert band.low[step.row] <= step.column < band.low[step.row] + band.width


def test_costs_of_cells_outside_the_text_do_not_matter() -> None:
    costs = uniform(3, 2, (4, 4, 1, 2, 2, 2))
    wide = Table(table=costs.table, band=band_of([0, 0, 0, 0], 6, 2))
    assert cheapest_beads(wide) == cheapest_beads(costs)


@given(
    rises=st.lists(st.integers(0, 40), min_size=1, max_size=30),
    half=st.integers(0, 10),
)
@settings(max_examples=200, deadline=None)
def test_a_band_around_a_centre_always_admits_a_way(rises: list[int], half: int) -> None:
    centre = np.cumsum(rises)
    columns = int(centre[-1])
    band = Band.around(centre, half, columns)
    low, high = band.low, band.low + band.width - 1
    assert low[0] == 0
    assert high[-1] >= columns
    for before, after in pairwise(range(band.rows)):
        assert low[before] <= low[after] <= high[before]  # rows meet, so that no bead must jump
    assert all(low <= centre)
    assert all(centre <= high)
    if band.rows > 1:
        empty = np.zeros((len(SHAPES), band.rows, columns + 1))
        assert cheapest_way(Table(table=empty, band=band))


def test_a_band_is_no_wider_than_the_text() -> None:
    assert Band.around(np.arange(5), 600, 4).width == 5
