"""The table of names that sound otherwise in Arabic."""

from __future__ import annotations

from importlib import resources

import pytest

from align.evidence.exonyms import (
    LONGEST_PHRASE,
    arabic_names,
    arabic_spellings,
    english_names,
)
from align.text.scripts import main_script

TABLE = resources.files("align.evidence").joinpath("exonyms.tsv").read_text("utf-8")
ROWS = [line for line in TABLE.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_english_and_arabic_names(row: str) -> None:
    english, arabic = row.split("\t")
    assert all(name and main_script(name) == "Latn" for name in english.split("|"))
    assert all(name and main_script(name) == "Arab" for name in arabic.split("|"))
    assert all(len(name.split()) <= LONGEST_PHRASE for name in english.split("|"))


def test_no_english_name_stands_in_two_rows() -> None:
    found = [name for row in ROWS for name in row.split("\t")[0].split("|")]
    assert len(found) == len({*found})


def test_acronyms_are_found_in_capitals_only() -> None:
    assert arabic_names("US")
    assert not arabic_names("us")


def test_a_name_that_is_not_there_has_no_arabic() -> None:
    assert arabic_names("salma") == ()


def test_arabic_spellings_have_no_articles() -> None:
    assert arabic_spellings("red sea") == (("بحر", "احمر"),)
    assert arabic_spellings("god")[0] == ("الله",)


def test_an_arabic_name_that_is_also_a_word_is_answered_but_not_looked_for() -> None:
    assert ("فاس",) in arabic_spellings("fez")
    assert "فاس" not in english_names()
    assert english_names()["النمسا"] >= {"austria", "austrian"}
