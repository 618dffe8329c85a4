"""The log odds of pairs by their own texts, at a prior of one half."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.pairs.saying import Saying
from align.evidence.pairs.table import (
    COVERAGE_COLUMNS,
    PAIR_COLUMNS,
    SURFACE_COLUMNS,
    surface_table,
)
from align.scorers.model import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.pair import Pair
    from align.evidence.pairs.table import Compared

__all__ = ["by_meaning", "by_surface"]

Array = np.ndarray[Any, np.dtype[Any]]


def by_surface(pairs: Sequence[Pair]) -> Array:
    """Return the log odds (n,) of pairs by what can be told without an encoder."""
    return shipped().surface.log_odds(SURFACE_COLUMNS, surface_table(pairs))


def by_meaning(pairs: Sequence[Pair], compared: Compared) -> Array:
    """Return the log odds (n,) of pairs whose texts have been compared.

    The pairs are told which of their words are said on the other side.
    """
    model = shipped()
    source, target = (
        _probabilities(model.coverage.log_odds(COVERAGE_COLUMNS, compared.coverage_table(side)))
        for side in (0, 1)
    )
    _tell(pairs, Saying(compared, (source, target)))
    return model.pairs.log_odds(PAIR_COLUMNS, compared.pair_table())


def _probabilities(log_odds: Array) -> Array:
    probabilities: Array = (1 + np.tanh(log_odds / 2)) / 2  # the logistic function
    return probabilities


def _tell(pairs: Sequence[Pair], saying: Saying) -> None:
    for number, pair in enumerate(pairs):
        words = saying.words(pair, number, 0), saying.words(pair, number, 1)
        pair.source_words, pair.target_words = words
        pair.unsaid = saying.unsaid(number, words)
