"""Chains: how much of two texts can be matched sentence by sentence without crossing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from align.pairing.portrait import Portrait

__all__ = ["Chains", "chains", "middle"]

Array = np.ndarray[Any, np.dtype[Any]]
LEAST = 0.25  # likeness, 0 being chance and 1 the same, below which sentences are no match


class Chains(NamedTuple):
    """How alike two texts are in meaning.

    ``through`` is the share of both that stands in the best chain of matches, weighed by how alike
    they are. ``order`` is how much of that is lost when one text is read backwards: texts on one
    subject have as much in common either way, translations do not. ``topic`` is the cosine of the
    texts on the whole.
    """

    through: float
    order: float
    topic: float


def middle(portrait: Portrait) -> Array:
    """Return the unit vector that a text points to on the whole."""
    total = portrait.vectors.astype(np.float32).sum(axis=0)
    unit: Array = total / max(float(np.linalg.norm(total)), 1e-9)
    return unit


def chains(source: Portrait, target: Portrait, chance: float) -> Chains:
    """Compare two texts; ``chance`` is the mean cosine of sentences that are strangers."""
    cosines = source.vectors.astype(np.float32) @ target.vectors.astype(np.float32).T
    likeness = np.maximum((cosines - chance) / (1 - chance) - LEAST, 0.0) / (1 - LEAST)
    gains = likeness * (source.sizes[:, None] + target.sizes)
    every = max(1.0, float(source.sizes.sum() + target.sizes.sum()))
    through, backwards = (_best(table) / every for table in (gains, gains[:, ::-1]))
    topic = float(middle(source) @ middle(target))
    return Chains(through, max(0.0, through - backwards), topic)


def _best(gains: Array) -> float:
    """Return the sum of the best chain of cells, each below and to the right of the one before."""
    best = np.zeros(gains.shape[1] + 1, np.float32)
    for row in gains:
        best[1:] = np.maximum(best[1:], best[:-1] + row)
        np.maximum.accumulate(best, out=best)
    return float(best[-1])
