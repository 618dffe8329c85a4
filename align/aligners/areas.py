"""Areas: a long text cut where both sides surely part, into rectangles small enough to look at."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.anchors import Anchors, chain
from align.aligners.cells import limits_of
from align.aligners.field import Area
from align.aligners.length_model import lengths_of
from align.aligners.length_only import beads_by_length

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["areas", "safe_cells"]

Array = np.ndarray[Any, np.dtype[Any]]
WANTED = 10_000  # cells of an area: some 100 segments against 100
USUAL_LENGTH = 300  # characters; a longer segment counts for as many as it has of them
LARGEST = 120_000  # cells; where no cut is safe before so many, one is guessed


def safe_cells(anchors: Anchors) -> tuple[Array, Array]:
    """Return the cells that every way passes surely, and those it passes likely; (cells, 2) each.

    Surely it passes between two anchors that follow one another on both sides, likely before any
    anchor of the chain.
    """
    found = anchors.of(chain(anchors))
    cells = np.stack([found.rows, found.columns], axis=1)
    after = np.flatnonzero((np.diff(cells, axis=0) == 1).all(axis=1)) + 1
    return cells[after], cells


def areas(piece: Area, cells: tuple[Array, Array], lengths: tuple[Array, Array]) -> Iterator[Area]:
    """Yield areas that tile the way through a piece, cut at safe cells where there are any.

    ``cells`` are the safe and the likely ones, ``lengths`` the characters of all segments: where
    neither helps, the piece is cut where an alignment by length alone is surest.
    """
    ruler = _Ruler(lengths)
    for safe in _parted(piece, cells[0], ruler):
        for likely in _parted(safe, cells[1], ruler) if ruler.size(safe) > LARGEST else [safe]:
            yield from _guessed(likely, ruler) if ruler.size(likely) > LARGEST else [likely]


class _Ruler:
    """The sizes of areas in cells, in which a very long segment counts for several."""

    def __init__(self, lengths: tuple[Array, Array]) -> None:
        self.lengths = lengths
        self._sums = [
            np.concatenate([[0.0], np.cumsum(np.maximum(side / USUAL_LENGTH, 1.0))])
            for side in lengths
        ]

    def size(self, area: Area) -> float:
        """Return the size of an area."""
        rows, columns = self._sums
        height = rows[area.bottom] - rows[area.top]
        width = columns[area.right] - columns[area.left]
        return float((height + 1) * (width + 1))


def _parted(area: Area, cells: Array, ruler: _Ruler) -> Iterator[Area]:
    """Yield areas between cells, each as large as is wanted where the cells allow it."""
    inside = (cells >= (area.top, area.left)).all(axis=1)
    inside &= (cells <= (area.bottom, area.right)).all(axis=1)
    stops = [*map(tuple, cells[inside].tolist()), (area.bottom, area.right)]
    row, column = area.top, area.left
    for stop, following in zip(stops, [*stops[1:], None], strict=True):
        further = Area(row, following[0], column, following[1]) if following else None
        if stop != (row, column) and (further is None or ruler.size(further) > WANTED):
            yield Area(row, stop[0], column, stop[1])
            row, column = stop


def _guessed(area: Area, ruler: _Ruler) -> Iterator[Area]:
    """Yield areas cut where an alignment by length is surest, in turn."""
    lengths = ruler.lengths
    sides = lengths[0][area.top : area.bottom], lengths[1][area.left : area.right]
    ends = np.array([(0, 0), (len(sides[0]), len(sides[1]))])
    beads = beads_by_length(lengths_of(*sides), limits_of(ends))
    row, column = area.top, area.left
    best, cell = -1.0, (row, column)
    for bead, after in pairwise(beads):
        stop = area.top + bead.source.stop, area.left + bead.target.stop
        size = ruler.size(Area(row, stop[0], column, stop[1]))
        if size > WANTED and best >= 0:
            yield Area(row, cell[0], column, cell[1])
            (row, column), best = cell, -1.0
        sure = min(bead.posterior, after.posterior)
        if size >= WANTED / 4 and sure > best:
            best, cell = sure, stop
    yield Area(row, area.bottom, column, area.right)
