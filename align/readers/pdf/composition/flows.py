"""The texts of a document, each from its beginning to its end: one, or two side by side.

A page may hold both sides, left and right, or facing pages one each; either way a text and its
translation go on from page to page apart from each other.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from align.readers.pdf.composition.footnotes import footnoted
from align.readers.pdf.composition.grids import spliced
from align.readers.pdf.composition.places import (
    Abreast,
    Beside,
    Column,
    Grid,
    every_line,
    way_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.composition.places import Element

__all__ = ["Flow", "flows"]

FEWEST_FACING = 4  # pages that must change their direction, each against the one before

Flow: TypeAlias = list[Column | Grid]


def flows(pages: Sequence[Sequence[Element]], size: float) -> Iterator[Flow]:
    """Yield the texts of a document, given what is on its pages, in reading order.

    ``size`` is the font size of most of it.
    """
    alone: Flow = []
    sides: tuple[Flow, Flow] = [], []
    for element in _facing(pages):
        parts = _parts(element, sides, size)
        if parts is None:
            yield from filter(None, sides)
            sides = [], []
            _extend(alone, _flat([element], size))
            continue
        yield from filter(None, [alone])
        alone = []
        for side, part in zip(sides, parts, strict=True):
            _extend(side, part)
    yield from filter(None, [alone, *sides])


def _extend(flow: Flow, parts: Iterable[Column | Grid]) -> None:
    """Add what follows to a text; a table that goes on is one."""
    for part in parts:
        last = flow[-1] if flow else None
        if isinstance(part, Grid) and isinstance(last, Grid) and (whole := spliced(last, part)):
            flow[-1] = whole
        else:
            flow.append(part)


def _parts(element: Element, sides: tuple[Flow, Flow], size: float) -> tuple[Flow, Flow] | None:
    """Return what an element adds to either side, None if it is no part of two sides."""
    if isinstance(element, Beside):
        return list(_flat(element.left, size)), list(_flat(element.right, size))
    if not all(sides):
        return None
    whole = list(_flat([element], size))
    if any(
        isinstance(part, Grid) or (part.lines and not _continues(part, sides)) for part in whole
    ):
        return None
    ways = [way_of(line for part in side for line in every_line(part)) for side in sides]
    rtl = way_of(every_line(element))
    found: tuple[Flow, Flow] = [], []
    found[ways.index(rtl) if rtl in ways else 0].extend(whole)
    return found


def _continues(column: Column, sides: tuple[Flow, Flow]) -> bool:
    """Say whether a column alone on a new page goes on one side, the other having ended."""
    way = way_of(column.lines)
    return any(
        isinstance(last, Column)
        and last.lines
        and last.lines[-1].page < column.lines[0].page
        and way_of(last.lines) == way
        and last.left - last.lines[-1].size <= column.left
        and column.right <= last.right + last.lines[-1].size
        for last in (side[-1] for side in sides)
    )


def _flat(elements: Iterable[Element], size: float) -> Iterator[Column | Grid]:
    """Yield columns and grids; what is side by side inside of a side goes one after the other."""
    for element in elements:
        match element:
            case Column():
                yield footnoted(element, size)
            case Grid():
                yield element
            case Beside():
                yield from _flat([*element.left, *element.right], size)
            case Abreast():
                yield from _flat(chain.from_iterable(element.columns), size)


def _facing(pages: Sequence[Sequence[Element]]) -> Iterator[Element]:
    """Yield what is on the pages; runs of pages that alternate in language become two sides."""
    ways = [way_of(line for part in page for line in every_line(part)) for page in pages]
    start = 0
    while start < len(pages):
        end = start + 1
        while end < len(pages) and ways[end] is not None and ways[end] == (not ways[end - 1]):
            end += 1
        if ways[start] is None or end - start < FEWEST_FACING:
            end = start + 1
            yield from pages[start]
        else:
            left = [element for page in pages[start:end:2] for element in page]
            right = [element for page in pages[start + 1 : end : 2] for element in page]
            yield Beside(left=tuple(left), right=tuple(right))
        start = end
