"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.words import bare


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("House,", "house"),
        ("(«قال»)؟", "قال"),
        ("don't", "don't"),
        ("3.5%", "3.5"),
        ("٣٫٥", "٣٫٥"),
        ("—", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_word_has_no_punctuation_around_it_and_no_capitals(token: str, word: str) -> None:
    assert bare(token) == word


@given(st.text(max_size=20))
def test_a_word_has_no_more_to_lose(token: str) -> None:
    word = bare(token)
    assert bare(word) == word
    assert not word or (word[0].isalnum() or word[0] == "_" or not word[0].isascii())
