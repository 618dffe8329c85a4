"""Which numbers the other side does not have, and which it need not have."""

from __future__ import annotations

import pytest

from align.evidence.missing_numbers import missing, unsaid
from align.evidence.pair import Text


def lost(ours: str, theirs: str) -> list[str]:
    return [ours[q.start : q.end] for q in missing(Text(ours, "ar"), Text(theirs, "en"))]


def test_a_number_is_needed_as_often_as_it_stands() -> None:
    assert lost("7 هنا، 7 هناك، 7.", "7 here, 7 there") == ["7"]


@pytest.mark.parametrize("text", ["3 مارس و4 مارس", "كوفيد-19 بعد كوفيد-19"])
def test_months_and_the_figures_of_names_may_be_said_once(text: str) -> None:
    assert lost(text, "3 and 4 March, COVID-19") == []


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        ("مادة 2", "ACE2 is in substance", []),
        ("12 شهرا", "type XII", []),
        ("بنسبة 2%", "the two types of ACE3", []),
        ("بنسبة 1%", "an increase per year", ["1%"]),
        ("الشكل 1.", "a figure", ["1"]),
        ("بعد 1 ساعة", "an hour later", []),
        ("يوم 1 مايو", "on a day of May", ["1"]),
        ("٢٥ رجلا", "26 men, 25 of https://example.org/25", []),
        ("٢٥ رجلا", "26 men of https://example.org/25", ["٢٥"]),
    ],
)
def test_grammar_and_names_say_small_numbers_but_no_exact_ones(
    ours: str, theirs: str, left: list[str]
) -> None:
    assert lost(ours, theirs) == left


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        ("1. الفصل", "The chapter", []),
        ("1. الفصل", "2. The chapter", ["1"]),
        ("14 يوما", "some days", ["14"]),
        ("كما قيل [3]", "as was said", []),
        ("كما قيل [3]", "as was said [4]", ["3"]),
        ("{0} و%1$d و<h2>", "nothing of it", []),
        ("أغسطس قيصر", "Caesar Augustus", []),
        ("في أغسطس", "in the summer", ["أغسطس"]),
        ("اتصل بالرقم 800-1234", "call 8001234", []),
        ("اتصل بالرقم 800-1234", "call 8011235", ["800", "1234"]),
    ],
)
def test_what_need_not_stand_there_is_not_missed(ours: str, theirs: str, left: list[str]) -> None:
    assert lost(ours, theirs) == left


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        ("3 إلى 4 ملايين", "3 million to 4 million", []),
        ("3 ملايين إلى 4 ملايين", "3 to 4 million", []),
        ("3 إلى 4 ملايين", "5 million to 4 million", ["3"]),
        ("5k", "خمسة آلاف", []),
        ("000 12", "12,000", []),
        ("1998-99", "1998–1999", []),
        ("1998/1999", "1998-99", []),
        ("كوفيد-19 ظهر عام 2019", "COVID-19 emerged then", ["2019"]),
        ("في 19 مارس بسبب كوفيد-19", "in March, because of COVID-19", ["19"]),
        ("رحلة أبولو 11", "the flight of Apollo-11", []),
        ("نما 3% من 3000", "It grew from 3000", ["3%"]),
        ("ربح 1,5 مليون في 2015-2016", "It earned millions in 2015-2016", ["1,5 مليون"]),
    ],
)
def test_wholes_are_found_from_their_parts(ours: str, theirs: str, left: list[str]) -> None:
    assert lost(ours, theirs) == left


def test_small_numbers_in_words_are_unsaid_and_large_ones_missing() -> None:
    ours, theirs = Text("ثلاثة أو أربعة وخمسون", "ar"), Text("some", "en")
    assert [int(quantity.value) for quantity in missing(ours, theirs)] == [54]
    assert [int(quantity.value) for quantity in unsaid(ours, theirs)] == [3]


def test_of_very_many_numbers_only_the_first_are_looked_into() -> None:
    assert len(lost(" ".join(map(str, range(1000, 2000))), "none")) == 100
