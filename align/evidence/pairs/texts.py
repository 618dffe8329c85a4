"""One side of some units: the vectors of its texts, clauses and words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.punctuation import BEGINNING, COLUMNS, END
from align.stages import Sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.reading import Reading
    from align.stages import Encoder

__all__ = ["Texts"]

Array = np.ndarray[Any, np.dtype[Any]]
_BEGINNING = [COLUMNS.index(name) for name in BEGINNING]
_END = [COLUMNS.index(name) for name in END]
MOST_WORDS = 300  # of a text; of a longer one they are evenly spread, as work grows with the square


class Texts:
    """The texts of one side, each a run of segments of a reading."""

    def __init__(self, encoder: Encoder, reading: Reading, runs: Sequence[range]) -> None:
        """Look at ``runs`` of the segments of ``reading``; what stands outside is left alone."""
        self._encoder = encoder
        self._reading = reading
        self._runs = runs
        first, last = min(run.start for run in runs), max(run.stop for run in runs)
        self._words = _between(reading.speech.starts, first, last)
        self._pieces = _between(reading.clauses.starts, first, last)

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._runs)

    @cached_property
    def vectors(self) -> Array:
        """The vectors of the texts, (n, dimensions)."""
        return self._encoder.vectors(self._summed(self._reading.features.texts, self._runs))

    @cached_property
    def lengths(self) -> Array:
        """The characters of the texts, (n,)."""
        return np.array([self._reading.lengths[run.start : run.stop].sum() for run in self._runs])

    @cached_property
    def _types(self) -> tuple[Array, Array]:
        """The rows of the words of these texts in the encoder's features, and each word's type."""
        rows, types = np.unique(self._reading.speech.rows[self._words], return_inverse=True)
        return rows, types

    @cached_property
    def word_vectors(self) -> Array:
        """The vectors of the types of words, (types, dimensions)."""
        rows, _ = self._types
        total, length = self._reading.features.words
        return self._encoder.vectors(Sums(total[rows].astype(np.float32), length[rows]))

    @cached_property
    def words(self) -> list[slice]:
        """The places of each text's words."""
        return [_thinned(part) for part in self._held(self._reading.speech.starts, self._words)]

    def word_types(self, places: slice) -> Array:
        """Return the rows of words in `word_vectors`."""
        _, types = self._types
        return types[places]

    def word_weights(self, places: slice) -> Array:
        """Return how much each word says."""
        return self._reading.speech.weights[self._words][places]

    @cached_property
    def pieces(self) -> list[slice]:
        """The places of each text's clauses."""
        return self._held(self._reading.clauses.starts, self._pieces)

    @cached_property
    def clauses(self) -> Array:
        """The vectors of the clauses, (clauses, dimensions)."""
        return self._encoder.vectors(self._piece_sums)

    @cached_property
    def clause_lengths(self) -> Array:
        """How many tokens or characters each clause has, as the encoder counts."""
        return self._piece_sums.length

    @cached_property
    def _piece_sums(self) -> Sums:
        total, length = self._reading.features.pieces
        return Sums(total[self._pieces].astype(np.float32), length[self._pieces])

    def _held(self, starts: Array, within: slice) -> list[slice]:
        """Return the items of each text, numbered from the first that any of them has."""
        first = within.start
        return [
            slice(int(starts[r.start]) - first, int(starts[r.stop]) - first) for r in self._runs
        ]

    @cached_property
    def marks(self) -> Array:
        """The punctuation of the texts: counts, how they begin and how they end."""
        marks = self._reading.marks
        rows = np.array([marks[run.start : run.stop].sum(axis=0) for run in self._runs])
        rows[:, _BEGINNING] = marks[[run.start for run in self._runs]][:, _BEGINNING]
        rows[:, _END] = marks[[run.stop - 1 for run in self._runs]][:, _END]
        return rows

    @staticmethod
    def _summed(sums: Sums, runs: Sequence[range]) -> Sums:
        if all(len(run) == 1 for run in runs):
            rows = np.array([run.start for run in runs], np.int64)
            return Sums(sums.total[rows], sums.length[rows])
        return Sums(
            np.array([sums.total[run.start : run.stop].sum(axis=0) for run in runs]),
            np.array([sums.length[run.start : run.stop].sum() for run in runs]),
        )


def _between(starts: Array, first: int, last: int) -> slice:
    """Return the items of the segments from ``first`` up to ``last``."""
    return slice(int(starts[first]), int(starts[last]))


def _thinned(part: slice) -> slice:
    step = -(-(part.stop - part.start) // MOST_WORDS) or 1
    return slice(part.start, part.stop, step)
