"""Brackets and quotation marks: which lack their counterpart, which are on one side only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, other, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag, SideName

__all__ = ["brackets", "quotes"]

_BRACKET = re.compile(r"[()\[\]{}\ufd3e\ufd3f]")
# In Arabic the right ornate bracket opens.
_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "\ufd3f": "\ufd3e"}
# Brackets without a counterpart: of the marks of list items, the first of which begins the text
# or stands behind another mark, and of smileys.
_ITEM = re.compile(r"(?:\A|\s)[^\W_]{1,3}(?P<bracket>\))")
_FIRST_ITEM = re.compile(r"(?:\A|[.:;,،؛–—-]\s+)[\s\"“«]*[^\W_]{1,3}\)")
_SMILEY = re.compile(r"(?:\A|\s)[:;=8][-'o^]?(?P<bracket>[()])")
_FILLED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 4  # words in brackets that no translator adds or leaves out for the style alone

_QUOTE = re.compile(r"[«»“”„‟\"]")
_INCHES = re.compile(r"\d\"")
_SINGLE = re.compile(r"(?<!\w)['‘‚][^'‘’]+['’‘](?!\w)")


def brackets(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each bracket without a counterpart, or for brackets on one side only."""
    texts = {side: pair.side(side).text for side in SIDES}
    if not any(map(_BRACKET.search, texts.values())):
        return
    alone = {side: _alone(text) for side, text in texts.items()}
    kinds = {side: sorted(texts[side][place] for place in alone[side]) for side in SIDES}
    if kinds["source"] == kinds["target"]:  # a text cut in two is cut on both sides
        yield from _one_sided(pair)
        return
    for side in SIDES:
        for place in alone[side]:
            message = f"{quoted(texts[side][place])} has no counterpart"
            yield flag("bracket", message, side, place, place + 1)


def _alone(text: str) -> list[int]:
    """Return the places of the brackets without a counterpart."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if match.group() in _CLOSED_BY:
            opened.append(place)
        elif opened and _CLOSED_BY[text[opened[-1]]] == match.group():
            opened.pop()
        else:
            alone.append(place)
    return sorted({*opened, *alone} - _needing_none(text))


def _needing_none(text: str) -> set[int]:
    """Return the places of the brackets that need no counterpart."""
    items = _ITEM.finditer(text) if _FIRST_ITEM.search(text) else ()
    return {match.start("bracket") for match in (*items, *_SMILEY.finditer(text))}


def _one_sided(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for a longer text in brackets where the other side has no brackets at all."""
    for side in SIDES:
        text, facing = pair.side(side).text, other(side)
        if _BRACKET.search(pair.side(facing).text):
            continue
        for match in _FILLED.finditer(text):
            if len(_WORD.findall(match.group())) >= _FEWEST:
                message = f"{quoted(match.group())} stands in brackets, the {facing} has none"
                yield flag("bracket", message, side, *match.span())


def quotes(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for a quotation mark without a counterpart, or quotations on one side only."""
    found = {side: list(_QUOTE.finditer(pair.side(side).text)) for side in SIDES}
    odd = {side: len(found[side]) % 2 == 1 and not _has_inches(pair, side) for side in SIDES}
    for side in SIDES:
        facing = other(side)
        if odd[side] and not odd[facing]:
            mark = found[side][-1]
            message = f"the quotation mark {quoted(mark.group())} has no counterpart"
            yield flag("quote", message, side, *mark.span())
        elif len(found[side]) > 1 and not found[facing] and not _quotes_otherwise(pair, facing):
            message = f"the {side} has quotation marks, the {facing} has none"
            yield flag("quote", message, side, found[side][0].start(), found[side][1].end())


def _quotes_otherwise(pair: Pair, side: SideName) -> bool:
    return bool(_SINGLE.search(pair.side(side).text))


def _has_inches(pair: Pair, side: SideName) -> bool:
    return bool(_INCHES.search(pair.side(side).text))
