"""Arabic words for numbers, in every gender and case, and what may be written in front of them.

All are in the folded spelling: one alef but for آ, ه for ta marbuta, ي for alef maqsura.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from align.text.numerals.terms import Phrase, Term

if TYPE_CHECKING:
    from align.text.numerals.terms import Role

__all__ = ["arabic_phrases", "arabic_terms", "with_clitics"]

_UNITS = {
    1: "واحده واحدا", 2: "اثنان اثنين اثنتان اثنتين", 3: "ثلاث ثلاثه ثلاثا",
    4: "اربع اربعه اربعا", 5: "خمس خمسه خمسا", 6: "ست سته ستا", 7: "سبع سبعه سبعا",
    8: "ثمان ثماني ثمانيه ثمانيا", 9: "تسع تسعه تسعا",
}  # fmt: skip
_BOUND = {1: "احد احدي", 2: "اثنا اثني اثنتا اثنتي"}
# واحد is one, but و and احد in وأحد عشر and وأحد وعشرون.
_AND_ONE = r"(?=\s{1,3}(?:عشر|و(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)[وي]ن))"
_TENS = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "اربعون اربعين", 50: "خمسون خمسين",
    60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
}  # fmt: skip
_HUNDREDS = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_BEYOND = {100: "المئه|المائه|الميه", 200: "المئتين|المائتين|الميتين", 1000: "الالف"}
_TWO_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتان ميتين"
_HUNDRED = "مئه مائه"
_SCALES = {3: "الف", 6: "مليون", 9: "مليار بليون", 12: "تريليون ترليون"}
_PLURALS = {3: "آلاف الاف الفا", 6: "ملايين مليونا", 9: "مليارات مليارا بلايين", 12: "تريليونات"}
_DUALS = {3: "الفان الفين الفي", 6: "مليونان مليونين مليوني", 9: "ملياران مليارين ملياري"}
_FIRST = {1: "اول اولي"}
_ORDINALS = {
    2: "ثاني", 3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع",
}  # fmt: skip
# Only with the article: bare, ثانيه is a second of time and رابعه a name.
_DEFINITE_ORDINALS = {
    2: "ثانيه", 3: "ثالثه", 4: "رابعه", 5: "خامسه", 6: "سادسه", 7: "سابعه", 8: "ثامنه",
    9: "تاسعه",
}  # fmt: skip
_ADVERBS = {
    1: "اولا", 2: "ثانيا", 3: "ثالثا", 4: "رابعا", 5: "خامسا", 6: "سادسا", 7: "سابعا",
    8: "ثامنا", 9: "تاسعا", 10: "عاشرا",
}  # fmt: skip
_FRACTIONS = {
    (1, 2): "نصف نصفا", (1, 3): "ثلث", (2, 3): "ثلثا ثلثي ثلثان ثلثين", (1, 4): "ربع ربعا ارباع",
}  # fmt: skip
_DECADES = {
    20: "عشرين", 30: "ثلاثين", 40: "اربعين", 50: "خمسين", 60: "ستين", 70: "سبعين", 80: "ثمانين",
    90: "تسعين",
}  # fmt: skip
_CONJUNCTIONS = ("", "و", "ف")
_ARTICLES = ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك")
_DEFINITE = ("ال", "بال", "كال", "لل")
# What clitics would turn into another word: I am not.
_OTHER_WORDS = frozenset({"لست", "ولست", "فلست"})


@dataclass(frozen=True, slots=True)
class _Words:
    role: Role
    forms: dict[int, str]
    ordinal: bool = False

    def terms(self) -> dict[str, Term]:
        return {
            form: Term(self.role, Decimal(value), arabic=True, ordinal=self.ordinal)
            for value, forms in self.forms.items()
            for form in forms.split()
        }


def arabic_terms() -> dict[str, Term]:
    """Return the terms by folded word, with every clitic they may carry."""
    hundreds = {
        value * 100: " ".join(f"{u}{h}" for u in units.split() for h in _HUNDRED.split())
        for value, units in _HUNDREDS.items()
    }
    families = (
        _Words("bound", _BOUND),
        _Words("unit", {0: "صفر", **_UNITS}),
        _Words("ten", {10: "عشر عشره"}),
        _Words("tens", _TENS),
        _Words("hundred", {100: _HUNDRED}),
        _Words("hundreds", {200: _TWO_HUNDRED, **hundreds}),
        _Words("scale", {10**zeros: forms for zeros, forms in _SCALES.items()}),
        _Words("plural", {10**zeros: forms for zeros, forms in _PLURALS.items()}),
        _Words("scales", {2 * 10**zeros: forms for zeros, forms in _DUALS.items()}),
    )
    decades = {
        value: " ".join(f"{stem}{ending}" for ending in ("ات", "يات"))
        for value, stem in _DECADES.items()
    }
    bare = _Words("decade", decades).terms()
    for family in families:
        bare |= family.terms()
    for (part, whole), forms in _FRACTIONS.items():
        term = Term("fraction", Decimal(part) / whole, arabic=True)
        bare |= dict.fromkeys(forms.split(), term)
    return {"و": Term("and", arabic=True)} | _ordinal_terms() | with_clitics(bare)


def arabic_phrases() -> tuple[Phrase, ...]:
    """Return what must be told apart by the words behind it."""
    one = Term("unit", Decimal(1), arabic=True)
    return (
        Phrase("واحد", _AND_ONE, one._replace(joined=True)),
        Phrase("واحد", "", one),
        *(
            Phrase("بعد", rf"\s{{1,3}}(?:{forms})", Term("beyond", Decimal(value), arabic=True))
            for value, forms in _BEYOND.items()
        ),
    )


def with_clitics(bare: dict[str, Term]) -> dict[str, Term]:
    """Return terms also by their words behind و, ف, the article and one-letter prepositions."""
    terms: dict[str, Term] = {}
    for conjunction in _CONJUNCTIONS:
        for article in _ARTICLES:
            terms |= {
                f"{conjunction}{article}{word}": term._replace(joined=conjunction == "و")
                for word, term in bare.items()
            }
    kept = {word: term for word, term in terms.items() if word not in _OTHER_WORDS}
    return kept | bare


def _ordinal_terms() -> dict[str, Term]:
    # Bare ones make no teens: أول عشر عينات are the first ten samples.
    bare = _Words("teen", _FIRST | _ORDINALS | {10: "عاشر"}, ordinal=True).terms()
    definite = _Words("teen", _FIRST | {10: "عاشر عاشره"}, ordinal=True).terms()
    definite |= _Words("unit", _ORDINALS, ordinal=True).terms()
    definite |= _Words("unit", _DEFINITE_ORDINALS, ordinal=True).terms()
    definite |= _Words("bound", {1: "حادي حاديه"}, ordinal=True).terms()
    adverbs = _Words("teen", _ADVERBS, ordinal=True).terms()
    forms = (("", bare | adverbs), *((article, definite) for article in _DEFINITE))
    return {
        f"{conjunction}{article}{word}": term._replace(joined=conjunction == "و")
        for conjunction in _CONJUNCTIONS
        for article, words in forms
        for word, term in words.items()
    }
