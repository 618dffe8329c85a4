"""Rows of tables that are no text but name the languages of the columns below."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from align.layouts.cells import TAB
from align.text.column_names import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.layouts.parts import Part

__all__ = ["headings"]

FEWEST_CELLS = 2  # filled, of a row: those with one are titles over the table
LOOKED_AT = 2  # rows of each table: one may say in every row which languages its texts are in


def headings(parts: Iterable[Part]) -> frozenset[str]:
    """Return the ids of the blocks that head the columns of a table of the document."""
    rows: defaultdict[int, list[Part]] = defaultdict(list)
    for part in parts:
        table = part.block.table
        if table is not None and len(rows[table]) < LOOKED_AT and _filled(part) >= FEWEST_CELLS:
            rows[table].append(part)
    return frozenset(own[0].block.id for own in rows.values() if _heads(own))


def _heads(rows: list[Part]) -> bool:
    """Say whether the first row alone names the columns."""
    return [is_heading(row.block.text.split(TAB)) for row in rows] in ([True], [True, False])


def _filled(part: Part) -> int:
    return sum(bool(cell.strip()) for cell in part.block.text.split(TAB))
