"""Sides that hold nothing, or the same on both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, other
from align.text.arabic import INVISIBLE, MARKS, TATWEEL
from align.text.running import running_words
from align.text.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["sides"]

_BLANK = re.compile(rf"[\s{INVISIBLE}]*")
_LETTER = re.compile(r"[^\W_]")
_BETWEEN = re.compile(rf"[\W_{TATWEEL}{MARKS}]+")  # what two spellings of one text may differ in
_HELD = re.compile(rf"[^\W_{TATWEEL}{MARKS}]")
_LEAST = 3  # Arabic words that are a text, not a name, where both languages are written in them


def sides(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each side without text, and one for two sides with the same text."""
    said = [bool(_LETTER.search(pair.side(side).text)) for side in SIDES]
    for side, speaks in zip(SIDES, said, strict=True):
        if _BLANK.fullmatch(pair.side(side).text):
            yield flag("empty", f"the {side} is empty", side)
        elif not speaks and any(said):
            message = f"the {side} holds only punctuation, the {other(side)} has text"
            yield flag("empty", message, side, 0, len(pair.side(side).text))
    if all(said) and _same(pair) and _has_to_be_translated(pair):
        yield flag("identical", "source and target are the same text")


def _same(pair: Pair) -> bool:
    source, target = (pair.side(side).text.casefold() for side in SIDES)
    first, other_first = map(_HELD.search, (source, target))
    if first and other_first and first.group() != other_first.group():
        return False  # what nearly all pairs tell by their first letters
    return _BETWEEN.sub("", source) == _BETWEEN.sub("", target)


def _has_to_be_translated(pair: Pair) -> bool:
    """Say whether the text, the same on both sides, holds words that differ between languages."""
    scripts = {script_of(pair.source.lang), script_of(pair.target.lang)}
    words = running_words(pair.source.text)
    return len(words) >= (1 if len(scripts) > 1 else _LEAST)
