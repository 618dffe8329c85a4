"""What is said of all units together, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.catalogue import FLAGS, flag
from align.model import TranslationUnit
from align.scoring import Scored
from align.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable


def scored(number: int, score: float, *flags: str) -> Scored:
    unit = TranslationUnit(
        id=f"u{number}",
        source="نعم",
        target="Yes",
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=score,
        flags=tuple(flag(name, f"says {place}") for place, name in enumerate(flags)),
    )
    return Scored(unit=unit, file="a.tmx")


def tally(units: Iterable[Scored], worst: int = 10) -> Tally:
    made = Tally(0.5, worst)
    for one in units:
        made.add(one)
    return made


def test_the_expected_precision_is_the_mean_score() -> None:
    assert (
        tally(scored(i, score) for i, score in enumerate((1.0, 0.5, 0.0))).expected_precision == 0.5
    )
    assert tally([]).expected_precision == 0.0


def test_a_unit_of_just_the_least_score_is_not_below_it() -> None:
    assert tally(scored(i, score) for i, score in enumerate((0.4999, 0.5, 0.5001))).below == 1


def test_every_score_falls_into_its_tenth_and_a_score_of_1_into_the_last() -> None:
    edges = [place / 10 for place in range(10)]
    assert tally(scored(i, edge) for i, edge in enumerate(edges)).tenths == [1] * 10
    inside = [edge + 0.0999 for edge in edges]
    assert tally(scored(i, score) for i, score in enumerate(inside)).tenths == [1] * 10
    assert tally([scored(1, 1.0)]).tenths == [0] * 9 + [1]


def test_only_the_lowest_units_are_kept_the_lowest_first_equals_in_order() -> None:
    units = [scored(i, score) for i, score in enumerate((0.9, 0.2, 0.5, 0.2, 0.1, 0.8))]
    assert [one.unit.id for one in tally(units, worst=4).worst()] == ["u4", "u1", "u3", "u2"]
    assert [one.unit.id for one in tally(units, worst=2).worst()] == ["u4", "u1"]
    assert tally(units, worst=0).worst() == []


def test_findings_are_counted_and_the_worst_come_first_then_the_commonest() -> None:
    units = [
        scored(1, 0.9, "double-space", "double-space", "number"),
        scored(2, 0.9, "double-space", "name"),
        scored(3, 0.9, "negation", "negation"),
        scored(4, 0.9),
    ]
    made = tally(units)
    assert made.kinds() == [
        ("number", "error", 1),
        ("negation", "warning", 2),
        ("name", "warning", 1),
        ("double-space", "info", 3),
    ]
    assert made.flagged == {"error": 1, "warning": 2}
    summary = made.as_json()
    assert summary["flagged"] == {"error": 1, "warning": 2, "info": 0}
    assert summary["findings"][0] == {
        "id": "number",
        "severity": "error",
        "count": 1,
        "says": FLAGS["number"].says,
    }
