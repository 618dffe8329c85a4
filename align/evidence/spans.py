"""Spans: the vectors of runs of segments, and how alike runs of both sides are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from align.stages import Sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.stages import Encoder

__all__ = ["cosines", "runs"]

Array = np.ndarray[Any, np.dtype[Any]]


def runs(encoder: Encoder, texts: Sums, longest: int) -> list[Array]:
    """Return, for k = 1..``longest``, the vectors of all runs of k neighbouring texts.

    Item k-1 has shape (max(0, n - k + 1), dimensions); row i is the run that begins at text i.
    """
    total, length = texts
    vectors = []
    for k in range(1, longest + 1):
        count = max(0, len(texts.length) - k + 1)
        if k > 1:  # grow each run by the text behind it
            total = total[:count] + texts.total[k - 1 : k - 1 + count]
            length = length[:count] + texts.length[k - 1 : k - 1 + count]
        vectors.append(encoder.vectors(Sums(total, length)))
    return vectors


def cosines(source: list[Array], target: list[Array], shapes: Sequence[tuple[int, int]]) -> Array:
    """Return the cosine of every two runs, by shape and first segments.

    The result has shape (shapes, n, m), float32, and is 0 where a run would leave the text.
    """
    table = np.zeros((len(shapes), len(source[0]), len(target[0])), np.float32)
    for number, (a, b) in enumerate(shapes):
        if a and b:
            one, other = source[a - 1], target[b - 1]
            table[number, : len(one), : len(other)] = one @ other.T
    return table
