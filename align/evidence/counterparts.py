"""Counterparts of names: one text of a pair, in which the names of the other are looked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from align.evidence.exonyms import arabic_spellings
from align.evidence.hearing import LEAST_LONG, heard, least_likeness
from align.text.function_words import FUNCTION_WORDS
from align.text.tokens import fold, plain, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.arabic_names import ArabicName
    from align.evidence.names import Name
    from align.text.tokens import Token

__all__ = ["ArabicText", "EnglishText"]

_CACHED = 1 << 14  # words that are remembered
_LONGEST_PART = 6  # letters of a word that is half a name
_NO_PART = ("ال", "لل", "و")
# Of the adjective of a people, its feminine and plurals; what is left may be the name of its land.
_ENDINGS = ("ي", "يه", "يا", "يان", "يون", "يين", "يات", "ون", "ين", "ان", "ات", "ه", "ا")
_POSSESSIVE = "'s"
_ACRONYM = regex.compile(r"\b(?:\p{Lu}\.?){2,}")
# Signs that stand for what an acronym stands for.
_SIGNS = {"$": "US", "\N{POUND SIGN}": "UK", "\N{EURO SIGN}": "EU"}


class ArabicText:
    """The words of an Arabic text, to be listened to for a few English names."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        """Take a text and its tokens."""
        self._text = text
        self._tokens = words
        self._known: dict[str, bool] = {}

    def has(self, name: Name) -> bool:
        """Return whether a name is there: at least half of its words, the last among them.

        Donald Trump may be just ترامب, but not دونالد. An acronym may be anything.
        """
        there = [part.key.isupper() or self._hears(part.key) for part in name.parts]
        return there[-1] and 2 * sum(there) >= len(there)

    def _hears(self, key: str) -> bool:
        if key not in self._known:
            self._known[key] = any(map(self._holds, arabic_spellings(key))) or self._sounds(key)
        return self._known[key]

    def _sounds(self, key: str) -> bool:
        least = least_likeness(key)
        return key in self._sounding or any(heard(key, word) >= least for word in self._sounding)

    @cached_property
    def _words(self) -> list[str]:
        return [plain(self._text[word.start : word.end]) for word in self._tokens]

    @cached_property
    def _sounding(self) -> dict[str, None]:
        """The words, and every two that may be one name: جين بينغ is Jinping."""
        joined = (
            word + after
            for word, after in pairwise(self._words)
            if len(word) <= _LONGEST_PART >= len(after)
            and word not in FUNCTION_WORDS["ar"]
            and not after.startswith(_NO_PART)
        )
        return dict.fromkeys([*self._words, *joined])

    def _holds(self, spelling: tuple[str, ...]) -> bool:
        """Return whether the words of an Arabic name stand there one after the other."""
        wanted = list(map(_with_endings, spelling))
        last = len(self._bare) - len(wanted)
        return any(
            not any(map(frozenset.isdisjoint, wanted, self._bare[first : first + len(wanted)]))
            for first in range(last + 1)
        )

    @cached_property
    def _bare(self) -> list[frozenset[str]]:
        """What each word may be without clitics."""
        return list(map(_without_clitics, self._words))


@lru_cache(_CACHED)
def _without_clitics(word: str) -> frozenset[str]:
    return frozenset(map(fold, readings(word)))


@lru_cache(_CACHED)
def _with_endings(name: str) -> frozenset[str]:
    """Return a folded word as it is, and with the endings of peoples; none of a lone letter."""
    return frozenset(name + ending for ending in ("", *_ENDINGS) if len(name) > 1)


class EnglishText:
    """The words of an English text, in which a few Arabic names are looked for."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        """Take a text and its tokens."""
        self._text = text
        self._tokens = words

    def has(self, name: ArabicName) -> bool:
        """Return whether a name is there, as it is called in English or by its sound."""
        if any(map(self._calls, name.english)):
            return True
        every = {"".join(name.words), name.words[-1]}
        return any(heard(key, word) >= LEAST_LONG for key in self._capitals for word in every)

    def _calls(self, english: str) -> bool:
        """Return whether an English name is there, or an acronym with its initial: NYC, NATO."""
        return f" {english.casefold()} " in self._phrase or english[0] in self._initials

    @cached_property
    def _phrase(self) -> str:
        return f" {' '.join(word.word.removesuffix(_POSSESSIVE) for word in self._tokens)} "

    @cached_property
    def _capitals(self) -> dict[str, None]:
        """The words with a capital, alone and with the next of them."""
        upper = (word for word in self._tokens if self._text[word.start].isupper())
        spelled = [word.word.removesuffix(_POSSESSIVE) for word in upper]
        return dict.fromkeys([*spelled, *map("".join, pairwise(spelled))])

    @cached_property
    def _initials(self) -> str:
        signs = (letters for sign, letters in _SIGNS.items() if sign in self._text)
        letters = "".join([*_ACRONYM.findall(self._text), *signs])
        return letters + letters.casefold()
