"""Intervals over resampled documents."""

from __future__ import annotations

import pytest

from align.evaluate import Counts
from tests.bench.bootstrap import SAMPLES, difference, interval


def documents(*right: int) -> list[Counts]:
    return [Counts(one, one, 100, 100) for one in right]


def test_the_figure_is_the_micro_average() -> None:
    found = interval([Counts(10, 10, 10, 10), *[Counts(0, 0, 10, 10)] * 4])
    assert found is not None
    assert found.figure == 0.2


def test_documents_that_are_alike_leave_no_doubt() -> None:
    found = interval(documents(*[90] * 5))
    assert found is not None
    assert (found.low, found.figure, found.high) == (0.9, 0.9, 0.9)


def test_more_documents_narrow_the_interval() -> None:
    few, many = interval(documents(*[80, 100] * 3)), interval(documents(*[80, 100] * 20))
    assert few is not None
    assert many is not None
    assert 0.8 <= few.low < many.low < 0.9 < many.high < few.high <= 1.0


def test_the_interval_is_that_of_the_binomial_where_documents_are_all_or_nothing() -> None:
    found = interval(documents(*[0, 100] * 50))
    assert found is not None
    assert found.low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.012)
    assert found.high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.012)


@pytest.mark.parametrize("count", range(5))
def test_a_few_documents_tell_nothing_about_chance(count: int) -> None:
    few = documents(*range(60, 60 + count))
    assert interval(few) is None
    assert difference(few, few) is None


def test_the_same_documents_give_the_same_interval() -> None:
    assert interval(documents(*range(70, 90))) == interval(documents(*range(70, 90)))


def test_a_difference_is_taken_on_the_same_draws() -> None:
    always_better = difference(documents(*range(60, 90)), documents(*range(50, 80)))
    assert always_better is not None
    assert always_better.low == pytest.approx(0.1)
    assert always_better.high == pytest.approx(0.1)
    assert always_better.is_sure


def test_a_difference_that_changes_sides_is_chance() -> None:
    found = difference(documents(*[60, 90] * 5), documents(*[90, 60] * 5))
    assert found is not None
    assert not found.is_sure
    assert found.low < 0 < found.high


def test_aligners_are_compared_on_the_same_documents_only() -> None:
    with pytest.raises(ValueError, match="2 documents cannot be paired with 3"):
        difference(documents(1, 2), documents(1, 2, 3))


def test_a_set_without_a_right_bead_has_an_interval_of_nothing() -> None:
    found = interval([Counts(0, 0, 0, 5)] * 5)
    assert found is not None
    assert (found.low, found.high) == (0.0, 0.0)
    assert SAMPLES == 1_000
