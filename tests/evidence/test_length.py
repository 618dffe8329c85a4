"""Length as evidence."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.length import lengths, log_two_tails


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
