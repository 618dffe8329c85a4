"""The first pass, held against every way counted out."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners.field import Area, Field, measured
from align.aligners.inventory import INVENTORY, SHAPES
from align.aligners.pruning import Candidates, LengthsLearned, likely_beads
from align.aligners.pruning_loops import dense_posteriors
from align.evidence.reading import read
from tests import own
from tests.aligners.every_path import Step, paths, steps_between
from tests.aligners.made import MadeUpEncoder, story, strangers

if TYPE_CHECKING:
    from align.evidence.reading import Reading

Array = np.ndarray[Any, np.dtype[Any]]
FORBIDDEN = -1e30
KINDS = list(range(len(SHAPES)))
SIZES = [(1, 1), (2, 3), (4, 2), (3, 3), (0, 4), (3, 0), (1, 5), (0, 0)]
any_boxes = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=5)


def corners(boxes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return list(accumulate(boxes, lambda at, by: (at[0] + by[0], at[1] + by[1]), initial=(0, 0)))


@cache
def sides(seed: int = 1, strange: bool = False) -> tuple[Reading, Reading]:
    beads = story(60, seed)
    source, target = own.sides(strangers(beads) if strange else beads)
    return read(MadeUpEncoder(), source), read(MadeUpEncoder(), target)


def field(area: Area, fences: Array | None = None, *, strange: bool = False) -> Field:
    return measured(MadeUpEncoder(), sides(strange=strange), area, fences)


def steps_of(found: Candidates) -> list[Step]:
    return [Step(*step) for step in np.stack(found[:3], axis=1).tolist()]


def reached(steps: list[Step], first: tuple[int, int]) -> set[tuple[int, int]]:
    """Return the cells that the steps lead to."""
    cells = {first}
    for step in sorted(steps):
        if step.start in cells:
            cells.add(step.stop)
    return cells


def weights_of(size: tuple[int, int], seed: int) -> tuple[Array, list[Step]]:
    """Return random weights of all beads of a small field; some are forbidden."""
    random = np.random.default_rng(seed)
    weights = random.normal(0, 3, (len(SHAPES), size[0] + 1, size[1] + 1)).astype(np.float32)
    weights[2:][random.random(weights[2:].shape) < 0.2] = FORBIDDEN
    steps = steps_between((0, 0), size, KINDS)
    return weights, [
        step for step in steps if weights[step.kind, step.row, step.column] > FORBIDDEN
    ]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("size", SIZES)
def test_posteriors_and_the_best_way_are_those_of_all_ways(
    size: tuple[int, int], seed: int
) -> None:
    weights, steps = weights_of(size, seed)
    every = [[steps[number] for number in path] for path in paths(steps, (0, 0), size)]
    totals = np.array(
        [sum(float(weights[step.kind, step.row, step.column]) for step in way) for way in every]
    )
    wanted = np.zeros(weights.shape)
    for way, share in zip(every, np.exp(totals - np.logaddexp.reduce(totals)), strict=True):
        for step in way:
            wanted[step.kind, step.row, step.column] += share
    shares, best_way = dense_posteriors(weights)
    assert shares == pytest.approx(wanted, abs=1e-5)
    best = every[int(np.argmax(totals))]
    assert [tuple(step) for step in best_way.tolist()[::-1]] == [
        (step.kind, step.row, step.column) for step in best
    ]


@pytest.mark.parametrize("strange", [False, True])
@pytest.mark.parametrize(
    "area",
    [Area(0, 60, 0, 60), Area(10, 40, 12, 38), Area(5, 6, 0, 30), Area(7, 7, 3, 20),
     Area(3, 30, 8, 8), Area(9, 9, 9, 9)],
)  # fmt: skip
def test_the_beads_kept_hold_a_whole_way_through_the_area(area: Area, *, strange: bool) -> None:
    seen = field(area, strange=strange)
    inner = seen.inner
    steps = steps_of(likely_beads(seen)[0])
    assert (inner.bottom, inner.right) in reached(steps, (inner.top, inner.left))
    assert all(inner.top <= step.row and inner.left <= step.column for step in steps)
    assert all(step.stop[0] <= inner.bottom and step.stop[1] <= inner.right for step in steps)


def test_far_fewer_beads_are_kept_than_there_are() -> None:
    found, _ = likely_beads(field(Area(0, 60, 0, 60)))
    assert len(found.rows) < 0.02 * len(SHAPES) * 60 * 60


def test_the_right_beads_of_a_faithful_text_are_kept() -> None:
    beads = story(60)
    source, target = (sum(len(bead[side]) for bead in beads) for side in (0, 1))
    kept = set(steps_of(likely_beads(field(Area(0, source, 0, target)))[0]))
    starts = accumulate(
        beads, lambda at, bead: (at[0] + len(bead[0]), at[1] + len(bead[1])), initial=(0, 0)
    )
    right = [
        Step(*start, int(INVENTORY[len(bead[0]), len(bead[1])]))
        for start, bead in zip(starts, beads, strict=False)
        if all(bead)
    ]
    assert sum(step in kept for step in right) >= 0.99 * len(right)


@settings(max_examples=30, deadline=None)
@given(any_boxes)
def test_no_bead_reaches_over_a_corner_and_a_whole_way_is_left(
    boxes: list[tuple[int, int]],
) -> None:
    edges = corners(boxes)
    bottom, right = edges[-1]
    seen = field(Area(0, bottom, 0, right), np.array(edges), strange=True)
    steps = steps_of(likely_beads(seen)[0])
    assert (bottom, right) in reached(steps, (0, 0))
    for step in steps:
        assert any(
            begin[0] <= step.start[0] and begin[1] <= step.start[1]
            and step.stop[0] <= end[0] and step.stop[1] <= end[1]
            for begin, end in pairwise(edges)
        )  # fmt: skip


@pytest.mark.parametrize("empty", [0, 1])
def test_an_anchor_with_an_empty_side_holds_omissions_only(empty: int) -> None:
    edges = np.array([(0, 0), (4, 4), (4, 9) if empty == 0 else (9, 4), (12, 12)])
    steps = steps_of(likely_beads(field(Area(0, 12, 0, 12), edges))[0])
    lost = [step for step in steps if step.row >= 4 and step.column >= 4
            and step.stop[1 - empty] <= 9 and step.stop[empty] <= 4]  # fmt: skip
    assert {SHAPES[step.kind].tolist()[empty] for step in lost} == {0}
    assert len(lost) == 5


def test_what_was_learned_of_lengths_is_handed_on_and_used() -> None:
    seen = field(Area(0, 60, 0, 60))
    found, known = likely_beads(seen)
    assert 0.8 < known.ratio < 1.25
    again, _ = likely_beads(seen, known)
    assert set(steps_of(again)) & set(steps_of(found))
    _, misled = likely_beads(field(Area(9, 9, 9, 9)), LengthsLearned(3.0, 20.0))
    assert misled == LengthsLearned(3.0, 20.0)  # nothing to learn from


def test_beads_are_counted_from_another_cell() -> None:
    found, _ = likely_beads(field(Area(5, 9, 5, 9)))
    away = found.moved(10, 20)
    assert (away.rows - found.rows == 10).all()
    assert (away.columns - found.columns == 20).all()
    assert (away.kinds == found.kinds).all()
