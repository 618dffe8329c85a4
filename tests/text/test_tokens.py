"""Words, their spans and their stems."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.tokens import fold, readings, stem, tokens, without_clitics

LANGS = st.sampled_from(["ar", "en", "ar-EG", "fr", "und"])
TEXTS = st.text(max_size=80) | st.text(alphabet="اوبلكفسه ة\u0640\u064e\u200fab'’.-9٣", max_size=80)


def surfaces(text: str, lang: str = "en") -> list[str]:
    return [text[token.start : token.end] for token in tokens(text, lang)]


def test_words_are_parted_at_spaces_punctuation_and_hyphens() -> None:
    assert surfaces("Well-known: don't (2nd)!") == ["Well", "known", "don't", "2nd"]


def test_marks_tatweel_and_controls_stay_inside_the_word_they_are_in() -> None:
    text = "قَالَ الســلام\u200f عليكم"
    assert surfaces(text, "ar") == ["قَالَ", "الســلام", "عليكم"]


def test_arabic_letters_part_from_latin_ones_they_are_written_onto() -> None:
    assert surfaces("وGitHub", "ar") == ["و", "GitHub"]


def test_a_tatweel_by_itself_is_no_word() -> None:
    assert tokens("\u0640 \u0640\u0640", "ar") == []


@pytest.mark.parametrize("shape", ["إِلَىٰ", "الى", "إلى", "اِلی"])
def test_spellings_of_one_word_fold_alike(shape: str) -> None:
    assert fold(shape) == "الي"


@pytest.mark.parametrize(
    "form", ["مدرسة", "المدرسة", "والمدرسة", "بالمدرسة", "للمدرسة", "مدرستهم"[:4] + "ة", "مدرسات"]
)
def test_arabic_stem_takes_off_article_clitics_and_endings(form: str) -> None:
    assert stem(fold(form), "ar") == "مدرس"


@pytest.mark.parametrize("word", ["وقت", "ولد", "الم", "فيه"[:2], "به"])
def test_arabic_stem_leaves_short_words_enough_letters(word: str) -> None:
    assert stem(word, "ar") == word


@pytest.mark.parametrize("form", ["الله", "والله", "بالله", "لله"])
def test_the_name_of_god_is_not_read_as_an_article_and_a_pronoun(form: str) -> None:
    assert stem(form, "ar") == stem("الله", "ar") != stem("له", "ar")


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("company companies company's", "company"),
        ("stop stops stopped stopping", "stop"),
        ("church churches", "church"),
        ("make makes making", "mak"),
        ("string strings", "string"),
        ("virus", "virus"),
        ("glass glasses", "glass"),
    ],
)
def test_english_forms_of_a_word_have_one_stem(forms: str, expected: str) -> None:
    assert {stem(form, "en") for form in forms.split()} == {expected}


def test_words_of_other_languages_are_their_own_stems() -> None:
    assert [token.stem for token in tokens("Les Maisons", "fr")] == ["les", "maisons"]


def test_readings_take_off_one_clitic_after_the_other() -> None:
    assert "شام" in readings("وبالشام")
    assert "شام" in readings("للشام")
    assert readings("كريم") == ["كريم", "ريم"]


def test_a_clitic_is_told_by_the_more_frequent_word_behind_it() -> None:
    assert without_clitics({"بيت": 9, "لبيت": 3, "بلد": 4, "لد": 1}) == {"لبيت": "بيت"}


@given(TEXTS, LANGS)
def test_spans_are_in_order_apart_and_hold_the_word(text: str, lang: str) -> None:
    end = 0
    for token in tokens(text, lang):
        assert end <= token.start < token.end <= len(text)
        assert token.word == fold(text[token.start : token.end])
        assert token.stem
        end = token.end


@given(TEXTS)
def test_readings_begin_with_the_word_and_are_its_ends(text: str) -> None:
    for token in tokens(text, "ar"):
        found = readings(token.word)
        assert found[0] == token.word
        assert all(token.word.endswith(reading) and reading for reading in found)


@pytest.mark.parametrize(
    "text", ["a" * 400_000, "a\u200f" * 200_000, "a'" * 200_000, "ب " * 200_000]
)
def test_time_is_linear_in_the_text(text: str) -> None:
    start = time.perf_counter()
    tokens(text, "ar")
    assert time.perf_counter() - start < 4


def test_spans_hold_across_spaces_tabs_and_line_breaks_in_a_row() -> None:
    text = " one  two\tthree\n four\u00a0five "
    found = tokens(text, "en")
    assert [token.word for token in found] == ["one", "two", "three", "four", "five"]
    assert [text[token.start : token.end] for token in found] == [token.word for token in found]


def test_a_text_without_a_space_is_cut_as_any_other() -> None:
    text = "،".join(["كتاب"] * 30)
    assert [text[token.start : token.end] for token in tokens(text, "ar")] == ["كتاب"] * 30
