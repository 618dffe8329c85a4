"""Whether there are two languages at all: a stray name, byline or address is no second side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from align.layouts.strangeness import NO_MATCH, mismatch
from align.text.scripts import letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.layouts.parts import Laid, Part, Tongues

__all__ = ["one_language"]

FEWEST_LETTERS = 0.05  # share of all letters that the smaller side must have
PLAIN_SHARE = 0.2  # share from which on names alone make a side
FEWEST_WORDS = 2
MOST_STRANGERS = 0.1  # share of other letters up to which half a line is in Latin letters
_ADDRESS = regex.compile(r"(?<!\S)(?:\S*(?:://|www\.|@|#)\S*|\S+\.\p{Ll}{2,}\b)")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]+")


def one_language(regions: Sequence[Laid], tongues: Tongues, *, asked: bool = False) -> int | None:
    """Return the one side that a document has, None if it has two.

    ``asked``: a layout was asked for, so that any letters make a side.
    """
    sides: tuple[list[Part], list[Part]] = ([], [])
    for region in regions:
        for row in region.rows:
            sides[0].extend(row.source)
            sides[1].extend(row.target)
    letters = [sum(part.total for part in parts) for parts in sides]
    smaller = int(letters[1] < letters[0])
    if letters[smaller] and (asked or _one_pair(*sides, tongues)):
        return None
    for side in (0, 1):
        if tongues.guest(1 - side) and _torn(regions, sides[side], side):
            return 1 - side
    share = letters[smaller] / max(1, sum(letters))
    if share >= FEWEST_LETTERS and _speaks(sides[smaller], smaller, share, tongues):
        return None
    return 1 - smaller


def _one_pair(source: Sequence[Part], target: Sequence[Part], tongues: Tongues) -> bool:
    """Say whether there are but two lines, each wholly in its script, of a fitting length."""
    if len(source) != 1 or len(target) != 1 or source[0].letters[1] or target[0].letters[0]:
        return False
    return mismatch(source[0].total, target[0].total, tongues) < NO_MATCH


def _torn(regions: Sequence[Laid], parts: Sequence[Part], side: int) -> bool:
    """Say whether lines were cut at their terms: none of the Latin halves is purely Latin."""
    if not parts or any(region.layout != "inline" for region in regions):
        return False
    return all(part.letters[1 - side] > MOST_STRANGERS * part.total for part in parts)


def _speaks(parts: Sequence[Part], side: int, share: float, tongues: Tongues) -> bool:
    """Say whether the parts hold more than names and addresses."""
    own = (part.letters[side] > part.letters[1 - side] for part in parts)
    if tongues.guest(1 - side) and not any(own):  # else all of it may be terms and commands
        return False
    texts = (_ADDRESS.sub(" ", part.text) for part in parts)
    words = [word for text in texts for word in _WORD.findall(text)]
    words = [word for word in words if letters_of(word, tongues.scripts[side])]
    names = all(word[0] != word[0].lower() for word in words)
    return len(words) >= FEWEST_WORDS and (share >= PLAIN_SHARE or not names)
