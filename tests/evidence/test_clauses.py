"""Clauses looked for on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from align.encoders.use import encoder
from align.evidence.clauses import clauses_found
from align.evidence.reading import read
from align.text.clauses import clauses

if TYPE_CHECKING:
    from align.evidence.coverage import Found

ARABIC = [
    "خرج الصياد إلى البحر قبل الفجر، لأن الريح كانت هادئة في تلك الساعة.",
    "ارتفعت أسعار القمح في السوق هذا الشهر بسبب قلة الأمطار.",
    "تعلمت الطفلة العزف على العود من جدتها.",
]
ENGLISH = [
    "The fisherman went out to sea before dawn, because the wind was calm at that hour.",
    "Wheat prices rose on the market this month because there was little rain.",
    "The girl learned to play the oud from her grandmother.",
]


def seen(source: list[str], target: list[str]) -> tuple[Found, Found]:
    sides = [(read(encoder(), texts), slice(0, len(texts))) for texts in (source, target)]
    return clauses_found(encoder(), sides[0], sides[1])


def test_every_clause_has_a_likeness_with_every_segment_of_the_other_side() -> None:
    for side, own, other in zip(
        seen(ARABIC, ENGLISH[:2]), (ARABIC, ENGLISH[:2]), (2, 3), strict=True
    ):
        assert np.diff(side.starts).tolist() == [len(clauses(text)) for text in own]
        assert side.best.shape == (side.starts[-1], other)
        assert side.weights.tolist() == [1.0] * int(side.starts[-1])


def test_a_clause_is_found_best_in_its_translation() -> None:
    for side in seen(ARABIC, ENGLISH):
        segments = np.repeat(np.arange(len(ARABIC)), np.diff(side.starts))
        assert side.best.argmax(axis=1).tolist() == segments.tolist()


def test_likeness_is_told_from_the_mean_over_all_segments() -> None:
    found, _ = seen(ARABIC, ENGLISH * 20)
    assert found.best.mean(axis=1) == pytest.approx(np.zeros(len(found.best)), abs=0.05)
    assert found.best.max(axis=1).min() > 0.2


def test_half_a_sentence_is_found_in_the_sentence_that_holds_it() -> None:
    halves = ENGLISH[0].split(", ")
    found, _ = seen(halves, [ARABIC[1], ARABIC[0], ARABIC[2]])
    assert found.best.argmax(axis=1).tolist() == [1, 1]


def test_a_part_of_both_sides_is_looked_at_as_if_it_were_all() -> None:
    whole = read(encoder(), [*ENGLISH, *ARABIC]), read(encoder(), ARABIC)
    part = clauses_found(encoder(), (whole[0], slice(3, 5)), (whole[1], slice(1, 3)))
    alone = seen(ARABIC[:2], ARABIC[1:])
    for one, other in zip(part, alone, strict=True):
        assert one.starts.tolist() == other.starts.tolist()
        assert one.best == pytest.approx(other.best, abs=1e-4)


@pytest.mark.parametrize("source", [[""], ["", "…"], [ENGLISH[0], "\u064e\u064f"]])
def test_a_segment_that_is_empty_has_one_clause(source: list[str]) -> None:
    for side in seen(source, ARABIC):
        assert np.isfinite(side.best).all()
        assert (np.diff(side.starts) >= 1).all()
