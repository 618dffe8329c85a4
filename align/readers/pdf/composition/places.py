"""What the lines of a page stand in: columns, grids of cells, two languages side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from align.text.scripts import LATIN, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.records import Line

__all__ = [
    "Abreast",
    "Beside",
    "Cell",
    "Column",
    "Edges",
    "Element",
    "Grid",
    "Slice",
    "above",
    "body_size",
    "bottom",
    "column_of",
    "every_line",
    "mostly_rtl",
    "top",
    "way_of",
]

# What letters without marks reach over and under their baseline, in font sizes: unlike the boxes
# of fonts, the same for all of them, so that lines set solid have a gap between them.
ASCENT, DESCENT = 0.72, 0.2
PURE = 0.8  # share of the letters of a text in one language that are of it

Edges: TypeAlias = tuple[float, float]
Cell: TypeAlias = "tuple[Line, ...]"
Slice: TypeAlias = "tuple[Cell, ...]"  # of each column, what stands between two heights


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Lines one under the other, between the edges ``left`` and ``right``; footnotes go apart."""

    lines: tuple[Line, ...]
    left: float
    right: float
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of cells at equal heights; ``edges`` are the left and right one of each column.

    It is ``evident`` if nothing but a table looks so.
    """

    rows: tuple[tuple[Cell, ...], ...]
    edges: tuple[Edges, ...]
    evident: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two texts side by side, each to be read by itself, as a text and its translation are.

    ``rows`` is what they are if they are a table after all.
    """

    left: tuple[Element, ...]
    right: tuple[Element, ...]
    rows: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abreast:
    """Columns of one text, from the left, before it is known which of them is read first."""

    columns: tuple[tuple[Element, ...], ...]


Element: TypeAlias = Column | Grid | Beside | Abreast


def top(line: Line) -> float:
    """Return where the letters of a line begin, from the top of the page."""
    return line.baseline - ASCENT * line.size


def bottom(line: Line) -> float:
    """Return where the letters of a line end."""
    return line.baseline + DESCENT * line.size


def above(line: Line) -> tuple[float, float]:
    """Return the key to order lines from the top and, at equal height, from the left."""
    return line.baseline, line.x0


def every_line(element: Element) -> Iterator[Line]:
    """Yield the lines of an element, footnotes too."""
    if isinstance(element, Column):
        yield from (*element.lines, *element.notes)
    elif isinstance(element, Grid):
        yield from (line for row in element.rows for cell in row for line in cell)
    else:
        sides = element.columns if isinstance(element, Abreast) else (element.left, element.right)
        for part in chain.from_iterable(sides):
            yield from every_line(part)


def column_of(lines: Iterable[Line], left: float, right: float) -> Column:
    """Return a column of lines, between edges that are at least as wide as they."""
    lines = tuple(lines)
    left = min([left, *(line.x0 for line in lines)])
    return Column(lines=lines, left=left, right=max([right, *(line.x1 for line in lines)]))


def mostly_rtl(lines: Iterable[Line]) -> bool:
    """Say whether most of a text runs from right to left."""
    return sum(len(line.text) * (1 if line.rtl else -1) for line in lines) > 0


def way_of(lines: Iterable[Line]) -> bool | None:
    """Return whether a text is in a script from right to left, None if it is in both kinds.

    Its letters tell: Arabic in a page that is laid out for English may run the other way.
    """
    letters = [_letters(line.text) for line in lines]
    rtl, ltr = sum(count for count, _ in letters), sum(count for _, count in letters)
    if max(rtl, ltr) < max(1.0, PURE * (rtl + ltr)):
        return None
    return rtl > ltr


@lru_cache(maxsize=2048)  # the lines of a page, asked again for each gutter
def _letters(text: str) -> tuple[int, int]:
    return letters_of(text, "Arab"), letters_of(text, LATIN)


def body_size(lines: Sequence[Line]) -> float:
    """Return the font size of most of a text, to half a point; 0 without lines."""
    letters = Counter[float]()
    for line in lines:
        letters[round(2 * line.size) / 2] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size), default=0.0)
