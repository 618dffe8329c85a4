"""Numbers, dates and units that one side has and the other has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, other
from align.evidence.calendars import days
from align.evidence.measures import other_measures
from align.evidence.missing_numbers import unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair, Text
    from align.model import Flag, SideName
    from align.text.numerals import Quantity

__all__ = ["numbers"]

_DATED = frozenset({"date", "time", "month", "hijri-month", "decade"})
_MONTHS = frozenset({"month", "hijri-month"})
_NEAR = 6  # characters between a day or year and its month
_YEAR = re.compile(r"(?:\b(?:in|since|until|year|of|from|by)|عام|سنة|منذ|حتى|العام)\s{1,2}$", re.I)
_LONGEST_LEAD = 8  # characters
_YEARS = range(1000, 2200)
_NAMES = {
    "month": "January February March April May June July August September October November "
    "December",
    "hijri-month": "Muharram Safar Rabi-I Rabi-II Jumada-I Jumada-II Rajab Shaban Ramadan Shawwal "
    "Dhu-al-Qadah Dhu-al-Hijjah",
}


def numbers(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each number or date, and each unit of one, that the other side has not."""
    lost = pair.lost_numbers
    for name in SIDES:
        text = pair.side(name)
        wrong = lost[name] or _counterparts(pair, name, lost[other(name)])
        for quantity in wrong:
            kind = "date" if _is_date(text, quantity) else "number"
            says = f"{_shown(text, quantity)} is not in the {other(name)}"
            yield flag(kind, says, name, quantity.start, quantity.end)
    yield from _measures(pair)


def _counterparts(pair: Pair, name: SideName, theirs: list[Quantity]) -> list[Quantity]:
    """Return the numbers in words of a side that may be meant for those it lacks, one of each.

    By themselves they prove nothing, for ``one`` and ``second`` are said in many ways.
    """
    if not theirs:
        return []
    ours, opposite = pair.side(name), pair.side(other(name))
    candidates = [q for q in unsaid(ours, opposite) if q.value > 1]
    found = []
    for quantity in theirs[: len(candidates)]:
        place = quantity.start / len(opposite.text)
        nearest = min(candidates, key=lambda q: abs(q.start / len(ours.text) - place))
        if nearest not in found and quantity.kind not in _MONTHS:
            found.append(nearest)
    return sorted(found, key=lambda q: q.start)


def _is_date(text: Text, quantity: Quantity) -> bool:
    """Tell whether a number is a date or a part of one."""
    if quantity.kind in _DATED:
        return True
    if any(day.start <= quantity.start < day.end for day in days(text.quantities)):
        return True
    if quantity.unit or quantity.value % 1:
        return False
    months = (q for q in text.quantities if q.kind in _MONTHS)
    if any(max(q.start - quantity.end, quantity.start - q.end) <= _NEAR for q in months):
        return True
    lead = text.text[max(0, quantity.start - _LONGEST_LEAD) : quantity.start]
    return quantity.value in _YEARS and _YEAR.search(lead) is not None


def _shown(text: Text, quantity: Quantity) -> str:
    """Return a quantity as both sides can read it."""
    match quantity.kind:
        case "month" | "hijri-month" as kind:
            return _NAMES[kind].split()[int(quantity.value) - 1]
        case "number" | "ordinal":
            return f"{quantity.value:,}" if quantity.value not in _YEARS else f"{quantity.value}"
        case _:
            return text.text[quantity.start : quantity.end]


def _measures(pair: Pair) -> Iterator[Flag]:
    for name in SIDES:
        for quantity in other_measures(pair.side(name), pair.side(other(name))):
            shown = f"{_shown(pair.side(name), quantity)} {quantity.unit}"
            says = f"{shown} has another unit, or none, in the {other(name)}"
            yield flag("measure", says, name, quantity.start, quantity.end)
