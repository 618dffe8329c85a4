from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.tidy import illegal_spans, joined, letters, tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" one\n\ttwo\u2028three ", "one two three"),
        ("one\x00\x1ftwo", "onetwo"),
        ("one \x00 two", "one two"),
        ("one \ufeff\ufefftwo", "one two"),
        ("one\u00a0two\u00a0", "one\u00a0two"),
        ("one\x0ctwo", "one two"),
    ],
)
def test_white_space_is_one_space_and_what_has_no_place_is_dropped(text: str, kept: str) -> None:
    assert tidy(text) == kept


def test_a_stray_byte_order_mark_is_listed_with_what_xml_forbids() -> None:
    assert list(illegal_spans("a\ufeffb\x01\n")) == [(1, 2), (3, 4)]


def test_texts_are_joined_by_one_space_and_empty_ones_leave_none() -> None:
    assert joined([" One.\n", "\x00", "Two. "]) == "One. Two."


@given(st.text(st.characters(exclude_categories=[]), max_size=40))
def test_tidying_is_final_and_loses_no_letter(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert [*letters(tidy(text))] == [*letters(text)]
