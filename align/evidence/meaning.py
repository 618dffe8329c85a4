"""Meaning: how far apart the vectors of two spans are, against what is usual in this text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from align.stages import Encoder

__all__ = ["Meaning"]

LEAST_USUAL = 0.05  # where everything in a text is alike, distances stay finite
Array = np.ndarray[Any, np.dtype[Any]]


class Meaning:
    """Distances between spans of source and target segments: 0 the same, about 1 unrelated.

    The distance of Thompson & Koehn 2019 (Vecalign), eq. 1: cosine distance over the mean cosine
    distance to the other side of the text, which takes out how similar everything in it is.
    """

    def __init__(
        self, encoder: Encoder, source: list[str], target: list[str], longest: tuple[int, int]
    ) -> None:
        """Encode both sides; ``longest`` is the greatest number of segments in a span of each."""
        self.source = encoder.spans(source, longest[0])
        self.target = encoder.spans(target, longest[1])
        self._source_usual = _usual(self.source, self.target[0])
        self._target_usual = _usual(self.target, self.source[0])

    def distances(self, spans: tuple[int, int], source: Array, target: Array) -> Array:
        """Return the distance of every source span to every target span named.

        ``spans`` are the numbers of segments in a span; ``source`` and ``target`` hold the first
        segment of each span, shapes (n,) and (m,). The result has shape (n, m).
        """
        a, b = spans
        cosine = self.source[a - 1][source] @ self.target[b - 1][target].T
        usual = self._source_usual[a - 1][source][:, None] + self._target_usual[b - 1][target]
        return 2 * (1 - cosine) / usual  # type: ignore[no-any-return]


def _usual(spans: list[Array], others: Array) -> list[Array]:
    """Return the mean cosine distance of every span to single segments of the other side."""
    centre = others.sum(axis=0) / max(len(others), 1)
    return [np.maximum(1 - vectors @ centre, LEAST_USUAL) for vectors in spans]
