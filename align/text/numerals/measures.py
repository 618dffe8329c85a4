"""Per cent, units of measurement and currencies, by the symbol both languages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.text.numerals.arabic_words import with_clitics
from align.text.numerals.terms import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SYMBOLS", "measure_phrases", "measure_terms"]

_ENGLISH = {
    "%": "percent pct",
    "km": "km kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos",
    "g": "g gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "t": "ton tons tonne tonnes",
    "l": "l litre litres liter liters",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "°C": "celsius centigrade",
    "°F": "fahrenheit",
    "USD": "usd dollar dollars",
    "EUR": "eur euro euros",
    "GBP": "gbp",
    "SAR": "sar",
    "AED": "aed",
    "EGP": "egp",
    "pound": "pound pounds",
    "riyal": "riyal riyals rial rials",
    "dirham": "dirham dirhams",
    "dinar": "dinar dinars",
    "lira": "lira liras",
}
_ARABIC = {
    "%": "بالمئه بالمائه بالميه",
    "km": "كم كيلومتر كيلومترا كيلومترات",
    "m": "متر مترا امتار",
    "cm": "سم سنتيمتر سنتيمترا سنتيمترات سنتمتر سنتمترا",
    "mm": "مم مليمتر مليمترا مليمترات ملليمتر",
    "kg": "كغ كغم كجم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات",
    "g": "غرام غراما غرامات جرام جراما جرامات",
    "mg": "ملغ ملغم مجم مليغرام ملليغرام مليجرام ملليجرام",
    "t": "طن طنا اطنان",
    "l": "لتر لترا لترات",
    "ml": "مل مليلتر ملليلتر",
    "USD": "دولار دولارا دولارات",
    "EUR": "يورو",
    "pound": "جنيه جنيها جنيهات",
    "riyal": "ريال ريالا ريالات",
    "dirham": "درهم درهما دراهم",
    "dinar": "دينار دينارا دنانير",
    "lira": "ليره ليرات",
}
# كيلو alone is a kilogram, but not in kilobyte, kilowatt ….
_ARABIC_PHRASES = (
    ("في", r"\s{1,3}(?:المئه|المائه|الميه)", "%"),
    ("كيلو", r"\s{1,3}(?:مترا?|مترات)", "km"),
    ("كيلو", r"\s{1,3}[غج]رام(?:ا|ات)?", "kg"),
    ("كيلو", r"(?!\s{1,3}(?:قاعده|بايت|بت|واط|هرتز|فولت|سعره|كالوري))", "kg"),
    ("درجه درجات", r"\s{1,3}مئويه", "°C"),
    ("درجه درجات", r"\s{1,3}فهرنهايت", "°F"),
)
_ABBREVIATED = 3  # letters
SYMBOLS = {
    "%": "%", "٪": "%", "﹪": "%", "$": "USD", "€": "EUR", "£": "pound", "¥": "JPY",
    "°c": "°C", "°f": "°F", "℃": "°C", "℉": "°F",
}  # fmt: skip


def measure_terms() -> dict[str, Term]:
    """Return the terms of units by folded word or symbol."""
    terms = {symbol: Term("measure", unit=unit) for symbol, unit in SYMBOLS.items()}
    for unit, forms in _ENGLISH.items():
        terms |= {form: Term("measure", unit=unit) for form in forms.split()}
    arabic = {
        form: Term("measure", arabic=True, unit=unit)
        for unit, forms in _ARABIC.items()
        for form in forms.split()
    }
    # Abbreviations take no clitics: لكم is "for you".
    long = {form: term for form, term in arabic.items() if len(form) > _ABBREVIATED}
    return terms | with_clitics(long) | arabic


def measure_phrases() -> Iterator[Phrase]:
    """Yield the units of several words."""
    yield Phrase("per", "[ -]cent", Term("measure", unit="%"))
    for openings, rest, unit in _ARABIC_PHRASES:
        yield Phrase(openings, rest, Term("measure", arabic=True, unit=unit))
