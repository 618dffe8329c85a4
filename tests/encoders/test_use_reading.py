"""Texts become tokens that know what they are counted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.encoders import use_reading
from align.encoders.use_reading import Reader

if TYPE_CHECKING:
    import pytest

BEGIN, END = 1, 2


class Letters:
    """A tokenizer that makes a token of each letter, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str, *, out_type: type, add_bos: bool, add_eos: bool) -> list[int]:
        assert out_type is int
        self.asked.append(text)
        return [BEGIN] * add_bos + [ord(letter) for letter in text] + [END] * add_eos


def test_a_text_is_its_letters_between_two_marks() -> None:
    read = Reader(Letters()).read([["ab c"], ["d"]])
    assert read.tokens.ids.tolist() == [BEGIN, *map(ord, "abc"), END, BEGIN, ord("d"), END]
    assert read.tokens.texts.tolist() == [0] * 5 + [1] * 3


def test_each_token_is_part_of_its_piece_or_of_the_marks_of_its_text() -> None:
    read = Reader(Letters()).read([["ab", "c"], [], ["d e"]])
    assert read.cuts == [3, 6, 7]
    assert read.texts.tolist() == [0, 0, 2]
    assert read.tokens.owners[:, 0].tolist() == [0, 3, 3, 4, 0, 1, 1, 2, 5, 5, 2]


def test_each_token_is_part_of_its_word_and_marks_and_dashes_are_part_of_none() -> None:
    read = Reader(Letters()).read([["On — on!"]])
    assert read.types == {"on": 0}
    assert read.uses.tolist() == [2]
    nothing, word = read.cuts[1], read.cuts[2]
    assert read.tokens.owners[:, 1].tolist() == [nothing] + [word] * 2 + [nothing] + [word] * 3 + [
        nothing
    ]


def test_there_are_as_many_sums_as_tokens_can_be_part_of() -> None:
    read = Reader(Letters()).read([["one two", "two three"], ["three"]])
    assert read.sums == 2 + 3 + 1 + len({"one", "two", "three"})
    assert read.tokens.owners.max() == read.sums - 1


def test_no_texts_are_no_tokens() -> None:
    read = Reader(Letters()).read([])
    assert read.tokens.owners.shape == (0, 2)
    assert (read.cuts, read.sums, read.types) == ([0, 0, 1], 1, {})


def test_a_word_is_cut_into_tokens_once() -> None:
    tokenize = Letters()
    reader = Reader(tokenize)
    reader.read([["well well"], ["well"]])
    reader.read([["well"]])
    assert tokenize.asked == ["", "well"]


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use_reading, "REMEMBERED", 2)
    tokenize = Letters()
    texts = [["a b c d"], ["a e f"], ["b"]]
    read = Reader(tokenize).read(texts)
    assert tokenize.asked.count("a") == 2
    assert np.array_equal(read.tokens.ids, Reader(Letters()).read(texts).tokens.ids)
