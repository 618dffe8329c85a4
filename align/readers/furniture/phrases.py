"""What lines of furniture say, in both languages: the phrases of phrases.toml, ready to compare."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Said", "folded", "phrases", "said", "words_of"]

_SEPARATORS = "|<>-\u2013\u2014:/&«»‹›•·"
# Marks (NFKD parts hamza and madda from their alef too), controls, symbols, punctuation; tatweel
# and hamza, which are letters. What separates the parts of a line stays.
_DROPPED = re.compile(rf"[^\w\s{re.escape(_SEPARATORS)}]+|[\t\n\v\f\r\x1c-\x1f\x85_\u0640\u0621]+")
_OUTER = f" {_SEPARATORS}"
_SAME = (*zip("\u0671\u0649\u06cc\u0629\u06a9", "\u0627\u064a\u064a\u0647\u0643", strict=True),)
_PLACEHOLDER = re.compile(r"(\{n\}|\{net\}|\{this\}|\{x\}|: …$| …$)")
_NUMBER = r"\d+(?: ?[km]| الف| مليون)?"
_BETWEEN = r"(?:[\s/|&:•·\-\u2013\u2014]|\b(?:and|or|on|على)\b|\bو)*"  # names of networks in a row
_ANYTHING = {
    "{n}": rf"\s*{_NUMBER}[\s\-]*",
    "{x}": ".{1,200}?",
    ": …": r" ?[:|<>«»‹›\-\u2013\u2014].*",
    " …": r"(?!\w).*",
}
A_NUMBER, ANY_WORD = "#", ""  # instead of the first word of a phrase

Words = Literal["menu", "places", "home", "networks", "languages", "things"]
# By their first word, which may be any: some words that are in every such line, its pattern.
Ways = dict[str, list[tuple[str, re.Pattern[str], "Said"]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a line says: a label, whether it is furniture anywhere, whether a list may follow."""

    label: str
    sure: bool
    opens: bool


def folded(text: str) -> str:
    """Return ``text`` without case, marks, symbols, punctuation at its ends, shapes of letters.

    >>> folded("► إقرأ أيضًا:"), folded("© 2024 The Mill")
    ('اقرا ايضا', 'copyright 2024 the mill')
    """
    plain = unicodedata.normalize("NFKD", text.replace("©", " copyright ")).casefold()
    plain = plain.replace("..", ":")  # as headlines have it after "read also"
    if not plain.isascii():
        for letter, instead in _SAME:  # faster than a table of them
            plain = plain.replace(letter, instead)
    return " ".join(_DROPPED.sub("", plain).split()).strip(_OUTER)


def said(key: str) -> Said | None:
    """Return what a folded line says as a whole, None if it is no phrase we know."""
    exact, ways = _phrases()
    if key in exact:
        return exact[key]
    for first in (_first_word(key), ANY_WORD):
        for part, pattern, meaning in ways.get(first, ()):
            if part in key and pattern.fullmatch(key):
                return meaning
    return None


@lru_cache
def words_of(kind: Words) -> frozenset[str]:
    """Return the folded words of a kind, of both languages."""
    lists = _data()[kind]
    return frozenset(folded(word) for language in lists for word in lists[language])


@lru_cache
def _data() -> dict[str, Any]:
    text = resources.files("align.readers.furniture").joinpath("phrases.toml").read_text("utf-8")
    return tomllib.loads(text)


@lru_cache
def _phrases() -> tuple[dict[str, Said], Ways]:
    """Return the phrases that are whole lines, and the patterns of the others."""
    exact: dict[str, Said] = {}
    ways: Ways = {}
    for phrase, meaning in phrases():
        if not _PLACEHOLDER.search(phrase):
            exact.setdefault(folded(phrase), meaning)
            continue
        parts = [folded(part) for part in _PLACEHOLDER.split(phrase)[::2]]
        first = phrase if phrase.startswith("{") else parts[0]
        way = max(parts, key=len), re.compile(_pattern(phrase)), meaning
        ways.setdefault(_first_word(first), []).append(way)
    return exact, ways


def _first_word(key: str) -> str:
    """Return what a line or phrase is looked up by: its first word, or that this is a number."""
    if key.startswith("{n}") or key[:1].isdecimal():
        return A_NUMBER
    return ANY_WORD if key.startswith("{") else key.partition(" ")[0].rstrip(":")


def phrases() -> Iterator[tuple[str, Said]]:
    """Yield every phrase as it is written down, and what it says."""
    for level in ("sure", "likely"):
        for entry in _data()[level]:
            meaning = Said(
                label=entry["label"], sure=level == "sure", opens=entry.get("opens", False)
            )
            for phrase in (*entry["english"], *entry["arabic"]):
                yield phrase, meaning


def _pattern(phrase: str) -> str:
    """Return the regular expression of the folded lines that a phrase stands for."""
    pieces = [piece for piece in _PLACEHOLDER.split(phrase) if piece]
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    if piece in _ANYTHING:
        return _ANYTHING[piece]
    if piece == "{net}":
        network = _one_of("networks")
        return rf"\s*(?:{network})(?:{_BETWEEN}(?:{network}))*\s*"
    if piece == "{this}":
        return rf"\s*(?:this |the |هذا |هذه )?(?:{_one_of('things')})\s*"
    colon = " ?:?" if piece.rstrip().endswith(":") else ""
    space = "(?:^| )" if piece.startswith(" ") else ""
    return rf"{space}{re.escape(folded(piece))}{colon}(?!\w)"


@lru_cache
def _one_of(kind: Words) -> str:
    longest_first = sorted(words_of(kind), key=lambda word: (-len(word), word))
    return "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first)
