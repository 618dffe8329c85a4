"""Small letters raised or lowered, put into the line that they touch."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.clusters import Cluster

__all__ = ["with_raised"]

SMALL = 0.8  # of the size of its neighbours: a smaller glyph may be raised or lowered
RAISED, LOWERED = 0.75, 0.35  # of that size: how far
TOUCHING = 0.35  # of that size: how near it stands
CELL = 32.0  # points across and up: where neighbours are looked for
MOST = 200  # letters of a cell that are looked at

Piece = list["Cluster"]
Cell = tuple[int, int]


def with_raised(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of rows; smaller ones that touch another, raised or lowered, are in it."""
    sizes = Counter(_size(piece) for piece in pieces)
    largest = max(sizes, default=0.0)
    cells = _cells(pieces)
    kept: list[Piece] = []
    moved: list[tuple[Piece, int]] = []
    for piece in pieces:
        # What is as large as anything on the page is no part of another line.
        home = _home(piece, cells) if _size(piece) < SMALL * largest else None
        if home is None:
            kept.append(piece)
        else:
            moved.append((piece, home))
    for piece, number in moved:
        for letter in piece:
            # The others stay: letters drawn from one place have an order of their own.
            insort(pieces[number], letter, key=lambda other: other.pen)
    return kept


def _cells(pieces: Sequence[Piece]) -> dict[Cell, list[tuple[int, Cluster]]]:
    """Return the letters of each cell of the page, with the numbers of their pieces."""
    cells: dict[Cell, list[tuple[int, Cluster]]] = {}
    for number, piece in enumerate(pieces):
        for letter in piece:
            if not letter.is_space:
                cells.setdefault(_cell(letter.left, letter.v), []).append((number, letter))
    return cells


def _cell(u: float, v: float) -> Cell:
    return int(u // CELL), int(v // CELL)


def _home(piece: Piece, cells: dict[Cell, list[tuple[int, Cluster]]]) -> int | None:
    """Return the number of the piece with a larger letter that this one touches."""
    size = _size(piece)
    for number, letter in _around(piece, cells):
        step = piece[0].v - letter.v
        fits = size < SMALL * letter.size
        if fits and -LOWERED * letter.size < step < RAISED * letter.size and _touch(piece, letter):
            return number
    return None


def _around(
    piece: Piece, cells: dict[Cell, list[tuple[int, Cluster]]]
) -> Iterator[tuple[int, Cluster]]:
    ends = {_cell(piece[0].left, piece[0].v), _cell(piece[-1].right, piece[0].v)}
    around = {(u + over, v + up) for u, v in ends for over in (-1, 0, 1) for up in (-1, 0, 1)}
    for cell in sorted(around):
        yield from islice(cells.get(cell, ()), MOST)


def _touch(piece: Piece, letter: Cluster) -> bool:
    near = TOUCHING * letter.size
    left, right = piece[0].left - letter.right, letter.left - piece[-1].right
    return abs(left) < near or abs(right) < near


def _size(piece: Piece) -> float:
    return max(letter.size for letter in piece)
