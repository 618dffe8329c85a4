"""One side of a text as the evidence sees it: its segments, their clauses and their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from align.evidence.length import key_lengths
from align.evidence.punctuation import punctuation
from align.stages import Sums
from align.text.arabic import encoder_key
from align.text.clauses import clauses
from align.text.function_words import FUNCTION_WORDS
from align.text.words import bare

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from align.stages import Encoder, Features

__all__ = ["Items", "Reading", "read", "read_again"]

Array = np.ndarray[Any, np.dtype[Any]]
_FUNCTION_WORDS = FUNCTION_WORDS["ar"] | FUNCTION_WORDS["en"]
SENTENCES = 20  # thought to stand beside those of a text
LEAST_RARITY = 0.1  # of a word in every sentence
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
    speech: Items  # every word in its place, weighted by how rare it is anywhere

    def __len__(self) -> int:
        """Return the number of segments."""
        return len(self.lengths)


def read_again(encoder: Encoder, texts: Iterable[str]) -> Reading:
    """Return what `read` does; the last two are remembered, as what is aligned is scored next."""
    return _remembered(cast("Hashable", encoder), tuple(texts))


@lru_cache(maxsize=2)
def _remembered(encoder: Any, texts: tuple[str, ...]) -> Reading:
    return read(encoder, texts)  # an encoder, which is told from others by what it is


def read(encoder: Encoder, texts: Sequence[str]) -> Reading:
    """Return what is known of the segments of one side."""
    keys = [encoder_key(text) for text in texts]
    pieces = [clauses(key) for key in keys]
    features = encoder.features(pieces)
    spoken = _spoken(keys, features.types)
    starts = _starts(pieces)
    return Reading(
        lengths=key_lengths(keys),
        marks=punctuation(keys),
        features=replace(features, pieces=_halved(features.pieces), words=_halved(features.words)),
        clauses=Items(
            starts=starts, rows=np.arange(starts[-1]), weights=np.ones(starts[-1], np.float32)
        ),
        words=_words(spoken, len(features.types)),
        speech=_speech(spoken, features.types),
    )


def _halved(sums: Sums) -> Sums:
    """Return sums in half the memory, of which a long text's are most of what is held."""
    return Sums(sums.total.astype(np.float16), sums.length)


def _starts(held: Sequence[Sequence[Any]]) -> Array:
    """Return where the items of each segment begin, and where those of the last one end."""
    return np.concatenate([[0], np.cumsum([len(items) for items in held], dtype=np.int64)])


def _spoken(keys: list[str], types: dict[str, int]) -> list[list[int]]:
    """Return the rows of the words of each segment that the encoder knows, in their order."""
    return [[types[word] for word in map(bare, key.split()) if word in types] for key in keys]


def _words(spoken: list[list[int]], kinds: int) -> Items:
    """Return the words, each once a segment, weighted by their inverse document frequency."""
    held = [sorted(set(rows)) for rows in spoken]
    frequency = np.bincount(np.fromiter(chain.from_iterable(held), np.int64), minlength=kinds)
    rarity = np.log((len(held) + 1) / np.maximum(frequency, 1)).astype(np.float32)
    held = [_rarest(rows, frequency) if len(rows) > MOST_WORDS else rows for rows in held]
    rows = np.fromiter(chain.from_iterable(held), np.int64)
    return Items(starts=_starts(held), rows=rows, weights=rarity[rows])


def _rarest(rows: list[int], frequency: Array) -> list[int]:
    return sorted(sorted(rows, key=frequency.__getitem__)[:MOST_WORDS])


def _speech(spoken: list[list[int]], types: dict[str, int]) -> Items:
    """Return the words in their order, weighted by how rare they are anywhere.

    A small text does not show which words are common: that is made good by as many sentences,
    half of which hold any given function word.
    """
    rows = np.fromiter(chain.from_iterable(spoken), np.int64)
    frequency = np.bincount(rows, minlength=len(types)).astype(np.float32)
    common = [row for word, row in types.items() if word in _FUNCTION_WORDS]
    frequency[common] += SENTENCES / 2
    rarity = np.log((len(spoken) + SENTENCES + 1) / (frequency + 0.5))
    weights = np.maximum(rarity, LEAST_RARITY)[rows]
    return Items(starts=_starts(spoken), rows=rows, weights=weights)
