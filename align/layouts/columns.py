"""Rows of cells between tabs or pipes: ``columns``.

Two columns are the sides. Columns without letters (numbers, check boxes) are ignored; further
columns with letters are furniture.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, groupby, islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.parts import Laid, Part, Row, Tongues, cut
from align.layouts.strangeness import by_side, loose_row, mismatch
from align.text.languages import foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["PIPE", "TAB", "lay", "misfit"]

TAB, PIPE = "\t", "|"
NO_ROW = 5.0  # price of a paragraph without the delimiter among rows
ONE_SIDED = 0.6  # price of a row that does not show both languages
BOTH_SIDED = 0.2
NO_MATCH = 3.0  # a mismatch from which two cells no longer look like a translation
STRAY_LETTERS = 5.0  # price of letters in a column that has none
FEW_ROWS = 50  # rows whose language tells that of a column
JUDGED_ROWS = 500  # rows whose lengths tell which two columns match
MOST_JUDGED = 24  # columns a side whose language is looked at
MOST_COLUMNS = 8  # columns a side that are tried as its column
MOST_SEEN = 1000  # cells of a row looked at, when the layout is guessed
TOO_WIDE = 2  # times the usual cells; what has more of them is no row of the table
MOST_TRIALS = 300  # ways tried to fit a row of the wrong width into the columns
MOST_CUTS = 3000  # cells cut in all these ways


class Table(NamedTuple):
    """The columns of a region: how many, which are the sides, which hold no letters."""

    delimiter: str
    width: int
    sides: tuple[int, int]
    blank: frozenset[int]


def misfit(part: Part, tongues: Tongues, delimiter: str) -> float:
    """Return what it costs to read ``part`` as a row of cells."""
    if delimiter not in part.text:
        return NO_ROW
    seen = islice(_cells(part, tongues, delimiter), MOST_SEEN)
    cells = [cell for cell in seen if cell.total]
    return BOTH_SIDED if len({_side(cell, tongues) for cell in cells}) > 1 else ONE_SIDED


def lay(parts: Sequence[Part], tongues: Tongues) -> Laid:
    """Take the cells of the source's and of the target's column out of every row."""
    delimiter = max((TAB, PIPE), key=lambda mark: sum(mark in part.text for part in parts))
    rows: list[Row] = []
    furniture: list[Part] = []
    table = _table(parts, delimiter, tongues)
    for ruled, group in groupby(parts, key=lambda part: _is_row(part, delimiter, table)):
        if not ruled or table is None:
            rows.append(loose_row(group, tongues))
            continue
        for part in group:
            cells = _fitted(list(_cells(part, tongues, delimiter)), table, tongues)
            rows.append(_row(cells, table))
            furniture.extend(_others(cells, table))
    return Laid(layout="columns", rows=tuple(rows), furniture=tuple(furniture))


def _is_row(part: Part, delimiter: str, table: Table | None) -> bool:
    return table is not None and 1 < _width(part, delimiter) <= TOO_WIDE * table.width


def _width(part: Part, delimiter: str) -> int:
    return part.text.count(delimiter) + 1


def _cells(part: Part, tongues: Tongues, delimiter: str) -> Iterator[Part]:
    marks = [at for at, char in enumerate(part.text, part.start) if char == delimiter]
    for left, right in pairwise([part.start - 1, *marks, part.end]):
        yield cut(part.block, left + 1, right, tongues.scripts)


def _side(cell: Part, tongues: Tongues) -> int:
    source, target = by_side(cell, tongues)
    return int(target < source)


def _table(parts: Sequence[Part], delimiter: str, tongues: Tongues) -> Table | None:
    """Find the usual width and the two columns that best match, row by row."""
    widths = Counter(width for part in parts if (width := _width(part, delimiter)) > 1)
    width = max(widths, key=lambda size: (widths[size], size), default=0)
    ruled = (part for part in parts if width and _width(part, delimiter) == width)
    columns = list(zip(*(_cells(part, tongues, delimiter) for part in ruled), strict=True))
    mainly = [
        [at for at, cells in enumerate(columns) if _mainly(cells, side, tongues)] for side in (0, 1)
    ]
    sides = [_ours(candidates[:MOST_JUDGED], columns, tongues) for candidates in mainly]
    if not sides[0] or not sides[1]:
        return None
    best = max(
        product(*(ours[:MOST_COLUMNS] for ours in sides)),
        key=lambda pair: _agreement(columns[pair[0]], columns[pair[1]], tongues),
    )
    blank = frozenset(
        at for at, cells in enumerate(columns) if not any(cell.total for cell in cells)
    )
    return Table(delimiter, width, (best[0], best[1]), blank)


def _ours(candidates: list[int], columns: Sequence[Sequence[Part]], tongues: Tongues) -> list[int]:
    """Leave out columns in a third language, if there is a choice."""
    if len(candidates) <= 1:
        return candidates
    heads = {at: [cell.text for cell in columns[at][:FEW_ROWS]] for at in candidates}
    strange = {at: sum(map(bool, foreign(texts, tongues.langs))) for at, texts in heads.items()}
    return [at for at in candidates if 2 * strange[at] < len(heads[at])] or candidates


def _mainly(cells: Iterable[Part], side: int, tongues: Tongues) -> bool:
    """Say whether a column has letters and is less strange as ``side``."""
    costs = [by_side(cell, tongues) for cell in cells if cell.total]
    return sum(cost[side] - cost[1 - side] for cost in costs) < 0


def _agreement(sources: Sequence[Part], targets: Sequence[Part], tongues: Tongues) -> float:
    """Return how many rows of two columns look like translations, a good fit counting full."""
    gaps = [
        mismatch(source.total, target.total, tongues)
        for source, target in zip(sources[:JUDGED_ROWS], targets[:JUDGED_ROWS], strict=True)
        if source.total and target.total
    ]
    return sum(max(0.0, 1 - gap / NO_MATCH) for gap in gaps)


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


def _row(cells: Sequence[Part | None], table: Table) -> Row:
    source, target = (cells[at] for at in table.sides)
    return Row(source=_kept(source), target=_kept(target))


def _kept(cell: Part | None) -> tuple[Part, ...]:
    return (cell,) if cell and any(map(str.isalnum, cell.text)) else ()


def _others(cells: Sequence[Part | None], table: Table) -> Iterator[Part]:
    for at, cell in enumerate(cells):
        if at not in table.sides and cell is not None and any(map(str.isalpha, cell.text)):
            yield cell
