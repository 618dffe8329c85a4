"""A bead's score: what the aligner says of it and what its own texts say, weighed together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from align.scorers.model import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.model import Bead

__all__ = ["BEAD_COLUMNS", "bead_columns", "bead_scores"]

BEAD_COLUMNS = ("bias", "posterior", "pair")
SUREST = 0.99  # a posterior nearer to 1 says no more: inside a table row there is nothing to choose
# Log odds of pairs beyond these say no more than these.
LEAST, MOST = -4.0, 4.0
# What pairs of this document usually have says how freely it is translated; but a text whose pairs
# are mostly unlike one another is no free translation.
LEAST_USUAL = -1.0
FAITHFUL, UNSEEN = 3.0, 5  # a document begins with so many pairs of such log odds


def bead_columns(
    posteriors: Sequence[float], log_odds: Sequence[float]
) -> Iterator[tuple[float, float, float]]:
    """Yield what the weights of `align.scorers.model.Weights` are multiplied with, bead by bead.

    The beads are all those of a document, and ``log_odds`` those of their pairs of texts.
    """
    bounded = [min(max(odds, LEAST), MOST) for odds in log_odds]
    usual = (sum(bounded) + UNSEEN * FAITHFUL) / (len(bounded) + UNSEEN)
    for posterior, odds in zip(posteriors, bounded, strict=True):
        sure = min(max(posterior, 1 - SUREST), SUREST)
        yield 1.0, math.log(sure / (1 - sure)), odds - max(usual, LEAST_USUAL)


def bead_scores(beads: Sequence[Bead], log_odds: Sequence[float], aligner: str) -> list[float]:
    """Return the probability that each bead of a document is right.

    ``log_odds`` are those of the beads' pairs of texts; ``aligner`` is the one that chose the
    beads: ``hybrid``, or ``gale-church`` by length alone.
    """
    weights = shipped().beads[aligner]
    columns = bead_columns([bead.posterior for bead in beads], log_odds)
    return [
        _logistic(weights.bias * bias + weights.posterior * posterior + weights.pair * pair)
        for bias, posterior, pair in columns
    ]


def _logistic(log_odds: float) -> float:
    return round((1 + math.tanh(log_odds / 2)) / 2, 4)  # never overflowing
