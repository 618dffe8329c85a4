"""Which script a language is written in, and how many letters of a script a text holds.

Scripts are named by their ISO 15924 codes and told by the Unicode Script property (UAX #24).
"""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["LATIN", "letters_of", "main_script", "script_of", "tally"]

LATIN = "Latn"

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
}
# Codes of ISO 15924 that a language tag may carry for a script named otherwise above.
_ALIASES = {"Hans": "Hani", "Hant": "Hani", "Hang": "Kore", "Hrkt": "Jpan", "Aran": "Arab"}
_LANGUAGES = {
    "Arab": "ar arz ary apc fa ur ps ckb sd ug sdh prs pnb",
    "Hebr": "he yi",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg tt ba",
    "Grek": "el grc",
    "Hani": "zh wuu yue",
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
    "Syrc": "syr arc",
    "Thaa": "dv",
    "Khmr": "km",
    "Mymr": "my",
}
_SCRIPTS = {lang: script for script, langs in _LANGUAGES.items() for lang in langs.split()}


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
    counts = {script: letters_of(text, script) for script in _PROPERTIES}
    script = max(counts, key=counts.__getitem__)
    return script if counts[script] else None


@cache
def _letters(script: str) -> regex.Pattern[str]:
    scripts = "".join(rf"\p{{Script={name}}}" for name in _PROPERTIES[script])
    return regex.compile(rf"[[{scripts}]&&\p{{L}}]+", regex.VERSION1)


@cache
def _scripted() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}--[\p{Script=Common}\p{Script=Inherited}]]+", regex.VERSION1)
