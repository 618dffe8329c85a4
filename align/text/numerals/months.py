"""Names of months: English, Levantine, Egyptian, Maghrebi, and of the Hijri calendar.

Arabic names are in the folded spelling of `align.text.numerals.folding`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from align.text.numerals.arabic_words import with_clitics
from align.text.numerals.terms import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["month_phrases", "month_terms"]

_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun",
    "july jul", "august aug", "september sept sep", "october oct", "november nov",
    "december dec",
)  # fmt: skip
_ARABIC = (
    "يناير جانفي", "فبراير فيفري شباط", "مارس آذار اذار", "ابريل افريل نيسان",
    "مايو ماي ايار", "يونيو يونيه جوان حزيران", "يوليو يوليه يوليوز جويليه تموز",
    "اغسطس اوت غشت آب", "سبتمبر شتنبر ايلول", "اكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر",
)  # fmt: skip
_ARABIC_PAIRS = {
    1: ("كانون", "الثاني"), 10: ("تشرين", "الاول"), 11: ("تشرين", "الثاني"), 12: ("كانون", "الاول"),
}  # fmt: skip
# May do, to march, مارس he practised, آب he returned, اوت, ماي (a name): months beside a figure.
_DOUBTFUL = frozenset(
    {"may", "march", "mar", "jun", "jan", "dec", "مارس", "آب", "ماي", "اوت", "جوان"}
)

_HIJRI_ENGLISH = {
    1: "muharram", 2: "safar", 7: "rajab", 8: "shaban shaaban", 9: "ramadan ramadhan",
    10: "shawwal",
}  # fmt: skip
_HIJRI_ARABIC = {1: "محرم", 7: "رجب", 8: "شعبان", 9: "رمضان", 10: "شوال"}
# Forbidden, and names of men; صفر alone is zero.
_HIJRI_DOUBTFUL = frozenset({"محرم", "رجب", "شعبان"})
_HIJRI_PAIRS = {
    2: ("شهر", "صفر"),
    3: ("ربيع", "الاول"),
    4: ("ربيع", "الثاني|الآخر|الاخر"),
    5: ("جمادي", "الاولي|الاول"),
    6: ("جمادي", "الآخره|الاخره|الثانيه|الثاني"),
    11: ("ذو ذي ذا", "القعده"),
    12: ("ذو ذي ذا", "الحجه"),
}
_QUOTE = "['’‘ʿʾ`]?"
_THE = rf"{_QUOTE}[- ](?:al[- ]|ul[- ]|uth[- ]|ath[- ]|l-)?{_QUOTE}"
_FIRST = f"{_THE}(?:awwal|ula|oula|i)"
_LAST = f"{_THE}(?:thani|thaniya|akhira?h?|ii)"
_OF_THE = f"{_QUOTE}(?:[- ]?(?:[au]l|l))?[- ]"
_HIJRI_PATTERNS = {
    3: ("rabi", _FIRST),
    4: ("rabi", _LAST),
    5: ("jumada", _FIRST),
    6: ("jumada", _LAST),
    8: ("sha", f"{_QUOTE}ban"),
    11: ("dhu dhul zu zul", f"{_OF_THE}q[ai]{_QUOTE}da{_QUOTE}h?"),
    12: ("dhu dhul zu zul", f"{_OF_THE}hijjah?"),
}


def month_terms() -> dict[str, Term]:
    """Return the terms of months by folded word, Arabic ones with their clitics too."""
    terms = dict(_single(enumerate(_ENGLISH, 1), arabic=False))
    terms |= with_clitics(dict(_single(enumerate(_ARABIC, 1), arabic=True)))
    for names, arabic in ((_HIJRI_ENGLISH, False), (_HIJRI_ARABIC, True)):
        hijri = {
            name: Term(
                "hijri-month", Decimal(month), arabic=arabic, doubtful=name in _HIJRI_DOUBTFUL
            )
            for month, forms in names.items()
            for name in forms.split()
        }
        terms |= with_clitics(hijri) if arabic else hijri
    return terms


def _single(names: Iterator[tuple[int, str]], *, arabic: bool) -> Iterator[tuple[str, Term]]:
    for month, forms in names:
        for name in forms.split():
            yield name, Term("month", Decimal(month), arabic=arabic, doubtful=name in _DOUBTFUL)


def month_phrases() -> Iterator[Phrase]:
    """Yield the names of several words."""
    for month, (opening, rest) in _ARABIC_PAIRS.items():
        yield Phrase(opening, rf"\s{{1,3}}{rest}", Term("month", Decimal(month), arabic=True))
    for month, (openings, rest) in _HIJRI_PAIRS.items():
        term = Term("hijri-month", Decimal(month), arabic=True)
        yield Phrase(openings, rf"\s{{1,3}}(?:{rest})", term)
    for month, (openings, rest) in _HIJRI_PATTERNS.items():
        yield Phrase(openings, rest, Term("hijri-month", Decimal(month)))
