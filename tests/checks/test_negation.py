"""Denials on one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.checks.negation import negation
from align.evidence.pair import Pair, Text
from tests.own import gold

if TYPE_CHECKING:
    from align.model import Flag


def flags(arabic: str, english: str) -> list[Flag]:
    return list(negation(Pair(source=Text(arabic, "ar-SA"), target=Text(english, "en"))))


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("لم يصل القطار", "The train did not arrive."),
        ("لا نبيع إلا التمر", "We sell only dates."),
        ("لم يتمكن من النوم", "He was unable to sleep."),
        ("السعر غير معروف", "The price is not known."),
        ("السعر غير معروف", "The price is unknown."),
        ("لا تنس المفتاح", "Don't forget the key."),
        ("لا يأكل التين ولا التمر", "He eats neither figs nor dates."),
        ("لا يأكل التين ولا التمر", "He does not eat figs or dates."),
        ("لا يزال المتجر مفتوحًا", "The shop is still open."),
        ("خرج دون معطفه", "He went out without his coat."),
        ("لا شك أن الخبز طازج", "The bread is surely fresh."),
        ("إذا فشل المحرك", "If the engine does not start"),
    ],
)
def test_denials_that_answer_one_another_are_in_order(arabic: str, english: str) -> None:
    assert flags(arabic, english) == []


@pytest.mark.parametrize(
    ("arabic", "english", "side", "word"),
    [
        ("لم يصل القطار إلى المحطة", "The train arrived at the station.", "source", "لم"),
        ("وصل القطار إلى المحطة", "The train didn't arrive at the station.", "target", "didn't"),
        ("يبيع الخباز بدون ربح", "The baker sells at a profit.", "source", "بدون"),
        ("من الممكن ألا يعود", "He may come back.", "source", "ألا"),
        ("السعر غير معروف ولن نسأل", "The price is unknown and we ask.", "source", "ولن"),
    ],
)
def test_a_denial_without_an_answer_is_flagged(
    arabic: str, english: str, side: str, word: str
) -> None:
    (flag,) = flags(arabic, english)
    text = arabic if side == "source" else english
    assert (flag.id, flag.severity, flag.side) == ("negation", "warning", side)
    assert text[flag.start : flag.end] == word
    other = "target" if side == "source" else "source"
    assert flag.message == f"“{word}” denies, and nothing in the {other} does"


def test_a_denial_too_few_is_flagged_though_others_are_there() -> None:
    assert flags("لا أعرف ولن أسأل", "I don't know and I will not ask.") == []
    found = flags("لا أعرف وسوف أسأل", "I don't know and I will not ask.")
    assert [flag.message for flag in found] == [
        "“don't” denies, and the source denies less often",
        "“not” denies, and the source denies less often",
    ]


def test_the_sides_may_be_either_way_round() -> None:
    pair = Pair(source=Text("He never sleeps.", "en"), target=Text("ينام كثيرًا.", "ar"))
    assert [flag.side for flag in negation(pair)] == ["source"]


def test_our_own_texts_deny_on_both_sides() -> None:
    beads = [bead for bead in gold() if bead[0] and bead[1]]
    flagged = [bead for bead in beads if flags(" ".join(bead[0]), " ".join(bead[1]))]
    assert len(flagged) <= 0.02 * len(beads), flagged


def test_other_languages_are_left_alone() -> None:
    assert not list(negation(Pair(source=Text("non", "fr"), target=Text("not so", "en"))))
