"""Rows of cells into a draft: what heads them, which columns are filled, what is but a list."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from align.errors import LimitError
from align.text.column_names import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.config import ReadSettings
    from align.readers.drafting import Draft

    Cells = Sequence[str]

__all__ = ["Tables", "too_many_cells"]

SAMPLE = 1_000  # rows by which the columns are told
CELLS_A_ROW = 4  # what a row costs as many as, in memory
FEWEST_CELLS = 2  # of a row of a table
MOST_COLUMNS = 16_384  # that a sheet of Excel has
HEADING = "heading of the table"


class Tables:
    """Puts one table after the other into a draft, within the limit of cells for all of them."""

    def __init__(self, draft: Draft, settings: ReadSettings) -> None:
        """Begin without a table."""
        self._draft = draft
        self._most = settings.max_cells
        self._cells = self._rows = 0
        self._tables = 0

    def refuse(self, cells: int, rows: int) -> None:
        """Raise `LimitError` if there are more cells or rows than the settings allow."""
        if cells > self._most or rows > self._most // CELLS_A_ROW:
            raise too_many_cells(self._draft.name, self._most)

    def put(self, rows: Iterable[Cells]) -> None:
        """Add the rows of the next table; a heading that names the languages is left out.

        Rows with a single filled cell, where all are so, are paragraphs. Columns that are never
        filled are dropped. Raises `LimitError` when there are too many cells.
        """
        self._tables += 1
        rows = iter(rows)
        sample = list(islice(self._counted(rows), SAMPLE))
        columns = sorted({at for row in sample for at, cell in enumerate(row) if cell.strip()})
        heading = _heading(sample)
        if heading is not None:
            self._put(sample[:heading], columns)
            self._draft.leave_out("\n".join(filter(None, sample[heading])), HEADING)
            sample = sample[heading + 1 :]
        self._put(chain(sample, self._counted(rows)), columns)

    def _put(self, rows: Iterable[Cells], columns: Sequence[int]) -> None:
        known = frozenset(columns)
        for row in rows:
            cells = [row[at] if at < len(row) else "" for at in columns]
            cells += [cell for at, cell in enumerate(row) if at not in known and cell.strip()]
            if len(cells) >= FEWEST_CELLS:
                self._draft.row(cells, self._tables)
            else:
                self._list(cells)

    def _list(self, cells: Cells) -> None:
        for paragraph in "\n".join(cells).split("\n"):
            self._draft.add("paragraph", paragraph)

    def _counted(self, rows: Iterator[Cells]) -> Iterator[Cells]:
        for row in rows:
            self._cells += len(row)
            self._rows += 1
            self.refuse(self._cells, self._rows)
            if len(row) > MOST_COLUMNS:
                fact = f"row {self._rows} has more than {MOST_COLUMNS:,} columns"
                raise LimitError(self._draft.name, fact, "no spreadsheet has; is it a table?")
            yield row


def too_many_cells(name: str, most: int) -> LimitError:
    """Return the error for a file with more cells than the settings allow."""
    hint = "raise it with --set read.max_cells=N, or save it in parts"
    fact = f"has more than {most:,} cells, or {most // CELLS_A_ROW:,} rows"
    return LimitError(name, fact, hint)


def _heading(rows: Sequence[Cells]) -> int | None:
    """Return the place of the row that names the columns; above may be titles of a single cell."""
    place = next((at for at, row in enumerate(rows) if sum(map(bool, row)) >= FEWEST_CELLS), None)
    if place is None or not is_heading(rows[place]):
        return None
    # A table may say in every row which languages its texts are in.
    below = rows[place + 1] if place + 1 < len(rows) else ()
    return None if is_heading(below) else place
