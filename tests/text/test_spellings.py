"""How names of several languages sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.spellings import shapes, spoken
from align.text.transliteration import latin_sounds


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("zhou", "ʧu"),
        ("gauthier", "guθi"),
        ("hugh", "hu"),
        ("schwarz", "ʃvarts"),
        ("guillermo", "giyermu"),
        ("lucia", "luʧa"),
        ("kowalczyk", "kuvalʧyk"),
        ("xu", "ʃu"),
    ],
)
def test_a_name_sounds_as_its_own_language_reads_it(name: str, sounds: str) -> None:
    assert sounds in spoken(name)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_the_letters_as_they_stand_come_first(name: str) -> None:
    assert spoken(name)[:1] == ((latin_sounds(name),) if latin_sounds(name) else spoken(name)[:1])
    assert len(spoken(name)) == len({*spoken(name)})


def test_peoples_are_heard_as_arabic_adjectives_too() -> None:
    assert shapes("africans") == ("africans", "african", "afriki")
    assert shapes("salma") == ("salma",)
