"""Columns that stand in both tables of a pair, letter for letter: ids, keys, remarks."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from align.layouts.cells import TAB

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.layouts.parts import Part

__all__ = ["echoes"]

FEWEST_CELLS = 3  # fewer show nothing
SAME = 0.9  # share of the cells of the shorter column that the other one has; rows may be missing

Column = tuple[int, int]  # the number of the table, and the place of the column in it


def echoes(source: Iterable[Part], target: Iterable[Part]) -> frozenset[Part]:
    """Return the cells of columns that are the same in the same table of both sides.

    Each table keeps a column on each side: where all are the same, the last one may be the text.
    """
    sides = _columns(source), _columns(target)
    left = [Counter(table for table, _ in columns) for columns in sides]
    found: set[Part] = set()
    for column in sorted(sides[0].keys() & sides[1].keys()):
        one, other = (columns[column] for columns in sides)
        table = column[0]
        if min(count[table] for count in left) > 1 and _same(one, other):
            found.update(one, other)
            for count in left:
                count[table] -= 1
    return frozenset(found)


def _columns(parts: Iterable[Part]) -> dict[Column, list[Part]]:
    """Return the texts of tables by their columns."""
    columns: defaultdict[Column, list[Part]] = defaultdict(list)
    for part in parts:
        if part.block.table is not None:
            at = part.block.text.count(TAB, 0, part.start)
            columns[part.block.table, at].append(part)
    return columns


def _same(one: Sequence[Part], other: Sequence[Part]) -> bool:
    shorter = min(len(one), len(other))
    texts = (Counter(part.text for part in column) for column in (one, other))
    shared = next(texts) & next(texts)
    return shorter >= FEWEST_CELLS and shared.total() >= SAME * shorter
