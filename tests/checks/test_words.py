from __future__ import annotations

import pytest

from align.checks.words import words
from tests.checks.made import ids, made, marked
from tests.own import gold


def test_our_own_pairs_double_no_word() -> None:
    beads = [bead for bead in gold() if all(bead)]
    assert [b for b in beads if ids(words, " ".join(b[0]), " ".join(b[1]))] == []


def test_a_doubled_word_is_marked() -> None:
    pair = made("وصل القطار", "The the train came")
    assert marked(pair, words(pair)) == [("doubled-word", "target", "The the")]
    pair = made("وصل في في الموعد", "It came on time")
    assert marked(pair, words(pair)) == [("doubled-word", "source", "في في")]


@pytest.mark.parametrize("text", ["He had had enough", "very very good", "Knock knock", "A A"])
def test_english_doubles_some_words(text: str) -> None:
    assert ids(words, "وصل القطار", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "جميل جدا جدا",
        "وقفوا صفا صفا",
        "بيتًا بيتًا",
        "شيئًا فشيئًا",
        "بي بي سي",
        "سي إن إن",
        "قناة إس إس",
    ],
)
def test_arabic_doubles_adverbs_and_letters(text: str) -> None:
    assert ids(words, text, "something else") == []


@pytest.mark.parametrize(
    "text", ["إن إن الباب", "بهذا بهذا الباب", "كان كان الباب", "الدنيا الدنيا"]
)
def test_other_arabic_words_are_not_doubled(text: str) -> None:
    assert ids(words, text, "something else") == ["doubled-word"]


def test_what_both_sides_double_is_meant() -> None:
    assert ids(words, "نار نار", "Fire fire") == []


def test_the_end_of_one_word_does_not_double_the_next() -> None:
    assert ids(words, "وصل", "Bath thing, man-made made, isn't t") == []


def test_a_sentence_that_begins_small_is_marked() -> None:
    pair = made("وصل القطار.", "“the train has come.”")
    assert marked(pair, words(pair)) == [("capital", "target", "t")]


@pytest.mark.parametrize(
    "text",
    [
        "The train has come.",
        "the train has come",
        "iPhone is a name.",
        "al-Khwarizmi was a scholar.",
        "a) open the door.",
        "npm.js is a tool.",
        "yes, indeed.",
        "x",
    ],
)
def test_names_list_items_and_parts_may_begin_small(text: str) -> None:
    assert ids(words, "وصل القطار", text) == []


def test_a_sentence_that_goes_on_on_both_sides_may_begin_small() -> None:
    assert ids(words, "…ثم وصل القطار.", "then the train came.") == []
