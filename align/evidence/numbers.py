"""Numbers and dates: those of one side should stand on the other, however they are written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from align.text.numerals import Quantity, quantities
from align.text.numerals.quantity import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["NumberKeys", "number_keys", "unmatched"]

_MONTHS = 12
_PREFIXES = {"month": "m", "hijri-month": "h", "time": "t", "decade": "d"}


class NumberKeys(NamedTuple):
    """Keys of a text that are the same in every language: ``n:25``, ``m:3``, ``t:10:30``.

    ``certain`` come from figures and the names of months and decades; ``likely`` from numbers in
    words, among them words as common as one.
    """

    certain: tuple[str, ...]
    likely: tuple[str, ...]


def number_keys(text: str) -> NumberKeys:
    """Return the keys of the quantities of ``text``, in order.

    >>> number_keys("٢٥ آذار") == number_keys("March 25")._replace(certain=("n:25", "m:3"))
    True
    """
    certain: list[str] = []
    likely: list[str] = []
    for quantity in quantities(text):
        sure = not quantity.written or quantity.kind in _PREFIXES
        (certain if sure else likely).extend(_keys(quantity))
    return NumberKeys(tuple(certain), tuple(likely))


def unmatched(source: str, target: str) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Return the quantities of each side that the other has not, by value and as often.

    >>> lost, _ = unmatched("دفع ٢٥ دولارا في ٣ آذار", "In March he paid 25 dollars")
    >>> [str(quantity.value) for quantity in lost]
    ['3']
    """
    ours, theirs = quantities(source), quantities(target)
    return _left_over(ours, theirs), _left_over(theirs, ours)


def _left_over(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return which of ours are not found; a key of theirs answers to one of ours only."""
    supply = Counter(key for quantity in theirs for key in _keys(quantity))
    left = []
    for quantity in ours:
        alternatives = _readings(quantity)
        found = next((keys for keys in alternatives if _holds(supply, keys)), None)
        if found is None:
            left.append(quantity)
        else:
            supply.subtract(found)
    return tuple(left)


def _holds(supply: Counter[str], keys: tuple[str, ...]) -> bool:
    return all(supply[key] >= count for key, count in Counter(keys).items())


def _readings(quantity: Quantity) -> list[tuple[str, ...]]:
    """Return the sets of keys any of which answers to a quantity."""
    if quantity.kind == "date":
        return _date_readings(quantity)
    return [(key,) for key in _keys(quantity)]


def _date_readings(date: Quantity) -> list[tuple[str, ...]]:
    """Return a date as it may be on the other side: in figures, or with its month by name."""
    numbers = [f"n:{part}" for part in date.values]
    named = [
        (*numbers[:i], f"m:{part}", *numbers[i + 1 :])
        for i, part in enumerate(date.values)
        if part <= _MONTHS
    ]
    return [*named, tuple(numbers)]


def _keys(quantity: Quantity) -> Iterator[str]:
    """Yield every key of a quantity; in figures either small part of a date may be its month."""
    if quantity.kind == "time":
        yield from _time_keys(quantity)
        return
    prefix = _PREFIXES.get(quantity.kind, "n")
    for part in quantity.values:
        yield f"{prefix}:{part}"
        if quantity.kind == "date" and part <= _MONTHS:
            yield f"m:{part}"
    if quantity.also is not None:
        yield f"n:{quantity.also}"


def _time_keys(time: Quantity) -> Iterator[str]:
    """Yield a time as such and as the number it may be written as: 23.45, or 10 for 10:00."""
    hour, minute = time.values[:2]
    yield "t:" + ":".join(str(part) for part in time.values)
    yield f"n:{plain(hour + minute / 100)}"
