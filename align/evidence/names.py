"""Names: a name in the English text should be heard in the Arabic one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from align.evidence.exonyms import LONGEST_PHRASE, arabic_names
from align.text.capitals import Capitals, begins_sentence, is_heading
from align.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.text.tokens import Token

__all__ = ["Name", "Part", "names"]

# Small words inside names. The article is written whole in Arabic, whatever it sounds like.
_ARTICLES = ("al", "el", "ar", "as", "ash", "at", "ad", "adh", "an", "az", "ed", "es", "ul", "ud")
_BETWEEN = ("bin", "ibn", "ben", "abu", "abi", "abd", "von", "van", "der", "den", "de", "di", "da")
_PARTICLES = (*_ARTICLES, *_BETWEEN, "del", "della", "la", "le", "du", "dos", "do", "san", "ter")
# What may stand between two words of one name: Abd al-Rahman, Omar bin Said, O. Henry.
_BREAK = "[ \u00a0.'\u2019\u02bf-\u2011-]{1,2}"
_JOINT = regex.compile(rf"(?:{_BREAK}(?:{'|'.join(_PARTICLES)}))*+{_BREAK}", regex.IGNORECASE)
# Written letter by letter on the other side, or left in Latin script: NASA, APIs, CoV.
_ACRONYM = regex.compile(r"\p{Lu}{2}|\S\p{Lu}s?$|\d")
_SHORT = 3  # letters up to which a word in capitals is an acronym, and others hardly a name
_NOTHING = Capitals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A word of a name, or several that have one Arabic name together; ``key`` is in lower case."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in an English text: its span, and the parts to look for on the other side."""

    start: int
    end: int
    parts: tuple[Part, ...]


def names(
    text: str, capitals: Capitals = _NOTHING, words: list[Token] | None = None
) -> tuple[Name, ...]:
    """Return the names of an English segment; ``capitals`` is what its document says of them.

    ``words`` are its tokens, where they are known already.

    >>> [part.key for name in names("He met Omar al-Mukhtar in Cairo.") for part in name.parts]
    ['omar', 'mukhtar', 'cairo']
    """
    reading = _Reading(text, capitals, tokens(text, "en") if words is None else words)
    parts = list(reading.parts())
    joined = [
        bool(_JOINT.fullmatch(text, before.end, after.start)) for before, after in pairwise(parts)
    ]
    edges = [0, *(i for i, is_joined in enumerate(joined, 1) if not is_joined), len(parts)]
    runs = [parts[first:last] for first, last in pairwise(edges) if first < last]
    return tuple(Name(start=run[0].start, end=run[-1].end, parts=tuple(run)) for run in runs)


class _Reading:
    """One segment on its way from words to the parts of names."""

    def __init__(self, text: str, capitals: Capitals, words: list[Token]) -> None:
        self._text = text
        self._capitals = capitals
        self._words = words
        self._sure = not is_heading(text, self._words)

    def parts(self) -> Iterator[Part]:
        """Yield the parts in order: the longest name of the table, else a single word."""
        reached = 0
        for number, word in enumerate(self._words):
            if number < reached or not self._text[word.start].isupper():
                continue
            if length := self._known(number) or int(self._is_name(number)):
                run = self._words[number : number + length]
                yield Part(start=run[0].start, end=run[-1].end, key=self._key(run))
                reached = number + length

    def _known(self, number: int) -> int:
        """Return how many words from ``number`` on have an Arabic name in the table."""
        for length in range(min(LONGEST_PHRASE, len(self._words) - number), 0, -1):
            run = self._words[number : number + length]
            ordinary = length == 1 and self._capitals.is_ordinary(self._key(run))
            capital = all(self._text[token.start].isupper() for token in run)
            if capital and not ordinary and arabic_names(self._key(run)):
                return length
        return 0

    def _key(self, run: list[Token]) -> str:
        """Return the words as they are looked up: in lower case, but for acronyms."""
        surface = self._text[run[0].start : run[-1].end]
        if surface.isupper() and len(surface) <= _SHORT:
            return surface
        return " ".join(token.word.removesuffix("'s") for token in run)

    def _is_name(self, number: int) -> bool:
        token = self._words[number]
        surface = self._text[token.start : token.end]
        if len(surface) < _SHORT or _ACRONYM.search(surface):
            return False
        before_apostrophe = token.word.partition("'")[0]  # I'm, Let's
        if token.word in _PARTICLES or self._capitals.is_ordinary(before_apostrophe):
            return False
        if self._sure and not begins_sentence(self._text, self._words, number):
            return True
        return token.word in self._capitals.familiar
