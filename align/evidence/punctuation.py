"""Punctuation: how segments begin and end and what marks they hold, in classes of both scripts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from align.text.arabic import TATWEEL

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BEGINNING", "COLUMNS", "COUNTS", "END", "punctuation"]

Array = np.ndarray[Any, np.dtype[Any]]

# What one character is; a full stop is none inside 3.5, an apostrophe no quote inside a word.
_OTHER, _SKIPPED, _LETTER, _SMALL, _APOSTROPHE, _HYPHEN = range(6)
_QUESTION, _EXCLAMATION, _QUOTE, _BRACKET, _COLON, _SEMICOLON, _COMMA, _DASH, _STOP, _ELLIPSIS = (
    range(6, 16)
)
_CHARACTERS = {
    _QUESTION: "?؟\u2e2e\uff1f",
    _EXCLAMATION: "!\uff01",
    _QUOTE: '"«»“”„‟‹›',
    _APOSTROPHE: "'‘’‚",
    _BRACKET: "()[]{}﴾﴿",
    _COLON: ":\uff1a",
    _SEMICOLON: ";؛",
    _COMMA: ",،\uff0c",
    _DASH: "–—―",
    _HYPHEN: "-\u2010\u2011\u2212",  # a dash at an edge only, where a turn of speech begins
    _STOP: ".۔\u3002",
    _ELLIPSIS: "…",
}
_NAMES = {
    _QUESTION: "question", _EXCLAMATION: "exclamation", _QUOTE: "quote", _BRACKET: "bracket",
    _COLON: "colon", _SEMICOLON: "semicolon", _COMMA: "comma", _DASH: "dash", _STOP: "stop",
    _ELLIPSIS: "ellipsis",
}  # fmt: skip
_CLOSERS = (_QUOTE, _BRACKET)
_ENDS = tuple(kind for kind in _NAMES if kind not in _CLOSERS)
_LIST_MARK = re.compile(
    r"\s*(?:[•●▪◦‣∙*]\s|[(\[]?(?:[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[A-Za-z\u0621-\u064a])"
    r"[.)\]\-\u2013](?![0-9\u0660-\u0669\u06f0-\u06f9.]))"
)

COUNTS = tuple(f"count_{name}" for name in _NAMES.values())
BEGINNING = ("begin_quote", "begin_bracket", "begin_dash", "begin_small", "begin_list")
END = (*(f"end_{_NAMES[kind]}" for kind in _ENDS), "end_none", "close_quote", "close_bracket")
COLUMNS = (*COUNTS, *BEGINNING, *END)
AT_ONCE = 4_000  # texts; keeps the working set small


def punctuation(texts: list[str]) -> Array:
    """Return one row of `COLUMNS` a text, float32, shape (n, len(COLUMNS)).

    The columns of `COUNTS` of a bead are the sums over its segments, those of `BEGINNING` are
    those of its first segment and those of `END` those of its last. ``end_`` looks behind closing
    quotes and brackets, which have columns of their own; a text of neither has ``end_none``.

    >>> row = dict(zip(COLUMNS, punctuation(["قال: «لماذا؟»"])[0].tolist()))
    >>> [name for name, value in row.items() if value]
    ['count_question', 'count_quote', 'count_colon', 'end_question', 'close_quote']
    """
    parts = [
        _Characters(texts[first : first + AT_ONCE]).rows()
        for first in range(0, len(texts), AT_ONCE)
    ]
    return np.concatenate([np.zeros((0, len(COLUMNS)), np.float32), *parts])


class _Characters:
    """The classes of all characters of some texts in one row, a line break behind each text."""

    def __init__(self, texts: list[str]) -> None:
        lengths = np.array([len(text) + 1 for text in texts])
        self._texts = texts
        self._starts = np.cumsum(lengths) - lengths
        self._kinds = _kinds("\n".join([*texts, ""]))

    def rows(self) -> Array:
        """Return the columns, text by text."""
        table = np.zeros((len(self._texts), len(COLUMNS)), np.float32)
        for name, column in self._columns():
            table[:, COLUMNS.index(name)] = column
        return table

    def _columns(self) -> Iterator[tuple[str, Array]]:
        for kind, name in _NAMES.items():
            held = np.add.reduceat(self._kinds == kind, self._starts, dtype=np.float32)
            yield f"count_{name}", held
        yield from self._beginnings()
        yield from self._endings()

    def _beginnings(self) -> Iterator[tuple[str, Array]]:
        first = self._first(self._kinds != _SKIPPED)
        yield "begin_quote", first == _QUOTE
        yield "begin_bracket", first == _BRACKET
        yield "begin_dash", (first == _DASH) | (first == _HYPHEN)
        yield (
            "begin_small",
            self._first((self._kinds == _LETTER) | (self._kinds == _SMALL)) == _SMALL,
        )
        yield "begin_list", np.array([_LIST_MARK.match(text) is not None for text in self._texts])

    def _endings(self) -> Iterator[tuple[str, Array]]:
        written = self._kinds != _SKIPPED
        last = self._last(written)
        yield "close_quote", last == _QUOTE
        yield "close_bracket", last == _BRACKET
        inside = self._last(written & ~np.isin(self._kinds, _CLOSERS))
        inside[inside == _HYPHEN] = _DASH
        for kind in _ENDS:
            yield f"end_{_NAMES[kind]}", inside == kind
        yield "end_none", ~np.isin(inside, _ENDS)

    def _first(self, wanted: Array) -> Array:
        """Return the kind of the first wanted character of each text, else of its line break."""
        places = np.where(wanted, np.arange(len(wanted)), len(wanted) - 1)
        return self._kinds[np.minimum.reduceat(places, self._starts)]

    def _last(self, wanted: Array) -> Array:
        """Return the kind of the last wanted character of each text, `_SKIPPED` without one."""
        places = np.maximum.reduceat(np.where(wanted, np.arange(len(wanted)), -1), self._starts)
        return np.where(places < 0, _SKIPPED, self._kinds[places])


def _kinds(text: str) -> Array:
    """Return the class of each character, full stops and apostrophes by their neighbours."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = _table()
    kinds = table[np.minimum(codes, len(table) - 1)]
    before, after = np.roll(kinds, 1), np.roll(kinds, -1)  # the last is a line break
    stop = kinds == _STOP
    more = stop & (before == _STOP)
    row = stop & (after == _STOP) & ~more
    inner = stop & ~more & ~row & ~np.isin(after, (_SKIPPED, _QUOTE, _APOSTROPHE, _BRACKET))
    apostrophe = kinds == _APOSTROPHE
    in_word = apostrophe & np.isin(before, (_LETTER, _SMALL)) & np.isin(after, (_LETTER, _SMALL))
    kinds[more] = _SKIPPED
    kinds[row] = _ELLIPSIS
    kinds[apostrophe] = _QUOTE
    kinds[inner | in_word] = _OTHER
    return kinds


@cache
def _table() -> Array:
    """Return the class of every character of the basic plane; all others are class 0."""
    table = np.zeros(0x10000, np.uint8)
    for code in range(len(table)):
        character = chr(code)
        if character.islower():
            table[code] = _SMALL
        elif character.isalnum():
            table[code] = _LETTER
        elif character.isspace() or unicodedata.category(character) in {"Mn", "Cf", "Cc"}:
            table[code] = _SKIPPED
    table[ord(TATWEEL)] = _SKIPPED
    for kind, characters in _CHARACTERS.items():
        table[[ord(character) for character in characters]] = kind
    table[-1] = _OTHER
    return table
