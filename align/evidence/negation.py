"""Denials: where a text says that something is not so, and where it may be said in other words."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.evidence.denials import arabic, english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from align.text.tokens import Token

__all__ = ["Denial", "denials"]

_TABLES = {"ar": arabic, "en": english}
_CACHED = 1 << 14  # words that are remembered
_DOUBLED = "\N{ARABIC SHADDA}"
_STOP = regex.compile(r"[^\s\w'’‘“”\"«»*_-]")
_GOING_ON = {"ولا", "nor"}  # after a denial English has "or" for these, or denies once


class Denial(NamedTuple):
    """A denial at ``[start, end)``; one that is not ``sure`` can only answer another."""

    start: int
    end: int
    sure: bool


def denials(text: str, words: Sequence[Token], family: str) -> Iterator[Denial]:
    """Yield the denials of a text in order; ``words`` are its tokens, ``family`` its language.

    >>> from align.text.tokens import tokens
    >>> text = "No doubt he didn't know."
    >>> [text[found.start : found.end] for found in denials(text, tokens(text, "en"), "en")]
    ["didn't"]
    """
    may_begin = _beginnings(family)
    likely = [number for number, word in enumerate(words) if may_begin(word.word)]
    if not likely:
        return
    first = max(likely[0] - 1, 0)  # patterns look back as far as the end of the word before
    words, likely = words[first:], [number - first for number in likely]
    yield from _told(words, likely, list(_spoken(text, words)), _pattern(family))


def _told(
    words: Sequence[Token], likely: list[int], spoken: list[str], pattern: regex.Pattern[str]
) -> Iterator[Denial]:
    """Yield the denials that begin at ``likely`` words."""
    joined, starts = "".join(spoken), list(accumulate(map(len, spoken), initial=0))
    read, denied = 0, False
    for first in likely:
        match = pattern.match(joined, starts[first]) if first >= read else None
        if not match:
            continue
        read = bisect_left(starts, match.end())
        sure = match.lastgroup == "sure" and not (denied and match.group() in _GOING_ON)
        denied = denied or sure
        if match.lastgroup != "none":
            yield Denial(words[first].start, words[read - 1].end, sure)


def _spoken(text: str, words: Sequence[Token]) -> Iterator[str]:
    """Yield each folded word with a space after it, or a comma where punctuation stands there."""
    for word, after in zip_longest(words, words[1:]):
        gap = text[word.end : after.start] if after else " "
        stop = gap != " " and _STOP.search(gap)
        yield f"{_word(text, word)} , " if stop else f"{_word(text, word)} "


def _word(text: str, word: Token) -> str:
    """Return a folded word, but for two that folding makes the same as others."""
    if word.word == "الا" and text[word.start] == "أ":
        return "ألا"  # that not; not إلا, except
    if word.word == "لم" and _DOUBLED in text[word.start : word.end]:
        return "لمّ"  # gathering
    return word.word


@cache
def _beginnings(family: str) -> Callable[[str], bool]:
    """Return what tells whether a folded word is the first of anything the pattern finds."""
    pattern = _pattern(family)
    return lru_cache(_CACHED)(lambda word: bool(pattern.match(f"{word} ", partial=True)))


@cache
def _pattern(family: str) -> regex.Pattern[str]:
    tables = _TABLES[family]
    groups = (("none", tables.NONE), ("may", tables.MAY), ("sure", tables.SURE))
    ways = "|".join(f"(?P<{name}>{'|'.join(patterns)})" for name, patterns in groups)
    return regex.compile(rf"(?:{ways})(?!\S)")
