"""What is usual in a text."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.aligners.field import Area, measured
from align.aligners.inventory import ONE_TO_ONE
from align.aligners.levels import (
    GREATEST,
    LEAST,
    LEAST_STEP,
    MOST_FREE,
    UNSEEN,
    UNSEEN_BEADS,
    USUAL,
    USUAL_MATCH,
    USUAL_SIZE,
    USUAL_VARIANCE,
    Background,
    Levels,
    levels,
    with_lengths,
)
from align.aligners.measures import MEASURES
from align.evidence.reading import read
from tests import own
from tests.aligners.made import MadeUpEncoder, story

Array = np.ndarray[Any, np.dtype[Any]]
CHANCE = {"cosine": 0.1, "clauses": 0.0, "words": 0.2}


def table(*beads: dict[str, float]) -> Array:
    return np.array([[bead.get(name, 0.0) for name in MEASURES] for bead in beads], np.float32)


def match(source: float, target: float, **others: float) -> dict[str, float]:
    sizes = {"source_length": source, "target_length": target}
    return sizes | {"source_tokens": source / 5, "target_tokens": target / 5} | others


def test_the_background_is_the_mean_over_all_fields_and_what_is_usual() -> None:
    sides = [read(MadeUpEncoder(), side) for side in own.sides(story(40))]
    fields = [
        measured(MadeUpEncoder(), (sides[0], sides[1]), area)
        for area in (Area(0, 15, 0, 15), Area(15, 40, 15, 38))
    ]
    background = Background()
    for field in fields:
        background.add(field)
    cosines = np.concatenate([field.cosines[ONE_TO_ONE].ravel() for field in fields])
    words = [found for field in fields for found in field.words]
    said = sum(float(found.weights @ found.best.sum(axis=1)) for found in words)
    weight = sum(float(found.weights.sum()) * found.best.shape[1] for found in words)
    means = background.means()
    usual = {name: chance * UNSEEN for name, chance in USUAL.items()}
    cosine = (float(cosines.sum()) + usual["cosine"]) / (cosines.size + UNSEEN)
    assert means["cosine"] == pytest.approx(cosine, rel=1e-4)
    assert means["words"] == pytest.approx((said + usual["words"]) / (weight + UNSEEN), rel=1e-4)
    assert means["clauses"] == 0


def test_where_nothing_is_seen_chance_is_as_usual() -> None:
    assert Background().means() == pytest.approx({"clauses": 0.0} | USUAL)


def test_chance_is_always_below_the_match() -> None:
    alike = table(*[match(50, 50, cosine=0.9, words=2, words_inside=1.8)] * 3)
    found = levels(alike, np.ones(3), {"cosine": 0.95, "clauses": 0.0, "words": 0.9})
    assert found.chance["cosine"] < found.match["cosine"]
    assert found.chance["words"] < found.match["words"]


def seen(name: str, beads: float, mean: float) -> float:
    """Return what a text shows of a level, with what so many more beads would show."""
    return (beads * mean + UNSEEN_BEADS * USUAL_MATCH[name]) / (beads + UNSEEN_BEADS)


def test_a_match_is_the_mean_of_beads_weighed_by_how_likely_they_are() -> None:
    said = {"clauses": 1.0, "clauses_inside": 0.5, "words": 1.0, "words_inside": 0.5}
    beads = table(
        match(50, 50, cosine=0.8, **said), match(40, 60, cosine=0.4, **said), {"source_length": 30}
    )
    found = levels(beads, np.array([0.75, 0.25, 1.0]), CHANCE)
    assert found.match["cosine"] == pytest.approx(seen("cosine", 1.0, 0.7))
    assert found.step("cosine") == pytest.approx(found.match["cosine"] - CHANCE["cosine"])
    assert found.chance == CHANCE


def test_items_count_by_their_weight() -> None:
    beads = table(
        match(9, 9, clauses=1, clauses_inside=0.8), match(9, 9, clauses=3, clauses_inside=1.2)
    )
    assert levels(beads, np.ones(2), CHANCE).match["clauses"] == pytest.approx(
        seen("clauses", 2.0, 0.5)
    )


def test_the_ratio_of_lengths_is_that_of_the_sums_of_matches() -> None:
    beads = table(match(50, 100), match(50, 50), {"target_length": 900})
    found = levels(beads, np.array([0.5, 0.5, 1.0]), CHANCE)
    unseen = UNSEEN_BEADS * USUAL_SIZE
    assert found.sizes["length"][0] == pytest.approx((75 + unseen) / (50 + unseen))
    assert 1.0 < found.sizes["tokens"][0] < 1.5
    other = with_lengths(found, beads, np.array([1.0, 0.0, 1.0]))
    assert other.sizes["length"][0] == pytest.approx((100 + unseen) / (50 + unseen))
    assert other.match == found.match


def test_the_variance_is_that_of_gale_and_church_within_bounds() -> None:
    even = table(*[match(50, 50)] * 400)
    uneven = table(*[match(10, 300), match(300, 10)] * 20)
    assert levels(even, np.ones(400), CHANCE).sizes["length"] == (1.0, LEAST["length"])
    assert levels(uneven, np.ones(40), CHANCE).sizes["length"][1] == GREATEST["length"]
    beads = table(match(60, 30), match(30, 60))
    total = 2 * 30.0**2 / 45 + UNSEEN_BEADS * USUAL_VARIANCE["length"]
    assert levels(beads, np.ones(2), CHANCE).sizes["length"] == pytest.approx(
        (1.0, total / (2 + UNSEEN_BEADS))
    )


def test_without_matches_levels_are_finite() -> None:
    found = levels(table({"source_length": 30}), np.ones(1), CHANCE)
    assert found.match == pytest.approx(USUAL_MATCH)
    assert found.sizes["length"] == (1.0, USUAL_VARIANCE["length"])


def test_what_is_no_better_than_chance_is_still_a_match() -> None:
    beads = table(*[match(50, 50, cosine=0.9, clauses=1.0, words=1.0)] * 1000)
    found = levels(beads, np.ones(1000), {"cosine": 0.9, "clauses": 0.0, "words": 0.15})
    assert found.step("cosine") == pytest.approx(LEAST_STEP)
    assert found.chance["cosine"] < 0.9


@pytest.mark.parametrize(
    ("clauses", "freedom"), [(0.6, 0.0), (0.45, 0.0), (0.35, 0.5), (0.25, 1.0), (-1.0, MOST_FREE)]
)
def test_a_translation_that_says_its_clauses_badly_is_free(clauses: float, freedom: float) -> None:
    found = Levels(chance=CHANCE, match={"clauses": clauses}, sizes={})
    assert found.freedom == pytest.approx(freedom)
