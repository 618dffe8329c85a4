"""Units and currencies: a number should be of the same thing on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.text.numerals.lexicon import units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.evidence.pair import Text
    from align.text.numerals import Quantity

__all__ = ["other_measures"]

# The name of a currency, and the currencies of that name.
_SAME = {
    "pound": {"GBP", "EGP"}, "riyal": {"SAR"}, "dirham": {"AED"}, "GBP": {"pound"},
    "EGP": {"pound"}, "SAR": {"riyal"}, "AED": {"dirham"},
}  # fmt: skip
_DEGREES = re.compile("درج[ةه]|درجات|degree|°")
_LETTERS = frozenset("mgtl")  # a million, a generation, a list mark: hardly ever units


def other_measures(ours: Text, theirs: Text) -> list[Quantity]:
    """Return the measures of one side whose value the other has, but nowhere with the unit.

    >>> from align.evidence.pair import Text
    >>> source, target = Text("٢٥ كغ أو ٣٠ كغ", "ar"), Text("25 km or 30 kg", "en")
    >>> [quantity.unit for quantity in other_measures(target, source)]
    ['km']
    """
    measures = [q for q in ours.quantities if q.unit and not _is_letter(ours, q)]
    if not measures:
        return []
    values = {value for q in theirs.quantities for value in (q.value, q.also)}
    known = units(theirs.text)
    if _DEGREES.search(theirs.text):
        known |= {"°C", "°F"}
    return [q for q in measures if q.value in values and not _any_of(q.unit, known)]


def _is_letter(text: Text, quantity: Quantity) -> bool:
    written = text.text[quantity.start : quantity.end]
    return quantity.unit in _LETTERS and written[-1].lower() == quantity.unit


def _any_of(unit: str, known: Iterable[str]) -> bool:
    return not {unit, *_SAME.get(unit, ())}.isdisjoint(known)
