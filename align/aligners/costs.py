"""What a bead costs: its shape, its lengths and, where there is an encoder, its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.aligners.dynamic import Band, Shape
    from align.aligners.fences import Fences
    from align.aligners.shapes import Prior
    from align.evidence.length import LengthModel
    from align.evidence.meaning import Meaning

__all__ = ["BeadCosts", "Texture"]

Array = np.ndarray[Any, np.dtype[Any]]
# Against the length cost: at 0 literature falls to .20 and tico19-noisy to .76, at 6 law to .95.
MEANING_WEIGHT = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Texture:
    """What is measured once of a bitext: lengths of its segments, meaning and fences if any.

    ``source`` and ``target`` are prefix sums of lengths in characters, shapes (n + 1,), (m + 1,).
    """

    source: Array
    target: Array
    meaning: Meaning | None
    fences: Fences | None


class BeadCosts:
    """Costs of beads over one band; see `align.aligners.dynamic.Costs`."""

    def __init__(
        self,
        texture: Texture,
        band: Band,
        shapes: Sequence[Shape],
        *,
        model: LengthModel,
        prior: Prior,
    ) -> None:
        """Hold what is needed to work out costs chunk by chunk."""
        self.texture = texture
        self.band = band
        self.shapes = shapes
        self.model = model
        self.prior = prior

    def chunk(self, start: int, stop: int) -> Array:
        """Return the costs of beads that end in rows ``start`` … ``stop`` - 1 of the band."""
        rows = np.arange(start, stop)
        columns = np.minimum(self.band.targets(start, stop), self.band.columns)
        costs = np.empty((len(self.shapes), *columns.shape))
        for number, shape in enumerate(self.shapes):
            costs[number] = self._cost(shape, rows, columns)
            if self.texture.fences is not None:
                allowed = self.texture.fences.allowed(shape, rows[:, None], columns)
                costs[number][~allowed] = np.inf
        return costs

    def _cost(self, shape: Shape, rows: Array, columns: Array) -> Array | float:
        if not shape.source or not shape.target:
            return self.prior[shape]
        source, target = self.texture.source, self.texture.target
        first, begin = np.maximum(rows - shape.source, 0), np.maximum(columns - shape.target, 0)
        cost = self.prior[shape] + self.model.cost(
            (source[rows] - source[first])[:, None], target[columns] - target[begin]
        )
        if self.texture.meaning is not None:
            cost = cost + MEANING_WEIGHT * shape.source * shape.target * self._distance(
                shape, first, begin
            )
        return cost

    def _distance(self, shape: Shape, first: Array, begin: Array) -> Array | float:
        """Return distances of spans that begin at ``first`` (rows) and ``begin`` (rows, width)."""
        spans = len(self.texture.source) - shape.source, len(self.texture.target) - shape.target
        if min(spans) <= 0:  # the text is shorter than the shape
            return 0.0
        low, high = int(begin.min()), int(begin.max())
        reached = np.arange(low, min(high, spans[1] - 1) + 1)
        meaning = self.texture.meaning
        assert meaning is not None
        distances = meaning.distances(shape, np.minimum(first, spans[0] - 1), reached)
        within = np.minimum(begin, spans[1] - 1) - low
        return np.take_along_axis(distances, np.maximum(within, 0), axis=1)
