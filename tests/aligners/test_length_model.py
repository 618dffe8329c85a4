"""What a text teaches of itself."""

from __future__ import annotations

import math

import numpy as np
import pytest

from align.aligners.length_loops import Expected
from align.aligners.length_model import (
    LEAST_VARIANCE,
    LONGEST,
    SHAPES,
    lengths_of,
    relearned,
    starts,
)

TEXT = lengths_of(np.array([50.0, 80, 30]), np.array([60.0, 90, 25, 40]))
ONE, TWO = SHAPES.tolist().index([1, 1]), SHAPES.tolist().index([1, 2])


def seen(shapes: dict[int, float], sums: tuple[float, float, float]) -> Expected:
    counts = np.zeros(len(SHAPES))
    counts[list(shapes)] = list(shapes.values())
    return Expected(counts, np.array(sums))


def test_every_start_is_a_distribution_over_shapes_and_steps() -> None:
    for model in starts(TEXT):
        assert np.exp(model.prior).sum() == pytest.approx(1)
        assert np.exp(model.step).sum(axis=1) == pytest.approx(np.ones(3))
        assert model.ratio == pytest.approx(215 / 160)


def test_a_blank_counts_as_one_character_and_an_empty_side_as_long_as_the_other() -> None:
    assert starts(lengths_of(np.zeros(2), np.array([4.0])))[0].ratio == 2.0
    assert starts(lengths_of(np.array([]), np.array([])))[0].ratio == 1.0


def test_no_bead_has_more_segments_than_the_longest() -> None:
    assert SHAPES.max() == LONGEST
    assert len(np.unique(SHAPES, axis=0)) == len(SHAPES)


def test_the_ratio_and_variance_are_those_of_the_matches_seen() -> None:
    model = relearned(starts(TEXT)[0], seen({ONE: 999.0}, (1000.0, 1300.0, 8996.0)))
    assert model.ratio == pytest.approx(1.3)
    assert model.variance == pytest.approx(9.0)


def test_no_text_is_held_to_be_more_regular_than_the_least_variance() -> None:
    model = relearned(starts(TEXT)[0], seen({ONE: 999.0}, (1000.0, 1300.0, 0.0)))
    assert model.variance == LEAST_VARIANCE


def test_shapes_seen_often_become_likelier_and_those_not_seen_stay_possible() -> None:
    start = starts(TEXT)[0]
    model = relearned(start, seen({ONE: 50.0, TWO: 50.0}, (1.0, 1.0, 1.0)))
    assert np.exp(model.prior).sum() == pytest.approx(1)
    assert model.prior[TWO] > start.prior[TWO]
    assert model.prior[ONE] < start.prior[ONE]
    assert np.isfinite(model.prior).all()


def test_nothing_seen_teaches_nothing_of_shapes() -> None:
    start = starts(TEXT)[0]
    model = relearned(start, seen({}, (0.0, 0.0, 0.0)))
    assert model.prior == pytest.approx(start.prior)
    assert model.ratio == start.ratio


def test_what_is_left_out_is_not_learned() -> None:
    start = starts(TEXT)[0]
    assert relearned(start, seen({ONE: 9.0}, (9.0, 9.0, 9.0))).step is start.step


def test_runs_of_segments_are_as_likely_as_a_sum_of_gamma_variables() -> None:
    target = np.random.default_rng(1).gamma(3.0, 20.0, 20_000)
    alone = lengths_of(np.ones(1), target).alone
    two = target[0] + target[1]
    wanted = 5 * math.log(two) - two / 20 - math.lgamma(6) - 6 * math.log(20)
    assert alone[2, 2] == pytest.approx(wanted, abs=0.1)


def test_blank_lines_are_no_obstacle() -> None:
    assert np.isfinite(lengths_of(np.zeros(3), np.zeros(4)).alone).all()
