"""Length: translations of long sentences are long (Gale & Church 1993)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from align.text.arabic import encoder_key

__all__ = ["LengthModel", "lengths", "log_two_tails"]

Array = np.ndarray[Any, np.dtype[Any]]


def lengths(texts: list[str]) -> Array:
    """Return the number of characters of each text without white space and vowel marks."""
    return np.array([len("".join(encoder_key(text).split())) for text in texts], dtype=float)


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthModel:
    """A target text has ``ratio`` characters for each of the source, give or take.

    ``variance`` is s² of Gale & Church 1993, per character.
    """

    ratio: float
    variance: float

    def deviation(self, source: Array, target: Array) -> Array:
        """Return how many standard deviations ``target`` is from what ``source`` foretells."""
        spread = np.sqrt(self.variance * np.maximum(source * self.ratio + target, 1.0) / 2)
        return (target - source * self.ratio) / spread

    def cost(self, source: Array, target: Array) -> Array:
        """Return -log of the chance of a deviation at least as large."""
        return -log_two_tails(self.deviation(source, target))


def log_two_tails(z: Array) -> Array:
    """Return log P(|Z| > |z|) of a standard normal Z, finite for every z.

    Karagiannidis & Lioumpas 2007, eq. 6, an approximation of erfc whose logarithm is nowhere more
    than log 1.135 off, not even in the tail, where ``1 - cdf`` would have come out as log 0.

    >>> bool(abs(log_two_tails(np.array([1.96]))[0] - np.log(0.05)) < 0.02)
    True
    """
    x = np.maximum(np.abs(z) / np.sqrt(2.0), 1e-6)
    tail = np.log1p(-np.exp(-1.98 * x)) - x * x - np.log(1.135 * np.sqrt(np.pi) * x)
    log: Array = np.minimum(tail, 0.0)
    return log
