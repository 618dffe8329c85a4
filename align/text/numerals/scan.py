"""From the marks in a text to its quantities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.text.numerals.folding import Folded, fold
from align.text.numerals.lexicon import marks
from align.text.numerals.quantity import Quantity, plain
from align.text.numerals.roman import roman_value
from align.text.numerals.sums import Sum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from align.text.numerals.quantity import Kind
    from align.text.numerals.terms import Mark

__all__ = ["quantities"]

_GAP = re.compile(r"[\s\-\u2010\u2011+]{0,3}")  # between the words of one number
_UNIT_GAP = re.compile(r"[\s\-\u00a0()]{0,3}")
_ROMAN = re.compile(r"\s{1,3}([ivxlc]{1,7})(?![a-z0-9.-])")
_NUMERIC = frozenset(
    {
        *("unit", "bound", "ten", "teen", "tens", "hundred", "hundreds"),
        *("scale", "plural", "scales", "beyond", "fraction", "figure"),
    }
)
_BEFORE_MONTH = re.compile(r"(?:\b(?:in|of|since|until|till|by|last|next|from|during)|شهر)\s{1,3}$")
_LONGEST_BEFORE = 12  # characters a word before a month may take, with its space
# A word joined to a figure is a name with it, but not these: mid-1990s, ال50.
_NAME = re.compile(
    r"(?:(?P<word>[^\W\d_]+)[-\u2010\u2011]|(?P<spaced>covid|كوفيد)\s|"
    r"(?P<glued>[\u0621-\u064a]{3,}))$"
)
_NO_NAMES = frozenset(
    {
        *("mid", "early", "late", "pre", "post", "non", "sub", "under", "over", "us", "to"),
        *("ال", "بال", "وال", "فال", "كال", "لل", "ولل", "و", "ب", "ل", "ف", "من", "الي", "عام"),
    }
)
_LONGEST_NAME = 24  # characters
_CENTURY = 100


class _Found(NamedTuple):
    """A number that ends before mark ``stop``."""

    sum: Sum
    stop: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers, dates, times and months of a text, in order.

    >>> [(str(q.value), q.start, q.end) for q in quantities("خمسة وعشرون رجلا، 2.5 million")]
    [('25', 0, 11), ('2500000', 18, 29)]
    """
    folded = fold(text)
    return tuple(_Finder(folded, list(marks(folded.text))).found())


class _Finder:
    def __init__(self, folded: Folded, found: list[Mark]) -> None:
        self._folded = folded
        self._marks = found

    def found(self) -> Iterator[Quantity]:
        here = 0
        while here < len(self._marks):
            quantity, here = self._at(here)
            if quantity is not None:
                yield quantity

    def _at(self, here: int) -> tuple[Quantity | None, int]:
        """Return the quantity that begins at a mark, if one does, and the mark to go on from."""
        mark = self._marks[here]
        found: Quantity | None = None
        match mark.term.role:
            case "figure" if self._is_named(mark):
                return self._name(mark), here + 1
            case "figure" if self._has_glued(here + 1, "decade-suffix"):
                return self._decade(mark.term.value, here, here + 1), here + 2
            case role if role in _NUMERIC:
                return self._number_at(here)
            case "month" | "hijri-month" as kind:
                found = self._month(here, kind)
            case "date" | "time" as kind:
                found = self._parts(mark, kind)
            case "decade":
                found = self._decade(mark.term.value, here, here)
            case "heading":
                found = self._roman(mark)
        return found, here + 1

    def _is_named(self, mark: Mark) -> bool:
        before = _NAME.search(self._folded.text, max(0, mark.start - _LONGEST_NAME), mark.start)
        return before is not None and before[before.lastgroup or 0] not in _NO_NAMES

    def _name(self, mark: Mark) -> Quantity:
        """Return the figure of a name, which counts nothing: SARS-CoV-2 million."""
        start, end = self._folded.original(mark.start, mark.end)
        value = plain(mark.term.value)
        return Quantity(kind="number", values=(value,), start=start, end=end, named=True)

    def _number_at(self, here: int) -> tuple[Quantity | None, int]:
        number = self._number(here)
        if not number.sum.is_whole:
            return None, here + 1
        return self._with_unit(here, number)

    def _parts(self, mark: Mark, kind: Kind) -> Quantity:
        start, end = self._folded.original(mark.start, mark.end)
        return Quantity(kind=kind, values=mark.term.values, start=start, end=end)

    def _number(self, first: int) -> _Found:
        number, here, joined = Sum(), first, False
        stop = first
        while here < len(self._marks) and (here == first or self._touch(here)):
            term = self._marks[here].term
            joined = joined or (term.joined and here > first)
            if term.role == "and" and number.is_whole and not joined:
                joined = True
            elif number.skips(term, joined=joined):
                pass
            elif joined and self._is_another(number, here):
                break
            elif term.role in _NUMERIC and number.take(term, joined=joined):
                joined, stop = False, here + 1
            else:
                break
            here += 1
        return _Found(number, stop)

    def _touch(self, here: int, gap: re.Pattern[str] = _GAP) -> bool:
        """Tell whether nothing but a gap lies between a mark and the one before it."""
        before, after = self._marks[here - 1].end, self._marks[here].start
        return gap.fullmatch(self._folded.text, before, after) is not None

    def _is_another(self, number: Sum, here: int) -> bool:
        """Tell whether a mark begins a number of its own: 20 in 10 million and 20 million."""
        if self._marks[here].term.role == "fraction" or here + 1 == len(self._marks):
            return False  # a million and half a million are one number
        return self._touch(here + 1) and number.parts_before(self._marks[here + 1].term)

    def _with_unit(self, first: int, number: _Found) -> tuple[Quantity, int]:
        """Return the number with the currency before it or the unit behind it."""
        stop, unit = number.stop, ""
        start, end = self._marks[first].start, self._marks[stop - 1].end
        ordinal = number.sum.ordinal
        if self._has_glued(stop, "suffix"):
            ordinal, end, stop = True, self._marks[stop].end, stop + 1
        elif self._has(stop, "measure") and self._touch(stop, _UNIT_GAP):
            unit, end = self._marks[stop].term.unit, self._marks[stop].end
            stop += 1
        elif first and self._has_currency(first - 1) and self._touch(first, _UNIT_GAP):
            unit = self._marks[first - 1].term.unit
        start, end = self._folded.original(start, end)
        figure = number.sum.figures
        quantity = Quantity(
            kind="ordinal" if ordinal else "number",
            values=(plain(number.sum.value),),
            start=start,
            end=end,
            written=figure is None,
            unit=unit,
            also=figure.also if figure and figure.value == number.sum.value else None,
        )
        return quantity, stop

    def _has(self, here: int, role: str) -> bool:
        return here < len(self._marks) and self._marks[here].term.role == role

    def _has_glued(self, here: int, role: str) -> bool:
        return self._has(here, role) and self._marks[here].start == self._marks[here - 1].end

    def _has_currency(self, here: int) -> bool:
        """Tell whether a mark is a sign or code that may stand before its number: $5, EUR 5."""
        mark = self._marks[here]
        written = self._folded.text[mark.start : mark.end]
        return self._has(here, "measure") and (
            not written.isalpha() or written.upper() == mark.term.unit
        )

    def _decade(self, value: Decimal, first: int, last: int) -> Quantity:
        """Return 50 for fifties, 50s and 1950s, the last with its year."""
        start, end = self._folded.original(self._marks[first].start, self._marks[last].end)
        return Quantity(
            kind="decade",
            values=(plain(value % _CENTURY),),
            start=start,
            end=end,
            written=first == last,
            also=plain(value) if value >= _CENTURY else None,
        )

    def _month(self, here: int, kind: Kind) -> Quantity | None:
        mark = self._marks[here]
        if mark.term.doubtful and not self._is_month(here):
            return None
        start, end = self._folded.original(mark.start, mark.end)
        return Quantity(kind=kind, values=(mark.term.value,), start=start, end=end, written=True)

    def _is_month(self, here: int) -> bool:
        """Tell whether a word that may mean more stands beside a figure or behind ``in``, شهر."""
        mark = self._marks[here]
        if not mark.term.arabic and not self._folded.is_capital(mark.start):
            return False
        behind = self._has(here + 1, "figure") and self._near(here + 1)
        before = here > 0 and self._marks[here - 1].term.role in {"figure", "suffix"}
        if behind or (before and self._near(here)):
            return True
        lead = self._folded.text[max(0, mark.start - _LONGEST_BEFORE) : mark.start]
        return _BEFORE_MONTH.search(lead) is not None

    def _near(self, here: int) -> bool:
        gap = self._folded.text[self._marks[here - 1].end : self._marks[here].start]
        return gap.strip(" ,.\u060c\u00a0-") in {"", "من", "of"}

    def _roman(self, heading: Mark) -> Quantity | None:
        match = _ROMAN.match(self._folded.text, heading.end)
        if match is None or not self._folded.is_capital(match.start(1)):
            return None
        value = roman_value(match[1])
        if value is None:
            return None
        start, end = self._folded.original(*match.span(1))
        return Quantity(kind="number", values=(value,), start=start, end=end, written=True)
