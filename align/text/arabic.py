"""The marks of Arabic writing, a key to compare text by, the repair of presentation forms.

Records keep the text as it was written; only the key leaves anything out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["INVISIBLE", "MARKS", "TATWEEL", "encoder_key", "presentation_forms", "repair"]

# Each of these three is made to stand inside the brackets of a pattern.
# Vowel marks and Quranic signs: the Unicode blocks Arabic and Arabic Extended-A.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
TATWEEL = "\u0640"
# Soft hyphen, zero-width and bidirectional controls, the byte-order mark.
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]+")

# Contextual shapes of letters, as PDF extraction leaves them. Ornate brackets (FD3E, FD3F) and the
# word ligatures of FDF0-FDFD are typed on purpose; of these only FDF2, "Allah", comes from shaping.
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf2\ufe70-\ufefc"
_ACCENTS = "\u064b-\u065f\u0670"
_ANY_FORM = re.compile(f"[{_FORMS}]")  # few texts have one, which this tells soonest
# Marks beside a form go with it, so that the repaired text is in canonical order again.
_FORM_RUN = re.compile(f"(?<![{_ACCENTS}])[{_ACCENTS}]*[{_FORMS}][{_FORMS}{_ACCENTS}]*")
# These decompose to a space or tatweel that carries the mark: a shape for showing it alone.
_CARRIED_MARK = re.compile("[\u0020\u0640](?=[\u064b-\u0652])")

_UTHMANI = re.compile("[\u0671\u06e1]")
_UTHMANI_LETTERS = (
    # Hamza over tatweel sits on a ya.
    (re.compile("\u0640[\u064b-\u0653]*\u0654"), "\u0626"),
    # Waw under a dagger alef is silent, as in salat and zakat.
    (re.compile("\u0648\u0670"), "\u0627"),
    # So is alef maqsura, but at the end of a word it keeps its shape, as in Musa.
    (re.compile(f"\u0649\u0670(?![{MARKS}{TATWEEL}]*\\w)"), "\u0649"),
    (re.compile("\u0649\u0670"), "\u0627"),
    (re.compile("[\u0670\u0671]"), "\u0627"),
)
# What today's spelling writes without the alef, or joins.
_UTHMANI_WORDS = (
    ("رحمان", "رحمن"),
    ("هاذ", "هذ"),
    ("ذالك", "ذلك"),
    ("لاكن", "لكن"),
    ("أولائك", "أولئك"),
    ("هاؤلاء", "هؤلاء"),
    ("إلاه", "إله"),
    ("ءا", "آ"),
)


def encoder_key(text: str) -> str:
    """Return ``text`` without vowel marks, tatweel, presentation forms and invisible controls.

    Hamza, alef, ya and ta marbuta stay as they are. Uthmani spelling becomes today's.

    >>> encoder_key("كَتَبَ ٱلرَّحْمَٰنُ")
    'كتب الرحمن'
    """
    if text.isascii():  # has none of these
        return text
    plain = unicodedata.normalize("NFKC", repair(text))
    if _UTHMANI.search(plain):
        return _modern_spelling(plain)
    return _DROPPED.sub("", plain)


def presentation_forms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each run of Arabic presentation forms, with the vowel marks beside them.

    >>> list(presentation_forms("a \ufee3\ufeda b"))
    [(2, 4)]
    """
    if _ANY_FORM.search(text):
        for match in _FORM_RUN.finditer(text):
            yield match.span()


def repair(text: str) -> str:
    r"""Return ``text`` with Arabic presentation forms written as the letters they show.

    >>> repair("\ufefb")
    'لا'
    """
    return _FORM_RUN.sub(_letters_of, text) if _ANY_FORM.search(text) else text


def _letters_of(run: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", run.group())
    return unicodedata.normalize("NFC", _CARRIED_MARK.sub("", letters))


def _modern_spelling(text: str) -> str:
    for pattern, letter in _UTHMANI_LETTERS:
        text = pattern.sub(letter, text)
    text = _DROPPED.sub("", text)
    for spelling, word in _UTHMANI_WORDS:
        text = text.replace(spelling, word)
    return text
