"""Figures: what a run of digits and separators says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

__all__ = ["FIGURES", "Figure", "calendar_parts", "clock_parts", "figures"]

_SPACES = "\u00a0\u2009\u202f"
# Decimal point, comma (also the Arabic one, typed by mistake), Arabic decimal and thousands
# separators, apostrophes and narrow spaces.
_SEPARATORS = f".,\u060c\u066b\u066c'’{_SPACES}"
_ONLY_THOUSANDS = frozenset(f"\u066c'’{_SPACES}")
_COMMAS = ",\u060c"
LONGEST = 24  # digits; longer runs are identifiers, not numbers
_GROUP = 3  # digits between thousands separators
_YEAR, _SHORT_YEAR = 4, 2  # digits
_MONTHS, _DAYS, _HOURS, _LAST_MINUTE = 12, 31, 24, 59

FIGURES = (
    r"(?<![a-z_0-9])(?:"
    r"(?P<date>[0-9]{1,4}(?P<between>[-/.])[0-9]{1,2}(?P=between)[0-9]{1,4}"
    r"(?![0-9]|[-/.][0-9]))|"
    r"(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))|"
    r"(?P<ratio>[0-9]{1,2}/[0-9]{1,3}(?![0-9/]))|"
    rf"(?P<figure>[0-9]+(?:[{_SEPARATORS}][0-9]+)*))"
)
_RUN = re.compile("[0-9]+")
_SEPARATOR = re.compile(f"[{_SEPARATORS}]")


class Figure(NamedTuple):
    """A number in figures, its span within the run, and its other reading if it has one."""

    value: Decimal
    start: int
    end: int
    also: Decimal | None = None


def figures(run: str) -> list[Figure]:
    """Return the numbers of a run: one if its separators make sense as such, else each apart.

    >>> [str(f.value) for f in figures("1.234,5")], [str(f.value) for f in figures("1.2.3")]
    (['1234.5'], ['1', '2', '3'])
    """
    readings = _readings(run)
    if readings:
        also = readings[1] if len(readings) > 1 else None
        return [Figure(readings[0], 0, len(run), also)]
    return [
        Figure(Decimal(part.group()), *part.span())
        for part in _RUN.finditer(run)
        if len(part.group()) <= LONGEST
    ]


def _readings(run: str) -> list[Decimal]:
    """Return what a run may mean as one number, the likelier reading first."""
    parts, between = _RUN.findall(run), _SEPARATOR.findall(run)
    if sum(map(len, parts)) > LONGEST or len(parts) != len(between) + 1:
        return []
    if not between:
        return [Decimal(run)]
    whole, fraction = "".join(parts[:-1]), parts[-1]
    decimal = Decimal(f"{whole}.{fraction}")
    thousands = Decimal(whole + fraction)
    grouped = _is_grouped(parts)
    if len(between) == 1:
        return _one_separator(between[0], parts, [decimal, thousands] if grouped else [decimal])
    if len(set(between)) == 1:
        return [thousands] if grouped else []
    last_is_other = between[-1] not in between[:-1] and between[-1] not in _ONLY_THOUSANDS
    if last_is_other and len(set(between[:-1])) == 1 and _is_grouped(parts[:-1]):
        return [decimal]
    return []


def _one_separator(separator: str, parts: list[str], readings: list[Decimal]) -> list[Decimal]:
    """Choose between decimal and thousands, the order of ``readings``."""
    if separator == "\u066b":
        return readings[:1]
    if separator in _ONLY_THOUSANDS:
        return readings[1:]
    if separator in _COMMAS:
        is_list = max(map(len, parts)) > _GROUP  # 1999,2000
        return [] if is_list else readings[::-1]
    return readings


def _is_grouped(parts: list[str]) -> bool:
    """Tell whether digits are grouped by thousands: 1 to 3 of them, no zero first, then threes."""
    first, rest = parts[0], parts[1:]
    return len(first) <= _GROUP and first[0] != "0" and all(len(part) == _GROUP for part in rest)


def calendar_parts(run: str) -> tuple[Decimal, ...]:
    """Return day, month and year of a date in rising order, nothing if it cannot be a date.

    >>> calendar_parts("2024-03-05") == calendar_parts("5/3/2024")
    True
    """
    parts = _RUN.findall(run)
    if len(parts[0]) == _YEAR:
        parts.reverse()
    day, month, year = (int(part) for part in parts)
    short_year = len(parts[2]) == _SHORT_YEAR and "/" in run  # others may be versions
    if len(parts[2]) != _YEAR and not short_year:
        return ()
    low, high = sorted((day, month))
    if not (1 <= low <= _MONTHS and high <= _DAYS):
        return ()
    return tuple(sorted(map(Decimal, (day, month, year))))


def clock_parts(run: str) -> tuple[Decimal, ...]:
    """Return hour, minute and second of a time, nothing if it is none.

    >>> clock_parts("10:30"), clock_parts("10:75")
    ((Decimal('10'), Decimal('30')), ())
    """
    hour, *rest = (int(part) for part in _RUN.findall(run))
    if hour > _HOURS or max(rest) > _LAST_MINUTE:
        return ()
    return tuple(map(Decimal, (hour, *rest)))
