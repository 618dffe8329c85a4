"""The first pass: which beads of a small field are worth a closer look.

A dense programme over all cells of the field with hand-set costs (length, spans, clauses), made
tolerant: whatever keeps a posterior of a ten-thousandth at twice the temperature stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.aligners.inventory import ONE_TO_ONE, SHAPES
from align.aligners.pruning_loops import NEVER, dense_posteriors, length_weights, reestimated
from align.evidence.coverage import covered

if TYPE_CHECKING:
    from align.aligners.field import Field

__all__ = ["Candidates", "LengthsLearned", "likely_beads"]

Array = np.ndarray[Any, np.dtype[Any]]
LEAST = 1e-4  # posterior of a bead that is kept
OMISSION, PER_EXTRA_SEGMENT, SPAN, CLAUSE = 4.5, 0.3, 3.0, 3.0  # costs
USUAL_FOUND = 0.35  # of a clause above its mean, in a bead that is right
FIRST_RATIOS = 0.5, 2.0  # a side far longer than that says more, it does not say it at more length
FIRST_VARIANCE = 20.0  # between law and prose


class Candidates(NamedTuple):
    """Beads by first segments and number in `SHAPES`, with their posteriors; arrays (beads,)."""

    rows: Array
    columns: Array
    kinds: Array
    posteriors: Array

    def moved(self, row: int, column: int) -> Candidates:
        """Return the beads counted from another first cell."""
        return self._replace(rows=self.rows + row, columns=self.columns + column)


class LengthsLearned(NamedTuple):
    """What the areas seen so far say of lengths: target for source, and its variance."""

    ratio: float
    variance: float


def likely_beads(
    field: Field, known: LengthsLearned | None = None
) -> tuple[Candidates, LengthsLearned]:
    """Return the beads inside a field that may be right, a whole way through it among them.

    Beside them what was learned of lengths; an area that knows from another saves itself a round.
    """
    top, bottom, left, right = field.inner
    sides = field.lengths[0][top:bottom], field.lengths[1][left:right]
    source, target = (np.concatenate([[0.0], np.cumsum(side)]) for side in sides)
    sums = source, target
    fixed = _weights(field)[:, top : bottom + 1, left : right + 1]
    if known is None:
        ratio = float(np.clip((target[-1] + 1) / (source[-1] + 1), *FIRST_RATIOS))
        known = LengthsLearned(ratio, FIRST_VARIANCE)
        shares, _ = dense_posteriors(length_weights(fixed, sums, known))
        known = LengthsLearned(*reestimated(shares, sums, known))
    shares, way = dense_posteriors(length_weights(fixed, sums, known))
    kept = shares > LEAST
    kept[tuple(way.T)] = True
    kinds, rows, columns = np.nonzero(kept)
    found = Candidates(rows + top, columns + left, kinds, shares[kinds, rows, columns])
    return found, LengthsLearned(*reestimated(shares, sums, known))


def _weights(field: Field) -> Array:
    """Return the log weights of beads, lengths apart: (kinds, n + 1, m + 1), by first segments."""
    n, m = (len(side) for side in field.lengths)
    weights = np.full((len(SHAPES), n + 1, m + 1), NEVER, np.float32)
    weights[:ONE_TO_ONE] = -OMISSION
    found = [_found_of_span(field, own) for own in (0, 1)]
    for kind, (a, b) in enumerate(SHAPES[ONE_TO_ONE:].tolist(), ONE_TO_ONE):
        if a > n or b > m:
            continue
        spans = slice(0, n - a + 1), slice(0, m - b + 1)
        usual = field.usual[0][a - 1][:, None] + field.usual[1][b - 1][None, :]
        distance = 2 * (1 - field.cosines[kind][spans]) / usual
        lacking = a + b - (found[0][kind] + found[1][kind].T)[spans]
        cost = SPAN * max(a, b) * distance + CLAUSE * lacking + PER_EXTRA_SEGMENT * (a + b - 2)
        weights[kind][spans] = -cost
    if field.fences is not None:
        for kind, shape in enumerate(SHAPES.tolist()):
            weights[kind][field.forbidden(field.fences, shape)] = NEVER
    return weights


def _found_of_span(field: Field, own: int) -> Array:
    """Return how many segments' worth of a span's clauses the other span holds, (kinds, n, m)."""
    seen = field.clauses[own]
    shapes = SHAPES if own == 0 else SHAPES[:, ::-1]
    table = covered(seen, shapes)
    for kind, (a, _) in enumerate(shapes[ONE_TO_ONE:].tolist(), ONE_TO_ONE):
        clauses = seen.starts[a:] - seen.starts[:-a][: len(seen.starts[a:])]
        table[kind, : len(clauses)] *= (a / np.maximum(clauses, 1))[:, None] / USUAL_FOUND
    return table
