"""The prior: how many of a memory's units are right, before any of them is looked at.

The pair model is fitted on as many right as wrong pairs and says log odds at that prior of one
half; a memory in which most units are right shifts them (Bayes' theorem in odds).
"""

from __future__ import annotations

import math
from collections import Counter

__all__ = ["DEFAULT", "ENOUGH", "Prior", "probability"]

DEFAULT = 0.9  # of memories that are too small to tell
ENOUGH = 200  # units from which on a memory shows its own
BIN = 0.05  # of log odds: they are counted, not kept, so that memory stays flat
ROUNDS = 200
STILL = 1e-6  # change of the estimate that ends the rounds
LEAST, MOST = 0.01, 0.99


def probability(log_odds: float, prior: float) -> float:
    """Return the probability of a right pair, given its log odds at a prior of one half.

    >>> probability(0.0, 0.9)
    0.9
    """
    shifted = log_odds + math.log(prior / (1 - prior))
    return round((1 + math.tanh(shifted / 2)) / 2, 4)  # the logistic function, never overflowing


class Prior:
    """Estimates the share of right units of a memory from the log odds of all of them."""

    def __init__(self) -> None:
        """Start without any."""
        self._bins: Counter[int] = Counter()

    def add(self, log_odds: float) -> None:
        """Count a unit."""
        self._bins[round(log_odds / BIN)] += 1

    def estimate(self) -> float:
        """Return the likeliest share, 0.01 to 0.99; of too few units the usual one.

        Expectation and maximisation over the prior alone (Saerens, Latinne & Decaestecker 2002).
        """
        units = self._bins.total()
        if units < ENOUGH:
            return DEFAULT
        share = DEFAULT
        for _ in range(ROUNDS):
            right = sum(n * probability(place * BIN, share) for place, n in self._bins.items())
            before, share = share, min(max(right / units, LEAST), MOST)
            if abs(share - before) < STILL:
                break
        return round(share, 4)
