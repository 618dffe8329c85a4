"""Which words of two languages occur together in beads more often than chance would have it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cells", "Sides", "Words", "affordable", "cells", "log_likelihood_ratio", "numbered"]

Sides = tuple[set[str], set[str]]  # the words of one bead
Array = np.ndarray[Any, np.dtype[Any]]
MOST_TYPES = 50_000  # words of a side; the rarest are left out
LEAST_BEADS = 2  # a word seen in fewer tells nothing of its translation
MOST_CELLS = 8_000_000  # pairs of words in one bead, all beads together: some 400 MB
MOST_IN_BEAD = 200  # words of one side of a bead
SIGNIFICANT = 10.83  # chi square of one degree of freedom at p = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One side of the beads in numbers.

    Bead k holds ``ids[starts[k] : starts[k + 1]]``, no two the same; ``types[id]`` is the word.
    """

    types: tuple[str, ...]
    ids: Array
    starts: Array

    @property
    def beads_with(self) -> Array:
        """In how many beads each type occurs."""
        return np.bincount(self.ids, minlength=len(self.types))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Every place where a source and a target word that belong together share a bead.

    ``pair`` numbers the pairs of types (``source[pair]``, ``target[pair]``), ``source_place`` and
    ``target_place`` say which occurrence of a word it is; ``strength`` is each pair's -2 log λ.
    """

    source: Array
    target: Array
    strength: Array
    pair: Array
    source_place: Array
    target_place: Array


def affordable(beads: Sequence[Sides]) -> Sequence[Sides]:
    """Return the beads, or of too many for the memory some evenly spread ones."""
    size = sum(min(len(a), MOST_IN_BEAD) * min(len(b), MOST_IN_BEAD) for a, b in beads)
    return beads[:: -(-size // MOST_CELLS) or 1]


def numbered(beads: Sequence[set[str]]) -> Words:
    """Return the words of one side in numbers, the most frequent first."""
    counts = Counter(word for bead in beads for word in bead)
    frequent = ((n, word) for word, n in counts.items() if n >= LEAST_BEADS)
    types = tuple(word for _, word in sorted(frequent, key=lambda e: (-e[0], e[1]))[:MOST_TYPES])
    number = {word: i for i, word in enumerate(types)}
    # Of a monstrous bead the rarest words are kept: they say most.
    rows = [sorted(number[w] for w in bead if w in number)[-MOST_IN_BEAD:] for bead in beads]
    starts = np.cumsum([0, *map(len, rows)])
    ids = np.fromiter((i for row in rows for i in row), np.int64, int(starts[-1]))
    return Words(types=types, ids=ids, starts=starts)


def cells(source: Words, target: Words) -> Cells:
    """Return the cells of all pairs of words that are significantly often in one bead."""
    source_place, target_place = _places(source, target)
    keys = source.ids[source_place] * len(target.types) + target.ids[target_place]
    found, pair, together = np.unique(keys, return_inverse=True, return_counts=True)
    s, t = found // max(len(target.types), 1), found % max(len(target.types), 1)
    alone = source.beads_with[s], target.beads_with[t]
    beads = len(source.starts) - 1
    strength = log_likelihood_ratio(together, alone[0], alone[1], beads)
    keep = (strength >= SIGNIFICANT) & (together * beads > alone[0] * alone[1])
    within = keep[pair]
    return Cells(
        source=s[keep],
        target=t[keep],
        strength=strength[keep],
        pair=(np.cumsum(keep) - 1)[pair[within]],
        source_place=source_place[within],
        target_place=target_place[within],
    )


def _places(source: Words, target: Words) -> tuple[Array, Array]:
    """Return every pair of places in one bead."""
    sizes = np.diff(source.starts) * np.diff(target.starts)
    bead = np.repeat(np.arange(len(sizes)), sizes)
    before = np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = np.diff(target.starts)[bead]
    row, column = np.divmod(np.arange(len(bead)) - before, np.maximum(width, 1))
    return source.starts[bead] + row, target.starts[bead] + column


def log_likelihood_ratio(together: Array, source: Array, target: Array, beads: int) -> Array:
    """Return -2 log λ of Dunning 1993 for the counts of beads with both words and with each.

    >>> float(log_likelihood_ratio(np.array([5]), np.array([10]), np.array([50]), 100)[0])
    0.0
    """
    table = (
        (together, source * target),
        (source - together, source * (beads - target)),
        (target - together, (beads - source) * target),
        (beads - source - target + together, (beads - source) * (beads - target)),
    )
    ratio: Array = np.zeros(len(together))
    for seen, product in table:
        count = np.maximum(seen, 0)
        expected = np.maximum(product / beads, 1e-12)
        ratio += 2 * count * np.log(np.maximum(count, 1e-12) / expected)
    return ratio
