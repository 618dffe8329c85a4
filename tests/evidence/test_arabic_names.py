"""Names in Arabic text."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.arabic_names import arabic_names_of
from align.text.scripts import main_script
from align.text.tokens import tokens


def found(text: str) -> list[str]:
    return [text[name.start : name.end] for name in arabic_names_of(text, tokens(text, "ar"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل مصطفى إلى برشلونة", ["مصطفى", "برشلونة"]),
        ("سافر لبرشلونة وباليابان", ["لبرشلونة", "وباليابان"]),
        ("هدية للصين", ["للصين"]),
        ("الأمم المتحدة تجتمع", ["الأمم المتحدة"]),
        ("الفنانون اليابانيون", ["اليابانيون"]),
        ("كتب احمد رسالة", ["احمد"]),
    ],
)
def test_names_are_found_with_their_clitics_and_endings(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text", ["رجل كريم وجميل", "في المدينة حلب البقر", "قرأ سورة السنة", "بين الأرض والقمر"]
)
def test_names_that_are_also_words_are_not_looked_for(text: str) -> None:
    assert found(text) == []


def test_a_word_after_a_title_is_a_name() -> None:
    assert found("قال الدكتور كريم وللسيدة عبير") == ["كريم", "عبير"]
    assert found("قال كريم") == found("قال السيد الكريم") == found("قال السيد، كريم") == []


def test_a_name_says_what_it_is_called_in_english() -> None:
    text = "زار اليابان"
    (name,) = arabic_names_of(text, tokens(text, "ar"))
    assert {"japan", "japanese"} <= name.english


def test_every_word_of_the_list_is_arabic_and_stands_there_once() -> None:
    text = resources.files("align.evidence").joinpath("arabic_names.txt").read_text("utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    words = [word for line in lines for word in line]
    assert all(main_script(word) == "Arab" for word in words)
    assert len(words) == len({*words})


@given(st.text(max_size=60))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for name in arabic_names_of(text, tokens(text, "ar")):
        assert end <= name.start < name.end <= len(text)
        end = name.end
