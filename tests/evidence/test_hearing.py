"""How much English and Arabic words sound alike."""

from __future__ import annotations

import pytest

from align.evidence.hearing import heard, least_likeness


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("laurent", "لوران"),
        ("zhou", "تشو"),
        ("jinping", "جينبينغ"),
        ("knightley", "نايتلي"),
        ("giovanni", "جوفاني"),
        ("jorge", "خورخي"),
        ("schmidt", "شميت"),
        ("canaanites", "والكنعانيين"),
        ("haddad", "لحداد"),
        ("oxford", "بأكسفورد"),
    ],
)
def test_a_name_is_heard_however_its_language_is_spelled(english: str, arabic: str) -> None:
    assert heard(english, arabic) >= least_likeness(english)


@pytest.mark.parametrize(
    ("english", "arabic"),
    [("laurent", "القطار"), ("salma", "القمر"), ("omar", "الأمر"), ("berlin", "بلدان")],
)
def test_other_words_are_not_heard_as_a_name(english: str, arabic: str) -> None:
    assert heard(english, arabic) < least_likeness(english)


def test_short_names_must_sound_more_alike_than_long_ones() -> None:
    assert least_likeness("sami") > least_likeness("constantinidis")


def test_a_name_with_an_arabic_name_of_its_own_must_sound_most_alike() -> None:
    assert least_likeness("germany") > least_likeness("gormany")


def test_words_without_any_sound_are_never_heard() -> None:
    assert heard("1984", "المدينة") == heard("berlin", "1984") == 0
