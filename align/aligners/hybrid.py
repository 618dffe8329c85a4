"""Alignment by length, meaning and punctuation together: the default.

Evidence is measured area by area, a first pass keeps the beads worth a closer look, and a model
fitted on aligned texts chooses among them in the light of what is usual in this text.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from align import encoders
from align.aligners.anchors import mutual_neighbours
from align.aligners.areas import areas, safe_cells
from align.aligners.choosing import Evidence, choose
from align.aligners.fences import fences
from align.aligners.field import Area, measured
from align.aligners.inventory import SHAPES
from align.aligners.length_only import align_by_length
from align.aligners.levels import Background
from align.aligners.measures import measures
from align.aligners.model import shipped
from align.aligners.pieces import pieces
from align.aligners.pruning import Candidates, likely_beads
from align.evidence.reading import Reading, read_again
from align.model import Alignment, Bead, Bitext, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.config import Settings
    from align.stages import Encoder

__all__ = ["Hybrid", "align_with"]

Array = np.ndarray[Any, np.dtype[Any]]


class Hybrid:
    """The aligner that also weighs the vectors of an encoder."""

    def __init__(self, settings: Settings) -> None:
        """Load the encoder; raises `MissingExtraError` when its package is not installed."""
        self._encoder = encoders.chosen(settings.encoder)
        self.signature = self._encoder.signature if self._encoder else ""

    def __call__(
        self, bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
    ) -> Alignment:
        """Return beads that cover each side exactly once."""
        if self._encoder is None:
            return align_by_length(bitext, source, target)
        return align_with(self._encoder, bitext, source, target)


def align_with(
    encoder: Encoder, bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
) -> Alignment:
    """Return the alignment of two sequences of segments by the vectors of ``encoder``."""
    if not source or not target:
        return align_by_length(bitext, source, target)
    texts = ([segment.text for segment in side] for side in (source, target))
    sides = tuple(read_again(encoder, side) for side in texts)
    found = fences(bitext, source, target)
    corners = None if found is None else found.corners
    stretches = [list(beads) for beads in _stretches(encoder, (sides[0], sides[1]), corners)]
    ends = accumulate(map(len, stretches), initial=0)
    return Alignment(
        bitext=bitext,
        source=source,
        target=target,
        beads=tuple(bead for beads in stretches for bead in beads),
        stretches=tuple(range(*ends) for ends in pairwise(ends)),
    )


def _stretches(
    encoder: Encoder, sides: tuple[Reading, Reading], corners: Array | None
) -> Iterator[Iterable[Bead]]:
    """Yield the beads of each stretch, in source order."""
    lengths = sides[0].lengths, sides[1].lengths
    found, cells = _plan(encoder, sides, corners)
    for piece in found:
        cut = list(areas(piece, cells, lengths))
        yield _beads(_evidence(encoder, sides, cut, corners))


def _plan(
    encoder: Encoder, sides: tuple[Reading, Reading], corners: Array | None
) -> tuple[list[Area], tuple[Array, Array]]:
    """Return the pieces that have kept their order, and the cells where they may be cut."""
    if corners is not None:  # the layout says where both sides part
        return [Area(0, len(sides[0]), 0, len(sides[1]))], (corners, corners)
    source, target = (encoder.vectors(side.features.texts) for side in sides)
    anchors = mutual_neighbours(source, target)
    return pieces(anchors, source, target), safe_cells(anchors)


def _evidence(
    encoder: Encoder, sides: tuple[Reading, Reading], cut: list[Area], corners: Array | None
) -> Evidence:
    """Return the evidence of areas that follow one another."""
    background, candidates, tables, known = Background(), [], [], None
    for area in cut:
        field = measured(encoder, sides, area, corners)
        found, known = likely_beads(field, known)
        tables.append(measures(field, found))
        candidates.append(found.moved(*field.origin))
        background.add(field)
    return Evidence(
        candidates=Candidates(*map(np.concatenate, zip(*candidates, strict=True))),
        measures=np.concatenate(tables),
        chance=background.means(),
        first=(cut[0].top, cut[0].left),
        last=(cut[-1].bottom, cut[-1].right),
    )


def _beads(evidence: Evidence) -> Iterator[Bead]:
    """Yield the beads that the model chooses."""
    chosen, found = choose(evidence, shipped()), evidence.candidates
    figures = zip(
        found.rows[chosen.path].tolist(),
        found.columns[chosen.path].tolist(),
        SHAPES[found.kinds[chosen.path]].tolist(),
        chosen.costs.round(4).tolist(),
        chosen.posteriors.round(4).tolist(),
        strict=True,
    )
    for row, column, (a, b), cost, posterior in figures:
        yield Bead(
            source=range(row, row + a),
            target=range(column, column + b),
            cost=cost,
            posterior=posterior,
        )
