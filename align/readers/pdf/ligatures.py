"""Glyphs that stand for several characters: put together, in the order of reading.

A ligature comes as its letters, all at one place and in whichever order PDFium thinks right. So
does a letter with its marks, where a file tells their text but not which glyph is which.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from align.readers.pdf.bidi import bidi_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.glyphs import Glyph

__all__ = ["JOINS_NOTHING", "is_arabic", "is_mark", "joined"]

# Letters that join nothing to their left: in a ligature they stand last.
JOINS_NOTHING = frozenset("اأإآٱدذرزوؤةىء")
_WORDS = {"لله", "الله"}  # have a ligature of their own, of which the rule above tells nothing


def joined(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the glyphs of a page with each ligature as one; marks that stand alone stay so."""
    groups = [list(group) for _, group in groupby(glyphs, key=lambda glyph: (glyph.u, glyph.v))]
    turned = _are_turned(groups)
    return [glyph for group in groups for glyph in _joined(group, turned)]


def is_mark(text: str) -> bool:
    """Say whether a text is a vowel sign or the like, which stands on a letter."""
    return unicodedata.category(text[0]) == "Mn"


def is_arabic(text: str) -> bool:
    """Say whether a text begins with a letter written from right to left."""
    return bool(text) and bidi_class(text[0]) in {"R", "AL"}


def _joined(group: list[Glyph], turned: bool) -> Iterator[Glyph]:
    marks = [glyph for glyph in group if is_mark(glyph.text)]
    letters = [glyph for glyph in group if not is_mark(glyph.text) and glyph.text != " "]
    if not letters:
        yield from marks or group  # a space only carries marks
    elif marks or _is_ligature(letters):
        yield _one([glyph for glyph in group if glyph.text != " "], turned, bool(marks))
    else:
        yield from group


def _is_ligature(letters: Sequence[Glyph]) -> bool:
    """Say whether letters share their box too, so that nothing but their order tells them apart."""
    boxes = {(letter.u0, letter.u1, letter.low, letter.high) for letter in letters}
    return len(letters) > 1 and len(boxes) == 1


def _one(group: Sequence[Glyph], turned: bool, floating: bool) -> Glyph:
    given = "".join(glyph.text for glyph in group)
    left, right = min(glyph.u0 for glyph in group), max(glyph.u1 for glyph in group)
    return group[0]._replace(
        text=_ordered(given, turned),
        given=given,
        u=left if floating else group[0].u,
        u0=left,
        u1=right,
        low=min(glyph.low for glyph in group),
        high=max(glyph.high for glyph in group),
        hint_before=any(glyph.hint_before for glyph in group),
        hint_after=any(glyph.hint_after for glyph in group),
        floating=floating,
    )


def _ordered(text: str, turned: bool) -> str:
    if not any(map(is_arabic, text)):
        return text
    known = _tells_turned(text)
    return text[::-1] if (turned if known is None else known) else text


def _tells_turned(text: str) -> bool | None:
    """Say whether the characters of an Arabic ligature stand in the wrong order, if they tell."""
    if is_mark(text[0]) != is_mark(text[-1]):
        return is_mark(text[0])
    forwards, backwards = _ends_well(text), _ends_well(text[::-1])
    return None if forwards == backwards else backwards


def _ends_well(text: str) -> bool:
    letters = "".join(char for char in text if not is_mark(char))
    if letters[::-1] in _WORDS:
        return False
    return not any(char in JOINS_NOTHING for char in letters[:-1])


def _are_turned(groups: Iterable[Sequence[Glyph]]) -> bool:
    """Say whether most ligatures that tell are in the wrong order: PDFium turns those it knows."""
    votes: Counter[bool | None] = Counter()
    for group in groups:
        text = "".join(glyph.text for glyph in group)
        if len(text) > 1 and is_arabic(text.lstrip()) and _is_ligature(group):
            votes[_tells_turned(text)] += 1
    return votes[True] >= votes[False]
