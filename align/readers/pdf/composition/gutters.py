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
from align.readers.pdf.composition.places import Beside, above, bottom, column_of, mostly_rtl, top

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.composition.places import Edges, Element
    from align.readers.pdf.records import Line

__all__ = ["arranged"]

NARROWEST = 0.3  # width of a gutter, in font sizes
WIDE = 2.0  # the same, where only one line in another direction stands beside one
FEWEST = 2  # lines on each side that face each other
MOST_LINES = 1500  # of a page on which gutters are looked for; others are read from the top
MOST_PAIRS = 6_000  # of lines that face each other, looked at
MOST_PLACES = 40  # where a gutter may be
DEEPEST = 6  # cuts inside one another
SPACED = 2.5  # font sizes of white, beyond which lines on one side alone belong to no column

Pair = tuple["Line", "Line"]


class Band(NamedTuple):
    """What a gutter at ``x`` divides: the lines between two baselines, and how many face others."""

    facing: int
    width: float
    x: float
    first: float
    last: float


def arranged(lines: Sequence[Line], edges: Edges, depth: int = 0) -> list[Element]:
    """Return the columns and grids of a page, or a part of one, in the order they are read.

    ``edges`` are the left and right one of the part.
    """
    if not lines:
        return []
    lines = sorted(lines, key=above)
    band = _widest(lines) if depth < DEEPEST and len(lines) <= MOST_LINES else None
    if band is None:
        return [column_of(united(lines), *edges)]
    inside = _trimmed([line for line in lines if _is_inside(line, band)], band.x)
    kept = {id(line) for line in inside}
    over = [line for line in lines if id(line) not in kept and line.baseline <= inside[0].baseline]
    kept |= {id(line) for line in over}
    under = [line for line in lines if id(line) not in kept]
    return [
        *arranged(over, edges, depth + 1),
        *_columns(inside, depth + 1),
        *arranged(under, edges, depth + 1),
    ]


def _columns(lines: Sequence[Line], depth: int) -> list[Element]:
    """Return what stands side by side: rows, a text and its translation, or columns of one text."""
    columns = _divided(lines)
    rows = grid(columns)
    if rows.evident:
        return [rows]
    ways = [mostly_rtl(column) for column in columns]
    if len({*ways}) > 1 and sum(one != other for one, other in pairwise(ways)) == 1:
        middle = next(at for at, way in enumerate(ways) if way != ways[0])
        return [
            Beside(
                left=tuple(_one_after_another(columns[:middle], depth)),
                right=tuple(_one_after_another(columns[middle:], depth)),
                rows=rows,
            )
        ]
    return list(_one_after_another(columns, depth))


def _one_after_another(columns: Sequence[list[Line]], depth: int) -> Iterator[Element]:
    rtl = mostly_rtl([line for column in columns for line in column])
    for column in reversed(columns) if rtl else columns:
        edges = min(line.x0 for line in column), max(line.x1 for line in column)
        yield from arranged(column, edges, depth)


def _divided(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the columns that the gutters running through all lines divide, from the left."""
    columns: list[list[Line]] = []
    reach = float("-inf")
    for line in sorted(lines, key=lambda line: line.x0):
        if line.x0 - reach >= NARROWEST * line.size:
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
            if left.rtl != right.rtl:
                bilingual.add(at)
            white[at] = max(inner, left.x1), min(outer, right.x0)
    for at, sides in seen.items():
        facing, width = min(map(len, sides)), white[at][1] - white[at][0]
        if facing >= FEWEST or (at in bilingual and width > WIDE * lines[0].size):
            yield Band(facing, width, x, edges[at], edges[at + 1])


def _is_inside(line: Line, band: Band) -> bool:
    across = line.x0 < band.x < line.x1
    return band.first < line.baseline <= band.last and not across


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
