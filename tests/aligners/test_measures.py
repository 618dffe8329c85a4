"""What is measured of each bead, held against plain counts."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from align.aligners.field import Area, Field, measured
from align.aligners.inventory import INVENTORY, LONGEST, OMITTED_SOURCE, ONE_TO_ONE, SHAPES
from align.aligners.measures import BESIDE, MARKS, MEASURES, NEARBY, measures
from align.aligners.pruning import Candidates
from align.evidence.coverage import WEIGHED, weighed
from align.evidence.punctuation import COLUMNS
from align.evidence.reading import read
from tests import own
from tests.aligners.every_path import Step, steps_between
from tests.aligners.made import MadeUpEncoder, story

Array = np.ndarray[Any, np.dtype[Any]]
SIZE = (11, 10)
ENDS = (".", "?", "!", ":", ",", "")


@cache
def field() -> Field:
    """Return a field of a made-up text with marks of all kinds."""
    source, target = own.sides(story(SIZE[0]))
    sides = [
        [f"({text[:-1]}){ENDS[k % 6]}" if k % 4 else text for k, text in enumerate(side[:count])]
        for side, count in ((source, SIZE[0]), (target, SIZE[1]))
    ]
    readings = [read(MadeUpEncoder(), side) for side in sides]
    return measured(MadeUpEncoder(), (readings[0], readings[1]), Area(0, SIZE[0], 0, SIZE[1]))


@cache
def steps() -> list[Step]:
    return steps_between((0, 0), SIZE, range(len(SHAPES)))


@cache
def table() -> dict[str, Array]:
    rows, columns, kinds = np.array(steps(), np.int64).T
    found = measures(field(), Candidates(rows, columns, kinds, np.ones(len(kinds))))
    return dict(zip(MEASURES, found.T, strict=True))


def cosine(row: int, size: int, column: int, other: int) -> float | None:
    """Return the cosine of two spans, None where there is no such bead."""
    inside = 0 <= row <= SIZE[0] - size and 0 <= column <= SIZE[1] - other
    if not inside or not 0 < size <= LONGEST or not 0 < other <= LONGEST:
        return None
    kind = int(INVENTORY[size, other])
    return float(field().cosines[kind, row, column]) if kind >= ONE_TO_ONE else None


def own_cosine(step: Step) -> float | None:
    a, b = SHAPES[step.kind].tolist()
    return cosine(step.row, a, step.column, b)


def test_every_measure_is_finite() -> None:
    assert len(set(MEASURES)) == len(MEASURES)
    assert all(np.isfinite(values).all() for values in table().values())


@pytest.mark.parametrize("side", [0, 1])
def test_sizes_are_the_sums_over_the_segments(side: int) -> None:
    name = ("source", "target")[side]
    for step, length, tokens in zip(
        steps(), table()[f"{name}_length"], table()[f"{name}_tokens"], strict=True
    ):
        segments = slice(step.start[side], step.stop[side])
        assert length == pytest.approx(field().lengths[side][segments].sum())
        assert tokens == pytest.approx(field().tokens[side][segments].sum())


@pytest.mark.parametrize(
    ("name", "row", "size", "column", "other"),
    [
        ("with_source_before", -1, 1, 0, 0), ("with_source_behind", 0, 1, 0, 0),
        ("with_target_before", 0, 0, -1, 1), ("with_target_behind", 0, 0, 0, 1),
        ("without_first_source", 1, -1, 0, 0), ("without_last_source", 0, -1, 0, 0),
        ("without_first_target", 0, 0, 1, -1), ("without_last_target", 0, 0, 0, -1),
    ],
)  # fmt: skip
def test_a_change_is_what_the_cosine_gains_by_a_segment_more_or_less(
    name: str, row: int, size: int, column: int, other: int
) -> None:
    for step, value in zip(steps(), table()[name], strict=True):
        a, b = SHAPES[step.kind].tolist()
        here = own_cosine(step)
        changed = cosine(step.row + row, a + size, step.column + column, b + other)
        wanted = 0.0 if here is None or changed is None else changed - here
        assert value == pytest.approx(wanted, abs=1e-6), step


def test_the_cosine_is_that_of_the_spans_and_0_for_an_omission() -> None:
    for step, value in zip(steps(), table()["cosine"], strict=True):
        assert value == pytest.approx(own_cosine(step) or 0.0)


@pytest.mark.parametrize("name", ["clauses", "words"])
def test_what_is_covered_is_added_up_over_both_sides_and_the_worst_is_the_worse(name: str) -> None:
    seen = field().clauses if name == "clauses" else field().words
    for step_number in range(0, len(steps()), 97):
        step = steps()[step_number]
        a, b = SHAPES[step.kind].tolist()
        found = {word: float(table()[f"{name}_{word}"][step_number]) for word in WEIGHED}
        if not a or not b:
            assert set(found.values()) == {0.0}
            continue
        spans = np.array([[step.row, a]]), np.array([[step.column, b]])
        sides = [weighed(seen[own], spans[own], spans[1 - own], BESIDE)[0] for own in (0, 1)]
        both = dict(zip(WEIGHED, zip(*(side.tolist() for side in sides), strict=True), strict=True))
        wanted = {word: min(two) if word == "worst" else sum(two) for word, two in both.items()}
        assert found == pytest.approx(wanted, abs=1e-5)


def test_an_omission_knows_its_best_counterpart_near_its_place() -> None:
    for step, value in zip(steps(), table()["near_cosine"], strict=True):
        if step.kind >= ONE_TO_ONE:
            assert value == 0
            continue
        cosines, own_place, place = field().cosines[ONE_TO_ONE], step.column, step.row
        if step.kind == OMITTED_SOURCE:
            cosines, own_place, place = cosines.T, step.row, step.column
        near = cosines[max(0, place - NEARBY) : place + NEARBY, own_place]
        full = len(near) == 2 * NEARBY  # beyond the field there is nothing, worth 0
        assert value == pytest.approx(max(near.max(), -9.0 if full else 0.0))


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_uneven_by_as_many_as_one_side_has_more(mark: str) -> None:
    counts = [side[:, COLUMNS.index(f"count_{mark}")] for side in field().marks]
    for step, value in zip(steps(), table()[f"uneven_{mark}s"], strict=True):
        held = [counts[k][step.start[k] : step.stop[k]].sum() for k in (0, 1)]
        assert value == (abs(held[0] - held[1]) if step.kind >= ONE_TO_ONE else 0)


def test_ends_are_the_same_where_both_last_segments_end_alike() -> None:
    ends = [at for at, name in enumerate(COLUMNS) if name.startswith("end_")]
    source, target = (side[:, ends] for side in field().marks)
    for step, value in zip(steps(), table()["same_end"], strict=True):
        match = step.kind >= ONE_TO_ONE
        assert value == (float(source[step.stop[0] - 1] @ target[step.stop[1] - 1]) if match else 0)
