"""All figures of some pairs side by side, in the columns that models are fitted on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.pairs import coverage, margins, surface
from align.evidence.pairs.coverage import Words, clause_coverage, clause_figures
from align.evidence.pairs.margins import Known, Margins
from align.evidence.pairs.strangers import strangers
from align.evidence.pairs.surface import Written
from align.evidence.pairs.texts import Texts
from align.evidence.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.pair import Pair
    from align.evidence.pairs.coverage import Coverage
    from align.stages import Encoder

__all__ = [
    "COVERAGE_COLUMNS",
    "PAIR_COLUMNS",
    "SURFACE_COLUMNS",
    "Compared",
    "Comparing",
    "surface_table",
]

Array = np.ndarray[Any, np.dtype[Any]]
COMMON = (*margins.COMMON, *surface.COMMON)
OWN = (*margins.OWN, *coverage.WORDS, *coverage.CLAUSES, *surface.OWN)
# The two sides are alike to the model, so that it serves any two languages: of each figure it is
# told the smaller and the greater.
PAIR_COLUMNS = (*COMMON, *(f"low_{name}" for name in OWN), *(f"high_{name}" for name in OWN))
# Whether all that one side says is on the other is asked of each side for itself.
COVERAGE_COLUMNS = (*COMMON, *(f"own_{name}" for name in OWN), *(f"other_{name}" for name in OWN))
# What can be told without an encoder.
SURFACE_COLUMNS = (
    *surface.COMMON,
    *(f"low_{name}" for name in surface.OWN),
    *(f"high_{name}" for name in surface.OWN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The figures of n pairs, and how well each of their words is said."""

    common: Array  # (n, len(COMMON))
    own: tuple[Array, Array]  # of source and target, (n, len(OWN))
    texts: tuple[Texts, Texts]
    words: Words
    coverage: tuple[Coverage, Coverage]

    def pair_table(self) -> Array:
        """Return the `PAIR_COLUMNS`, (n, columns) float32."""
        return _low_and_high(self.common, *self.own)

    def coverage_table(self, side: int) -> Array:
        """Return the `COVERAGE_COLUMNS` of the source (0) or target (1), (n, columns) float32."""
        parts = [self.common, self.own[side], self.own[1 - side]]
        return np.concatenate(parts, axis=1).astype(np.float32)


def surface_table(pairs: Sequence[Pair]) -> Array:
    """Return the `SURFACE_COLUMNS` of pairs, (n, columns) float32."""
    sides = [[pair.side(name).text for pair in pairs] for name in ("source", "target")]
    written = surface.figures(Written.of(sides[0]), Written.of(sides[1]), pairs)
    return _low_and_high(written.common, *written.own)


def _low_and_high(common: Array, source: Array, target: Array) -> Array:
    low, high = np.minimum(source, target), np.maximum(source, target)
    return np.concatenate([common, low, high], axis=1).astype(np.float32)


class Comparing:
    """Compares the texts of one memory or document, some hundreds of pairs at a time."""

    def __init__(self, encoder: Encoder, langs: tuple[str, str]) -> None:
        """Encode the strangers of both languages."""
        self._encoder = encoder
        known = [_each(encoder, strangers(lang)) for lang in langs]
        self._margins = Margins(known[0].vectors, known[1].vectors)
        self._strangers = known[0].word_vectors, known[1].word_vectors

    def read(self, pairs: Sequence[Pair]) -> Compared:
        """Return the figures of pairs of whole texts."""
        source = _each(self._encoder, [pair.source.text for pair in pairs])
        target = _each(self._encoder, [pair.target.text for pair in pairs])
        return self.compared((source, target), pairs)

    def compared(self, texts: tuple[Texts, Texts], pairs: Sequence[Pair]) -> Compared:
        """Return the figures of pairs, given as vectors and as what stands written."""
        names = (
            surface.names(pair.source.text for pair in pairs),
            surface.names(pair.target.text for pair in pairs),
        )
        common, *rivals = self._margins.measured(
            Known(texts[0].vectors, names[0]), Known(texts[1].vectors, names[1])
        )
        words = Words(*texts, self._strangers)
        covered, clauses = words.coverage(), clause_coverage(*texts)
        looks = [Written(one.lengths, one.marks) for one in texts]
        written = surface.figures(looks[0], looks[1], pairs)
        source, target = (
            np.concatenate(
                [
                    rivals[side],
                    covered[side].figures[:, : len(coverage.WORDS)],
                    clause_figures(texts[side], clauses[side]),
                    written.own[side],
                ],
                axis=1,
            )
            for side in (0, 1)
        )
        return Compared(
            common=np.concatenate([common, written.common], axis=1),
            own=(source, target),
            texts=texts,
            words=words,
            coverage=covered,
        )


def _each(encoder: Encoder, texts: list[str]) -> Texts:
    """Return every text as one of its own."""
    return Texts(encoder, read(encoder, texts), [range(i, i + 1) for i in range(len(texts))])
