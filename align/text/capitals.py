"""Which capitals of an English text begin names, and which only sentences and headings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import regex

from align.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.text.tokens import Token

__all__ = ["Capitals", "begins_sentence", "capitals", "capitals_of", "is_heading"]

_OPENING = regex.compile(r"[.!?:;\n\"“”„«»‘(\[•*#|–—]")
_HEADING_SHARE = 0.8  # of the words that are not ordinary
_LEAST_HEADING = 3  # capitals after the first word: not a name alone on its line
# Nouns and adjectives that name no person or place, by their endings; Clement and Trinity do.
_COMMON = regex.compile(
    r"\w{4,}(?:[ts]ion|ology|ologie|ography|ical|ional|ships?|ness|isms?|ics|able|ible)s?"
    r"|\w{3,}(?:virales|viri[dn]ae|idae|aceae|phobia|coccus|bacter)|[a-z]+n't"
    r"|\w{5,}(?:ment|ity|itie|ize[dr]?|ified|ously)s?|\w{7,}[ae]nce?s?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """What a document says of its capitals, in folded words.

    ``ordinary`` words also occur in lower case, ``familiar`` ones with a capital amid sentences.
    """

    ordinary: frozenset[str] = frozenset()
    familiar: frozenset[str] = frozenset()

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is no name even where it has a capital."""
        return word in _nouns() or word in self.ordinary or bool(_COMMON.fullmatch(word))


@cache
def _nouns() -> frozenset[str]:
    return _ordinary() | _words("capital_nouns.txt")


@cache
def _ordinary() -> frozenset[str]:
    return _words("ordinary_capitals.txt")


def _words(name: str) -> frozenset[str]:
    text = resources.files("align.text").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def capitals(texts: Iterable[str]) -> Capitals:
    """Return what the segments of a document, all in English, say of its capitals."""
    return capitals_of((text, tokens(text, "en")) for text in texts)


def capitals_of(texts: Iterable[tuple[str, list[Token]]]) -> Capitals:
    """Return what segments say whose words are known."""
    lower: set[str] = set()
    amid: set[str] = set()
    for text, words in texts:
        if is_heading(text, words):
            continue
        for number, token in enumerate(words):
            if not text[token.start].isupper():
                lower.add(token.word)
            elif not begins_sentence(text, words, number):
                amid.add(token.word)
    return Capitals(ordinary=frozenset(lower), familiar=frozenset(amid - lower))


def begins_sentence(text: str, words: list[Token], number: int) -> bool:
    """Return whether a word stands where any word would be written with a capital."""
    if not number:
        return True
    return bool(_OPENING.search(text, words[number - 1].end, words[number].start))


def is_heading(text: str, words: list[Token]) -> bool:
    """Return whether nearly every word has a capital, so that a capital says nothing."""
    upper = sum([text[token.start].isupper() for token in words[1:]])
    if upper < _LEAST_HEADING:
        return False
    content = (token for token in words if token.word not in _ordinary())
    lower = sum(text[token.start].islower() for token in content)
    return upper > _HEADING_SHARE * (upper + lower)
