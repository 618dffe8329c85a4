from __future__ import annotations

import pytest

from align.checks.sides import sides
from align.evidence.pair import Pair, Text
from tests.checks.made import ids, made, marked


@pytest.mark.parametrize("blank", ["", "   ", "\u200f\u00a0", "\ufeff"])
def test_a_side_without_a_visible_character_is_empty(blank: str) -> None:
    assert ids(sides, "باب المدرسة", blank) == ["empty"]
    assert ids(sides, blank, "the school gate") == ["empty"]


def test_both_sides_may_be_empty() -> None:
    assert ids(sides, "", " ") == ["empty", "empty"]


def test_a_side_of_punctuation_is_empty_beside_words() -> None:
    pair = made("باب المدرسة", "…")
    assert marked(pair, sides(pair)) == [("empty", "target", "…")]


def test_punctuation_translates_punctuation() -> None:
    assert ids(sides, "* * *", "***") == []


@pytest.mark.parametrize(
    "text",
    [
        "Please close the door.",
        "PLEASE close the door",
        "من فضلك أغلق الباب.",
        "نعم",
        "see www.example.org for more",
    ],
)
def test_the_same_words_on_both_sides_are_no_translation(text: str) -> None:
    assert ids(sides, text, text) == ["identical"]


def test_case_vowel_marks_and_punctuation_make_no_difference() -> None:
    assert ids(sides, "close the door", "Close the door!") == ["identical"]
    assert ids(sides, "أَغلِق الباب", "أغلق الباب؟") == ["identical"]


@pytest.mark.parametrize(
    "text",
    [
        "GitHub",
        "Microsoft Office 365",
        "1,234.5",
        "https://example.org/path?q=a+b",
        "someone@example.org",
        "`git commit --amend`",
        "README.md",
        "{name}: %s",
        "iPhone 15 Pro",
        "COVID-19",
        "— @someone, \"How to begin\"",
    ],
)  # fmt: skip
def test_what_has_no_words_to_translate_may_be_the_same(text: str) -> None:
    assert ids(sides, text, text) == []


def test_a_name_may_be_the_same_in_two_languages_of_one_script() -> None:
    pair = Pair(source=Text("حسن رضایی", "fa"), target=Text("حسن رضایی", "ar"))
    assert list(sides(pair)) == []


def test_different_texts_are_not_the_same() -> None:
    assert ids(sides, "أغلق الباب", "Close the door") == []
