"""The Hijri and the Gregorian calendar: the same years and days by either.

Days by the tabular Islamic calendar (Reingold & Dershowitz, "Calendrical Calculations"), which
is within two days of what is observed or published in any country.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from align.evidence.pair import Text
    from align.text.numerals import Quantity

__all__ = ["Day", "days", "gregorian_years", "same_day", "same_days", "years_of_other"]

_HIJRI = re.compile(r"\d\s?هـ?(?![\u0621-\u064a])|هجري|\bA\.?H\b|\b[Hh]i?[jg]ri")
_HIJRI_YEARS = range(1200, 1600)  # of a date in figures, without a sign of the calendar
_YEARS = range(1200, 2200)
_LAST_DAY = 31
_APART = 12  # characters between the parts of a date: ", in the year "
_TOLERANCE = 2  # days between what is observed and what is computed
_TO_JULIAN = 1_721_425  # from the ordinal of `datetime.date` to the Julian day number


class Day(NamedTuple):
    """A date of a text: its span, its calendar, and the Julian day numbers it may be."""

    start: int
    end: int
    hijri: bool
    numbers: tuple[int, ...]


def same_days(ours: Text, theirs: Text) -> list[Day]:
    """Return the dates of ours that the other side has by the other calendar."""
    other = list(days(theirs.quantities))
    return [day for day in days(ours.quantities) if any(same_day(day, one) for one in other)]


def years_of_other(ours: Text, theirs: Text) -> set[int]:
    """Return the years of ours that may be those of the other side by the other calendar.

    Only a side that says so counts its years from the Hijra.
    """
    found: set[int] = set()
    our_years, their_years = _years(ours), _years(theirs)
    if _HIJRI.search(theirs.text):
        found |= our_years & {one for year in their_years for one in gregorian_years(year)}
    if _HIJRI.search(ours.text):
        found |= {year for year in our_years if their_years.intersection(gregorian_years(year))}
    return found


def _years(text: Text) -> set[int]:
    """Return every number in figures that may be a year."""
    figures = (q.value for q in text.quantities if q.kind == "number" and not q.written)
    dates = (q.values[-1] for q in text.quantities if q.kind == "date")
    return {int(year) for year in (*figures, *dates) if year % 1 == 0}


def gregorian_years(hijri: int) -> tuple[int, int]:
    """Return the two years in which a Hijri year may lie.

    >>> gregorian_years(1445)
    (2023, 2024)
    """
    first = int(hijri * 0.970224 + 621.5774)  # mean lengths of the two years
    return first, first + 1


def same_day(one: Day, other: Day) -> bool:
    """Tell whether two dates of different calendars may be the same day."""
    near = range(-_TOLERANCE, _TOLERANCE + 1)
    apart = (a - b for a in one.numbers for b in other.numbers)
    return one.hijri != other.hijri and any(days in near for days in apart)


def days(quantities: Sequence[Quantity]) -> Iterator[Day]:
    """Yield the dates that name a day, a month and a year, in figures or with the month by name.

    >>> from align.text.numerals import quantities
    >>> arabic, english = quantities("١٥ رمضان ١٤٤٥"), quantities("25 March 2024")
    >>> same_day(next(days(arabic)), next(days(english)))
    True
    """
    for here, quantity in enumerate(quantities):
        if quantity.kind == "date":
            yield from _in_figures(quantity)
        elif quantity.kind in {"month", "hijri-month"}:
            yield from _by_name(quantities, here)


def _in_figures(quantity: Quantity) -> Iterator[Day]:
    one, other, year = (int(part) for part in quantity.values)
    hijri = year in _HIJRI_YEARS
    if year in _YEARS:
        numbers = (*_numbers(year, one, other, hijri), *_numbers(year, other, one, hijri))
        yield Day(quantity.start, quantity.end, hijri, numbers)


def _by_name(quantities: Sequence[Quantity], here: int) -> Iterator[Day]:
    month = quantities[here]
    hijri = month.kind == "hijri-month"
    for parts in (quantities[here - 1 : here + 2], quantities[here : here + 3]):
        numbers = [part.value for part in parts if part.kind in {"number", "ordinal"}]
        if len(parts) < 3 or len(numbers) < 2 or _is_loose(parts):  # noqa: PLR2004
            continue
        yield Day(parts[0].start, parts[-1].end, hijri, _day_of(numbers, month, hijri))


def _is_loose(parts: Sequence[Quantity]) -> bool:
    return any(after.start - before.end > _APART for before, after in pairwise(parts))


def _day_of(numbers: Sequence[Decimal], month: Quantity, hijri: bool) -> tuple[int, ...]:
    day, year = (int(number) for number in numbers)
    return _numbers(year, int(month.value), day, hijri) if year in _YEARS else ()


def _numbers(year: int, month: int, day: int, hijri: bool) -> tuple[int, ...]:
    if hijri:
        past = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2
        return (past + day + 1_948_055,) if day <= _LAST_DAY else ()
    try:
        return (date(year, month, day).toordinal() + _TO_JULIAN,)
    except ValueError:
        return ()
