"""Columns and what stands side by side: where the white of a page runs from top to bottom.

Where most lines face each other across a gutter, a page is cut into what is over that band, its
columns, and what is under it, and each of them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from align.readers.pdf.composition.fragments import united
from align.readers.pdf.composition.grids import grid
from align.readers.pdf.composition.places import (
    Abreast,
    Beside,
    above,
    bottom,
    column_of,
    top,
    way_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.composition.places import Edges, Element
    from align.readers.pdf.records import Line, Rule

__all__ = ["arranged"]

NARROWEST = 0.3  # width of a gutter, in font sizes
WIDE = 0.7  # the same, where only one line in another direction stands beside one
FEWEST = 2  # lines on each side that face each other
MOST_LINES = 1000  # of a page on which gutters are looked for; others are read from the top
MOST_PAIRS = 4_000  # of lines that face each other, looked at
MOST_PLACES = 25  # where a gutter may be
DEEPEST = 40  # cuts inside one another: so many tables stand on a page
SPACED = 2.5  # font sizes of white, beyond which lines on one side alone belong to no column

Pair = tuple["Line", "Line"]


class Band(NamedTuple):
    """What a gutter at ``x`` divides: the lines between two baselines, and how many face others."""

    facing: int
    width: float
    x: float
    first: float
    last: float


def arranged(
    lines: Sequence[Line], edges: Edges, rules: Sequence[Rule] = (), depth: int = 0
) -> list[Element]:
    """Return the columns and grids of a page, or a part of one, in the order they are read.

    ``edges`` are the left and right one of the part.
    """
    if not lines:
        return []
    lines = sorted(lines, key=above)
    band = _widest(lines) if depth < DEEPEST and len(lines) <= MOST_LINES else None
    if band is None:
        return [column_of(united(lines), *edges)]
    inside = _trimmed(_inside(lines, band), band.x)
    kept = {id(line) for line in inside}
    over = [line for line in lines if id(line) not in kept and line.baseline <= inside[0].baseline]
    kept |= {id(line) for line in over}
    under = [line for line in lines if id(line) not in kept]
    return [
        *arranged(over, edges, rules, depth + 1),
        *_columns(_divided(inside, band.x), rules, depth + 1),
        *arranged(under, edges, rules, depth + 1),
    ]


def _columns(columns: list[list[Line]], rules: Sequence[Rule], depth: int) -> list[Element]:
    """Return what stands side by side: rows, a text and its translation, or columns of one text."""
    rows = grid(columns, rules)
    if rows.evident:
        return [rows]
    ways = [way_of(column) for column in columns]
    if {*ways} == {True, False} and sum(one != other for one, other in pairwise(ways)) == 1:
        middle = next(at for at, way in enumerate(ways) if way != ways[0])
        return [
            Beside(
                left=tuple(_abreast(columns[:middle], depth)),
                right=tuple(_abreast(columns[middle:], depth)),
                rows=rows,
            )
        ]
    return _abreast(columns, depth)


def _abreast(columns: Sequence[list[Line]], depth: int) -> list[Element]:
    parts = [arranged(column, _edges(column), depth=depth) for column in columns]
    return parts[0] if len(parts) == 1 else [Abreast(columns=tuple(map(tuple, parts)))]


def _edges(lines: Sequence[Line]) -> Edges:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _divided(lines: Sequence[Line], x: float) -> list[list[Line]]:
    """Return the columns that the gutters running through all lines divide, from the left.

    One of them is at ``x``.
    """
    columns: list[list[Line]] = []
    reach = float("-inf")
    for line in sorted(lines, key=lambda line: line.x0):
        if line.x0 - reach >= NARROWEST * line.size or reach <= x <= line.x0:
            columns.append([])
        columns[-1].append(line)
        reach = max(reach, line.x1)
    return [sorted(column, key=above) for column in columns]


def _widest(lines: Sequence[Line]) -> Band | None:
    """Return the band of lines that face each other most, if there is any."""
    pairs = list(islice(_facing(lines), MOST_PAIRS))
    places = Counter(
        place
        for left, right in pairs
        for place in (round(left.x1 + 1), round(right.x0 - 1))
        if left.x1 < place < right.x0
    )
    common = [place for place, _ in places.most_common(MOST_PLACES)]
    bands = (band for x in sorted(common) for band in _bands(lines, pairs, x))
    return max(bands, default=None)


def _facing(lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield the lines that stand side by side, the left one first; ``lines`` go from the top."""
    for at, line in enumerate(lines):
        for other in islice(lines, at + 1, None):
            if top(other) >= bottom(line):
                break
            left, right = (line, other) if line.x0 < other.x0 else (other, line)
            if right.x0 - left.x1 >= NARROWEST * min(left.size, right.size):
                yield left, right


def _bands(lines: Sequence[Line], pairs: Sequence[Pair], x: float) -> Iterator[Band]:
    """Yield the bands that a gutter at ``x`` divides, between lines that run across it."""
    across = [line.baseline for line in lines if line.x0 < x < line.x1]
    edges = [float("-inf"), *across, float("inf")]
    seen: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    white: dict[int, Edges] = {}
    bilingual: set[int] = set()
    for left, right in pairs:
        at = bisect_left(across, left.baseline)
        if left.x1 < x < right.x0 and at == bisect_left(across, right.baseline):
            seen[at][0].add(id(left))
            seen[at][1].add(id(right))
            inner, outer = white.get(at, (left.x1, right.x0))
            if {way_of([left]), way_of([right])} == {True, False}:
                bilingual.add(at)
            white[at] = max(inner, left.x1), min(outer, right.x0)
    for at, sides in seen.items():
        facing, width = min(map(len, sides)), white[at][1] - white[at][0]
        if facing >= FEWEST or (at in bilingual and width > WIDE * lines[0].size):
            yield Band(facing, width, x, edges[at], edges[at + 1])


def _inside(lines: Sequence[Line], band: Band) -> list[Line]:
    """Return the lines of a band, but those that stand beside one that ends it, as in a row."""
    within = [line for line in lines if band.first <= line.baseline <= band.last]
    across = [line for line in within if line.x0 < band.x < line.x1]
    inside = [line for line in within if not line.x0 < band.x < line.x1]
    apart = [line for line in inside if not any(_is_level(line, other) for other in across)]
    return apart if len({line.x0 < band.x for line in apart}) > 1 else inside


def _is_level(line: Line, other: Line) -> bool:
    return top(line) < bottom(other) and top(other) < bottom(line)


def _trimmed(lines: list[Line], x: float) -> list[Line]:
    """Return a band without the lines at its ends that stand on one side alone, far from it."""
    for _ in (1, 2):
        sides = [line.x0 < x for line in lines]
        alone = next(at for at, side in enumerate(sides) if side != sides[0])
        cut = max((at for at in range(1, alone) if _apart(lines[at - 1], lines[at])), default=0)
        lines = lines[cut:][::-1]
    return lines


def _apart(one: Line, other: Line) -> bool:
    gap = abs(one.baseline - other.baseline)
    return gap > (SPACED + 1) * max(one.size, other.size)
