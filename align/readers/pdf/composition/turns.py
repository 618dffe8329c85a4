"""Which of the columns of a page is read first, by where that goes on which ends one of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from align.readers.lines import ends_sentence
from align.readers.pdf.composition.places import (
    Abreast,
    Beside,
    body_size,
    every_line,
    mostly_rtl,
    way_of,
)
from align.readers.pdf.composition.seams import LOOSE, Measure, is_item, same_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.composition.places import Element
    from align.readers.pdf.records import Line

__all__ = ["in_turn"]

SURELY, LIKELY = 2, 1  # how much a text that goes on in small letters, or in others, tells
LINES = 3.0  # font sizes by which a column ends above another, if it is the last
LARGER = 1.1  # times the size of other lines, of a heading

Columns = list[list["Line"]]  # in the order they are read
Told = Counter[bool | None]  # by the way of a text; positive if its right columns are read first


def in_turn(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Return what is on pages with the columns of each text one after the other.

    Columns in one language are read the same way on all pages: where nothing tells which, that of
    the language.
    """
    told = _told(pages)
    return [list(_flat(page, told)) for page in pages]


def _flat(elements: Iterable[Element], told: Told) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, Abreast):
            yield from _flat(chain.from_iterable(_turned(element, told)), told)
        elif isinstance(element, Beside):
            left, right = (tuple(_flat(side, told)) for side in (element.left, element.right))
            yield dataclasses.replace(element, left=left, right=right)
        else:
            yield element


def _turned(abreast: Abreast, told: Told) -> Sequence[Sequence[Element]]:
    lines = list(every_line(abreast))
    evidence = told[way_of(lines)]
    rtl = evidence > 0 if evidence else mostly_rtl(lines)
    return abreast.columns[::-1] if rtl else abreast.columns


def _told(pages: Sequence[Sequence[Element]]) -> Told:
    """Return what columns tell of the order they are read in, of each language."""
    told: Told = Counter()
    above: Columns = []  # that the page before ends with
    for page in pages:
        for element in page:
            if isinstance(element, Abreast):
                columns = _columns(element)
                way = way_of(every_line(element))
                told[way] += _evidence(columns[::-1], above[::-1]) - _evidence(columns, above)
            above = []
        above = _columns(page[-1]) if page and isinstance(page[-1], Abreast) else []
    return told


def _columns(abreast: Abreast) -> Columns:
    return [[line for part in column for line in every_line(part)] for column in abreast.columns]


def _evidence(columns: Columns, above: Columns) -> int:
    """Return how much tells that columns are read in this order, after those above."""
    first, last = columns[0], columns[-1]
    heads = first[0].size > LARGER * last[0].size
    ends = first[-1].baseline - last[-1].baseline > LINES * last[-1].size
    seams = (_goes_on(one, other[0]) for one, other in pairwise([*above[-1:], *columns]))
    return heads + ends + sum(seams)


def _goes_on(column: list[Line], below: Line) -> int:
    line = column[-1]
    edges = Measure(min(part.x0 for part in column), max(part.x1 for part in column), LOOSE)
    if ends_sentence(line.text) or edges.is_early(line, below):
        return 0
    heading = line.size > LARGER * body_size(column)
    if heading or not same_look(line, below) or line.bold != below.bold or is_item(below):
        return -LIKELY
    return SURELY if below.text[:1].islower() else LIKELY
