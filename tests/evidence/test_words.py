"""Words looked for on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from align.encoders.use import encoder
from align.evidence.reading import read
from align.evidence.words import words_found
from tests.aligners.made import MadeUpEncoder
from tests.evidence.test_clauses import ARABIC, ENGLISH

if TYPE_CHECKING:
    from align.evidence.coverage import Found


def seen(source: list[str], target: list[str]) -> tuple[Found, Found]:
    sides = [(read(encoder(), texts), slice(0, len(texts))) for texts in (source, target)]
    return words_found(encoder(), sides[0], sides[1])


def said(found: Found, i: int, j: int) -> float:
    """Return how well the words of a segment are said by those of another, 0 to 1."""
    words = slice(found.starts[i], found.starts[i + 1])
    return float(found.weights[words] @ found.best[words, j] / found.weights[words].sum())


def test_every_word_has_a_likeness_from_0_to_1_with_every_segment() -> None:
    for side, other in zip(seen(ARABIC, ENGLISH[:2]), (2, 3), strict=True):
        assert side.best.shape == (side.starts[-1], other)
        assert (side.best >= 0).all()
        assert (side.best <= 1).all()
        assert (side.weights > 0).all()


def test_the_words_of_a_sentence_are_said_better_in_its_translation_than_in_any_other() -> None:
    for side in seen(ARABIC, ENGLISH):
        for i in range(3):
            strangers = [said(side, i, j) for j in range(3) if j != i]
            assert said(side, i, i) > max(strangers)


def test_a_word_is_said_where_its_translation_stands() -> None:
    reading = read(MadeUpEncoder(), ["b1 b2 b3", "b4 b5 b6"])
    other = read(MadeUpEncoder(), ["ب4 ب5 ب6", "ب1 ب2 ب7"])
    found, _ = words_found(MadeUpEncoder(), (reading, slice(0, 2)), (other, slice(0, 2)))
    names = {row: word for word, row in reading.features.types.items()}
    held = [names[row] for row in reading.words.rows.tolist()]
    best = {word: found.best[at].round(1).tolist() for at, word in enumerate(held)}
    assert best["b1"][1] > 0.5 > best["b1"][0]
    assert best["b5"][0] > 0.5 > best["b5"][1]
    assert max(best["b3"]) < best["b1"][1]


def test_a_part_of_both_sides_is_looked_at_as_if_it_were_all() -> None:
    whole = read(encoder(), ENGLISH), read(encoder(), ARABIC)
    found, other = words_found(encoder(), (whole[0], slice(1, 3)), (whole[1], slice(0, 2)))
    assert found.best.shape == (found.starts[-1], 2)
    assert other.best.shape == (other.starts[-1], 2)
    assert said(found, 0, 1) > said(found, 0, 0)


@pytest.mark.parametrize("source", [[""], ["", "…"], ["\u064e\u064f", "!"]])
def test_segments_without_words_are_found_nowhere(source: list[str]) -> None:
    found, other = seen(source, ARABIC)
    assert found.best.shape == (0, 3)
    assert found.starts.tolist() == [0] * (len(source) + 1)
    assert other.best.tolist() == np.zeros((len(other.weights), len(source))).tolist()
