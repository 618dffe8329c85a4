"""Which script a language is written in, which way, and how many letters of it a text holds.

Scripts are named by their ISO 15924 codes and told by the Unicode Script property (UAX #24).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import regex

__all__ = [
    "LATIN",
    "Direction",
    "direction",
    "language_of",
    "letter_set",
    "letters_of",
    "main_script",
    "script_of",
    "tally",
]

LATIN = "Latn"
_CACHED = 1 << 8  # language tags that are remembered

# ISO 15924 code -> values of the Unicode Script property.
_PROPERTIES = {
    LATIN: ("Latin",),
    "Arab": ("Arabic",),
    "Hebr": ("Hebrew",),
    "Cyrl": ("Cyrillic",),
    "Grek": ("Greek",),
    "Hani": ("Han",),
    "Jpan": ("Han", "Hiragana", "Katakana"),
    "Kore": ("Hangul", "Han"),
    "Deva": ("Devanagari",),
    "Beng": ("Bengali",),
    "Taml": ("Tamil",),
    "Telu": ("Telugu",),
    "Thai": ("Thai",),
    "Armn": ("Armenian",),
    "Geor": ("Georgian",),
    "Ethi": ("Ethiopic",),
    "Syrc": ("Syriac",),
    "Thaa": ("Thaana",),
    "Khmr": ("Khmer",),
    "Mymr": ("Myanmar",),
    "Nkoo": ("Nko",),
    "Adlm": ("Adlam",),
    "Mand": ("Mandaic",),
    "Rohg": ("Hanifi_Rohingya",),
}
# Codes of ISO 15924 that a language tag may carry for a script named otherwise above.
_ALIASES = {"Hans": "Hani", "Hant": "Hani", "Hang": "Kore", "Hrkt": "Jpan", "Aran": "Arab"}
# The most widespread language of each script stands first.
_LANGUAGES = {
    "Arab": (
        "ar acm acq aeb afb ajp apc apd arb ars ary arz azb bal bqi ckb fa glk khw ks lrc luz mzn "
        "ota pes pnb prs ps sd sdh skr ug ur"
    ),
    "Hebr": "he iw ji ydd yi yih",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg tt ba",
    "Grek": "el grc",
    "Hani": "zh cmn wuu yue",
    "Jpan": "ja",
    "Kore": "ko",
    "Deva": "hi mr ne sa",
    "Beng": "bn as",
    "Taml": "ta",
    "Telu": "te",
    "Thai": "th",
    "Armn": "hy",
    "Geor": "ka",
    "Ethi": "am ti",
    "Syrc": "syr aii arc",
    "Thaa": "dv",
    "Khmr": "km",
    "Mymr": "my",
    "Nkoo": "nqo",
    "Mand": "mid",
    "Rohg": "rhg",
}
_SCRIPTS = {lang: script for script, langs in _LANGUAGES.items() for lang in langs.split()}
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"})

Direction = Literal["ltr", "rtl", "auto"]


@lru_cache(_CACHED)
def script_of(lang: str) -> str:
    """Return the script of a language tag, Latin for a language not in the table.

    >>> script_of("ar-SA"), script_of("sr-Latn"), script_of("en")
    ('Arab', 'Latn', 'Latn')
    """
    language, *subtags = lang.split("-")
    for subtag in subtags:
        script = _ALIASES.get(subtag.title(), subtag.title())
        if script in _PROPERTIES:
            return script
    return _SCRIPTS.get(language.lower(), LATIN)


def language_of(script: str) -> str | None:
    """Return the most widespread language written in a script, None for Latin and unknown ones.

    >>> language_of("Hebr")
    'he'
    """
    return _LANGUAGES.get(script, "").partition(" ")[0] or None


def direction(lang: str) -> Direction:
    """Return which way a language is written; its script decides, ``auto`` where none is known.

    >>> direction("ar-SA"), direction("ur-Latn"), direction("en"), direction("und")
    ('rtl', 'ltr', 'ltr', 'auto')
    """
    if lang.lower() in {"", "und"}:
        return "auto"
    return "rtl" if script_of(lang) in _RIGHT_TO_LEFT else "ltr"


def letter_set(script: str) -> str:
    r"""Return the letters of a script as a set for a pattern of `regex.VERSION1`.

    >>> letter_set("Arab")
    '[[\\p{Script=Arabic}]&&\\p{L}]'
    """
    scripts = "".join(rf"\p{{Script={name}}}" for name in _PROPERTIES[script])
    return rf"[[{scripts}]&&\p{{L}}]"


def letters_of(text: str, script: str) -> int:
    """Return how many letters (Unicode L*) of ``text`` are of ``script``."""
    return sum(map(len, _letters(script).findall(text)))


def tally(text: str, scripts: tuple[str, str]) -> tuple[int, int, int]:
    """Return the letters of the first script, of the second, and of any third.

    Letters shared by all scripts (the feminine ordinal, the tatweel) are of none.
    """
    first, second = (letters_of(text, script) for script in scripts)
    ours = first if scripts[0] == scripts[1] else first + second
    return first, second, sum(map(len, _scripted().findall(text))) - ours


def main_script(text: str) -> str | None:
    """Return the script with most letters in ``text``, None if no known one has any."""
    if not _scripted().search(text):  # blank lines and numbers are many, scripts two dozen
        return None
    counts = {script: letters_of(text, script) for script in _PROPERTIES}
    script = max(counts, key=counts.__getitem__)
    return script if counts[script] else None


@cache
def _letters(script: str) -> regex.Pattern[str]:
    return regex.compile(f"{letter_set(script)}+", regex.VERSION1)


@cache
def _scripted() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}--[\p{Script=Common}\p{Script=Inherited}]]+", regex.VERSION1)
