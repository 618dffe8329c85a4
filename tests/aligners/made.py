"""Made-up texts of any size, and an encoder that knows their language.

A word is a meaning's number behind a letter of its language: ``b17`` translates ``ب17``. A text's
vector is the sum of its words', so a bead that cuts a sentence in two shares its meaning out.
"""

from __future__ import annotations

from itertools import chain
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np

from align.stages import Features, Sums
from align.text.words import bare
from tests.aligners.samples import Cut, cut
from tests.own import Bead, indexes, sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.evaluate import Indexes

__all__ = ["MadeUpEncoder", "moved", "story", "strangers", "without_target"]

Array = np.ndarray[Any, np.dtype[Any]]
MEANINGS, DIMENSIONS = 3_000, 64
LETTERS = ("ب", "b")
SHAPES = {(1, 1): 84, (1, 2): 6, (2, 1): 6, (1, 0): 2, (0, 1): 2}
SAID = 0.85  # of the words of a sentence, by each side


class MadeUpEncoder:
    """Vectors of made-up texts; words of both languages differ a little, any two words a lot."""

    signature = "made-up"

    def __init__(self) -> None:
        random = np.random.default_rng(7)
        meanings = random.standard_normal((MEANINGS, DIMENSIONS))
        self._words = {
            letter: (meanings + 0.4 * random.standard_normal(meanings.shape)).astype(np.float32)
            for letter in LETTERS
        }

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        pieces = [[piece.split() for piece in text] for text in texts]
        words = [word for text in pieces for piece in text for word in piece]
        types = {word: row for row, word in enumerate(dict.fromkeys(map(bare, words)))}
        return Features(
            texts=self._sums([list(chain.from_iterable(text)) for text in pieces]),
            pieces=self._sums(list(chain.from_iterable(pieces))),
            words=self._sums([[word] for word in types]),
            types=types,
        )

    def vectors(self, sums: Sums) -> Array:
        norms = np.linalg.norm(sums.total, axis=1, keepdims=True)
        vectors: Array = sums.total / np.maximum(norms, 1e-9)
        return vectors

    def _sums(self, texts: list[list[str]]) -> Sums:
        total = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, words in enumerate(texts):
            for word in map(bare, words):
                total[row] += self._words[word[0]][int(word[1:])]
        return Sums(total, np.array([len(words) for words in texts], np.float32))


def story(segments: int, seed: int = 1) -> tuple[Bead, ...]:
    """Return beads of a made-up text until the source has so many segments."""
    random, beads, count = Random(seed), list[Bead](), 0
    while count < segments:
        shape = random.choices(list(SHAPES), list(SHAPES.values()))[0]
        size = 3 + int(random.lognormvariate(2.3, 0.5))
        meanings = [random.randrange(MEANINGS) for _ in range(size * max(shape))]
        bead = [_said(meanings, side, parts, random) for side, parts in enumerate(shape)]
        beads.append((bead[0], bead[1]))
        count += shape[0]
    return tuple(beads)


def _said(meanings: list[int], side: int, parts: int, random: Random) -> tuple[str, ...]:
    """Return a side of a bead in so many parts; a word now and then goes unsaid."""
    segments = []
    for part in range(parts):
        own = meanings[len(meanings) * part // parts : len(meanings) * (part + 1) // parts]
        kept = [one for one in own if random.random() < SAID] or own[:1]
        segments.append(" ".join(f"{LETTERS[side]}{one}" for one in kept) + ".")
    return tuple(segments)


def strangers(beads: Iterable[Bead], seed: int = 1) -> tuple[Bead, ...]:
    """Return beads of the same shapes and lengths whose sides say different things."""
    random = Random(seed)

    def strange(segment: str, side: int) -> str:
        words = (f"{LETTERS[side]}{random.randrange(MEANINGS)}" for _ in segment.split())
        return " ".join(words) + "."

    return tuple(
        (
            tuple(strange(segment, 0) for segment in source),
            tuple(strange(segment, 1) for segment in target),
        )
        for source, target in beads
    )


def without_target(beads: tuple[Bead, ...], start: int, stop: int) -> tuple[Bead, ...]:
    """Return the beads with the target of some left out."""
    silent = [(source, ()) for source, _ in beads[start:stop] if source]
    return (*beads[:start], *silent, *beads[stop:])


def moved(beads: Sequence[Bead], order: Iterable[int]) -> tuple[Cut, list[Indexes]]:
    """Return the bitext whose target tells the beads in another order, and its right beads."""
    order = list(order)
    starts, count = {}, 0
    for number in order:
        starts[number] = count
        count += len(beads[number][1])
    right: list[Indexes] = [
        (source, tuple(range(starts[number], starts[number] + len(target))))
        for number, (source, target) in enumerate(indexes(tuple(beads)))
    ]
    target = [segment for number in order for segment in beads[number][1]]
    return cut(sides(tuple(beads))[0], target), right
