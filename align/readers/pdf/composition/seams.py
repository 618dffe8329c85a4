"""How a line and the one under it go together: whether the first ends short, how far both are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.text.scripts import LATIN, letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.records import Line

__all__ = ["LEVEL", "LOOSE", "Measure", "is_item", "measure", "same_look", "same_size"]

FITS = 1.15  # times the first word of the next line, which a full line has no room for
SLACK = 0.3  # font sizes that a full line may end before the edge
FULL = 2.0  # font sizes that are left of a line that is likely to go on
TIGHTEST, LOOSEST = 0.8, 2.2  # font sizes from line to line in one paragraph
WIDER = 1.22  # times the usual distance, from which a line begins a paragraph
LOOSE = 1.75  # font sizes from line to line, where a column does not tell its own
LEVEL = 0.3  # font sizes within which two lines begin at one place
CENTRED = 1.0  # font sizes by which the white before and after centred lines may differ
OTHER_SIZE = 0.12  # share by which fonts differ that are not of one paragraph
_HYPHENED = regex.compile(r"\p{L}[-\u2010\u00ad]$")
_ITEM = regex.compile(
    r"(?:[-*•‣▪●○◦·–—]|\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)\-]|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S"
)


class Measure(NamedTuple):
    """The edges of a column, and what is usual in it, in font sizes.

    ``usual`` is the distance from line to line, ``start`` how far from its edge a line begins.
    """

    left: float
    right: float
    usual: float
    start: float = 0.0

    def room(self, line: Line, *, rtl: bool) -> float:
        """Return how much of a line is left empty at its end, in font sizes."""
        return (line.x0 - self.left if rtl else self.right - line.x1) / line.size

    def indent(self, line: Line, *, rtl: bool) -> float:
        """Return how far from the edge a line begins, in font sizes."""
        return (self.right - line.x1 if rtl else line.x0 - self.left) / line.size

    def short(self, line: Line, below: Line, *, rtl: bool) -> bool:
        """Say whether a line ends although the first word of the next would have had room."""
        if _HYPHENED.search(line.text):
            return False
        word = " ".join(below.text.split(maxsplit=1)[:1])
        width = (below.x1 - below.x0) * (len(word) + 1) / (len(below.text) + 1)
        return self.room(line, rtl=rtl) > FITS * width / line.size + SLACK

    def spaced(self, line: Line, below: Line) -> bool:
        """Say whether there is more white between two lines than inside a paragraph."""
        return below.baseline - line.baseline > WIDER * self.usual * line.size

    def centred(self, line: Line, below: Line) -> bool:
        """Say whether two lines have as much white before as after them, each its own."""
        steps = abs(line.x0 - below.x0), abs(line.x1 - below.x1)
        return min(steps) > LEVEL * line.size and all(
            min(part.x0 - self.left, self.right - part.x1) > CENTRED * part.size
            and abs(part.x0 + part.x1 - self.left - self.right) <= CENTRED * part.size
            for part in (line, below)
        )


def measure(lines: Sequence[Line], left: float, right: float) -> Measure:
    """Return the measure of a column between two edges, as its lines show it.

    What follows full lines tells most of how far they are from one another.
    """
    whole = Measure(left, right, LOOSE)
    pairs = [(line, below) for line, below in pairwise(lines) if _close(line, below)]
    full = [pair for pair in pairs if whole.room(pair[0], rtl=pair[0].rtl) <= FULL]
    ratios = sorted((below.baseline - line.baseline) / line.size for line, below in full or pairs)
    usual = ratios[len(ratios) // (2 if full else 4)] if ratios else LOOSE
    starts = Counter(round(2 * whole.indent(line, rtl=line.rtl)) / 2 for line in lines)
    return Measure(left, right, usual, max(starts, key=lambda at: (starts[at], -at), default=0.0))


def _close(line: Line, below: Line) -> bool:
    return (
        same_look(line, below)
        and TIGHTEST < (below.baseline - line.baseline) / line.size <= LOOSEST
    )


def is_item(line: Line) -> bool:
    """Say whether a line begins as an item of a list does."""
    return bool(_ITEM.match(line.text))


def same_look(line: Line, other: Line) -> bool:
    """Say whether two lines may be of one paragraph by their size and direction."""
    one_way = line.rtl == other.rtl or _is_mixed(line.text) or _is_mixed(other.text)
    return one_way and same_size(line, other)


def same_size(line: Line, other: Line) -> bool:
    """Say whether the fonts of two lines are as good as equally large."""
    return abs(line.size - other.size) <= OTHER_SIZE * max(line.size, other.size)


def _is_mixed(text: str) -> bool:
    """Say whether a text is partly Arabic: the direction of the line tells little of it then."""
    return bool(letters_of(text, "Arab")) and bool(letters_of(text, LATIN))
