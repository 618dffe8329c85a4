"""Two languages side by side, page after page: rows of one table, or two texts, not by turns.

A page on which rows are not evident, between pages on which they are, holds rows too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from align.readers.pdf.composition.grids import alike
from align.readers.pdf.composition.places import Beside, Column, Grid, above, every_line, way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.composition.places import Edges, Element

__all__ = ["settled"]

MANY = 3  # bands of two texts side by side on a page; a heading or two may run through texts


def settled(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Return what is on pages, columns side by side all as rows, or all as texts, by the most."""
    pages = list(map(_in_rows, pages))
    grids = [element for page in pages for element in page if _is_bilingual(element)]
    besides = [element for page in pages for element in page if isinstance(element, Beside)]
    rows = _letters(grids) >= _letters(besides)
    frames = [_edges(element) for element in (grids if rows else besides)]
    return [[_as(element, frames, rows=rows) for element in page] for page in pages]


def _in_rows(page: Sequence[Element]) -> Sequence[Element]:
    """Return what is on a page, all of it in rows where one table follows another."""
    bands = [part for part in page if isinstance(part, Beside) or _is_bilingual(part)]
    one_frame = all(alike(_edges(one), _edges(other)) for one, other in pairwise(bands))
    if one_frame and len(bands) < MANY:
        return page
    return [(isinstance(element, Beside) and element.rows) or element for element in page]


def _is_bilingual(element: Element) -> bool:
    return isinstance(element, Grid) and {True, False} <= {*_ways(element)}


def _ways(grid: Grid) -> Iterator[bool | None]:
    for column in zip(*grid.rows, strict=True):
        yield way_of(line for cell in column for line in cell)


def _letters(elements: Iterable[Element]) -> int:
    return sum(len(line.text) for element in elements for line in every_line(element))


def _as(element: Element, frames: Iterable[Sequence[Edges]], *, rows: bool) -> Element:
    """Return an element as rows, or as two texts, if others at the same place are."""
    if not any(alike(_edges(element), frame) for frame in frames):
        return element
    if rows and isinstance(element, Beside):
        return element.rows or element
    if not rows and isinstance(element, Grid) and len(element.edges) == len(("left", "right")):
        left, right = (_column(element, at) for at in (0, 1))
        return Beside(left=(left,), right=(right,))
    return element


def _edges(element: Element) -> Sequence[Edges]:
    rows = element.rows if isinstance(element, Beside) else element
    return rows.edges if isinstance(rows, Grid) else ()


def _column(grid: Grid, at: int) -> Column:
    lines = sorted((line for row in grid.rows for line in row[at]), key=above)
    left, right = grid.edges[at]
    return Column(lines=tuple(lines), left=left, right=right)
