"""What a language is called, and which way it is written."""

from __future__ import annotations

from typing import Literal

__all__ = ["Direction", "direction", "language_name"]

Direction = Literal["ltr", "rtl", "auto"]

# fmt: off
RTL_LANGUAGES = frozenset({
    "acm", "aeb", "ajp", "apc", "ar", "arc", "ary", "arz",  # Arabic and its spoken forms, Aramaic
    "azb", "ckb", "fa", "glk", "ks", "lrc", "mzn", "pnb", "prs", "ps", "sd", "ug", "ur",
    "dv", "he", "iw", "nqo", "syr", "ydd", "yi",
})
# fmt: on
RTL_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
SCRIPT_SUBTAG_LENGTH = 4  # BCP 47: language, then the script in four letters, then the region

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ps": "Pashto",
    "ru": "Russian",
    "tr": "Turkish",
    "und": "not recognised",
    "ur": "Urdu",
}


def direction(lang: str) -> Direction:
    """Return the writing direction of a BCP 47 code; a script subtag decides before the language.

    >>> direction("ar-SA"), direction("ur-Latn"), direction("en"), direction("und")
    ('rtl', 'ltr', 'ltr', 'auto')
    """
    primary, *subtags = lang.lower().split("-")
    if primary in {"", "und"}:
        return "auto"
    if subtags and len(subtags[0]) == SCRIPT_SUBTAG_LENGTH:
        return "rtl" if subtags[0] in RTL_SCRIPTS else "ltr"
    return "rtl" if primary in RTL_LANGUAGES else "ltr"


def language_name(lang: str) -> str:
    """Return the English name of a language, or its code when the name is not known here."""
    return NAMES.get(lang) or NAMES.get(lang.split("-", maxsplit=1)[0], lang)
