"""Words: whether each word of one side is said by some word of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.coverage import Found, found, strongest_by_segment
from align.stages import Sums

if TYPE_CHECKING:
    from align.evidence.reading import Items, Reading
    from align.stages import Encoder

__all__ = ["words_found"]

Array = np.ndarray[Any, np.dtype[Any]]
NEAREST = 5  # words whose mean likeness is what any word would reach
STEEPNESS = 20.0  # of the step from "some other word" to "this word" …
MIDDLE = -0.05  # … and where it stands, in cosine above that mean
SCALE = 0.1  # a word of a hundred segments then weighs about half a clause


def words_found(
    encoder: Encoder, source: tuple[Reading, slice], target: tuple[Reading, slice]
) -> tuple[Found, Found]:
    """Return how well the words of each side are found in the segments of the other, 0 to 1.

    The likeness of two words is their cosine, less what their nearest words reach (cross-domain
    similarity local scaling, Lample et al. 2018, eq. 3), pressed into a step.
    """
    (own, types, vectors), (other, other_types, other_vectors) = (
        _side(encoder, reading, part) for reading, part in (source, target)
    )
    likeness = _likeness(vectors, other_vectors)
    return (
        _found(likeness[:, other_types], other, types, own),
        _found(likeness.T[:, types], own, other_types, other),
    )


def _found(likeness: Array, other: Items, types: Array, own: Items) -> Found:
    best = strongest_by_segment(likeness, other.starts)
    seen = found(best[types], own)
    return seen._replace(weights=(SCALE * seen.weights).astype(np.float32))


def _side(encoder: Encoder, reading: Reading, part: slice) -> tuple[Items, Array, Array]:
    """Return the words of some segments, the type of each, and the vectors of the types."""
    items = reading.words.within(part)
    held, types = np.unique(items.rows, return_inverse=True)
    total, length = reading.features.words
    return items, types, encoder.vectors(Sums(total[held].astype(np.float32), length[held]))


def _likeness(source: Array, target: Array) -> Array:
    if not len(source) or not len(target):
        return np.zeros((len(source), len(target)), np.float32)
    cosine = source @ target.T
    usual = _nearest_mean(cosine)[:, None] + _nearest_mean(cosine.T)[None, :]
    above = 2 * cosine - usual - MIDDLE
    step: Array = 1 / (1 + np.exp(-STEEPNESS * above))
    return step


def _nearest_mean(cosine: Array) -> Array:
    count = min(NEAREST, cosine.shape[1])
    nearest = np.partition(cosine, cosine.shape[1] - count, axis=1)[:, -count:]
    mean: Array = nearest.mean(axis=1)
    return mean
