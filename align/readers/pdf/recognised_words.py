"""Words that a text recogniser laid over the picture of a page, each kept in one piece.

Tesseract draws a word that runs from right to left by a mirrored matrix, without ink, and its
characters in the order of reading, numbers among them; its boxes overlap those of other words.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.readers.pdf.brackets import balanced
from align.readers.pdf.ligatures import is_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.glyphs import Glyph

__all__ = ["in_words"]

NEXT = 0.01  # of the size: how far left of its word a space stands, before all others


def in_words(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return upright glyphs; where text without ink is mirrored, all such is put to words."""
    found = list(glyphs)
    if not any(glyph.mirrored for glyph in found):
        return found
    drawn: dict[int, list[Glyph]] = {}
    for glyph in found:
        drawn.setdefault(glyph.unseen, []).append(glyph)
    whole = drawn.pop(0, [])
    for characters in drawn.values():
        for word in _words(characters):
            whole += _with_space(_word(word))
    return whole


def _words(characters: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the words of a text object, their characters in the order they were drawn in."""
    for is_space, run in groupby(sorted(characters, key=_along), lambda glyph: glyph.text == " "):
        if not is_space:
            yield list(run)


def _along(glyph: Glyph) -> tuple[float, int]:
    return (-glyph.u if glyph.mirrored else glyph.u), glyph.place


def _word(characters: Sequence[Glyph]) -> Glyph:
    left = min(glyph.u0 for glyph in characters)
    return characters[0]._replace(
        text=_led_by_letter("".join(balanced([glyph.text for glyph in characters]))),
        given="".join(glyph.text for glyph in sorted(characters, key=lambda glyph: glyph.place)),
        u=left,
        u0=left,
        u1=max(glyph.u1 for glyph in characters),
        low=min(glyph.low for glyph in characters),
        high=max(glyph.high for glyph in characters),
        place=min(glyph.place for glyph in characters),
    )


def _led_by_letter(text: str) -> str:
    """Return a text with the marks that it begins with after its first letter, if it has one."""
    first = next((place for place, char in enumerate(text) if not is_mark(char)), 0)
    return text[first : first + 1] + text[:first] + text[first + 1 :]


def _with_space(word: Glyph) -> tuple[Glyph, Glyph]:
    """Return a word and a space, which keeps it from what is left of it or drawn over it."""
    edge = word.u - NEXT * word.size
    return word, word._replace(text=" ", given="", u=edge, u0=edge, u1=edge)
