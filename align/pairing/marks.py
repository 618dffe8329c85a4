"""Marks of a language in the names of files and folders: ar, ara, Arabic, عربي."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath

__all__ = ["bare", "without_mark"]

# Beside its code, how people write the name of a language in the name of a file.
_WORDS = {
    "ar": ("ara", "arab", "arabic", "عربي", "عربى", "عربية", "العربية", "بالعربية", "بالعربي"),
    "en": (
        *("eng", "english", "انجليزي", "إنجليزي", "انجليزى", "انجليزية", "إنجليزية"),
        *("الانجليزية", "الإنجليزية", "بالانجليزية", "بالإنجليزية"),
    ),
    "fr": ("fra", "fre", "french"),
    "de": ("deu", "ger", "german"),
    "es": ("spa", "spanish"),
}
# What tells the two sides of a translation apart without saying which language is which.
_SIDES = (
    *("source", "target", "src", "tgt", "trg", "original", "orig", "translation", "translated"),
    *("الأصل", "الاصل", "أصل", "اصل", "ترجمة", "الترجمة", "مترجم"),
)
_PARTS = re.compile(r"[\s._()\[\]{}،,–—-]+")
_CACHED = 1 << 8


def without_mark(place: PurePosixPath, lang: str, other: str) -> PurePosixPath | None:
    """Return ``place`` without suffix and without the marks of ``lang``, wherever they stand.

    None without such a mark, with one of ``other``, and where nothing else is left of the name.

    >>> without_mark(PurePosixPath("Law (AR) final.docx"), "ar", "en")
    PurePosixPath('law_final')
    >>> without_mark(PurePosixPath("English/act.txt"), "en-GB", "ar")
    PurePosixPath('act')
    """
    parts = [_cut(part) for part in place.with_suffix("").parts]
    own, strange = _marks(lang), _marks(other)
    words = [word for part in parts for word in part]
    if not any(word in own for word in words) or any(word in strange for word in words):
        return None
    return _joined([[word for word in part if word not in own] for part in parts])


def bare(place: PurePosixPath, langs: tuple[str, str]) -> PurePosixPath | None:
    """Return ``place`` without suffix and without any mark of a language or a side.

    None where nothing is left of the name of the file.

    >>> bare(PurePosixPath("target/act.txt"), ("ar", "en"))
    PurePosixPath('act')
    """
    marks = _marks(langs[0]) | _marks(langs[1]) | frozenset(_SIDES)
    parts = [_cut(part) for part in place.with_suffix("").parts]
    return _joined([[word for word in part if word not in marks] for part in parts])


def _cut(part: str) -> list[str]:
    """Return the words of a file's or folder's name; a region is no word of its own: en-GB."""
    name = re.sub(r"(?i)(?<![^\W_])([a-z]{2})-[A-Z]{2}(?![^\W_])", r"\1", part)
    folded = unicodedata.normalize("NFC", name).casefold()
    return [word for word in _PARTS.split(folded) if word]


def _joined(parts: list[list[str]]) -> PurePosixPath | None:
    if not parts or not parts[-1]:
        return None
    return PurePosixPath(*("_".join(part) for part in parts if part))


@lru_cache(_CACHED)
def _marks(lang: str) -> frozenset[str]:
    code = lang.partition("-")[0].lower()
    return frozenset({code, *_WORDS.get(code, ())})
