"""The rounds of an alignment: find a way coarsely, learn from it, find it again precisely."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.costs import BeadCosts, Texture
from align.aligners.dynamic import Band, Shape, Step, cheapest_beads, cheapest_way
from align.aligners.fences import fences
from align.aligners.shapes import COARSE_SHAPES, SHAPES, Prior, reestimated, starting_prior
from align.evidence.length import LengthModel, lengths
from align.model import Alignment, Bead, Bitext, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.meaning import Meaning

__all__ = ["align_in_rounds"]

Array = np.ndarray[Any, np.dtype[Any]]
STARTING_VARIANCE = 20.0  # per character: between law (8) and literature (26) as measured
LEAST_VARIANCE = 8.0  # a text cannot be more regular than law
GREATEST_VARIANCE = 60.0
TRIMMED = 0.02  # share of the worst beads kept out of the variance, as they are likely wrong
LEARNED_FROM = 5  # beads; fewer say nothing about a text
ROUNDS = 2  # of learning; a third changes nothing on the gold sets
WHOLE = 300  # an anchor of fewer target segments is looked at whole: that costs next to nothing
# Cells on each side of the diagonal by length. A text may drift so far from it: where more than
# about so many segments in a row are missing on one side, what stands around them goes astray.
COARSE_HALF_WIDTH = 600
# Cells on each side of the way found before: the coarse shapes go wrong by a few long beads.
FINE_HALF_WIDTH = 24


def align_in_rounds(
    bitext: Bitext,
    source: tuple[Segment, ...],
    target: tuple[Segment, ...],
    meaning: Meaning | None,
) -> Alignment:
    """Return the alignment of two sequences of segments by length, and by meaning if given.

    The length ratio, its variance and the prior of shapes are estimated anew from each round's
    beads, so that law and literature each get their own.
    """
    texture = Texture(
        source=_prefix_sums(source),
        target=_prefix_sums(target),
        meaning=meaning,
        fences=fences(bitext, source, target),
    )
    beads = _beads(texture)
    return Alignment(
        bitext=bitext,
        source=source,
        target=target,
        beads=tuple(beads),
        stretches=(range(len(beads)),) if beads else (),
    )


def _prefix_sums(segments: Sequence[Segment]) -> Array:
    return np.concatenate([[0.0], np.cumsum(lengths([segment.text for segment in segments]))])


def _beads(texture: Texture) -> list[Bead]:
    """Run the rounds; the band of each is laid around the way of the round before."""
    ratio = texture.target[-1] / texture.source[-1] if texture.source[-1] else 1.0
    model = LengthModel(ratio=ratio or 1.0, variance=STARTING_VARIANCE)
    prior = starting_prior()
    way = cheapest_way(_costs(texture, _coarse_band(texture), COARSE_SHAPES, model, prior))
    for _ in range(ROUNDS):
        way = cheapest_way(_costs(texture, _fine_band(texture, way), SHAPES, model, prior))
        model, prior = _learned(way, texture, model), reestimated(step.shape for step in way)
    return cheapest_beads(_costs(texture, _fine_band(texture, way), SHAPES, model, prior))


def _costs(
    texture: Texture, band: Band, shapes: Sequence[Shape], model: LengthModel, prior: Prior
) -> BeadCosts:
    return BeadCosts(texture, band, shapes, model=model, prior=prior)


def _coarse_band(texture: Texture) -> Band:
    """Return a wide band around the diagonal by length, through the corners between anchors."""
    rows, columns = len(texture.source) - 1, len(texture.target) - 1
    corners = (
        np.array([(0, 0), (rows, columns)]) if texture.fences is None else texture.fences.corners
    )
    reached = texture.target / max(texture.target[-1], 1.0)
    wanted = texture.source / max(texture.source[-1], 1.0)
    centre = np.searchsorted(reached, wanted, side="left")
    for (top, left), (bottom, right) in pairwise(corners.tolist()):
        centre[top : bottom + 1] = np.clip(centre[top : bottom + 1], left, right)
        centre[bottom] = right
    widest = int(np.diff(corners[:, 1]).max())  # no way leaves its anchor
    half_width = COARSE_HALF_WIDTH if widest > WHOLE else widest
    return Band.around(centre, half_width, columns)


def _fine_band(texture: Texture, way: Sequence[Step]) -> Band:
    """Return a narrow band around a way found before."""
    rows, columns = len(texture.source) - 1, len(texture.target) - 1
    cells = np.array([(0, 0), *((step.row, step.column) for step in way)])
    centre = np.interp(np.arange(rows + 1), cells[:, 0], cells[:, 1])
    return Band.around(np.rint(centre).astype(np.int64), FINE_HALF_WIDTH, columns)


def _learned(way: Sequence[Step], texture: Texture, model: LengthModel) -> LengthModel:
    """Return the length model of the beads found, or ``model`` where there are too few."""
    found = [step for step in way if step.shape.source and step.shape.target]
    if len(found) < LEARNED_FROM:
        return model
    rows, columns = (
        np.array([step.row for step in found]),
        np.array([step.column for step in found]),
    )
    source = texture.source[rows] - texture.source[rows - [step.shape.source for step in found]]
    target = (
        texture.target[columns] - texture.target[columns - [step.shape.target for step in found]]
    )
    ratio = float(target.sum() / max(source.sum(), 1.0)) or model.ratio
    unit = LengthModel(ratio=ratio, variance=1.0)
    squares = np.sort(unit.deviation(source, target) ** 2)
    kept = squares[: max(1, int(len(squares) * (1 - TRIMMED)))]
    variance = float(np.clip(kept.mean(), LEAST_VARIANCE, GREATEST_VARIANCE))
    return LengthModel(ratio=ratio, variance=variance)
