"""Numbers that a text says without a numeral."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.numerals.implied import implied, wholes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سنتين", "2"),
        ("بالجملتين", "2"),
        ("لشهرين", "2"),
        ("twice", "2"),
        ("دقيقة", "1"),
        ("an hour", "1"),
        ("درجة ونصف", "1.5"),
        ("ثلاثي الأبعاد", "3"),
        ("ACE7", "7"),
        ("type IV", "4"),
        ("خمسة عقود", "50"),
        ("half a century", "50"),
        ("مليونا شخص", "2000000"),
        ("١٠k", "10000"),
        ("150 000", "150000"),
        ("000 150", "150000"),
        ("2019-20", "2020"),
    ],
)
def test_a_value_is_implied(text: str, value: str) -> None:
    assert Decimal(value) in implied(text).values


@pytest.mark.parametrize("text", ["خمسة", "وين", "كان", "Civil", "آب", "بستان جميل", "التي", "حتى"])
def test_nothing_is_implied_by_other_words(text: str) -> None:
    assert not implied(text).values


def test_figures_and_names_are_told_from_grammar() -> None:
    found = implied("سنتين مع ACE7")
    assert found.names == {7}
    assert found.values == {2, 7}


@pytest.mark.parametrize("text", ["مارس الرياضة", "They march on", "9/3"])
def test_words_and_figures_that_may_be_months_are(text: str) -> None:
    assert 3 in implied(text).months


@given(st.text(alphabet="0123456789 ,.kmb\u0660ا", max_size=60))
def test_wholes_have_values_and_lie_in_their_text(text: str) -> None:
    for place, values in wholes(text):
        assert 0 <= place.start < place.stop <= len(text)
        assert values
