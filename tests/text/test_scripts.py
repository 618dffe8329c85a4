from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from align.text.scripts import direction, language_of, letters_of, main_script, script_of, tally


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        ("ar", "Arab"),
        ("ar-EG", "Arab"),
        ("fa", "Arab"),
        ("he", "Hebr"),
        ("uk", "Cyrl"),
        ("sr-Latn", "Latn"),
        ("zh-Hant-TW", "Hani"),
        ("en", "Latn"),
        ("tlh", "Latn"),
    ],
)
def test_every_language_tag_has_a_script(lang: str, script: str) -> None:
    assert script_of(lang) == script


@pytest.mark.parametrize(
    "lang",
    ["ar", "arz", "azb", "ckb", "dv", "fa", "iw", "ks", "nqo", "sdh", "ur-PK", "yi", "az-Arab"],
)
def test_right_to_left_is_a_matter_of_the_script(lang: str) -> None:
    assert direction(lang) == "rtl"
    assert direction(f"{lang.partition('-')[0]}-Latn") == "ltr"


def test_a_text_of_no_known_language_finds_its_own_direction() -> None:
    assert direction("und") == direction("") == "auto"
    assert direction("und-Arab") == "rtl"


def test_a_script_of_one_language_names_it() -> None:
    assert language_of("Thai") == "th"
    assert language_of("Latn") is None


def test_digits_punctuation_and_vowel_marks_are_no_letters() -> None:
    assert letters_of("قَالَ: ١٢ «نعم»", "Arab") == 6


def test_presentation_forms_are_arabic_letters() -> None:
    assert letters_of("\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}", "Arab") == 1


def test_letters_of_a_third_script_are_counted_apart() -> None:
    assert tally("كتاب book книга", ("Arab", "Latn")) == (4, 4, 5)


def test_one_script_on_both_sides_is_counted_once() -> None:
    assert tally("Buch книга", ("Latn", "Latn")) == (4, 4, 5)


def test_the_main_script_is_the_one_with_most_letters() -> None:
    assert main_script("שלום and") == "Hebr"
    assert main_script("12 – 34") is None


@given(st.text(max_size=60))
def test_no_letter_is_counted_twice(text: str) -> None:
    counts = tally(text, ("Arab", "Latn"))
    assert min(counts) >= 0
    assert sum(counts) <= len(regex.findall(r"\p{L}", text))
