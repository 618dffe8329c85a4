from __future__ import annotations

import pytest

from align.model import TranslationUnit
from align.store.keys import keys_of, search_key


def unit(source: str, target: str) -> TranslationUnit:
    return TranslationUnit(
        id="u",
        source=source,
        target=target,
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=1.0,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كَتَبَ الوَلَدُ", "كتب الولد"),
        ("كتـــاب", "كتاب"),
        ("إلى المدرسة", "الى المدرسه"),
        ("مسؤول شيئًا", "مسوول شييا"),
        ("علی کتابه", "على كتابه"),
        ("عام ١٩٨٥", "عام 1985"),
        ("سال ۱۲", "سال 12"),
        ("\ufefb شيء", "لا شيء"),
        ("«نعم»، قال!", "نعم قال"),
        ("نعم\u200f يا", "نعم يا"),
        ("The OLD Bridge", "the old bridge"),
        ("Straße", "STRASSE"),
        ("café", "cafe\u0301"),
        ("e-mail", "email"),
        ("one\u00a0two ", "one  two"),
    ],
)
def test_texts_that_differ_in_writing_only_have_one_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("كتب", "كتاب"), ("12", "13"), ("bridge", "bridges"), ("5 $", "5 €"), ("***", "---")],
)
def test_other_texts_have_other_keys(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_only_a_blank_text_has_an_empty_key() -> None:
    assert [search_key(text) for text in ("", " \n", "…", "ً")] == ["", "", "…", "ً"]
    assert keys_of(unit("", " \u00a0")).source == keys_of(unit("", " \u00a0")).target == b""


def test_the_key_of_a_pair_is_exact_and_knows_its_sides() -> None:
    pairs = [("ab", "c"), ("a", "bc"), ("c", "ab"), ("ab", "c "), ("Ab", "c"), ("ab\0c", "")]
    assert len({keys_of(unit(*pair)).pair for pair in pairs}) == len(pairs)


def test_numbers_are_alike_in_long_pairs_only() -> None:
    long = "كانت الإيرادات في السنة الماضية {} مليون", "last year revenues were {} million"
    one, other = (unit(*(text.format(n) for text in long)) for n in ("25", "1,300"))
    assert keys_of(one).near == keys_of(other).near
    assert keys_of(one).source != keys_of(other).source
    first, second = unit("المادة ٥", "Article 5"), unit("المادة ٦", "Article 6")
    assert keys_of(first).near != keys_of(second).near


def test_half_a_surrogate_pair_has_a_key() -> None:
    assert keys_of(unit("\ud83d", "a")).source
