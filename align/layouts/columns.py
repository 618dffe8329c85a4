"""Rows of cells between tabs or pipes: ``columns``.

Two columns are the sides. Columns without letters (numbers, check boxes) are ignored; further
columns with letters are furniture. The rows of a table of the document go by its own columns, and
every paragraph in a cell is a part of its own.
"""

from __future__ import annotations

from itertools import chain, combinations, groupby, islice, pairwise
from typing import TYPE_CHECKING

from align.layouts.cells import PIPE, TAB, cells_of, paragraphs_of, width_of
from align.layouts.parts import Laid, Part, Row, Tongues, cut
from align.layouts.strangeness import by_side, loose_row
from align.layouts.tables import Table, side_of, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["PIPE", "TAB", "lay", "misfit"]

NO_ROW = 5.0  # price of a paragraph without the delimiter among rows
ONE_SIDED = 0.6  # price of a row that does not show both languages
BOTH_SIDED = 0.2
STRAY_LETTERS = 5.0  # price of letters in a column that has none
MOST_SEEN = 1000  # cells of a row looked at, when the layout is guessed
TOO_WIDE = 2  # times the usual cells; what has more of them is no row of the table
MOST_TRIALS = 300  # ways tried to fit a row of the wrong width into the columns
MOST_CUTS = 3000  # cells cut in all these ways
CLEARLY = 5.0  # so much stranger in its column, a text is the other language's in a shared cell


def misfit(part: Part, tongues: Tongues, delimiter: str) -> float:
    """Return what it costs to read ``part`` as a row of cells."""
    if delimiter not in part.text:
        return NO_ROW
    seen = islice(cells_of(part, tongues.scripts, delimiter), MOST_SEEN)
    cells = [cell for cell in seen if cell.total]
    return BOTH_SIDED if len({side_of(cell, tongues) for cell in cells}) > 1 else ONE_SIDED


def lay(parts: Sequence[Part], tongues: Tongues, tables: Mapping[int | None, Table]) -> Laid:
    """Take the texts of the source's and of the target's column out of every row.

    ``tables`` are the columns of tables of the document, by number; those of other rows are told
    by themselves.
    """
    rows: list[Row] = []
    furniture: list[Part] = []
    for table, group in _ruled(parts, tongues, tables):
        if table is None:
            texts = (paragraphs_of(part, tongues.scripts) for part in group)
            rows.append(loose_row(chain.from_iterable(texts), tongues))
            continue
        for part in group:
            cells = _fitted([*cells_of(part, tongues.scripts, table.delimiter)], table, tongues)
            if title := _title(cells, table, tongues):
                rows.append(loose_row(title, tongues))
                continue
            rows.append(_row(cells, table, tongues))
            furniture.extend(_others(cells, table))
    return Laid(layout="columns", rows=tuple(rows), furniture=tuple(furniture))


def _ruled(
    parts: Sequence[Part], tongues: Tongues, tables: Mapping[int | None, Table]
) -> Iterator[tuple[Table | None, Iterator[Part]]]:
    """Yield neighbouring rows with the columns they go by, and what is no row with none."""
    others = [part for part in parts if part.block.table not in tables]
    delimiter = max((TAB, PIPE), key=lambda mark: sum(mark in part.text for part in others))
    usual = table_of(others, delimiter, tongues) if others else None

    def table_for(part: Part) -> Table | None:
        table = tables.get(part.block.table, usual)
        return table if table is not None and _is_row(part, table) else None

    return groupby(parts, key=table_for)


def _is_row(part: Part, table: Table) -> bool:
    width = width_of(part, table.delimiter)
    return min(2, table.width) <= width <= TOO_WIDE * table.width


def _fitted(cells: list[Part], table: Table, tongues: Tongues) -> list[Part | None]:
    """Return one cell a column: what is too much is joined, what is missing is None."""
    ways = _joined(cells, table, tongues) if len(cells) > table.width else _spread(cells, table)
    trials = max(1, min(MOST_TRIALS, MOST_CUTS // table.width))
    return min(islice(ways, trials), key=lambda way: _strange(way, table, tongues))


def _joined(cells: list[Part], table: Table, tongues: Tongues) -> Iterator[list[Part | None]]:
    """Yield the ways to join neighbours until there are as many cells as columns."""
    for inner in combinations(range(1, len(cells)), table.width - 1):
        groups = pairwise((0, *inner, len(cells)))
        yield [
            cut(cells[0].block, cells[left].start, cells[right - 1].end, tongues.scripts)
            for left, right in groups
        ]


def _spread(cells: list[Part], table: Table) -> Iterator[list[Part | None]]:
    """Yield the ways to leave columns of a short row empty, the last ones first."""
    for places in combinations(range(table.width), len(cells)):
        filled = dict(zip(places, cells, strict=True))
        yield [filled.get(at) for at in range(table.width)]


def _strange(cells: Sequence[Part | None], table: Table, tongues: Tongues) -> float:
    cost = 0.0
    for at, cell in enumerate(cells):
        if cell is not None and at in table.sides:
            cost += by_side(cell, tongues)[table.sides.index(at)]
        elif cell is not None and at in table.blank:
            cost += STRAY_LETTERS * (cell.total > 0)
    return cost


def _title(cells: Sequence[Part | None], table: Table, tongues: Tongues) -> list[Part]:
    """Return the texts of a cell that stands alone in its row, over the columns and in none."""
    filled = [at for at, cell in enumerate(cells) if cell and any(map(str.isalnum, cell.text))]
    if len(filled) != 1 or filled[0] in table.sides:
        return []
    texts = _texts(cells[filled[0]], tongues)
    bilingual = len({side_of(text, tongues) for text in texts}) > 1
    lettered = any(text.total for text in texts)
    return texts if bilingual or (lettered and filled[0] in table.blank) else []


def _row(cells: Sequence[Part | None], table: Table, tongues: Tongues) -> Row:
    sides: tuple[list[Part], list[Part]] = ([], [])
    held = [_texts(cells[at], tongues) for at in dict.fromkeys(table.sides)]
    for side, texts in enumerate(held):
        alone = not any(other for other in held if other is not texts)
        for text in texts:
            own = _own_side(text, side, table, tongues) if alone else side
            sides[own].append(text)
    return Row(source=tuple(sides[0]), target=tuple(sides[1]))


def _texts(cell: Part | None, tongues: Tongues) -> list[Part]:
    return [] if cell is None else list(paragraphs_of(cell, tongues.scripts))


def _own_side(text: Part, side: int, table: Table, tongues: Tongues) -> int:
    """Return the side of a text whose row has no other cell: it may be in either language."""
    if table.sides[0] == table.sides[1]:
        return side_of(text, tongues)
    if text.block.table is None:
        return side
    costs = by_side(text, tongues)
    return 1 - side if costs[side] - costs[1 - side] > CLEARLY else side


def _others(cells: Sequence[Part | None], table: Table) -> Iterator[Part]:
    for at, cell in enumerate(cells):
        if at not in table.sides and cell is not None and any(map(str.isalpha, cell.text)):
            yield cell
