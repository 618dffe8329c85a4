"""Which numbers and dates of a side the other side does not have, by value and as often."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from align.evidence.numbers import is_certain, left_over
from align.evidence.numbers_otherwise import Otherwise
from align.evidence.unneeded_numbers import counted, is_unneeded

if TYPE_CHECKING:
    from align.evidence.pair import Text
    from align.text.numerals import Quantity

__all__ = ["missing", "unsaid"]

_MOST = 100  # numbers that are looked into; a side that lacks more is no translation
# Numbers in words that are hardly ever said otherwise; round ones are figures of speech.
_LEAST = 11
_ROUND = frozenset(map(Decimal, (12, 24, 100, 1000, 10**6)))


def missing(ours: Text, theirs: Text) -> list[Quantity]:
    """Return the figures, dates, months and large numbers in words that the other side has not.

    >>> from align.evidence.pair import Text
    >>> source, target = Text("دفع ٢٥ دولارا في ٣ آذار", "ar"), Text("In March he paid $25", "en")
    >>> [str(quantity.value) for quantity in missing(source, target)]
    ['3']
    """
    wanted, there = [q for q in counted(ours) if _is_wanted(q)], counted(theirs)
    left = left_over((q for q in wanted if not q.named), (q for q in there if not q.named))
    left += left_over((q for q in wanted if q.named), there)
    if not left:
        return []
    otherwise = Otherwise(ours, theirs)
    return [
        quantity
        for quantity in sorted(left, key=lambda q: q.start)[:_MOST]
        if not (otherwise.holds(quantity) or is_unneeded(quantity, ours, theirs))
    ]


def unsaid(ours: Text, theirs: Text) -> list[Quantity]:
    """Return the smaller numbers in words that the other side has not, which proves nothing."""
    return left_over((q for q in counted(ours) if not _is_wanted(q)), counted(theirs))


def _is_wanted(quantity: Quantity) -> bool:
    if is_certain(quantity) or quantity.unit == "%":
        return True
    value = quantity.value
    return value >= _LEAST and value % 1 == 0 and value not in _ROUND
