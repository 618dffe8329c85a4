"""The tables of a document that hold pairs of texts: one column in each of the two languages.

Which columns these are is told by a heading, or by the scripts of the first rows. A table without
two such columns, as pages are laid out with, is counted as lost; all others give units, in order.
"""

from __future__ import annotations

from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from align.errors import MalformedError
from align.formats.foreign.table_shape import shape_of
from align.formats.tables.rows import first_rows, units_of_rows
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.foreign.table_shape import Shape
    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Row = tuple[int, list[str]]  # line number, from 1, and cells

__all__ = ["TableRow", "units_of_tables"]


class TableRow(NamedTuple):
    """A row of a table: the number of its table, its line, from 1, and its cells."""

    table: int
    line: int
    cells: list[str]


def units_of_tables(
    rows: Iterable[TableRow], reading: Reading, path: Path
) -> Iterator[TranslationUnit]:
    """Yield the units in the rows of tables, one at a time.

    Raises `MalformedError` when no table has two columns in the languages wanted.
    """
    tables, number = 0, 1
    for _, group in groupby(rows, key=attrgetter("table")):
        filled = ((row.line, row.cells) for row in group if any(map(tidy, row.cells)))
        sample = first_rows(filled)
        shape = shape_of([cells for _, cells in sample], reading.langs)
        if shape is None:
            _count_lost(chain(sample, filled), reading)
            continue
        tables += 1
        pairs = _pairs(chain(sample, filled), shape, reading)
        for unit in units_of_rows(pairs, reading, path, number):
            yield unit
            number += 1
    if not tables:
        fact = "has no table with a column in {} beside one in {}".format(*reading.langs)
        raise MalformedError(str(path), fact, "running text is for align run")


def _pairs(rows: Iterable[Row], shape: Shape, reading: Reading) -> Iterator[Row]:
    """Yield the rows with two texts, as wide as their table, below a heading."""
    if shape.heading:
        yield 0, list(shape.without_number(shape.heading))
    for line, row in rows:
        cells = row + [""] * (shape.width - len(row))
        if reading.exact or all(tidy(cells[place]) for place in shape.texts):
            yield line, list(shape.without_number(cells))
        else:
            reading.losses.add("unaligned", line, "row of a table with one text")


def _count_lost(rows: Iterable[Row], reading: Reading) -> None:
    for line, cells in rows:
        filled = sum(bool(tidy(cell)) for cell in cells)
        reading.losses.add("text", line, "in a table without two languages", filled)
