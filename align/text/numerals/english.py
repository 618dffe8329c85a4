"""English words for numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from align.text.numerals.terms import Term

if TYPE_CHECKING:
    from align.text.numerals.terms import Role

__all__ = ["english_terms"]

_UNITS = "one two three four five six seven eight nine"
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS_TH = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS_TH = (
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS_TH = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SHORT_SCALES = {"mn": 6, "bn": 9, "tn": 12}
_FRACTIONS = {2: "half halves", 3: "thirds", 4: "quarter quarters", 5: "fifths", 10: "tenths"}


def english_terms() -> dict[str, Term]:
    """Return the terms by word, in small letters."""
    terms = {"zero": Term("unit"), "a": Term("bound", Decimal(1)), "an": Term("bound", Decimal(1))}
    terms["ten"] = Term("ten", Decimal(10))
    terms["tenth"] = Term("ten", Decimal(10), ordinal=True)
    terms["dozen"] = Term("scale", Decimal(12))
    terms["hundred"] = Term("hundred", Decimal(100))
    terms["hundredth"] = Term("hundred", Decimal(100), ordinal=True)
    terms["and"] = Term("and")
    terms |= _series("unit", _UNITS, _UNITS_TH, (1, 1))
    terms |= _series("teen", _TEENS, _TEENS_TH, (11, 1))
    terms |= _series("tens", _TENS, _TENS_TH, (20, 10))
    for word, zeros in _SCALES.items():
        terms[word] = Term("scale", Decimal(10**zeros))
        terms[f"{word}s"] = Term("plural", Decimal(10**zeros))
    terms |= {word: Term("plural", Decimal(10**zeros)) for word, zeros in _SHORT_SCALES.items()}
    for parts, words in _FRACTIONS.items():
        terms |= {word: Term("fraction", Decimal(1) / parts) for word in words.split()}
    for number, word in enumerate(_DECADES.split(), 2):
        terms[word] = Term("decade", Decimal(10 * number))
    terms["s"] = Term("decade-suffix")
    return terms | {letters: Term("suffix") for letters in ("st", "nd", "rd", "th")}


def _series(role: Role, cardinals: str, ordinals: str, steps: tuple[int, int]) -> dict[str, Term]:
    first, step = steps
    terms = {}
    pairs = zip(cardinals.split(), ordinals.split(), strict=True)
    for number, (cardinal, ordinal) in enumerate(pairs):
        value = Decimal(first + number * step)
        terms[cardinal] = Term(role, value)
        terms[ordinal] = Term(role, value, ordinal=True)
    return terms
