"""Length as evidence."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.length import LengthModel, lengths, log_two_tails


def test_lengths_count_neither_spaces_nor_vowel_marks_nor_tatweel() -> None:
    assert lengths(["كَتَبَ  الوَلَـــدُ", "a b\tc\n", "", "\u200f"]).tolist() == [8, 3, 0, 0]


@pytest.mark.parametrize("z", [0.3, 0.7, 1.0, 1.96, 2.6, 4.0, 6.0, 8.0])
def test_the_tail_is_that_of_the_normal_distribution(z: float) -> None:
    expected = math.log(math.erfc(z / math.sqrt(2)))
    assert log_two_tails(np.array([z]))[0] == pytest.approx(
        expected, abs=0.03 if z < 2 else math.log(1.135)
    )


@pytest.mark.parametrize("z", [40.0, 1e3, 1e5])
def test_the_tail_is_finite_where_the_distribution_underflows(z: float) -> None:
    assert math.erfc(z / math.sqrt(2)) == 0.0
    assert log_two_tails(np.array([z]))[0] == pytest.approx(-z * z / 2, rel=0.01)


@given(st.lists(st.floats(0, 1e4), min_size=2, max_size=30))
@settings(deadline=None)
def test_a_greater_deviation_is_never_cheaper(deviations: list[float]) -> None:
    logs = log_two_tails(np.array(sorted(deviations)))
    assert np.isfinite(logs).all()
    assert (logs <= 0).all()
    assert (np.diff(logs) <= 1e-9).all()


def test_the_tail_is_the_same_on_both_sides() -> None:
    z = np.linspace(0, 9, 50)
    assert np.array_equal(log_two_tails(z), log_two_tails(-z))


def test_a_text_of_the_length_foretold_costs_next_to_nothing() -> None:
    model = LengthModel(ratio=1.2, variance=8.0)
    assert model.cost(np.array([100.0]), np.array([120.0]))[0] < 0.02


def test_the_deviation_of_gale_and_church_worked_by_hand() -> None:
    model = LengthModel(ratio=1.0, variance=6.8)
    # (120 - 80) / sqrt(6.8 * (120 + 80) / 2) = 40 / 26.077
    assert model.deviation(np.array([80.0]), np.array([120.0]))[0] == pytest.approx(
        1.5339, abs=1e-4
    )


def test_texts_without_letters_have_a_cost_too() -> None:
    assert np.isfinite(LengthModel(ratio=1.0, variance=8.0).cost(np.zeros(1), np.zeros(1))).all()
