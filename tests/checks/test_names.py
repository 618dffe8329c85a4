"""Names on one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.checks.names import names
from align.evidence.pair import Context, Pair, Said, Text
from align.text.capitals import capitals
from tests.own import gold

if TYPE_CHECKING:
    from align.model import Flag

ARABIC = "التقى الطبيب مصطفى في برشلونة مساء الأحد"
ENGLISH = "The doctor met Mustafa in Barcelona on Sunday evening."


def flags(arabic: str, english: str, found: float | None = None) -> list[Flag]:
    words = () if found is None else (Said(start=0, end=len(english), found=found, owed=1.0),)
    pair = Pair(source=Text(arabic, "ar"), target=Text(english, "en"), target_words=words)
    return list(names(pair))


def test_names_on_both_sides_are_in_order() -> None:
    assert flags(ARABIC, ENGLISH) == []


@pytest.mark.parametrize("name", ["Mustafa", "Barcelona"])
def test_a_name_that_is_not_in_the_arabic_is_flagged(name: str) -> None:
    arabic = ARABIC.replace("مصطفى", "صديقه").replace("برشلونة", "المدينة")
    marked = [ENGLISH[flag.start : flag.end] for flag in flags(arabic, ENGLISH)]
    assert name in marked
    assert {flag.side for flag in flags(arabic, ENGLISH)} == {"target"}


@pytest.mark.parametrize("name", ["مصطفى", "برشلونة"])
def test_a_clear_name_that_is_not_in_the_english_is_flagged(name: str) -> None:
    english = "The doctor met a friend in the city on Sunday evening."
    found = flags(ARABIC, english)
    assert name in [ARABIC[flag.start : flag.end] for flag in found]
    assert {flag.side for flag in found} == {"source"}


def test_both_sides_of_a_replaced_name_are_marked() -> None:
    found = flags(ARABIC, ENGLISH.replace("Barcelona", "Copenhagen"))
    assert [(flag.side, flag.message) for flag in found] == [
        ("source", "the name “برشلونة” is not in the target"),
        ("target", "the name “Copenhagen” is not in the source"),
    ]
    assert {(flag.id, flag.severity) for flag in found} == {("name", "warning")}


def test_a_name_that_is_said_by_its_meaning_is_not_missing() -> None:
    arabic, english = "شاهدنا فيلم الدمى المتحركة", "Later we watched Puppeteros."
    assert flags(arabic, english)
    assert flags(arabic, english, found=0.2)
    assert not flags(arabic, english, found=0.99)


def test_the_sides_may_be_either_way_round() -> None:
    pair = Pair(source=Text("Then Mustafa left.", "en-GB"), target=Text("ثم غادر", "ar-EG"))
    assert [flag.side for flag in names(pair)] == ["source"]


def test_the_memory_tells_names_from_other_capitals() -> None:
    english = "Mustafa laughed at the Camel."
    context = Context(capitals=capitals(["We know Mustafa.", "A camel drinks."]))
    pair = Pair(source=Text("ضحك", "ar"), target=Text(english, "en"), context=context)
    assert [english[flag.start : flag.end] for flag in names(pair)] == ["Mustafa"]


@pytest.mark.parametrize("english", ["", "It rained.", "The NATO office, on Monday."])
def test_a_text_without_names_is_not_flagged(english: str) -> None:
    assert flags("نزل المطر", english) == []


@pytest.mark.parametrize("english", ["Later the Zubrovka came.", "Then every Zubrovka came."])
def test_a_single_capital_after_a_determiner_is_hardly_a_name(english: str) -> None:
    assert flags("ثم جاء", english) == []
    assert flags("ثم جاء", english.replace("the ", "").replace("every ", ""))


def test_other_languages_are_left_alone() -> None:
    pair = Pair(source=Text("Puis Laurent partit.", "fr"), target=Text("Then he left.", "en"))
    assert not list(names(pair))


def test_our_own_texts_have_their_names_on_both_sides() -> None:
    beads = [bead for bead in gold() if bead[0] and bead[1]]
    context = Context(capitals=capitals(text for _, english in beads for text in english))
    flagged = [
        (arabic, english)
        for arabic, english in beads
        for _ in names(
            Pair(
                source=Text(" ".join(arabic), "ar"),
                target=Text(" ".join(english), "en"),
                context=context,
            )
        )
    ]
    assert len(flagged) <= 0.01 * len(beads), flagged
