"""Numbers and dates: those of one side should stand on the other, however they are written."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from align.text.numerals import Quantity, quantities
from align.text.numerals.quantity import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Keys",
    "NumberKeys",
    "is_certain",
    "keys",
    "left_over",
    "number_keys",
    "readings",
]

Keys = tuple[str, ...]
_MONTHS = 12
_CENTURY = 100  # years
_HALF_DAY = 12  # hours
_HOUR = 60  # minutes
# What is said beside the hour, or beside the next one.
_PAST = {15: "n:0.25", 20: "n:0.3333", 30: "n:0.5"}
_TO = {40: "n:0.3333", 45: "n:0.25"}
_PREFIXES = {"month": "m", "hijri-month": "h", "time": "t", "decade": "d"}


class NumberKeys(NamedTuple):
    """Keys of a text that are the same in every language: ``n:25``, ``m:3``, ``t:10:30``.

    ``certain`` come from figures and the names of months and decades; ``likely`` from numbers in
    words, among them words as common as one.
    """

    certain: Keys
    likely: Keys


def number_keys(text: str) -> NumberKeys:
    """Return the keys of the quantities of ``text``, in order.

    >>> number_keys("٢٥ آذار") == number_keys("March 25")._replace(certain=("n:25", "m:3"))
    True
    """
    certain: list[str] = []
    likely: list[str] = []
    for quantity in quantities(text):
        (certain if is_certain(quantity) else likely).extend(keys(quantity))
    return NumberKeys(tuple(certain), tuple(likely))


def left_over(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> list[Quantity]:
    """Return which of ours theirs have not by value; each of theirs answers to one of ours.

    >>> source, target = map(quantities, ("دفع ٢٥ دولارا في ٣ آذار", "In March he paid 25 dollars"))
    >>> [str(quantity.value) for quantity in left_over(source, target)]
    ['3']
    """
    wanted = list(ours)
    left: list[Quantity] = []
    if not wanted:  # as mostly, and counting takes time
        return left
    supply = Counter(key for quantity in theirs for key in keys(quantity))
    for quantity in wanted:
        found = next((r for r in readings(quantity) if _holds(supply, r)), None)
        if found is None:
            left.append(quantity)
        else:
            supply.subtract(found)
    return left


def _holds(supply: Counter[str], wanted: Keys) -> bool:
    return all(supply[key] >= count for key, count in Counter(wanted).items())


def is_certain(quantity: Quantity) -> bool:
    """Tell whether it is one whatever the words around it: not ``one`` or ``second``."""
    return not quantity.written or quantity.kind in _PREFIXES


def keys(quantity: Quantity) -> Iterator[str]:
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


def readings(quantity: Quantity) -> list[Keys]:
    """Return the sets of keys any of which answers to a quantity.

    >>> (half,) = quantities("50%")
    >>> readings(half)
    [('n:50',), ('n:0.5',)]
    """
    if quantity.kind == "date":
        return _date_readings(quantity)
    if quantity.kind == "time":
        return [*((key,) for key in _time_keys(quantity)), *_spoken_times(quantity)]
    found: list[Keys] = [(key,) for key in keys(quantity)]
    if quantity.kind == "number" and quantity.also is not None and quantity.also < quantity.value:
        found.pop()  # 1,000 is no 1; a decimal comma is read by the other side's keys
    if quantity.unit == "%":
        found.append((f"n:{plain(quantity.value / 100)}",))
    if quantity.kind == "decade":
        found.append((f"n:{quantity.value}",))
        if quantity.also is not None and quantity.also % _CENTURY == 0:  # the 19th: the 1800s
            found.append((f"n:{quantity.also / _CENTURY + 1}",))
    return found


def _date_readings(date: Quantity) -> list[Keys]:
    """Return a date as it may be on the other side: in figures, or with its month by name."""
    numbers = [f"n:{part}" for part in date.values]
    named: list[Keys] = [
        (*numbers[:i], f"m:{part}", *numbers[i + 1 :])
        for i, part in enumerate(date.values)
        if part <= _MONTHS
    ]
    return [*named, tuple(numbers)]


def _time_keys(time: Quantity) -> Iterator[str]:
    """Yield a time as such, by either half of the day, and as the numbers 23.45, or 10 of 10:00."""
    hour, minute, *seconds = time.values
    for counted in dict.fromkeys((hour, hour % _HALF_DAY or Decimal(_HALF_DAY))):
        yield "t:" + ":".join(str(part) for part in (counted, minute, *seconds))
        yield f"n:{plain(counted + minute / 100)}"


def _spoken_times(time: Quantity) -> Iterator[Keys]:
    """Yield a time as it is said: half past three, a quarter to four; or as 2:255 for verses."""
    hour, minute, *_ = time.values
    spoken = hour % _HALF_DAY or Decimal(_HALF_DAY)
    yield (f"n:{plain(spoken + minute / _HOUR)}",)
    if minute in _PAST:
        yield f"n:{spoken}", _PAST[int(minute)]
    if minute in _TO:
        yield f"n:{plain(spoken % _HALF_DAY + 1)}", _TO[int(minute)]
    yield f"n:{hour}", f"n:{minute}"
