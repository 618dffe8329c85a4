"""Numbers in words, in both languages, and what holds of every quantity found."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.text.numerals import Quantity, quantities

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
TEENS = ONES + "fifteen sixteen seventeen eighteen nineteen"
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
AR_UNITS = "- واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"
AR_FEMININE = "- واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع"
AR_TENS = "- عشر عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"
AR_TEENS = ("أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربع عشرة", "خمسة عشر", "ست عشرة", "سبعة عشر")
AR_HUNDREDS = "- مئة مائتان ثلاثمئة أربعمائة خمسمئة ستمئة سبعمائة ثمانمئة تسعمئة"


def nth(words: str, number: int) -> str:
    return words.split()[number]


def english(number: int) -> str:
    if number < 20:
        return nth(TEENS, number)
    if number < 100:
        tens, unit = divmod(number, 10)
        return nth(TENS, tens) + (f"-{nth(TEENS, unit)}" if unit else "")
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            joint = " and " if rest < 100 else " "
            return f"{english(count)} {word}" + (f"{joint}{english(rest)}" if rest else "")
    raise AssertionError


def arabic(number: int) -> str:
    parts = []
    for size, one, two, few in (
        (10**6, "مليون", "مليونان", "ملايين"),
        (1000, "ألف", "ألفان", "آلاف"),
    ):
        count, number = divmod(number, size)
        if count in {1, 2}:
            parts.append((one, two)[count - 1])
        elif count:
            parts.append(f"{below_thousand(count)} {few if count <= 10 else one}")
    if number:
        parts.append(below_thousand(number))
    return " و".join(parts)


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    parts = [nth(AR_HUNDREDS, hundreds)] if hundreds else []
    if 11 <= rest <= 17:
        parts.append(AR_TEENS[rest - 11])
    elif tens == 1 and unit:
        parts.append(f"{nth(AR_FEMININE, unit)} عشرة")
    else:
        parts += [nth(AR_UNITS, unit)] if unit else []
        parts += [nth(AR_TENS, tens) if tens > 1 else "عشرة"] if tens else []
    return " و".join(parts)


def values(text: str) -> list[str]:
    return [str(quantity.value) for quantity in quantities(text)]


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@given(st.one_of(st.integers(0, 1200), st.integers(0, 999_999_999)))
@settings(deadline=None, max_examples=300)
@example(21_000)
@example(101_211)
def test_every_number_spelled_out_in_english_is_found_whole(number: int) -> None:
    found = only(f"There were {english(number)} of them.")
    assert found.value == number
    assert found.written


@given(st.one_of(st.integers(1, 1200), st.integers(1, 999_999_999)))
@settings(deadline=None, max_examples=300)
@example(100_000)
@example(11_011)
@example(2_002_002)
def test_every_number_spelled_out_in_arabic_is_found_whole(number: int) -> None:
    found = only(f"عددهم {arabic(number)} فقط.")
    assert found.value == number
    assert found.written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خَمْسَةَ عَشَرَ كِتَابًا", "15"),
        ("وبخمسةٍ وعشرين", "25"),
        ("مئتي ألف", "200000"),
        ("بثلاثة آلاف ومئتين وخمس", "3205"),
        ("ثلاث مئة", "300"),
        ("إحدى وعشرون", "21"),
        ("مليون ونصف المليون", "1500000"),
        ("مليونان و500 ألف", "2500000"),
        ("٥ آلاف و٢٠٠", "5200"),
        ("ثلاثة أرباع", "0.75"),
        ("نصف مليون", "500000"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("nineteen hundred", "1900"),
        ("nineteen eighty-four", "1984"),
        ("twenty ten", "2010"),
        ("two-thirds", "0.6667"),
        ("ثلثي", "0.6667"),
        ("⅔", "0.6667"),
        ("2.5 million", "2500000"),
        ("2,5 مليون", "2500000"),
        ("٢٫٥ مليون", "2500000"),
        ("$3bn", "3000000000"),
        ("300+ billion", "300000000000"),
    ],
)
def test_a_number_in_words_has_its_value(text: str, value: str) -> None:
    assert str(only(text).value) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and three", ["2", "3"]),
        ("ثلاثة وأربعة", ["3", "4"]),
        ("five, six", ["5", "6"]),
        ("أول عشر", ["1", "10"]),
        ("الأول عشرة", ["1", "10"]),
        ("5 million people and 200 dogs", ["5000000", "200"]),
        ("thousands of a kind", []),
        ("آلاف الناس، لست منهم", []),
        ("the end of a man and a woman", []),
        ("أحد الناس يوم الأحد", []),
    ],
)
def test_words_that_make_no_number_together_stay_apart(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 21st century", 21),
        ("twenty-first", 21),
        ("القرن الحادي والعشرين", 21),
        ("القرن الثاني عشر", 12),
        ("والثالثة", 3),
        ("أولًا", 1),
    ],
)
def test_ordinals_have_a_value_too(text: str, value: int) -> None:
    assert only(text).kind == "ordinal"
    assert only(text).value == value


def test_roman_numerals_count_behind_a_heading_only() -> None:
    assert values("Chapter XIV and Part II") == ["14", "2"]
    assert values("IV fluids, Louis XIV, part mix, Part IIX") == []


def test_spans_are_those_of_the_original_with_its_marks() -> None:
    text = "رأى خَمْسَةً وَعِشْرِينَ رَجُلًا"
    found = only(text)
    assert text[found.start : found.end] == "خَمْسَةً وَعِشْرِينَ"
    assert found.value == 25


PIECES = (
    *("خمسة وعشرون", "مِئَةُ", "ألف", "و", "واحد", "نصف", "مليونان", "الثاني", "عشر", "٣", "1.5"),
    *("twenty", "five", "hundred", "and", "a", "million", "half", "May", "in", "%", "kg", "$"),
    *("2024-03-05", "10:30", "1,234", "1/2", "كانون", "الثاني", "ربيع", "Chapter", "IV", "1st"),
    *("\u200f", "\u0650", "ـ", "،", ",", "-", "كتاب", "house", "\n", "‘", "½", "شهر", "في"),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


@given(TEXTS)
@settings(deadline=None, max_examples=500)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    reached = 0
    for quantity in quantities(text):
        assert reached <= quantity.start < quantity.end <= len(text)
        reached = quantity.end


@given(TEXTS)
@settings(deadline=None, max_examples=500)
def test_a_number_cut_out_by_its_span_has_the_same_value(text: str) -> None:
    for quantity in quantities(text):
        if quantity.kind in {"number", "ordinal", "date", "time"} and quantity.value:
            again = quantities(text[quantity.start : quantity.end])
            is_roman = text[quantity.start].isupper() and not again
            assert is_roman or again[0].values == quantity.values


@given(st.integers(1, 99_999), st.data())
@settings(deadline=None, max_examples=100)
def test_vowel_marks_anywhere_change_no_value(number: int, data: st.DataObject) -> None:
    letters = list(arabic(number))
    marks = st.sampled_from(["", "", "\u064e", "\u064f", "\u0650", "\u0652", "\u0640"])
    marked = "".join(letter + data.draw(marks) for letter in letters)
    assert only(marked).value == number


@pytest.mark.parametrize(
    "piece",
    ["1.", "1,", "1", "1:", "واحد و", "hundred ", "a and ", "1\u00a0", "\u0650", "may ", "1-1-"],
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        quantities(text)
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 40 * seconds(5_000) + 0.5


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("COVID-19", True),
        ("كوفيد-19", True),
        ("كوفيد 19", True),
        ("طائرات B-29s", True),
        ("إنزيم سيرين2", True),
        ("mid-1990", False),
        ("ال50", False),
        ("وبـ50", False),
        ("page – 5", False),
    ],
)
def test_the_figure_of_a_name_is_told_from_a_count(text: str, named: bool) -> None:
    assert only(text).named is named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SARS-CoV-2 million", ["2", "1000000"]),
        ("10 ملايين و20 مليون", ["10000000", "20000000"]),
        ("10 million and 20 million", ["10000000", "20000000"]),
        ("$4 million a week", ["4000000"]),
        ("ألفي عام", ["2000"]),
        ("المادة الثامنة عشرة بعد المائة", ["118"]),
        ("بعد المئة", ["100"]),
        ("ثلاثة بعد المئة", ["3", "100"]),
    ],
)
def test_neighbours_are_added_up_only_where_they_are_one_number(
    text: str, expected: list[str]
) -> None:
    assert values(text) == expected
