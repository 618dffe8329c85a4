"""Units and currencies of numbers that both sides have."""

from __future__ import annotations

import pytest

from align.evidence.measures import other_measures
from align.evidence.pair import Text


def units(ours: str, theirs: str) -> list[str]:
    return [one.unit for one in other_measures(Text(ours, "en"), Text(theirs, "ar"))]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("5 km", "5 كغ", ["km"]),
        ("5 km", "5", ["km"]),
        ("$5", "5 يورو", ["USD"]),
        ("5 km", "6 كغ", []),  # the number is missing already
        ("5 km or 6 km", "5 أو 6 كيلومترات", []),
        ("5 kilograms", "خمسة بالكيلوغرام", []),
        ("£5", "5 جنيهات", []),
        ("5 GBP", "5 جنيه", []),
        ("5G and a 10m profit", "الجيل 5 وربح 10", []),
        ("37 °C", "الحرارة 37 درجة", []),
        ("UEFA Euro 2020", "يورو 2020", []),
        ("2 metres (6 feet)", "متران (6 أقدام)", []),
    ],
)
def test_a_unit_must_be_named_somewhere_on_the_other_side(
    ours: str, theirs: str, expected: list[str]
) -> None:
    assert units(ours, theirs) == expected
