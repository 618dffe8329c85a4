"""From candidates to beads: two rounds of the model, then the path of least risk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.aligners.features import features, prior_of
from align.aligners.inventory import ONE_TO_ONE
from align.aligners.levels import Levels, levels, with_lengths
from align.aligners.semimarkov import Lattice, best_path, lattice, posteriors

if TYPE_CHECKING:
    from align.aligners.model import Model, Round
    from align.aligners.pruning import Candidates

__all__ = ["Chosen", "Evidence", "choose"]

Array = np.ndarray[Any, np.dtype[Any]]
AT_ONCE = 100_000  # candidates
LEAST = 0.1  # posterior of an omission; a less probable one is a loss
# Mean posterior of the beads of a text: in a refrain all is as doubtful as anything, and segments
# are paired one to one as far as that goes.
DOUBTFUL = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The candidates of a stretch of text, their measures, and what chance gives in it."""

    candidates: Candidates
    measures: Array
    chance: dict[str, float]
    first: tuple[int, int]  # the cells where the stretch begins and ends
    last: tuple[int, int]

    def graph(self) -> Lattice:
        """Return the lattice of the candidates."""
        found = self.candidates
        return lattice(found.rows, found.columns, found.kinds, (self.first, self.last))


class Chosen(NamedTuple):
    """The beads chosen: which candidates, in order, with what the model says of them."""

    path: Array
    costs: Array  # -log of the weight of each
    posteriors: Array


def choose(evidence: Evidence, model: Model) -> Chosen:
    """Return the path of least risk: the greatest expected number of right beads."""
    graph, kinds = evidence.graph(), evidence.candidates.kinds
    found = levels(evidence.measures, evidence.candidates.posteriors, evidence.chance)
    sums = posteriors(graph, _scores(evidence, found, model.first), model.first.steps)
    found = with_lengths(found, evidence.measures, sums.edges)
    scores = _scores(evidence, found, model.second, prior_of(kinds, sums.edges))
    sums = posteriors(graph, scores, model.second.steps)
    omissions = model.omission_gain * (sums.edges - LEAST)
    gains = np.where(kinds >= ONE_TO_ONE, sums.edges, omissions)
    path = best_path(graph, gains)
    if sums.edges[path].mean() < DOUBTFUL:
        path = best_path(graph, gains + (kinds == ONE_TO_ONE))
    return Chosen(path, -scores[path], np.minimum(sums.edges[path], 1.0))


def _scores(evidence: Evidence, found: Levels, model: Round, prior: Array | None = None) -> Array:
    """Return the log weight of every candidate; the features of all never stand in memory."""
    scores = np.empty(len(evidence.measures))
    for start in range(0, len(scores), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        kinds = evidence.candidates.kinds[part]
        scores[part] = model.scores(*features(evidence.measures[part], kinds, found, prior))
    return scores
