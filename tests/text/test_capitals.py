"""Which capitals are of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.capitals import begins_sentence, capitals, is_heading
from align.text.tokens import tokens

DOCUMENT = [
    "Rivers are long, and Salma knows them.",
    "The longest rivers cross deserts.",
    "On the way Salma met Rivers, her dog.",
]


def test_a_word_that_is_also_in_lower_case_is_ordinary() -> None:
    assert capitals(DOCUMENT).is_ordinary("rivers")


def test_a_word_with_a_capital_amid_sentences_is_familiar() -> None:
    found = capitals(DOCUMENT)
    assert found.familiar == {"salma"}
    assert not found.is_ordinary("salma")


@pytest.mark.parametrize(
    "word",
    ["the", "however", "monday", "university", "tenant", "festival", "astrology", "wouldn't"],
)
def test_function_words_days_and_nouns_inside_names_are_ordinary(word: str) -> None:
    assert capitals([]).is_ordinary(word)


@pytest.mark.parametrize("word", ["salma", "clement", "trenton", "lancaster", "holmes", "wallis"])
def test_names_are_not_ordinary(word: str) -> None:
    assert not capitals([]).is_ordinary(word)


def test_headings_say_nothing_of_capitals() -> None:
    assert capitals(["Feeding Your Camel Well"]).familiar == frozenset()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Feeding Your Camel Well", True),
        ("The Road to Basra and the Sea", True),
        ("Salma Haddad", False),
        ("He met Salma Haddad in Basra", False),
        ("", False),
    ],
)
def test_a_heading_is_told_by_its_capitals(text: str, heading: bool) -> None:
    assert is_heading(text, tokens(text, "en")) is heading


def test_sentences_begin_after_stops_quotation_marks_and_brackets() -> None:
    text = "Yes. “Come (Now),” said Salma"
    words = tokens(text, "en")
    begins = [begins_sentence(text, words, number) for number in range(len(words))]
    assert begins == [True, True, True, True, False]


@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_word_is_both_ordinary_and_familiar(texts: list[str]) -> None:
    found = capitals(texts)
    assert not found.ordinary & found.familiar
