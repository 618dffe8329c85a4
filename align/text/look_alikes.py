"""Letters that look like those of the word they stand in, but are of another script or language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LookAlike", "look_alikes"]

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХавеѕіјкорсухԁһ", "ABESIJKMHOPCTYXabesijkopcyxdh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_AMONG_LATIN = _CYRILLIC | _GREEK
# Letters of Persian and Urdu, of which Arabic has its own.
_AMONG_ARABIC = {
    "\u06cc": "\u064a", "\u06d2": "\u064a", "\u06a9": "\u0643",
    "\u06c1": "\u0647", "\u06be": "\u0647", "\u06d5": "\u0647",
}  # fmt: skip
_SEEN_AS = _AMONG_LATIN | _AMONG_ARABIC
_ANY = re.compile(f"[{''.join(_SEEN_AS)}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
# With such a letter, which Arabic does not have at all, a word is Persian, and right as it is.
_PERSIAN = re.compile("[\u0679-\u06a8\u06ab-\u06bd\u06bf\u06c6\u06c7]")


class LookAlike(NamedTuple):
    """A word ``[start, end)``, the letter in it that is not what it looks like, and what it is."""

    start: int
    end: int
    char: str
    meant: str


def look_alikes(text: str, family: str) -> Iterator[LookAlike]:
    r"""Yield the words of ``text``, in the language ``family``, with a look-alike in them.

    >>> [found.meant for found in look_alikes("the \u0441at", "en")]
    ['c']
    """
    if not _ANY.search(text):
        return
    for word in _WORD.finditer(text):
        letter = _ANY.search(word.group())
        if letter and _is_out_of_place(letter.group(), word.group(), family):
            yield LookAlike(*word.span(), letter.group(), _SEEN_AS[letter.group()])


def _is_out_of_place(letter: str, word: str, family: str) -> bool:
    if letter in _AMONG_LATIN:
        return bool(_LATIN.search(word))
    return family == "ar" and not _PERSIAN.search(word)
