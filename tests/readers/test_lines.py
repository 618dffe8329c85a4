"""What a single line of plain text looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.readers.lines import ends_sentence, lines_of, same_script, script_of_line


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", "blank"),
        ("  \u00a0 ", "blank"),
        ("* * *", "rule"),
        ("-----", "rule"),
        ("؟؟؟", "rule"),
        ("Water\tماء", "row"),
        ("Water | ماء", "row"),
        ("- bread", "item"),
        ("• خبز", "item"),
        ("3. Bread", "item"),
        ("(2) Bread", "item"),
        ("١- خبز", "item"),
        ("أ) خبز", "item"),
        ("2.1 Scope", "item"),
        ("Bread - and salt", "prose"),
        ("-5 degrees", "prose"),
        ("1990 was dry.", "prose"),
        ("I. Introduction", "item"),
        ("I went home.", "prose"),
    ],
)
def test_form_of_a_line(text: str, form: str) -> None:
    assert next(lines_of(text)).form == form


@given(st.text(alphabet="aب \n\u2028\x0c\t-.", max_size=60))
def test_span_of_each_line_gives_its_text(text: str) -> None:
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text


def test_unicode_line_and_paragraph_separators_end_lines() -> None:
    assert [line.text for line in lines_of("a\u2028b\u2029c\x85d\x0ce")] == list("abcde")


def test_symbol_bullet_is_measured_and_number_is_text() -> None:
    assert [line.bullet for line in lines_of("-  bread\n3. bread")] == [3, 0]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("مرحبا يا World", "Arab"),
        ("Hello عالم my", "Latn"),
        ("انظر https://example.org/a/very/long/address الآن", "Arab"),
        ("12:30", None),
        ("Привет", "Cyrl"),
    ],
)
def test_script_is_that_of_most_words(text: str, script: str | None) -> None:
    assert script_of_line(text) == script


def test_line_without_letters_goes_with_any_script() -> None:
    arabic, number, english = lines_of("نعم\n12\nyes")
    assert same_script(arabic, number)
    assert same_script(number, english)
    assert not same_script(arabic, english)


@pytest.mark.parametrize("text", ["Yes.", "نعم؟", "«نعم.»", "(all of it!)", "كما يلي:", "…"])
def test_end_of_sentence_is_seen_through_closing_quotes(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Yes", "نعم،", "(all)", "3.5", ""])
def test_open_end_is_no_end_of_sentence(text: str) -> None:
    assert not ends_sentence(text)
