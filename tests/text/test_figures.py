"""Figures, dates, times and units by value, in digits of every kind."""

from __future__ import annotations

import pytest

from align.text.numerals import Quantity, quantities


def values(text: str) -> list[str]:
    return [str(quantity.value) for quantity in quantities(text)]


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


def measures(text: str) -> list[tuple[str, str]]:
    return [(str(quantity.value), quantity.unit) for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5", ["1234.5"]),
        ("1.234,5", ["1234.5"]),
        ("١٬٢٣٤٫٥", ["1234.5"]),
        ("۱۲۳۴", ["1234"]),
        ("８７", ["87"]),
        ("8,866", ["8866"]),
        ("12،5", ["12.5"]),
        ("1'234'567", ["1234567"]),
        ("1\u202f234", ["1234"]),
        ("1,234,567", ["1234567"]),
        ("1,2,3", ["1", "2", "3"]),
        ("0.125", ["0.125"]),
        ("1.2.3", ["1", "2", "3"]),
        ("1.2,3.4", ["1", "2", "3", "4"]),
        ("1999,2000", ["1999", "2000"]),
        ("2019-2020", ["2019", "2020"]),
        ("24/7", ["24", "7"]),
        ("3/4", ["0.75"]),
        ("007", ["7"]),
        ("H1N1 و x2", []),
        ("SARS-9 و19 شخصا", ["9", "19"]),
        ("1" * 40, []),
    ],
)
def test_separators_are_read_as_points_groups_or_lists(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_figure_that_may_be_read_in_two_ways_keeps_both() -> None:
    decimal, grouped = only("10.000"), only("10,000")
    assert decimal.value == grouped.also == 10
    assert decimal.also == grouped.value == 10_000
    assert only("10,00").also is None


@pytest.mark.parametrize("text", ["25%", "٢٥٪", "25 percent", "25 per cent", "٢٥ بالمئة"])
def test_per_cent_is_a_unit_however_it_is_written(text: str) -> None:
    assert measures(text) == [("25", "%")]
    assert measures("25 في المائة ثم") == [("25", "%")]


@pytest.mark.parametrize(
    ("arabic_text", "english_text"),
    [
        ("٥ كغم", "5kg"),
        ("خمسة كيلومترات", "five kilometres"),
        ("10 كيلو مترات", "10 km"),
        ("5 كيلو", "5 kilos"),
        ("200 دولار", "$200"),
        ("مئة ألف ريال", "a hundred thousand riyals"),
        ("37 درجة مئوية", "37 °C"),
        ("50 مل", "50 ml"),
    ],
)
def test_units_have_one_symbol_in_both_languages(arabic_text: str, english_text: str) -> None:
    assert measures(arabic_text) == measures(english_text)
    assert measures(arabic_text)[0][1]


@pytest.mark.parametrize("text", ["5/3/2024", "2024-03-05", "٥/٣/٢٠٢٤", "05.03.2024", "3-5-2024"])
def test_a_date_in_figures_is_the_set_of_its_parts(text: str) -> None:
    date = only(text)
    assert date.kind == "date"
    assert [int(part) for part in date.values] == [3, 5, 2024]


@pytest.mark.parametrize("text", ["45/13/2024", "2024-13-40", "0/5/2024", "1.2.34", "10-12-14"])
def test_what_cannot_be_a_date_is_three_numbers(text: str) -> None:
    assert [quantity.kind for quantity in quantities(text)] == ["number"] * 3


def test_times_are_told_from_other_pairs() -> None:
    found = quantities("في 10:30 وليس 10:75")
    assert [quantity.kind for quantity in found] == ["time", "number", "number"]
    assert [int(part) for part in found[0].values] == [10, 30]
    assert values("وليس 10:75") == ["10", "75"]


@pytest.mark.parametrize("text", ["the 1950s", "the 50s", "in the fifties", "في الخمسينيات"])
def test_decades_are_counted_from_the_century(text: str) -> None:
    assert only(text).kind == "decade"
    assert only(text).value == 50
    assert only(text).also == (1950 if "19" in text else None)
