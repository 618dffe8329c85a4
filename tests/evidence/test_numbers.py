"""Numbers and dates as evidence."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.numbers import NumberKeys, left_over, number_keys
from align.text.numerals import Quantity, quantities

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data") / "gold"
ONE_TO_ONE = re.compile(r"\[(\d+)\]:\[(\d+)\]")


def unmatched(source: str, target: str) -> tuple[list[Quantity], list[Quantity]]:
    ours, theirs = quantities(source), quantities(target)
    return left_over(ours, theirs), left_over(theirs, ours)


def lost(source: str, target: str) -> list[str]:
    return [source[quantity.start : quantity.end] for quantity in unmatched(source, target)[0]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("٢٥ آذار ٢٠٢٤", "25 March 2024"),
        ("٢٥٫٥ مليون", "25.5 million"),
        ("في 10:30", "at 10:30"),
        ("7 رمضان", "7 Ramadan"),
    ],
)
def test_keys_are_the_same_in_both_languages(source: str, target: str) -> None:
    assert number_keys(source) == number_keys(target)
    assert number_keys(source).certain


def test_figures_are_certain_and_words_are_likely() -> None:
    assert number_keys("one house, 2 doors, in March") == NumberKeys(("n:2", "m:3"), ("n:1",))


def test_a_figure_of_two_readings_has_a_key_of_each() -> None:
    assert set(number_keys("10.000").certain) == {"n:10", "n:10000"}


def test_a_changed_number_is_found_on_both_sides_with_its_span() -> None:
    source, target = "دفع ٢٥ دولارا", "He paid 35 dollars"
    (ours,), (theirs,) = unmatched(source, target)
    assert source[ours.start : ours.end] == "٢٥ دولارا"
    assert target[theirs.start : theirs.end] == "35 dollars"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("خمسة وعشرون", "25"),
        ("في 5/3/2024", "on 5 March 2024"),
        ("في 5/3/2024", "on 3 May 2024"),
        ("في 2024-03-05", "on 05.03.2024"),
        ("عددهم 10.000", "they are 10,000"),
        ("٢٫٥ مليون", "2,500,000"),
        ("في خمسينيات القرن الماضي", "in the 1950s"),
        ("عام 1950", "in the 1950s"),
        ("في 23:45 أو 10:00", "at 23.45 or 10"),
        ("في القرن الحادي والعشرين", "in the 21st century"),
    ],
)
def test_the_same_value_written_otherwise_is_not_lost(source: str, target: str) -> None:
    assert unmatched(source, target) == ([], [])


def test_a_date_with_another_day_is_lost() -> None:
    assert lost("في 5/3/2024", "on 6 March 2024") == ["5/3/2024"]


def test_a_number_that_stands_twice_is_needed_twice() -> None:
    assert lost("7 ثم 7", "7 only") == ["7"]
    assert lost("7 ثم 7", "7 and 7") == []


@given(st.text(max_size=80))
@settings(deadline=None)
def test_a_text_has_lost_nothing_against_itself(text: str) -> None:
    assert unmatched(text, text) == ([], [])


def shares(name: str) -> tuple[float, float]:
    """Return how many certain keys of one side the other has, and how many the one after it."""
    kept = []
    by_chance = []
    for gold in sorted((DATA / name / "docs").glob("*.gold")):
        sides = [gold.with_suffix(f".{lang}.txt").read_text("utf-8") for lang in ("ar", "en")]
        lines = [side.split("\n") for side in sides]
        pairs = [
            tuple(number_keys(side[int(i)]) for side, i in zip(lines, bead, strict=True))
            for bead in ONE_TO_ONE.findall(gold.read_text("utf-8"))
        ]
        for here, behind in pairwise(pairs):
            kept += [key in {*here[1].certain, *here[1].likely} for key in here[0].certain]
            by_chance += [key in {*behind[1].certain, *behind[1].likely} for key in here[0].certain]
    return sum(kept) / len(kept), sum(by_chance) / len(by_chance)


@pytest.mark.skipif(not DATA.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
@pytest.mark.parametrize(("name", "least", "most"), [("tico19", 0.96, 0.25), ("pud", 0.95, 0.05)])
def test_figures_of_translated_texts_are_found_by_value(
    name: str, least: float, most: float
) -> None:
    kept, by_chance = shares(name)
    assert kept >= least
    assert by_chance <= most
