"""Which two of the texts of a unit of TMX are its sides, by their languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from align.text.codes import OTHER, distance

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Choice", "Choose", "Chosen", "Wanted", "both"]

PAIR = 2
MOST_LANGUAGES = 100  # that a message lists
MOST_KNOWN = 10_000  # combinations of languages


class Chosen(NamedTuple):
    """Language and number of the text on one side; None where no text is in that language."""

    lang: str
    number: int | None


class Choice(NamedTuple):
    """The two texts chosen, and the languages of those that are not."""

    source: Chosen
    target: Chosen
    others: tuple[str, ...] = ()


Choose = Callable[[tuple[str, ...], str], Choice]  # by the languages and the srclang


@lru_cache(maxsize=MOST_KNOWN)
def both(langs: tuple[str, ...], srclang: str) -> Choice:
    """Choose the two texts of a unit, the source first; raises `ValueError` unless it has two."""
    if len(langs) != PAIR or not all(langs):
        raise ValueError("a unit must have two languages, each with a text")
    return _ordered([Chosen(lang, number) for number, lang in enumerate(langs)], srclang)


class Wanted:
    """The two languages wanted of every unit, and those that were found in its file."""

    def __init__(self, langs: tuple[str, str]) -> None:
        """Take the languages, each standing for its regions too."""
        self._langs = langs
        self._found: dict[str, None] = {}  # a set that keeps its order
        self._known: dict[tuple[tuple[str, ...], str], Choice] = {}

    def choose(self, langs: tuple[str, ...], srclang: str) -> Choice:
        """Choose the wanted texts of a unit, the one in ``srclang`` first.

        When no text is in it, they stand in the order of the wanted languages. Raises `ValueError`
        for a text in no language.
        """
        key = langs, srclang
        if key not in self._known:
            if len(self._known) == MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._chosen(langs, srclang)
        return self._known[key]

    def missing(self) -> str:
        """Return what is wrong when the file has other languages instead, or nothing."""
        others = [lang for lang in self._found if not _is_among(lang, self._langs)]
        for lang in self._langs if others else ():
            if not _is_among(lang, self._found):
                return f"no unit has a text in {lang!r}; its languages are {', '.join(self._found)}"
        return ""

    def _chosen(self, langs: tuple[str, ...], srclang: str) -> Choice:
        if not all(langs):
            raise ValueError("a text without xml:lang")
        if len(self._found) < MOST_LANGUAGES:
            self._found.update(dict.fromkeys(langs))
        texts = [Chosen(lang, number) for number, lang in enumerate(langs)]
        pair = [_taken(texts, lang) for lang in self._langs]
        return _ordered(pair, srclang, tuple(text.lang for text in texts))


def _ordered(pair: list[Chosen], srclang: str, others: tuple[str, ...] = ()) -> Choice:
    source, target = sorted(pair, key=lambda side: distance(side.lang, srclang))
    return Choice(source, target, others)


def _taken(texts: list[Chosen], lang: str) -> Chosen:
    """Take the text nearest to a language out of ``texts``."""
    side = min(texts, key=lambda side: distance(side.lang, lang), default=None)
    if side is None or distance(side.lang, lang) == OTHER:
        return Chosen(lang, None)
    texts.remove(side)
    return side


def _is_among(lang: str, langs: Iterable[str]) -> bool:
    return any(distance(lang, other) < OTHER for other in langs)
