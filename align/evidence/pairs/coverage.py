"""Coverage: how much of each text is said in the other, by words and by clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.evidence.pairs.loops import FIGURES, best, word_figures

if TYPE_CHECKING:
    from align.evidence.pairs.texts import Texts

__all__ = ["CLAUSES", "WORDS", "Coverage", "Words", "clause_coverage", "clause_figures"]

Array = np.ndarray[Any, np.dtype[Any]]
WORDS = FIGURES[:7]
CLAUSES = ("clauses", "worst_clause", "uneven")  # mean; worst; how much worse than the mean
NEAREST = 5  # words whose mean likeness is what any word would reach
SAMPLE = 400  # words of the other side among which the nearest are looked for
STEEPNESS = 20.0  # of the step from "some other word" to "this word" …
MIDDLE = -0.05  # … and where it stands, in cosine above that mean


class Coverage(NamedTuple):
    """Of each text: how well each word is said, and the figures (n, 9) of `loops.FIGURES`."""

    said: list[Array]
    figures: Array


class Words:
    """The likeness of the words of some texts and their translations.

    The likeness of two words is their cosine, less what their nearest words reach (cross-domain
    similarity local scaling, Lample et al. 2018, eq. 3), pressed into a step.
    """

    def __init__(self, source: Texts, target: Texts, strangers: tuple[Array, Array]) -> None:
        """Take both sides and the vectors of words that stand for any other."""
        self._texts = source, target
        self._usual = (
            _usual(source.word_vectors, target.word_vectors, strangers[1]),
            _usual(target.word_vectors, source.word_vectors, strangers[0]),
        )

    def coverage(self) -> tuple[Coverage, Coverage]:
        """Return how well the words of each text are said in its translation, 0 to 1."""
        found = [self._said(number) for number in range(len(self._texts[0]))]
        source, target = ([pair[side] for pair in found] for side in (0, 1))
        return _coverage(self._texts[0], source), _coverage(self._texts[1], target)

    def said_by(self, side: int, types: Array, others: Array) -> Array:
        """Return how well some words of a side are said by some of the other, all by type."""
        pair = (types, others) if side == 0 else (others, types)
        return self._best(*pair)[side]

    def _said(self, number: int) -> tuple[Array, Array]:
        source, target = (texts.word_types(texts.words[number]) for texts in self._texts)
        return self._best(source, target)

    def _best(self, source: Array, target: Array) -> tuple[Array, Array]:
        if not len(source) or not len(target):
            return np.zeros(len(source), np.float32), np.zeros(len(target), np.float32)
        one, other = self._texts[0].word_vectors[source], self._texts[1].word_vectors[target]
        usual = self._usual[0][source, None] + self._usual[1][target]
        likeness = _step(2 * (one @ other.T) - usual - MIDDLE)
        return best(likeness.ravel(), *likeness.shape)


def _usual(own: Array, others: Array, strangers: Array) -> Array:
    """Return the mean likeness of each word to the nearest of a sample of the other side."""
    sample = np.concatenate([others[:: -(-len(others) // SAMPLE) or 1], strangers])
    cosine = own @ sample.T
    nearest = np.partition(cosine, cosine.shape[1] - NEAREST, axis=1)[:, -NEAREST:]
    mean: Array = nearest.mean(axis=1)
    return mean


def _step(above: Array) -> Array:
    step: Array = 1 / (1 + np.exp(-STEEPNESS * above))
    return step


def _coverage(texts: Texts, said: list[Array]) -> Coverage:
    weights = (texts.word_weights(part) for part in texts.words)
    rows = [word_figures(one, weight) for one, weight in zip(said, weights, strict=True)]
    return Coverage(said, np.array(rows).reshape(len(rows), len(FIGURES)))


def clause_coverage(source: Texts, target: Texts) -> tuple[list[Array], list[Array]]:
    """Return how like each clause of a text is to a clause of its translation, or to all of it.

    Runs of clauses in between tell no more: measured, and left out for speed.
    """
    found = [
        (_clauses_said(source, target, number), _clauses_said(target, source, number))
        for number in range(len(source))
    ]
    return [pair[0] for pair in found], [pair[1] for pair in found]


def _clauses_said(own: Texts, other: Texts, number: int) -> Array:
    clauses = own.clauses[own.pieces[number]]
    likeness = clauses @ other.clauses[other.pieces[number]].T
    whole = clauses @ other.vectors[number]
    strongest: Array = np.maximum(likeness.max(axis=1), whole)
    return strongest


def clause_figures(texts: Texts, said: list[Array]) -> Array:
    """Return `CLAUSES` of each text, (n, 3)."""
    rows = np.zeros((len(said), len(CLAUSES)))
    for number, (one, part) in enumerate(zip(said, texts.pieces, strict=True)):
        if len(one):
            length = np.maximum(texts.clause_lengths[part], 1e-6)
            mean = (one * length).sum() / length.sum()
            rows[number] = mean, one.min(), one.mean() - one.min()
    return rows
