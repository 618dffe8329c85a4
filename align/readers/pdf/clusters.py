"""Glyphs put together to letters: ligatures in the order of reading, marks on their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from align.readers.pdf.glyphs import UNMAPPED
from align.readers.pdf.ligatures import JOINS_NOTHING, is_arabic
from align.text.arabic import TATWEEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.glyphs import Glyph

__all__ = ["Cluster", "clusters", "put_marks", "without_strokes"]

SAME_PEN = 0.02  # of the size: glyphs drawn from one place are one ligature
FLAT = 0.16  # of the size: ink no higher is a stroke, not a letter
UNDER = 0.06  # of the size: how far under the baseline a stroke of letters may reach
STRIP = 16.0  # points across, to look for a mark's letter in
MOST_STRIPS = 20  # that one letter is found in
TOUCHING = 0.1  # of the size: between letters that join
LINE = 0.8  # of the size: no mark is drawn further from the baseline of its letter
_FLAT_SIGNS = frozenset(". \N{HORIZONTAL ELLIPSIS}")  # and on the baseline
_LAM_ALEF = re.compile("ل[اأإآٱ]")
_NEVER_ON_ALEF = {"\N{ARABIC SHADDA}", "\N{ARABIC SUKUN}"}


@dataclass(slots=True)
class Cluster:
    """A letter or ligature, ``text`` in logical order, with the marks on it.

    One without text is a stroke that only lengthens its word; ``given`` is the text in PDFium's
    order.
    """

    text: str
    given: str
    left: float
    right: float
    pen: float
    v: float
    low: float
    high: float
    size: float
    bold: bool
    place: int
    hinted: bool
    floating: bool
    marks: list[Glyph] = field(default_factory=list)

    @property
    def is_space(self) -> bool:
        """Whether it is none, but the space between words."""
        return self.text == " "

    @property
    def takes_marks(self) -> bool:
        """Whether marks stand on it."""
        return bool(self.text) and self.text[0].isalpha() and self.text != TATWEEL

    @property
    def marked(self) -> str:
        """The letters with their marks."""
        if not _LAM_ALEF.fullmatch(self.text):
            return self.text + "".join(mark.text for mark in self.marks)
        middle = (self.left + self.right) / 2
        on_alef = [
            mark.text
            for mark in self.marks
            if _middle(mark) < middle and self.text[1] != "ا" and mark.text not in _NEVER_ON_ALEF
        ]
        on_lam = [mark.text for mark in self.marks if mark.text not in on_alef]
        return "".join([self.text[0], *on_lam, self.text[1], *on_alef])


def clusters(row: Iterable[Glyph]) -> list[Cluster]:
    """Return the letters and spaces of a row from left to right."""
    letters = sorted(row, key=lambda glyph: (glyph.u, glyph.place))
    for place in range(len(letters) - 1):
        left, right = letters[place : place + 2]
        if right.u - left.u < SAME_PEN * left.size and _are_swapped(left, right):
            letters[place : place + 2] = right, left
    return [_cluster(glyph) for glyph in letters]


def _are_swapped(left: Glyph, right: Glyph) -> bool:
    """Say whether of two letters drawn from one place the left one is read first: lam and alef."""
    if not is_arabic(left.text) or not is_arabic(right.text):
        return False
    left_ends, right_ends = (glyph.text[0] in JOINS_NOTHING for glyph in (left, right))
    return right_ends if left_ends != right_ends else _middle(right) < _middle(left)


def _cluster(glyph: Glyph) -> Cluster:
    return Cluster(
        text=glyph.text,
        given=(glyph.given or glyph.text) + " " * glyph.hint_after,
        left=glyph.u0,
        right=glyph.u1,
        pen=glyph.u,
        v=glyph.v,
        low=glyph.low,
        high=glyph.high,
        size=glyph.size,
        bold=glyph.bold,
        place=glyph.place,
        hinted=glyph.hint_before or glyph.hint_after,
        floating=glyph.floating,
    )


def without_strokes(row: list[Cluster]) -> list[Cluster]:
    """Return a row in which ink without a letter has no text, where it belongs to letters.

    Such are the strokes that justify a line, and parts of a letter that was drawn in several.
    """
    arabic = [cluster for cluster in row if is_arabic(cluster.text)]
    strokes = [cluster for cluster in row if cluster.text == UNMAPPED]
    strokes = [cluster for cluster in strokes if _is_no_letter(cluster, arabic)]
    for cluster in [*strokes, *_kashidas(row)]:
        cluster.text = ""
    return row


def _is_no_letter(cluster: Cluster, arabic: Sequence[Cluster]) -> bool:
    return _is_stroke(cluster, arabic) or any(_covers(letter, cluster) for letter in arabic)


def _is_stroke(cluster: Cluster, arabic: Sequence[Cluster]) -> bool:
    near = cluster.size
    return _is_flat(cluster) and any(
        letter.left < cluster.right + near and letter.right > cluster.left - near
        for letter in arabic
    )


def _is_flat(cluster: Cluster) -> bool:
    return cluster.high - cluster.low < min(FLAT * cluster.size, cluster.right - cluster.left)


def _kashidas(row: Sequence[Cluster]) -> Iterator[Cluster]:
    """Yield what the file calls other signs, but is strokes from one Arabic letter to the next.

    Some programs name the stroke after whatever character comes first in their table.
    """
    runs = [list(run) for _, run in groupby(row, key=_stroke_name)]
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        ends = (before[-1], run[0]), (run[-1], after[0])
        if _stroke_name(run[0]) and all(
            _touch(*pair) and any(is_arabic(letter.text) for letter in pair) for pair in ends
        ):
            yield from run


def _stroke_name(cluster: Cluster) -> str:
    """Return what a flat stroke on the baseline is called, if what is called so is none."""
    known = cluster.text in _FLAT_SIGNS or cluster.text == UNMAPPED or is_arabic(cluster.text)
    low, high = cluster.low - cluster.v, cluster.high - cluster.v
    on_baseline = low > -UNDER * cluster.size and high < FLAT * cluster.size
    return cluster.text if on_baseline and _is_flat(cluster) and not known else ""


def _touch(one: Cluster, other: Cluster) -> bool:
    near = TOUCHING * other.size
    return one.left < other.right + near and other.left < one.right + near


def _covers(letter: Cluster, cluster: Cluster) -> bool:
    shared = min(letter.right, cluster.right) - max(letter.left, cluster.left)
    return shared > (cluster.right - cluster.left) / 2


def put_marks(marks: Iterable[Glyph], letters: Iterable[Cluster]) -> list[Glyph]:
    """Give each mark to the letter under or over it; return those that stand alone."""
    strips: dict[int, list[Cluster]] = {}
    for letter in letters:
        if letter.takes_marks:
            first = _strip(letter.left) - 1
            for strip in range(first, min(_strip(letter.right) + 2, first + MOST_STRIPS)):
                strips.setdefault(strip, []).append(letter)
    alone = []
    for mark in marks:
        owner = _owner(mark, strips.get(_strip(_middle(mark)), ()))
        if owner is None:
            alone.append(mark)
        else:
            owner.marks.append(mark)
            owner.hinted = owner.hinted or mark.hint_before or mark.hint_after
    return alone


def _strip(u: float) -> int:
    return int(u // STRIP)


def _owner(mark: Glyph, letters: Sequence[Cluster]) -> Cluster | None:
    """Return the letter that a mark stands on; of two, that which was drawn next to it."""
    found = [letter for letter in letters if abs(letter.v - mark.v) < LINE * letter.size]
    if not found:
        return None
    return min(found, key=lambda letter: (_distance(mark, letter), abs(letter.place - mark.place)))


def _distance(mark: Glyph, owner: Cluster) -> float:
    middle = _middle(mark)
    return max(owner.left - middle, middle - owner.right, 0.0)


def _middle(glyph: Glyph) -> float:
    return (glyph.u0 + glyph.u1) / 2
