"""Glyphs that stand for several characters: put together, in the order of reading.

A ligature comes as its letters, all at one place and in whichever order PDFium thinks right. So
does a letter with its marks, where a file tells their text but not which glyph is which.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from align.readers.pdf.bidi import bidi_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.glyphs import Glyph

__all__ = ["JOINS_NOTHING", "is_arabic", "is_mark", "joined"]

# Letters that join nothing to their left: in a ligature they stand last.
JOINS_NOTHING = frozenset("اأإآٱدذرزوؤةىء")
OVER = 0.5  # of the size: how far over its letter a mark may end
BETWEEN = 4  # places in PDFium's order between glyphs drawn from one place
_LAM, _ALEFS = "ل", frozenset("اأإآ")
_NEVER_ON_ALEF = {"\N{ARABIC SHADDA}", "\N{ARABIC SUKUN}"}
_WORDS = {"لله", "الله"}  # have a ligature of their own, of which the rule above tells nothing


def joined(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the glyphs of a page with each ligature as one; marks that stand alone stay so."""
    groups = _groups(glyphs)
    turned = _are_turned(groups)
    return _once([glyph for group in groups for glyph in _joined(group, turned)])


def is_mark(text: str) -> bool:
    """Say whether a text is a vowel sign or the like, which stands on a letter."""
    return unicodedata.category(text[0]) == "Mn"


def is_arabic(text: str) -> bool:
    """Say whether a text begins with a letter written from right to left."""
    return bool(text) and bidi_class(text[0]) in {"R", "AL"}


def _groups(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs drawn from one place; PDFium may put a few others between them."""
    groups: list[list[Glyph]] = []
    last: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        group = last.get((glyph.u, glyph.v))
        if group is None or glyph.place - group[-1].place > BETWEEN:
            group = last[glyph.u, glyph.v] = []
            groups.append(group)
        group.append(glyph)
    return groups


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs without marks that have the text of their letter beside the letter itself."""
    letters: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.floating:
            letters.setdefault(glyph.text, []).append(glyph)
    return [
        glyph
        for glyph in glyphs
        if not (glyph.floating and any(_covers(other, glyph) for other in letters[glyph.text]))
    ]


def _covers(letter: Glyph, mark: Glyph) -> bool:
    """Say whether the ink of a letter spans that of one of its marks, which stands off its line."""
    return (
        letter.v != mark.v
        and letter.low < mark.high < letter.high + OVER * letter.size
        and letter.high - letter.low > mark.high - mark.low
        and letter.u0 < mark.u1
        and mark.u0 < letter.u1
    )


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
    if (letters := sorted(char for char in text if not is_mark(char))) and _is_lam_alef(letters):
        return lam_alef(letters[0], [char for char in text if is_mark(char)])
    known = _tells_turned(text)
    ordered = text[::-1] if (turned if known is None else known) else text
    first = next(place for place, char in enumerate(ordered) if not is_mark(char))
    return ordered[first:] + ordered[:first]


def _is_lam_alef(letters: Sequence[str]) -> bool:
    """Say whether these two letters, in the order of their codes, are lam and a kind of alef."""
    return len(letters) == 2 and letters[0] in _ALEFS and letters[1] == _LAM  # noqa: PLR2004


def lam_alef(alef: str, marks: Sequence[str]) -> str:
    """Return lam and ``alef`` with the marks drawn over both, as they are commonly written.

    >>> lam_alef("ا", ["ً"])
    'لًا'
    """
    on_alef = [mark for mark in marks if alef != "ا" and mark not in _NEVER_ON_ALEF]
    on_lam = [mark for mark in marks if mark not in on_alef]
    return "".join([_LAM, *on_lam, alef, *on_alef])


def _tells_turned(text: str) -> bool | None:
    """Say whether the characters of an Arabic ligature stand in the wrong order, if they tell."""
    forwards, backwards = _ends_well(text), _ends_well(text[::-1])
    if forwards != backwards:
        return backwards
    return is_mark(text[0]) if is_mark(text[0]) != is_mark(text[-1]) else None


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
