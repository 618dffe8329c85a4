"""One side of a text as the evidence sees it: its segments, their clauses and their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.length import lengths
from align.evidence.punctuation import punctuation
from align.stages import Sums
from align.text.arabic import encoder_key
from align.text.clauses import clauses
from align.text.words import bare

if TYPE_CHECKING:
    from align.stages import Encoder, Features

__all__ = ["Items", "Reading", "read"]

Array = np.ndarray[Any, np.dtype[Any]]
MOST_WORDS = 100  # of a segment, the rarest: work and memory grow with their square


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """The parts of n segments that are looked for on the other side.

    Segment i has the items ``starts[i]`` … ``starts[i + 1]`` - 1; item p is row ``rows[p]`` of the
    encoder's features and counts for ``weights[p]``.
    """

    starts: Array
    rows: Array
    weights: Array

    def within(self, part: slice) -> Items:
        """Return the items of the segments of ``part``."""
        starts = self.starts[part.start : part.stop + 1]
        held = slice(starts[0], starts[-1])
        return Items(starts=starts - starts[0], rows=self.rows[held], weights=self.weights[held])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of one side before it is compared with the other."""

    lengths: Array  # characters, (n,)
    marks: Array  # punctuation, see `align.evidence.punctuation.COLUMNS`
    features: Features
    clauses: Items
    words: Items  # each type once a segment, weighted by how rare it is in the text

    def __len__(self) -> int:
        """Return the number of segments."""
        return len(self.lengths)


def read(encoder: Encoder, texts: list[str]) -> Reading:
    """Return what is known of the segments of one side."""
    keys = [encoder_key(text) for text in texts]
    pieces = [clauses(key) for key in keys]
    features = encoder.features(pieces)
    starts = np.concatenate([[0], np.cumsum([len(text) for text in pieces], dtype=np.int64)])
    return Reading(
        lengths=lengths(texts),
        marks=punctuation(keys),
        features=replace(features, pieces=_halved(features.pieces), words=_halved(features.words)),
        clauses=Items(
            starts=starts, rows=np.arange(starts[-1]), weights=np.ones(starts[-1], np.float32)
        ),
        words=_words(keys, features.types),
    )


def _halved(sums: Sums) -> Sums:
    """Return sums in half the memory, of which a long text's are most of what is held."""
    return Sums(sums.total.astype(np.float16), sums.length)


def _words(keys: list[str], types: dict[str, int]) -> Items:
    """Return the words that the encoder knows, weighted by their inverse document frequency."""
    words = [set(map(bare, key.split())) for key in keys]
    held = [sorted(types[word] for word in segment if word in types) for segment in words]
    frequency = np.bincount(np.fromiter(chain.from_iterable(held), np.int64), minlength=len(types))
    rarity = np.log((len(keys) + 1) / np.maximum(frequency, 1)).astype(np.float32)
    held = [sorted(sorted(rows, key=frequency.__getitem__)[:MOST_WORDS]) for rows in held]
    rows = np.fromiter(chain.from_iterable(held), np.int64)
    starts = np.concatenate([[0], np.cumsum([len(words) for words in held], dtype=np.int64)])
    return Items(starts=starts, rows=rows, weights=rarity[rows])
