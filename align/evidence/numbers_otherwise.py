"""Numbers that the other side has otherwise: by grammar, in a name, scaled, in another calendar."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from align.evidence.calendars import same_days, years_of_other
from align.evidence.numbers import keys, readings
from align.text.numerals.implied import Implied, implied, wholes

if TYPE_CHECKING:
    from align.evidence.calendars import Day
    from align.evidence.pair import Text
    from align.text.numerals import Quantity

__all__ = ["Otherwise"]

_MONTHS = frozenset({"month", "hijri-month"})
_REPEATED = _MONTHS | {"decade"}
_NEAR = 4  # characters between a day and its month
# What is counted, behind its number: 2-5 hours, 2C, 3D.
_COUNTED = re.compile(r"(?:[-\u2013]\d{1,3})?(?:[\s\-]{1,2}[^\W\d_]{3}|[A-Z]\b)")
_SCALES = tuple(Decimal(10) ** zeros for zeros in (3, 6, 9, 12))
_LONG_RUN = re.compile(r"\d[\d\s().-]{5,25}\d")  # telephone numbers, grouped or not
_DIGITS = {zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_SHORTENED = range(1900, 2100)  # years of which two figures may be written
_HUNDRED = 100
_SHORT_YEAR = re.compile(r"(?:\d\d[-/\u2013]|['\u2019]|عام |سنة |حرب |نكسة |ثورة )(\d\d)(?!\d)")


class Otherwise:
    """How numbers of one side may be said on the other without standing there by their value."""

    def __init__(self, ours: Text, theirs: Text) -> None:
        """Compare ``ours``, whose numbers were not found, with ``theirs``."""
        self._ours = ours
        self._theirs = theirs

    def holds(self, quantity: Quantity) -> bool:
        """Tell whether the other side says a quantity of ours in any such way."""
        return (
            self._is_repeated(quantity)
            or self._is_in_a_name(quantity)
            or self._is_implied(quantity)
            or self._is_scaled_otherwise(quantity)
            or self._is_part_of_a_whole(quantity)
            or self._is_short_year(quantity)
            or quantity.value in self._years
            or any(day.start <= quantity.start < day.end for day in self._days)
        )

    def _is_repeated(self, quantity: Quantity) -> bool:
        """Tell whether it is there, though not as often: months and names are said again."""
        if not (quantity.named or quantity.kind in _REPEATED):
            return False
        return any(set(reading) <= self._their_keys for reading in readings(quantity))

    def _is_in_a_name(self, quantity: Quantity) -> bool:
        """Tell whether it stands in a name there, which is written with a space here: Apollo 11."""
        if quantity.named or quantity.kind != "number":
            return False
        return self._names(self._theirs, quantity) > self._names(self._ours, quantity)

    @staticmethod
    def _names(text: Text, quantity: Quantity) -> int:
        return sum(q.named and q.value == quantity.value for q in text.quantities)

    def _is_implied(self, quantity: Quantity) -> bool:
        if quantity.kind == "month":
            return quantity.value in self._implied.months
        if quantity.kind == "decade":
            return quantity.also in self._implied.values
        if self._is_month_in_figures(quantity):
            return f"m:{quantity.value}" in self._their_keys
        exact = self._is_exact(quantity) and not quantity.named
        known = self._implied.names if exact else self._implied.values
        return quantity.value in known

    def _is_exact(self, quantity: Quantity) -> bool:
        """Tell whether a dual or article cannot say it: a share, Figure 1, a day of May."""
        if quantity.unit:
            return quantity.unit == "%"
        behind = (q.start - quantity.end for q in self._ours.quantities if q.kind in _MONTHS)
        if any(0 <= gap <= _NEAR for gap in behind):
            return True
        return _COUNTED.match(self._ours.text, quantity.end) is None

    def _is_scaled_otherwise(self, quantity: Quantity) -> bool:
        """Tell whether one side says the million of both ends of a range once: 10 to 20 million."""
        if quantity.kind != "number" or quantity.unit == "%":
            return False
        theirs, ours = _figures(self._theirs), _figures(self._ours)
        return any(
            (quantity.value * scale in theirs and _has_multiple(ours, scale))
            or (quantity.value / scale in theirs and _has_multiple(theirs, scale))
            for scale in _SCALES
        )

    def _is_part_of_a_whole(self, quantity: Quantity) -> bool:
        """Tell whether it is in 10k, 150 000 or a telephone number, grouped otherwise there."""
        for place, values in self._our_wholes:
            if quantity.start in place and self._their_values.intersection(values):
                return True
        return any(
            quantity.start in place and any(ours in run or run in ours for run in self._their_runs)
            for place, ours in self._our_runs
        )

    def _is_short_year(self, quantity: Quantity) -> bool:
        """Tell whether one side writes two figures of the year: 2019-20, the war of 67."""
        if quantity.kind != "number" or quantity.unit or quantity.named:
            return False
        if quantity.value in _SHORTENED:
            return quantity.value % _HUNDRED in _short_years(self._theirs)
        years = {value % _HUNDRED for value in self._their_values if value in _SHORTENED}
        return quantity.value in years and quantity.value in _short_years(self._ours)

    def _is_month_in_figures(self, quantity: Quantity) -> bool:
        """Tell whether it may be the month of 9/11 or شهر 9."""
        text = self._ours.text
        return text[quantity.end : quantity.end + 1] == "/" or text[: quantity.start].endswith(
            "شهر "
        )

    @cached_property
    def _years(self) -> set[int]:
        return years_of_other(self._ours, self._theirs)

    @cached_property
    def _days(self) -> list[Day]:
        return same_days(self._ours, self._theirs)

    @cached_property
    def _their_keys(self) -> set[str]:
        return {key for quantity in self._theirs.quantities for key in keys(quantity)}

    @cached_property
    def _their_values(self) -> set[Decimal]:
        return {quantity.value for quantity in self._theirs.quantities}

    @cached_property
    def _our_wholes(self) -> list[tuple[range, tuple[Decimal, ...]]]:
        return list(wholes(self._ours.text.translate(_DIGITS).lower()))

    @cached_property
    def _implied(self) -> Implied:
        return implied(self._theirs.text)

    @cached_property
    def _our_runs(self) -> list[tuple[range, str]]:
        return _long_runs(self._ours)

    @cached_property
    def _their_runs(self) -> list[str]:
        return [run for _, run in _long_runs(self._theirs)]


def _long_runs(text: Text) -> list[tuple[range, str]]:
    """Return the places and digits of what may be telephone numbers, however grouped."""
    found = _LONG_RUN.finditer(text.text.translate(_DIGITS))
    return [(range(*run.span()), "".join(filter(str.isdigit, run.group()))) for run in found]


def _short_years(text: Text) -> set[int]:
    return {int(year) for year in _SHORT_YEAR.findall(text.text)}


def _figures(text: Text) -> set[Decimal]:
    return {q.value for q in text.quantities if q.kind == "number" and not q.written}


def _has_multiple(values: set[Decimal], scale: Decimal) -> bool:
    return any(value >= scale and value % scale == 0 for value in values)
