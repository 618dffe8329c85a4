"""How a line and the one under it go together: whether the first ends short, how far both are."""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.readers.lines import ends_sentence
from align.text.scripts import LATIN, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.readers.pdf.composition.places import Column
    from align.readers.pdf.records import Line

__all__ = [
    "LEVEL",
    "LOOSE",
    "WIDER",
    "Measure",
    "is_item",
    "is_ragged",
    "measure",
    "same_look",
    "same_size",
]

FITS = 1.15  # times the first word of the next line, which a full line has no room for
SLACK = 0.3  # font sizes that a full line may end before the edge
FULL = 2.0  # font sizes that are left of a line that is likely to go on
TIGHTEST, LOOSEST = 0.8, 2.2  # font sizes from line to line in one paragraph
WIDER = 1.22  # times the usual distance, from which a line begins a paragraph
LOOSE = 1.75  # font sizes from line to line, where a column does not tell its own
LEVEL = 0.3  # font sizes within which two lines begin at one place
JUSTIFIED = 0.6  # share of the lines of a column that end at its edge, if it is justified
CENTRED = 1.0  # font sizes by which the white before and after centred lines may differ
MOSTLY_EMPTY = 0.5  # share of a line that is left empty, if it ends a ragged text for sure
NARROW = 30.0  # font sizes; in a column as wide, one long word leaves much of a line empty
FORETOLD = 0.8  # share of the short lines that white follows, if shortness tells of an end
FEWEST_SHORT, FEWEST_SPACED = 3, 2  # lines that tell so
OTHER_SIZE = 0.12  # share by which fonts differ that are not of one paragraph
SCRIPTS = ("Arab", LATIN)
_HYPHENED = regex.compile(r"\p{L}[-\u2010\u00ad]$")
_ITEM = regex.compile(
    r"(?:[-*•‣▪●○◦·–—]|\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)\-]|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S"
)


class Measure(NamedTuple):
    """The edges of a column, and what is usual in it, in font sizes.

    ``usual`` is the distance from line to line, ``start`` how far from its edge a line begins. In
    a ``ragged`` column, lines that go on may leave room for many a word; in a ``justified`` one,
    they end at the edge.
    """

    left: float
    right: float
    usual: float
    start: float = 0.0
    ragged: bool = False
    justified: bool = False

    def is_flush(self, line: Line) -> bool:
        """Say whether a line ends at the edge."""
        return self.room(line, rtl=line.rtl) <= LEVEL

    def room(self, line: Line, *, rtl: bool) -> float:
        """Return how much of a line is left empty at its end, in font sizes."""
        return (line.x0 - self.left if rtl else self.right - line.x1) / line.size

    def indent(self, line: Line, *, rtl: bool) -> float:
        """Return how far from the edge a line begins, in font sizes."""
        return (self.right - line.x1 if rtl else line.x0 - self.left) / line.size

    def short(self, line: Line, below: Line, *, rtl: bool) -> bool:
        """Say whether a line ends early; in some columns, only half a line is early enough."""
        whole = (self.right - self.left) / line.size
        sure = not self.ragged and (whole > NARROW or ends_sentence(line.text))
        early = sure or self.room(line, rtl=rtl) > MOSTLY_EMPTY * whole
        return early and self.has_room(line, below, rtl=rtl)

    def has_room(self, line: Line, below: Line, *, rtl: bool) -> bool:
        """Say whether a line ends although the first word of the next would have had room."""
        if _HYPHENED.search(line.text):
            return False
        word = " ".join(below.text.split(maxsplit=1)[:1])
        width = (below.x1 - below.x0) * (len(word) + 1) / (len(below.text) + 1)
        return self.room(line, rtl=rtl) > FITS * width / line.size + SLACK

    def is_early(self, line: Line, below: Line) -> bool:
        """Say whether a line has such room on either side, whichever way it runs."""
        return any(self.has_room(line, below, rtl=rtl) for rtl in (True, False))

    def spaced(self, line: Line, below: Line, wider: float = WIDER) -> bool:
        """Say whether there is more white between two lines than inside a paragraph."""
        return below.baseline - line.baseline > wider * self.usual * line.size

    def centred(self, line: Line, below: Line) -> bool:
        """Say whether two lines have as much white before as after them, each its own."""
        steps = abs(line.x0 - below.x0), abs(line.x1 - below.x1)
        return min(steps) > LEVEL * line.size and all(
            min(part.x0 - self.left, self.right - part.x1) > CENTRED * part.size
            and abs(part.x0 + part.x1 - self.left - self.right) <= CENTRED * part.size
            for part in (line, below)
        )


def measure(
    groups: Iterable[Sequence[Line]], left: float, right: float, *, ragged: bool = False
) -> Measure:
    """Return the measure of a column between two edges, as the lines of each group show it.

    What follows full lines tells most of how far they are from one another.
    """
    whole = Measure(left, right, LOOSE)
    groups = list(groups)
    pairs = [pair for lines in groups for pair in pairwise(lines) if _close(*pair)]
    full = [pair for pair in pairs if whole.room(pair[0], rtl=pair[0].rtl) <= FULL]
    ratios = sorted((below.baseline - line.baseline) / line.size for line, below in full or pairs)
    usual = ratios[len(ratios) // (2 if full else 4)] if ratios else LOOSE
    lines = list(chain.from_iterable(groups))
    starts = Counter(round(2 * whole.indent(line, rtl=line.rtl)) / 2 for line in lines)
    start = max(starts, key=lambda at: (starts[at], -at), default=0.0)
    justified = sum(map(whole.is_flush, lines)) >= JUSTIFIED * len(lines)
    return Measure(left, right, usual, start, ragged, justified)


def is_ragged(columns: Iterable[Column]) -> bool:
    """Say whether white parts the paragraphs of columns, and short lines tell nothing of it.

    So it is where lines were broken for another font than they are drawn in.
    """
    short = spaced = both = 0
    for column in columns:
        usual = measure([column.lines], column.left, column.right)
        for line, below in pairwise(column.lines):
            white = usual.spaced(line, below)
            ends = same_look(line, below) and usual.short(line, below, rtl=line.rtl)
            short, spaced, both = short + ends, spaced + white, both + (ends and white)
    return short >= FEWEST_SHORT and spaced >= FEWEST_SPACED and both < FORETOLD * short


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
    one_way = line.rtl == other.rtl or _share_a_script(line.text, other.text)
    return one_way and same_size(line, other)


def same_size(line: Line, other: Line) -> bool:
    """Say whether the fonts of two lines are as good as equally large."""
    return abs(line.size - other.size) <= OTHER_SIZE * max(line.size, other.size)


def _share_a_script(*texts: str) -> bool:
    """Say whether texts are not in a script each: directions of lines tell little of them then."""
    arabic, latin = ([bool(letters_of(text, script)) for text in texts] for script in SCRIPTS)
    return all(arabic) or all(latin) or not all(map(or_, arabic, latin))
