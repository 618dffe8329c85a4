"""Rows of a table without rules: cells side by side that begin and end together."""

from __future__ import annotations

from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from align.readers.lines import ends_sentence
from align.readers.pdf.composition.fragments import united
from align.readers.pdf.composition.places import Grid, bottom, mostly_rtl, top, way_of
from align.readers.pdf.composition.ruled import ruled_rows
from align.readers.pdf.composition.seams import LOOSE, WIDER, Measure, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.composition.places import Cell, Edges, Slice
    from align.readers.pdf.records import Line, Rule

__all__ = ["alike", "grid", "spliced"]

TOUCH = 0.15  # font sizes by which letters of two rows may reach over one another
LEVEL = 0.6  # font sizes by which the first lines of the cells of a row may differ in height
WIDER_IN_ALL = 1.15  # times the usual distance of lines, if it is so in more columns than one
TOGETHER = 0.6  # share of the ends of paragraphs that must be ends of rows
BEGINNING_LEVEL = 0.7  # share of the rows that must begin at one height
FULL_ROWS = 0.5  # share of the rows that must have more than one cell
FEWEST_ROWS, FEWEST_ROWS_IN_ONE_WAY = 2, 3  # where two directions face, and where one is written
UNEVEN = 0.2  # share of the rows that must have cells of unlike heights
SHORT_CELL = 2  # lines of the usual cell, up to which all cells may well have the same
NEAR = 20.0  # points by which the edges of columns differ, of a table that goes on
LINE = 0.9  # font sizes, the height of a line at least
MOST_LINES_IN_ONE_WAY = 3  # lines of the usual cell, where nothing but rows tells of a table

RULED = 0.25  # rules for each row that white would make; fewer stand under headings


class Strip(NamedTuple):
    """A column of what may be a table: its lines from the top, its measure, its direction."""

    lines: Sequence[Line]
    measure: Measure
    rtl: bool

    def ends(self, line: Line, below: Line) -> bool:
        """Say whether a line ends a paragraph: it is short, or white follows."""
        spaced = self.measure.spaced(line, below)
        return spaced or self.measure.has_room(line, below, rtl=self.rtl)


def grid(columns: Sequence[Sequence[Line]], rules: Sequence[Rule] = ()) -> Grid:
    """Return columns as rows of cells, and whether they evidently are no texts of their own.

    ``rules`` are those of the page.
    """
    strips = [_strip(column) for column in columns]
    rows = list(_rows(list(_slices(columns)), strips))
    ruled = list(ruled_rows(columns, rules))
    is_ruled = len(ruled) > max(1, RULED * len(rows))
    rows = ruled if is_ruled else rows
    return Grid(
        rows=tuple(tuple(tuple(united(cell)) for cell in row) for row in rows),
        edges=tuple((strip.measure.left, strip.measure.right) for strip in strips),
        evident=_evident(rows, strips, is_ruled=is_ruled),
    )


def spliced(grid: Grid, below: Grid) -> Grid | None:
    """Return two tables as the one that they are if the second goes on on the next page.

    A row may be broken between them: its text goes on in small letters, or after a full line.
    """
    if not alike(grid.edges, below.edges):
        return None
    last, first = grid.rows[-1], below.rows[0]
    rows = (*grid.rows, *below.rows)
    if _is_broken(last, first, grid.edges):
        whole = tuple((*cell, *more) for cell, more in zip(last, first, strict=True))
        rows = (*grid.rows[:-1], whole, *below.rows[1:])
    return Grid(rows=rows, edges=grid.edges)


def alike(edges: Sequence[Edges], others: Sequence[Edges]) -> bool:
    """Say whether columns begin, or end, at the same places."""
    return len(edges) == len(others) and all(
        min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= NEAR
        for one, other in zip(edges, others, strict=True)
    )


def _is_broken(last: Sequence[Cell], first: Sequence[Cell], edges: Sequence[Edges]) -> bool:
    """Say whether a row goes on in the first one of the next page, and no cell speaks against."""
    told = [
        more[0].text[:1].islower() or not Measure(*place, LOOSE).is_early(cell[-1], more[0])
        for cell, more, place in zip(last, first, edges, strict=True)
        if cell and more and not ends_sentence(cell[-1].text)
    ]
    return bool(told) and all(told)


def _strip(lines: Sequence[Line]) -> Strip:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Strip(lines, measure([lines], left, right), mostly_rtl(lines))


def _slices(columns: Sequence[Sequence[Line]]) -> Iterator[Slice]:
    """Yield what stands between white stripes that run through all columns."""
    placed = [(line, at) for at, column in enumerate(columns) for line in column]
    gathered: list[list[Line]] = [[] for _ in columns]
    reach = float("inf")
    for line, at in sorted(placed, key=lambda pair: top(pair[0])):
        if top(line) >= reach - TOUCH * line.size:
            yield tuple(map(tuple, gathered))
            gathered = [[] for _ in columns]
            reach = float("-inf")
        gathered[at].append(line)
        reach = bottom(line) if reach == float("inf") else max(reach, bottom(line))
    yield tuple(map(tuple, gathered))


def _rows(slices: Sequence[Slice], strips: Sequence[Strip]) -> Iterator[Slice]:
    """Yield the rows: slices are joined as long as some cell goes on."""
    row = slices[0]
    for below in slices[1:]:
        if _ends(row, below, strips):
            yield row
            row = below
        else:
            row = tuple((*cell, *more) for cell, more in zip(row, below, strict=True))
    yield row


def _ends(row: Slice, below: Slice, strips: Sequence[Strip]) -> bool:
    """Say whether a row ends before the next slice: no cell goes on, and a new one begins."""
    going = [
        (cell[-1], more[0], strip)
        for cell, more, strip in zip(row, below, strips, strict=True)
        if cell and more
    ]
    wider = WIDER if len(going) < FEWEST_ROWS else WIDER_IN_ALL
    if all(strip.measure.spaced(line, other, wider) for line, other, strip in going):
        return bool(going)
    if sum(map(bool, below)) < min(len(strips), FEWEST_ROWS):
        return False
    ends = [strip.ends(line, other) for line, other, strip in going]
    done = [ends_sentence(line.text) for line, _, _ in going]
    return any(ends) and all(map(or_, ends, done))


def _evident(rows: Sequence[Slice], strips: Sequence[Strip], *, is_ruled: bool) -> bool:
    """Say whether rows are those of a table: cells begin at one height, and end with their row."""
    ways = {way_of(strip.lines) for strip in strips}
    one_way = not {True, False} <= ways
    full = [row for row in rows if sum(map(bool, row)) > 1]
    if is_ruled and not one_way:
        return len(full) >= FULL_ROWS * len(rows)
    height = _usual(len(cell) for row in rows for cell in row if cell)
    return (
        None not in ways
        and len(rows) >= (FEWEST_ROWS_IN_ONE_WAY if one_way else FEWEST_ROWS)
        and len(full) >= FULL_ROWS * len(rows)
        and (height <= MOST_LINES_IN_ONE_WAY or not one_way)
        and sum(map(_level, full)) >= BEGINNING_LEVEL * len(full)
        and _together(rows, strips)
        and (height <= SHORT_CELL or _uneven(rows) >= UNEVEN)
    )


def _uneven(rows: Sequence[Slice]) -> float:
    """Return the share of the rows in which a cell ends lines before another.

    Two texts that go on by themselves now and then end paragraphs at one height, but both full.
    """
    pairs = list(pairwise(rows))
    return sum(_has_slack(row, below) for row, below in pairs) / max(1, len(pairs))


def _has_slack(row: Slice, below: Slice) -> bool:
    white = [
        (more[0].baseline - cell[-1].baseline) / cell[-1].size
        for cell, more in zip(row, below, strict=True)
        if cell and more
    ]
    return len(white) > 1 and max(white) - min(white) > LINE


def _usual(counts: Iterable[int]) -> int:
    ordered = sorted(counts)
    return ordered[len(ordered) // 2]


def _level(row: Slice) -> bool:
    """Say whether the cells of a row begin at one height, or are centred on one."""
    cells = [cell for cell in row if cell]
    within = LEVEL * max(cell[0].size for cell in cells)
    firsts = [cell[0].baseline for cell in cells]
    middles = [cell[0].baseline + cell[-1].baseline for cell in cells]
    return min(max(firsts) - min(firsts), (max(middles) - min(middles)) / 2) <= within


def _together(rows: Sequence[Slice], strips: Sequence[Strip]) -> bool:
    """Say whether most ends of paragraphs in the columns are ends of rows."""
    starts = {id(cell[0]) for row in rows for cell in row if cell}
    ends = [
        id(below) in starts
        for strip in strips
        for line, below in pairwise(strip.lines)
        if strip.ends(line, below)
    ]
    return sum(ends) >= TOGETHER * len(ends)
