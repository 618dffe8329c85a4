"""Length: translations of long sentences are long (Gale & Church 1993)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from align.text.arabic import encoder_key

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["RATIO_SPREAD", "key_lengths", "lengths", "log_two_tails"]

Array = np.ndarray[Any, np.dtype[Any]]
# Of the ratio of lengths, from text to text: in very long segments it is all the spread there is.
RATIO_SPREAD = 0.1


def lengths(texts: list[str]) -> Array:
    """Return the number of characters of each text without white space and vowel marks."""
    return key_lengths(map(encoder_key, texts))


def key_lengths(keys: Iterable[str]) -> Array:
    """Return the number of characters of each `encoder_key` without white space."""
    return np.array([len("".join(key.split())) for key in keys], dtype=float)


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
