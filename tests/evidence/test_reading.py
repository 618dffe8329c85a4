"""One side of a text as it is read."""

from __future__ import annotations

import numpy as np
import pytest

from align.encoders.use import encoder
from align.evidence.length import lengths
from align.evidence.reading import Items, read
from align.text.clauses import clauses

TEXTS = [
    "The ferry crossed the river at dawn, and the market on the other bank was already open.",
    "",
    "The market closed; the ferry waited for the last of the farmers.",
    "— …",
    "Nobody came.",
]


def test_a_reading_has_a_row_for_every_segment() -> None:
    reading = read(encoder(), TEXTS)
    assert len(reading) == len(reading.marks) == len(reading.features.texts.total) == len(TEXTS)
    assert reading.lengths.tolist() == lengths(TEXTS).tolist()


def test_each_segment_has_its_clauses_in_order() -> None:
    reading = read(encoder(), TEXTS)
    assert np.diff(reading.clauses.starts).tolist() == [len(clauses(text)) for text in TEXTS]
    assert reading.clauses.rows.tolist() == list(range(reading.clauses.starts[-1]))
    assert len(reading.features.pieces.total) == reading.clauses.starts[-1]


def test_each_segment_has_each_of_its_words_once() -> None:
    reading = read(encoder(), TEXTS)
    names = {row: word for word, row in reading.features.types.items()}
    words = [
        sorted(names[row] for row in reading.words.within(slice(i, i + 1)).rows.tolist())
        for i in range(len(TEXTS))
    ]
    assert words[1] == words[3] == []
    assert words[2] == [
        "closed",
        "farmers",
        "ferry",
        "for",
        "last",
        "market",
        "of",
        "the",
        "waited",
    ]
    assert words[4] == ["came", "nobody"]


def test_a_word_that_every_segment_holds_counts_for_less_than_a_rare_one() -> None:
    reading = read(encoder(), TEXTS)
    types = reading.features.types
    weight = dict(zip(reading.words.rows.tolist(), reading.words.weights.tolist(), strict=True))
    assert 0 < weight[types["the"]] < weight[types["came"]]
    assert weight[types["came"]] == pytest.approx(np.log(len(TEXTS) + 1))


def test_vowel_marks_change_nothing() -> None:
    plain, marked = (read(encoder(), [text]) for text in ("كتب الولد الدرس", "كَتَبَ الوَلَدُ الدَّرْسَ"))
    assert plain.lengths.tolist() == marked.lengths.tolist()
    assert plain.features.types == marked.features.types
    assert np.array_equal(plain.features.texts.total, marked.features.texts.total)


def test_a_part_of_the_segments_has_the_items_of_these_alone() -> None:
    items = Items(
        starts=np.array([0, 2, 2, 5]), rows=np.array([4, 1, 1, 0, 9]), weights=np.arange(5.0)
    )
    part = items.within(slice(1, 3))
    assert part.starts.tolist() == [0, 0, 3]
    assert part.rows.tolist() == [1, 0, 9]
    assert part.weights.tolist() == [2, 3, 4]
    assert items.within(slice(3, 3)).starts.tolist() == [0]


def test_segments_without_any_letter_can_be_read() -> None:
    reading = read(encoder(), ["", "\u064b\u064c", "…"])
    assert reading.lengths[:2].tolist() == [0, 0]
    assert len(reading.words.rows) == 0
    assert np.isfinite(reading.features.texts.total).all()
