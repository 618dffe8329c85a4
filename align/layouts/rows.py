"""Two tables side by side, one in each language: whether row answers to row."""

from __future__ import annotations

from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.strangeness import agreement
from align.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.layouts.parts import Part, Tongues

__all__ = ["row_by_row"]

FEWEST_ROWS = 3  # fewer show nothing
WINDOW = 20  # rows that must agree among themselves: a row may be missing between two that do
AGREED = 0.6  # of 1, what a row of a window agrees by at least on the average; by chance 0.5
SHIFTED = 1.0  # rows by which the rows before or behind may agree better


class _Row(NamedTuple):
    """The parts ``[start, end)`` of a side that are of one row, and their letters."""

    start: int
    end: int
    letters: int


def row_by_row(
    source: Sequence[Part], target: Sequence[Part], tongues: Tongues
) -> tuple[Anchor, ...]:
    """Return an anchor for every row if both texts are tables whose rows surely agree, else none.

    They must be as many, and of fitting lengths all along: a row too many on one side and another
    on the other would shift all between them.
    """
    if any(part.block.table is None for part in chain(source, target)):
        return ()
    sides = list(_rows(source)), list(_rows(target))
    if len(sides[0]) != len(sides[1]) or len(sides[0]) < FEWEST_ROWS:
        return ()
    if not all(_agree(*sides, window, tongues) for window in _windows(len(sides[0]))):
        return ()
    return tuple(
        Anchor(source=range(one.start, one.end), target=range(other.start, other.end))
        for one, other in zip(*sides, strict=True)
    )


def _rows(parts: Sequence[Part]) -> Iterator[_Row]:
    start = 0
    for _, group in groupby(parts, key=lambda part: part.block.id):
        row = list(group)
        yield _Row(start, start + len(row), sum(part.total for part in row))
        start += len(row)


def _windows(rows: int) -> Iterator[range]:
    """Yield stretches of rows that cover all of them, the last one as long as the others."""
    edges = [*range(0, max(1, rows - WINDOW), WINDOW), rows]
    for start, end in pairwise(edges):
        yield range(max(0, min(start, rows - WINDOW)), end)


def _agree(source: Sequence[_Row], target: Sequence[_Row], window: range, tongues: Tongues) -> bool:
    here, before, behind = (
        _agreement(source, target, window, shift, tongues) for shift in (0, -1, 1)
    )
    return here >= AGREED * len(window) and max(before, behind) <= here + SHIFTED


def _agreement(
    source: Sequence[_Row], target: Sequence[_Row], window: range, shift: int, tongues: Tongues
) -> float:
    """Return how many rows look like translations of those so many places further on."""
    pairs = [(at, at + shift) for at in window if 0 <= at + shift < len(target)]
    return sum(agreement(source[at].letters, target[to].letters, tongues) for at, to in pairs)
