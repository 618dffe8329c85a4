"""Roman numerals."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["roman_value"]

_NUMERAL = re.compile("(?=.)(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman_value(numeral: str) -> Decimal | None:
    """Return the value of a numeral in small letters up to xcix, None if it is none.

    >>> roman_value("xiv"), roman_value("iix")
    (Decimal('14'), None)
    """
    if not _NUMERAL.fullmatch(numeral):
        return None
    values = [_VALUES[letter] for letter in numeral]
    signed = [-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)]
    return Decimal(sum(signed))
