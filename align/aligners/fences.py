"""Layout anchors as limits on the dynamic programme: no bead reaches over the edge of an anchor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Bitext, Block, Segment

__all__ = ["Fences", "fences"]

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fences:
    """The cells (i, j) between anchors that every way passes.

    ``corners`` are integers of shape (anchors + 1, 2), the first (0, 0), the last (n, m).
    """

    corners: Array


def fences(bitext: Bitext, source: Sequence[Segment], target: Sequence[Segment]) -> Fences | None:
    """Return the limits that the anchors of ``bitext`` set, or None where it has none."""
    if not bitext.anchors:
        return None
    source_stops = _stops(source, bitext.source.blocks)
    target_stops = _stops(target, bitext.target.blocks)
    ends = [
        (source_stops[anchor.source.stop], target_stops[anchor.target.stop])
        for anchor in bitext.anchors
    ]
    return Fences(corners=np.array([(0, 0), *ends]))


def _stops(segments: Sequence[Segment], blocks: Sequence[Block]) -> list[int]:
    """Return how many segments stand in the first k blocks, for k = 0 … number of blocks."""
    held = Counter(segment.block.id for segment in segments)
    return [0, *accumulate(held[block.id] for block in blocks)]
