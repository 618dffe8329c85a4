"""Features that add up, made of vectors of whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.encoders.additive import LONGEST_RUN, Additive
from align.encoders.remembered import EACH, Remembered
from align.stages import Sums
from tests.encoders.service import DIMENSIONS, letters

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = np.ndarray[Any, np.dtype[Any]]


class Letters:
    """A model that encodes texts by their pairs of letters, and keeps what it was asked."""

    signature = "letters/1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Array:
        self.asked.extend(texts)
        return np.array([letters(text) for text in texts])


def unit(text: str) -> Array:
    row = np.array(letters(text))
    found: Array = row / np.linalg.norm(row)
    return found


def near(one: Array, other: Array) -> bool:
    return bool(np.abs(one - other).max() < 2e-3)  # what half precision leaves


def test_a_text_is_its_unit_vector_times_its_length() -> None:
    texts = ["Water is life.", "كَتَبَ"]
    sums = Additive(Letters()).features([[text] for text in texts]).texts
    assert sums.length.tolist() == [14, 3]
    assert near(sums.total[0] / 14, unit("Water is life."))
    assert near(sums.total[1] / 3, unit("كتب"))


def test_the_vector_of_a_run_is_the_direction_of_the_sum() -> None:
    encoder = Additive(Letters())
    sums = encoder.features([["Water."], ["Fire burns."]]).texts
    run = encoder.vectors(Sums(sums.total.sum(axis=0, keepdims=True), sums.length.sum()[None]))
    expected = 6 * unit("Water.") + 11 * unit("Fire burns.")
    assert near(run[0], expected / np.linalg.norm(expected))
    assert run.dtype == np.float32


def test_a_text_of_one_piece_is_that_piece_and_encoded_once() -> None:
    model = Letters()
    features = Additive(model).features([["One bird."], ["Two birds,", "a tree."]])
    assert np.array_equal(features.pieces.total[0], features.texts.total[0])
    assert model.asked.count("One bird.") == 1
    assert near(features.pieces.total[1] / 10, unit("Two birds,"))
    assert near(features.texts.total[1] / 18, unit("Two birds, a tree."))
    assert features.pieces.length.tolist() == [9, 10, 7]


def test_words_are_unit_vectors_of_each_type_alone() -> None:
    features = Additive(Letters()).features([["Water, water!"], ["— Life"]])
    assert features.types == {"water": 0, "life": 1}
    assert features.words.length.tolist() == [1, 1]
    assert near(features.words.total, np.array([unit("water"), unit("life")]))
    assert np.linalg.norm(features.words.total, axis=1) == pytest.approx(1, abs=1e-6)


def test_nothing_is_encoded_twice_in_a_run() -> None:
    model = Letters()
    encoder = Additive(model)
    for _ in range(2):
        encoder.features([["fire"], ["fire"], ["fire", "and ice"]])
    assert len(model.asked) == len({*model.asked})


def test_a_text_without_characters_has_no_length_and_a_vector_of_zeros() -> None:
    encoder = Additive(Letters())
    features = encoder.features([[""], ["\u064e "], ["a", ""]])
    assert features.texts.length.tolist() == [0, 0, 1]
    assert features.pieces.length.tolist() == [0, 0, 1, 0]
    assert not encoder.vectors(features.texts)[:2].any()


def test_no_texts_have_no_features_but_dimensions() -> None:
    features = Additive(Letters()).features([])
    for sums in features.texts, features.pieces, features.words:
        assert sums.total.shape == (0, DIMENSIONS)
        assert sums.length.shape == (0,)
    assert features.types == {}


@pytest.mark.parametrize("text", ["two words " * 1_000, "x" * 9_000], ids=["words", "one word"])
def test_a_very_long_text_is_encoded_in_runs_that_lose_nothing(text: str) -> None:
    model = Letters()
    features = Additive(model).features([["Before."], [text], ["After."]])
    assert max(map(len, model.asked)) == LONGEST_RUN - ("x" not in text)
    runs = model.asked[2 : model.asked.index("After.")]
    assert sum(len(run.replace(" ", "")) for run in {*runs}) >= LONGEST_RUN * 0.8
    letters_of = len(text.replace(" ", ""))
    assert letters_of <= features.texts.length[1] <= len(text)
    assert near(Additive(Letters()).vectors(features.texts)[1] @ unit(text), np.array(1.0))


def test_a_vector_is_the_same_when_it_is_new_and_when_it_is_remembered() -> None:
    memory = Remembered(Letters())
    assert np.array_equal(memory.vectors(["fire", "ice"]), memory.vectors(["ice", "fire"])[::-1])


def test_what_was_used_least_recently_is_forgotten_first() -> None:
    model = Letters()
    memory = Remembered(model, room=2 * (2 * DIMENSIONS + EACH))
    memory.vectors(["fire", "ice"])
    memory.vectors(["fire"])
    memory.vectors(["air"])
    model.asked.clear()
    memory.vectors(["fire", "air"])
    assert model.asked == []
    memory.vectors(["ice"])
    assert model.asked == ["ice"]


def test_more_texts_than_there_is_room_for_all_get_their_vector() -> None:
    texts = [f"text {number}" for number in range(50)]
    found = Remembered(Letters(), room=0).vectors([*texts, *texts])
    assert near(found, np.array([unit(text) for text in (*texts, *texts)]))
