"""Names: every name of the one side is on the other, by its sound or by its own name there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from align.checks.catalogue import flag
from align.evidence.arabic_names import arabic_names_of
from align.evidence.counterparts import ArabicText, EnglishText
from align.evidence.exonyms import arabic_spellings
from align.evidence.names import names as english_names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.evidence.arabic_names import ArabicName
    from align.evidence.names import Name
    from align.evidence.pair import Pair, Said, Text
    from align.model import Flag, SideName

__all__ = ["names"]

_LANGS = {"ar", "en"}
# How well the words of a name must be found by meaning for it to be translated, not lost. With the
# encoder this takes back a fifth of the flags of right pairs, and hardly any of replaced names.
_SAID = 0.9
_DETERMINER = regex.compile(
    r"\b(?:an?|the|this|that|every|each|any|such|said|no)[\s\p{P}]+$", regex.IGNORECASE
)
_NEAR = 10  # characters before a name in which its determiner stands


def names(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each name of a side that is not on the other."""
    if {pair.source.family, pair.target.family} != _LANGS:
        return
    if pair.source.family == "ar":
        yield from _not_in_english("source", pair.source, pair.target)
        yield from _not_in_arabic("target", pair, pair.target_words)
    else:
        yield from _not_in_arabic("source", pair, pair.source_words)
        yield from _not_in_english("target", pair.target, pair.source)


def _not_in_english(side: SideName, arabic: Text, english: Text) -> Iterator[Flag]:
    text = EnglishText(english.text, english.tokens)
    for name in arabic_names_of(arabic.text, arabic.tokens):
        if not text.has(name):
            yield _flag(side, arabic, name)


def _not_in_arabic(side: SideName, pair: Pair, words: Iterable[Said]) -> Iterator[Flag]:
    english, arabic = pair.side(side), pair.target if side == "source" else pair.source
    found = english_names_of(english.text, pair.context.capitals, english.tokens)
    text = ArabicText(arabic.text, arabic.tokens)
    for name in found:
        there = _is_common(name, english.text) or text.has(name) or _said(name, words)
        if not there:
            yield _flag(side, english, name)


def _is_common(name: Name, text: str) -> bool:
    """Return whether a name is likely a word with a capital: the Tenant, every Muppet."""
    unknown = len(name.parts) == 1 and not arabic_spellings(name.parts[0].key)
    return unknown and bool(_DETERMINER.search(text, max(0, name.start - _NEAR), name.start))


def _said(name: Name, words: Iterable[Said]) -> bool:
    """Return whether the words of a name are all found on the other side by their meaning."""
    inside = [word.found for word in words if word.start < name.end and name.start < word.end]
    return bool(inside) and min(inside) >= _SAID


def _flag(side: SideName, text: Text, name: Name | ArabicName) -> Flag:
    other = "target" if side == "source" else "source"
    written = text.text[name.start : name.end]
    message = f"the name “{written}” is not in the {other}"
    return flag("name", message, side, name.start, name.end)
