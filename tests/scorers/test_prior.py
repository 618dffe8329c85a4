"""The prior: the share of right units of a memory, and what it does to scores."""

from __future__ import annotations

import random

import pytest

from align.scorers.prior import DEFAULT, ENOUGH, Prior, probability


def log_odds(count: int, right: float, seed: int = 5) -> list[float]:
    """Return log odds that are true at a prior of one half: normal, of mean ±2 and variance 4."""
    chance = random.Random(seed)
    return [chance.gauss(2 if chance.random() < right else -2, 2) for _ in range(count)]


def estimated(values: list[float]) -> float:
    prior = Prior()
    for value in values:
        prior.add(value)
    return prior.estimate()


@pytest.mark.parametrize("right", [0.3, 0.6, 0.95])
def test_the_share_of_right_units_is_found(right: float) -> None:
    assert estimated(log_odds(4_000, right)) == pytest.approx(right, abs=0.03)


def test_a_small_memory_is_taken_to_be_like_others() -> None:
    assert estimated(log_odds(ENOUGH - 1, 0.2)) == DEFAULT
    assert estimated([]) == DEFAULT


def test_the_order_of_the_units_does_not_matter() -> None:
    values = log_odds(500, 0.7)
    assert estimated(values) == estimated(values[::-1])


def test_an_estimate_is_never_quite_certain() -> None:
    assert estimated([20.0] * 300) == 0.99
    assert estimated([-20.0] * 300) == 0.01


def test_the_prior_shifts_the_odds() -> None:
    assert probability(0.0, 0.5) == 0.5
    assert probability(0.0, 0.9) == 0.9
    assert probability(2.0, 0.9) > probability(2.0, 0.5) > probability(2.0, 0.1)
    assert probability(1e6, 0.5) == 1.0
    assert probability(-1e6, 0.5) == 0.0
