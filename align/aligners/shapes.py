"""The shapes a bead may have and how likely each is, learned from the text itself."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from align.aligners.dynamic import Shape

__all__ = ["COARSE_SHAPES", "LONGEST", "SHAPES", "Prior", "reestimated", "starting_prior"]

Prior = Mapping[Shape, float]  # cost of a shape: -log of its weight

# Arabic sentences are long: one answers up to nine English ones in classical prose, but the
# reverse hardly exceeds five. The programme wants (0, 1) first.
LARGEST_BLOCK = 6  # segments in a bead of several on both sides
SHAPES: tuple[Shape, ...] = (
    Shape(0, 1),
    Shape(1, 0),
    *(Shape(1, b) for b in range(1, 10)),
    *(Shape(a, 1) for a in range(2, 6)),
    *(Shape(a, b) for a in range(2, 5) for b in range(2, 5) if a + b <= LARGEST_BLOCK),
)
COARSE_SHAPES = (Shape(0, 1), Shape(1, 0), Shape(1, 1), Shape(1, 2), Shape(2, 1), Shape(1, 3))
LONGEST = (max(shape.source for shape in SHAPES), max(shape.target for shape in SHAPES))

# Of one segment without counterpart. Between 4.5 and 6 law and guides do not change; lower suits
# texts with omissions (tico19-noisy .97 at 4.5, .95 at 6), higher literature (.70, .74).
OMISSION_COST = 4.5
COST_PER_EXTRA_SEGMENT = (
    0.7  # before the text has been seen, each further segment halves the chance
)
WEIGHT_OF_START = 20.0  # the starting prior counts as this many beads when it is re-estimated


def starting_prior() -> Prior:
    """Return the costs of shapes before anything is known of the text."""
    return {shape: _starting_cost(shape) for shape in SHAPES}


def _starting_cost(shape: Shape) -> float:
    if not shape.source or not shape.target:
        return OMISSION_COST
    return COST_PER_EXTRA_SEGMENT * (shape.source + shape.target - 2)


def reestimated(shapes: Iterable[Shape]) -> Prior:
    """Return the costs of shapes after a first alignment of this text.

    Literature splits and joins freely and news does not: the counts of the text itself, smoothed
    by the starting prior, say which. Omissions keep their cost, since a wrong first alignment
    would teach the second to leave out more.
    """
    start = starting_prior()
    matches = [shape for shape in SHAPES if shape.source and shape.target]
    mass = math.fsum(math.exp(-start[shape]) for shape in matches)
    seen = Counter(shapes)
    total = sum(seen[shape] for shape in matches) + WEIGHT_OF_START
    learned = {
        shape: -math.log((seen[shape] + WEIGHT_OF_START * math.exp(-start[shape]) / mass) / total)
        for shape in matches
    }
    return {**start, **learned}
