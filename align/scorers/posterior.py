"""A bead's score: the logistic function of its posterior, its cost and its size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.model import Alignment, Bead

__all__ = ["gale_church", "hybrid"]

SUREST = 0.99  # a posterior nearer to 1 says no more: inside a table row there is nothing to choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence adds to the log odds that a bead is right."""

    bias: float
    posterior: float  # per unit of log odds of the posterior
    cost: float  # per unit of cost a pair of segments
    size: float  # per segment beyond one and one


# Logistic regression on beads of seven gold sets (law, literature, guides, medicine, news, a
# declaration) against the gold: `python -m tests.bench.fit_scores --gold DIR` fits them again and
# shows how well they hold on each set left out.
HYBRID = Weights(bias=0.03, posterior=1.59, cost=-0.16, size=0.0)
GALE_CHURCH = Weights(bias=0.40, posterior=0.96, cost=0.0, size=-0.30)


def hybrid(alignment: Alignment) -> list[float | None]:
    """Return the scores of an alignment by length and meaning."""
    return [_score(bead, HYBRID) for bead in alignment.beads]


def gale_church(alignment: Alignment) -> list[float | None]:
    """Return the scores of an alignment by length alone, whose costs say little."""
    return [_score(bead, GALE_CHURCH) for bead in alignment.beads]


def _score(bead: Bead, weights: Weights) -> float | None:
    source, target = len(bead.source), len(bead.target)
    if not source or not target:
        return None
    posterior = min(max(bead.posterior, 1 - SUREST), SUREST)
    log_odds = (
        weights.bias
        + weights.posterior * math.log(posterior / (1 - posterior))
        + weights.cost * bead.cost / (source * target)
        + weights.size * (source + target - 2)
    )
    return round((1 + math.tanh(log_odds / 2)) / 2, 4)  # the logistic function, never overflowing
