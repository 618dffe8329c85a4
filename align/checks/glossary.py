"""Terms that a glossary has, and whether they are translated as it says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import quoted
from align.text.tokens import readings, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.evidence.pair import Glossary, Pair, Text
    from align.model import Flag

__all__ = ["glossary"]

_Stems = tuple[str, ...]
_REMEMBERED = 1 << 13  # words whose stems are remembered


def glossary(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each term of the source that the target has in none of its translations."""
    if not pair.context.glossary:
        return
    index = _index(_Same(pair.context.glossary), pair.source.family, pair.target.family)
    target = _possible(pair.target)
    for term, start, end in _found(pair.source, index):
        if not any(_stands(stems, target) for stems in term.translations):
            written = quoted(pair.source.text[start:end])
            message = f"{written} is not translated as in the glossary ({', '.join(term.written)})"
            yield flag("glossary", message, "source", start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """A term and its translations in stems, and the translations as written."""

    stems: _Stems
    translations: tuple[_Stems, ...]
    written: tuple[str, ...]


class _Same:
    """A glossary that is equal only to itself: to compare long ones would take too long."""

    def __init__(self, terms: Glossary) -> None:
        self.terms = terms

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.terms is other.terms

    def __hash__(self) -> int:
        return id(self.terms)


@lru_cache(4)
def _index(same: _Same, source: str, target: str) -> dict[str, tuple[_Term, ...]]:
    """Return the terms by their first stems, the longest first."""
    index: defaultdict[str, list[_Term]] = defaultdict(list)
    for term, translations in same.terms:
        stems = _stems(term, source)
        if stems:
            others = tuple(filter(None, (_stems(text, target) for text in translations)))
            entry = _Term(stems=stems, translations=others, written=translations)
            index[stems[0]].append(entry)
    return {
        first: tuple(sorted(terms, key=lambda term: -len(term.stems)))
        for first, terms in index.items()
    }


def _stems(text: str, family: str) -> _Stems:
    return tuple(token.stem for token in tokens(text, family))


def _found(source: Text, index: dict[str, tuple[_Term, ...]]) -> Iterator[tuple[_Term, int, int]]:
    """Yield the terms of a text from left to right, the longest at each place, with their spans."""
    words, possible = source.tokens, _possible(source)
    place = 0
    while place < len(words):
        term = _longest(possible, place, index)
        if term is None:
            place += 1
            continue
        last = place + len(term.stems) - 1
        yield term, words[place].start, words[last].end
        place = last + 1


def _longest(
    possible: Sequence[frozenset[str]], place: int, index: dict[str, tuple[_Term, ...]]
) -> _Term | None:
    terms = (term for first in sorted(possible[place]) for term in index.get(first, ()))
    fitting = (term for term in terms if _stands_at(term.stems, possible, place))
    return max(fitting, key=lambda term: len(term.stems), default=None)


def _stands(stems: _Stems, possible: Sequence[frozenset[str]]) -> bool:
    return any(_stands_at(stems, possible, place) for place in range(len(possible)))


def _stands_at(stems: _Stems, possible: Sequence[frozenset[str]], place: int) -> bool:
    here = possible[place : place + len(stems)]
    return len(here) == len(stems) and all(map(frozenset.__contains__, here, stems))


def _possible(text: Text) -> list[frozenset[str]]:
    """Return the stems that each word of a text may have."""
    return [_readings(token.word, token.stem, text.family) for token in text.tokens]


@lru_cache(_REMEMBERED)
def _readings(word: str, main: str, family: str) -> frozenset[str]:
    if family != "ar" or word.isascii():
        return frozenset({main})
    return frozenset({main, *(stem(reading, family) for reading in readings(word))})
