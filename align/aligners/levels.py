"""What likeness means in this text: the usual values among matches and among strangers.

A cosine of .6 is poor in a law and good in a novel. Likenesses are therefore told relative to the
text they stand in: 0 is chance, 1 the usual match.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.inventory import ONE_TO_ONE
from align.aligners.measures import MEASURES

if TYPE_CHECKING:
    from align.aligners.field import Field

__all__ = ["Background", "Levels", "levels", "with_lengths"]

Array = np.ndarray[Any, np.dtype[Any]]
# A text of few segments shows little of what chance is: so many more pairs are thought to be
# there, as strangers are in law, news and novels.
UNSEEN, USUAL = 30.0, {"cosine": 0.14, "words": 0.15}
# The same of matches: what so many more would show, each side of so many characters or tokens.
UNSEEN_BEADS, USUAL_SIZE = 4.0, 50.0
USUAL_MATCH = {"cosine": 0.75, "clauses": 0.4, "words": 0.55}
USUAL_VARIANCE = {"length": 16.0, "tokens": 4.0}
LEAST_STEP = 0.05  # between chance and match, where a text hardly tells them apart
LEAST = {"length": 8.0, "tokens": 2.0}  # variance: a text is not more regular than law
GREATEST = {"length": 60.0, "tokens": 15.0}
FURTHEST = 9.0  # squared deviations count for no more variances than so many
FREE, FREEDOM = 0.45, 0.2  # a translation that says its clauses worse than this is free, and how
MOST_FREE = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The usual values of a text; likenesses by name: cosine, clauses, words."""

    chance: dict[str, float]
    match: dict[str, float]
    sizes: dict[str, tuple[float, float]]  # by unit: see `ratio_and_variance`

    def step(self, name: str) -> float:
        """Return the distance from chance to match."""
        return max(LEAST_STEP, self.match[name] - self.chance[name])

    @property
    def freedom(self) -> float:
        """How free the translation is: 0 faithful, 1 free, at most 1.3."""
        return float(np.clip((FREE - self.match["clauses"]) / FREEDOM, 0.0, MOST_FREE))


class Background:
    """The mean likenesses of everything with everything, field by field."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen = {  # total and weight
            name: [chance * UNSEEN, UNSEEN] for name, chance in USUAL.items()
        }

    def add(self, field: Field) -> None:
        """Take in the likenesses of a field."""
        cosines = field.cosines[ONE_TO_ONE]
        self._count("cosine", cosines.sum(), cosines.size)
        for seen in field.words:
            self._count(
                "words",
                seen.weights @ seen.best.sum(axis=1),
                seen.weights.sum() * seen.best.shape[1],
            )

    def _count(self, name: str, total: float, weight: float) -> None:
        self._seen[name][0] += float(total)
        self._seen[name][1] += float(weight)

    def means(self) -> dict[str, float]:
        """Return the means by name; those of clauses are taken off where they are measured."""
        return {"clauses": 0.0} | {name: _mean(*seen) for name, seen in self._seen.items()}


def levels(table: Array, posteriors: Array, chance: dict[str, float]) -> Levels:
    """Return the levels of a text whose beads have these measures and posteriors."""
    column = {name: table[:, at] for at, name in enumerate(MEASURES)}
    matches = posteriors * (column["source_length"] * column["target_length"] > 0)
    beads = float(matches.sum())
    match = {"cosine": _mean(float(matches @ column["cosine"]), beads)}
    for name in ("clauses", "words"):
        said, whole = (float(matches @ column[key]) for key in (f"{name}_inside", name))
        match[name] = _mean(said, whole)
    for name, usual in USUAL_MATCH.items():
        match[name] = (beads * match[name] + UNSEEN_BEADS * usual) / (beads + UNSEEN_BEADS)
    # A refrain is like everything: there, what is no better than chance is still a match.
    chance = {name: min(value, match[name] - LEAST_STEP) for name, value in chance.items()}
    return Levels(chance=chance, match=match, sizes=_sizes(table, posteriors))


def with_lengths(found: Levels, table: Array, posteriors: Array) -> Levels:
    """Return the levels with lengths as the posteriors see them."""
    return replace(found, sizes=_sizes(table, posteriors))


def _sizes(table: Array, posteriors: Array) -> dict[str, tuple[float, float]]:
    """Return ratio and variance of lengths by unit (Gale & Church 1993).

    The target has ``ratio`` characters, or tokens, for each of the source; ``variance`` is that of
    its length for each of them.
    """
    sizes = {}
    for unit in ("length", "tokens"):
        x, y = (table[:, MEASURES.index(f"{side}_{unit}")] for side in ("source", "target"))
        share = posteriors * ((x > 0) & (y > 0))
        unseen = UNSEEN_BEADS * USUAL_SIZE
        ratio = float((share @ y + unseen) / (share @ x + unseen))
        squares = (y - ratio * x) ** 2 / np.maximum((ratio * x + y) / 2, 1.0)
        squares = np.minimum(squares, FURTHEST * GREATEST[unit])
        total = float(share @ squares) + UNSEEN_BEADS * USUAL_VARIANCE[unit]
        variance = total / (float(share.sum()) + UNSEEN_BEADS)
        sizes[unit] = ratio, float(np.clip(variance, LEAST[unit], GREATEST[unit]))
    return sizes


def _mean(total: float, weight: float) -> float:
    return total / weight if weight > 0 else 0.0
