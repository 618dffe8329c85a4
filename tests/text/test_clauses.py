"""Clauses of a segment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.clauses import MOST, SHORTEST, clauses

any_text = st.text(st.sampled_from("abاب وكان ثم ،,.;؟ \n—"), max_size=120)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One short clause.", ["One short clause."]),
        (
            "When the shop was closed, the baker went home; his son stayed.",
            ["When the shop was closed,", "the baker went home; his son stayed."],
        ),
        (
            "عاد الصياد إلى بيته مساءً، ولم يجد فيه أحدا من أهله",
            ["عاد الصياد إلى بيته مساءً،", "ولم يجد فيه أحدا من أهله"],
        ),
        (
            "جلس القوم حول النار طويلا وقال شيخهم إن الشتاء قريب",
            ["جلس القوم حول النار طويلا", "وقال شيخهم إن الشتاء قريب"],
        ),
        ("It weighed 3,5 kilograms and nobody:knew", ["It weighed 3,5 kilograms and nobody:knew"]),
        (
            "Yes, no, yes, no, yes, and so they went on and on.",
            ["Yes, no, yes, no, yes,", "and so they went on and on."],
        ),
        ("", [""]),
        ("  \n ", [""]),
    ],
)  # fmt: skip
def test_a_clause_ends_at_punctuation_or_before_a_word_that_opens_a_thought(
    text: str, found: list[str]
) -> None:
    assert clauses(text) == found


def test_a_word_that_only_begins_like_an_opener_opens_nothing() -> None:
    text = "رأينا في السوق الكبير ثمارا كثيرة من كل لون وطعم"
    assert clauses(text) == [text]


@given(any_text)
def test_joined_by_a_space_clauses_give_the_text_again(text: str) -> None:
    assert " ".join(clauses(text)).split() == text.split()


@given(any_text)
def test_of_several_clauses_none_is_short(text: str) -> None:
    found = clauses(text)
    assert len(found) == 1 or min(map(len, found)) >= SHORTEST


def test_a_text_of_any_length_has_a_bounded_number_of_clauses() -> None:
    assert len(clauses("He came, he saw, he conquered the town; " * 2_500)) <= 2 * MOST
