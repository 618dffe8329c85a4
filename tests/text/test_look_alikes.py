from __future__ import annotations

import pytest

from align.text.look_alikes import look_alikes


@pytest.mark.parametrize(
    ("text", "family", "word", "meant"),
    [
        ("the \u0441at", "en", "\u0441at", "c"),
        ("\u0391thens", "en", "\u0391thens", "A"),
        ("كتاب\u06cc جديد", "ar", "كتاب\u06cc", "ي"),
        ("هذا \u06a9تاب", "ar", "\u06a9تاب", "ك"),
    ],
)
def test_a_letter_of_another_script_or_language_is_found(
    text: str, family: str, word: str, meant: str
) -> None:
    [found] = look_alikes(text, family)
    assert (text[found.start : found.end], found.meant) == (word, meant)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("the cat", "en"),
        ("Москва and Αθήνα", "en"),
        ("α-helix, 5 μm, IFNα", "en"),
        ("چرا\u06cc", "ar"),
        ("کتاب", "fa"),
        ("كتاب علي", "ar"),
    ],
)
def test_letters_at_home_are_none(text: str, family: str) -> None:
    assert list(look_alikes(text, family)) == []
