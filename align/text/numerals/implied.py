"""What a text says without a numeral: two by a dual, one by ``a year``, 2 by ACE2 or type II.

Nobody misses these when they are not on the other side; they answer to a figure that is there.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from align.text.numerals.folding import fold
from align.text.numerals.lexicon import marks
from align.text.numerals.quantity import plain
from align.text.numerals.roman import roman_value
from align.text.numerals.scan import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.text.numerals.folding import Folded

__all__ = ["Implied", "implied", "wholes"]

_LETTER = "a-z\u0621-\u064a"
# Nouns that are counted so often that 1 and 2 of them go without a numeral, as the stem to which
# endings are put; folded. The masculine ones: feminine duals are known by their ending.
_COUNTED = (
    "يوم اسبوع شهر عام عقد قرن متر كيلومتر سنتيمتر طن لتر كيلوغرام كيلوجرام غرام جرام دولار جنيه "
    "ريال درهم دينار شخص رجل كتاب باب فصل قسم بند سطر طابق ضعف مليون مليار الف هدف حرف رقم مكان "
    "جزء نوع عنصر بلد جانب خيار سؤال مثال طريق شكل حل فريق طفل ولد بيت نصف قدم ميل"
)
_FEMININE = (
    "سن ساع دقيق ثاني مر ليل درج صفح جمل كلم ماد فقر خطو مرحل دول نقط غرف طبق فتا امرا بوص جرع"
)
_CLITICS = "(?:[وف])?(?:[بلك]?ال|لل|[بلك])?"
_ONE = re.compile(
    rf"(?<![{_LETTER}])(?:{_CLITICS}(?:(?:{_COUNTED.replace(' ', '|')})ا?|"
    rf"(?:{_FEMININE.replace(' ', '|')})[هت])|an?|per|once|single|every|each)(?![{_LETTER}])"
)
_TWO = re.compile(
    rf"(?<![{_LETTER}])(?:{_CLITICS}(?:{_COUNTED.replace(' ', '|')})(?:ان?|ين?)|"
    rf"{_CLITICS}(?:{_FEMININE.replace(' ', '|')})ت(?:ان?|ين?)|"
    rf"[{_LETTER}]{{3,}}ت(?:ان|ين)|{_CLITICS}(?:كلا|كلتا|كلي|ضعف)|"
    rf"twice|both|double|doubl(?:ed|ing)|couple|pair|biweekly|two-?fold)(?![{_LETTER}])"
)
_HALF_MORE = re.compile(r"\s{1,3}ونصف?(?![\u0621-\u064a])")
_MANY = {
    "ثنائي": 2, "ثلاثي": 3, "رباعي": 4, "خماسي": 5, "سداسي": 6, "سباعي": 7, "ثماني": 8,
    "ثنائيه": 2, "ثلاثيه": 3, "رباعيه": 4, "خماسيه": 5, "سداسيه": 6, "سباعيه": 7,
    "الفا": 2000, "مليونا": 2_000_000, "مليارا": 2_000_000_000,  # duals before a noun
    "عقد": 10, "العقد": 10, "عقدين": 20, "قرن": 100, "القرن": 100, "الفيه": 2000, "الالفيه": 2000,
    "كورونا": 19,  # a name of COVID-19
    "triple": 3, "triples": 3, "threefold": 3, "thrice": 3, "quadruple": 4, "decade": 10,
    "century": 100, "millennium": 2000,
}  # fmt: skip
_PERIODS = re.compile(
    r"[\s\u00a0]{1,3}(?:an?\s)?(?:(?P<ten>عقود|عقدا|decades?)|(?P<hundred>قرن|قرون|قرنا|century|centuries))"
)
_YEARS = {"ten": 10, "hundred": 100}
_WORD = re.compile(rf"[{_LETTER}]+")
_GLUED = re.compile(
    r"(?<=[a-z])([0-9]{1,6}(?:\.[0-9]+)?)|(?<=[\u0621-\u064a]{3})([0-9]{1,6})|([0-9]{1,6})(?=[a-z])"
)
_SCALED = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s?(k|m|b|bn|mn|tn|الف|مليون|مليار)(?![a-z])")
_SCALES = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12, "الف": 3, "مليون": 6, "مليار": 9}
_ROMAN = re.compile(r"(?<![\w.])[IVXL]{1,6}(?![\w])")
_GROUPS = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{3}(?: [0-9]{3})* [0-9]{1,2})(?![0-9.,])"
)
_SHORT_RANGE = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})[-/\u2013]([0-9]{2})(?![0-9])")
_DAY_AND_MONTH = re.compile(r"(?<![0-9/])([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9/])")
_MONTHS = 12


class Implied(NamedTuple):
    """What a text may mean; ``names`` are the values by figures and names, not by grammar."""

    values: frozenset[Decimal]
    names: frozenset[Decimal]
    months: frozenset[Decimal]


def implied(text: str) -> Implied:
    """Return what a text may mean beside its quantities.

    >>> sorted(map(int, implied("سنتان في ACE5").values))
    [2, 5]
    """
    folded = fold(text)
    names = frozenset(map(plain, (*_by_figures(folded.text), *_by_roman(text))))
    return Implied(names.union(_by_words(folded.text)), names, frozenset(_months(folded)))


def _by_words(text: str) -> Iterator[Decimal]:
    for pattern, number in ((_ONE, 1), (_TWO, 2)):
        for match in pattern.finditer(text):
            yield Decimal(number)
            if _HALF_MORE.match(text, match.end()):
                yield number + Decimal("0.5")
    for quantity in quantities(text):
        if period := _PERIODS.match(text, quantity.end):
            yield quantity.value * _YEARS[period.lastgroup or "ten"]
    many = _many()
    yield from (many[word] for word in _WORD.findall(text) if word in many)


@cache
def _many() -> dict[str, Decimal]:
    return {word: Decimal(number) for word, number in _MANY.items()}


def _by_figures(text: str) -> Iterator[Decimal]:
    """Yield the figures of names, those with a letter for thousands, and grouped by spaces."""
    for match in _GLUED.finditer(text):
        yield Decimal(match[match.lastindex or 0])
    for _, values in wholes(text):
        yield from values
    for match in _SHORT_RANGE.finditer(text):
        yield Decimal(match[1] + match[3])


def wholes(text: str) -> Iterator[tuple[range, tuple[Decimal, ...]]]:
    """Yield the places and values of what figures are parts of: of 10k, and of 150 000.

    Where lines run from right to left the groups may be typed so too: 000 150.

    >>> [values[0] for place, values in wholes("10k and 150 000")]
    [Decimal('10000'), Decimal('150000')]
    """
    for match in _SCALED.finditer(text):
        yield range(*match.span()), (plain(Decimal(match[1]).scaleb(_SCALES[match[2]])),)
    for match in _GROUPS.finditer(text):
        groups = match.group().split()
        values = Decimal("".join(groups)), Decimal("".join(reversed(groups)))
        yield range(*match.span()), values


def _by_roman(text: str) -> Iterator[Decimal]:
    for match in _ROMAN.finditer(text):
        value = roman_value(match.group().lower())
        if value is not None:
            yield value


def _months(folded: Folded) -> Iterator[Decimal]:
    """Yield every month, also where its name may be another word, and the parts of 9/11."""
    for mark in marks(folded.text):
        if mark.term.role == "month":
            yield mark.term.value
    for match in _DAY_AND_MONTH.finditer(folded.text):
        yield from (Decimal(part) for part in match.groups() if 1 <= int(part) <= _MONTHS)
