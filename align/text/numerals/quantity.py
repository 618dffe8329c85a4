"""What is found: a quantity, its values, its unit and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["Kind", "Quantity", "plain"]

_DECIMALS = 4  # a third is 0.3333, in words, figures and signs alike

Kind = Literal["number", "ordinal", "date", "time", "month", "hijri-month", "decade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity of ``text[start:end]``; the span holds a joined conjunction or preposition too.

    ``values`` has one value but for a time (hour, minute, second) and a date in figures (its
    parts in rising order, since nothing in the text says whether day or month stands first).
    A decade is 10 … 90. ``also`` is the other reading of a figure such as ``1.234``, and the year
    a decade begins with; ``written`` is true of numbers
    in words and of names of months; ``unit`` is ``%``, a symbol (``kg``) or a currency (``USD``);
    ``named`` is true of the figure of a name, as in COVID-19.
    """

    kind: Kind
    values: tuple[Decimal, ...]
    start: int
    end: int
    written: bool = False
    unit: str = ""
    also: Decimal | None = None
    named: bool = False

    @property
    def value(self) -> Decimal:
        """The only value, or the first."""
        return self.values[0]


def plain(value: Decimal) -> Decimal:
    """Return ``value`` to four decimals, without zeros at its end and without an exponent.

    >>> plain(Decimal("2.50")), plain(Decimal("1E+3"))
    (Decimal('2.5'), Decimal('1000'))
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DECIMALS:
        value = round(value, _DECIMALS)
    return Decimal(f"{value.normalize():f}")
