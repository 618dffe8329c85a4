"""Layout anchors as limits on the dynamic programme: no bead reaches over the edge of an anchor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.aligners.dynamic import Shape
    from align.model import Bitext, Block, Segment

__all__ = ["Fences", "fences"]

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fences:
    """For the segment consumed last, the limits of the anchor it stands in.

    ``corners`` holds the cells (i, j) between anchors, shape (anchors + 1, 2), the first (0, 0).
    ``of_source[i]`` is the anchor of source segment i - 1, ``of_target[j]`` likewise.
    """

    corners: Array
    of_source: Array
    of_target: Array

    def allowed(self, shape: Shape, rows: Array, columns: Array) -> Array:
        """Return where beads of ``shape`` may end; ``rows`` (r, 1), ``columns`` (r, w)."""
        if shape.source:
            anchor = self.of_source[rows]
            (row, column), last = self.corners[anchor].transpose(2, 0, 1), self.corners[anchor + 1]
            inside: Array = (rows - shape.source >= row) & (columns - shape.target >= column)
            inside &= columns <= last[..., 1]
        else:
            anchor = self.of_target[columns]
            inside = (self.corners[anchor, 0] <= rows) & (rows <= self.corners[anchor + 1, 0])
        return inside


def fences(bitext: Bitext, source: Sequence[Segment], target: Sequence[Segment]) -> Fences | None:
    """Return the limits that the anchors of ``bitext`` set, or None where it has none."""
    if not bitext.anchors:
        return None
    source_stops = _stops(source, bitext.source.blocks)
    target_stops = _stops(target, bitext.target.blocks)
    corners = np.array(
        [(0, 0)]
        + [
            (source_stops[anchor.source.stop], target_stops[anchor.target.stop])
            for anchor in bitext.anchors
        ]
    )
    return Fences(
        corners=corners,
        of_source=_anchors_of_segments(corners[:, 0], len(source)),
        of_target=_anchors_of_segments(corners[:, 1], len(target)),
    )


def _stops(segments: Sequence[Segment], blocks: Sequence[Block]) -> list[int]:
    """Return how many segments stand in the first k blocks, for k = 0 … number of blocks."""
    held = Counter(segment.block.id for segment in segments)
    return [0, *accumulate(held[block.id] for block in blocks)]


def _anchors_of_segments(corners: Array, count: int) -> Array:
    """Return for k = 0..count the anchor that segment k - 1 stands in (0 for k = 0)."""
    before = np.maximum(np.arange(count + 1) - 1, 0)
    return np.minimum(np.searchsorted(corners, before, side="right") - 1, len(corners) - 2)
