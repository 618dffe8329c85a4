"""Tables of a Word document; what only frames a text, a table of one column, is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.readers.word.docx_runs import Runs
    from align.readers.word.docx_styles import Given
    from align.readers.word.flow import Flow

__all__ = ["Tables"]

WIDEST = 100  # columns that one cell may span; Word allows 63
_NUMBER = re.compile("[0-9]{1,4}")


@dataclass(slots=True)
class _Table:
    columns: int = 0  # none if the table does not tell
    is_open: bool = False
    span: int = 1  # columns of the cell that is open
    fills: bool = False  # whether that cell is the whole row

    @property
    def is_frame(self) -> bool:
        return self.columns == 1


class Tables:
    """Those that are open, around one another."""

    def __init__(self, flow: Flow, runs: Runs) -> None:
        """Begin outside of any table."""
        self._flow = flow
        self._runs = runs
        self._open: list[_Table] = []
        self._depths: list[int] = []  # of the flow, before each table, row and cell that is open

    def begin(self) -> None:
        """Begin a table; whether it is one is known when its first row comes."""
        self._open.append(_Table())
        self._depths.append(self._flow.depth)

    def end(self) -> None:
        """End the innermost table."""
        self._open.pop()
        self._close()

    def add_column(self) -> None:
        """Take in that the table has one more column."""
        if self._open:
            self._open[-1].columns += 1

    def begin_row(self) -> None:
        """Begin a row."""
        table = self._table()
        if not table.is_open:
            table.is_open = True
            self._flow.open("box" if table.is_frame else "table")
        self._depths.append(self._flow.depth)
        if not table.is_frame:
            self._flow.open("row")

    def settle_row(self, given: Given) -> None:
        """Take in the properties of the row."""
        if not self._table().is_frame:
            self._skip(_number(given, "gridBefore", 0))

    def end_row(self) -> None:
        """End the row."""
        self._close()

    def begin_cell(self) -> None:
        """Begin a cell."""
        self._runs.grow(1)
        table = self._table()
        table.span, table.fills = 1, False
        self._depths.append(self._flow.depth)
        if not table.is_frame:
            self._flow.open("cell")

    def settle_cell(self, given: Given) -> None:
        """Take in the properties of the cell: one as wide as the table is no row of cells."""
        table = self._table()
        table.span = max(1, _number(given, "gridSpan", 1))
        table.fills = self._flow.role == "cell" and 1 < table.columns <= table.span
        if table.fills:
            self._flow.close()
            self._flow.open("box")

    def end_cell(self) -> None:
        """End the cell, and the columns it spans."""
        table = self._table()
        self._close()
        if not table.is_frame and not table.fills:
            self._skip(table.span - 1)
        table.span, table.fills = 1, False

    def _skip(self, columns: int) -> None:
        self._runs.grow(columns)
        for _ in range(columns):
            self._flow.open("cell")
            self._flow.close()

    def _close(self) -> None:
        """Close all that was opened since the innermost table, row or cell began.

        A damaged document has rows in cells, and columns in rows: so nothing is taken for granted.
        """
        depth = self._depths.pop()
        while self._flow.depth > depth:
            self._flow.close()

    def _table(self) -> _Table:
        if not self._open:  # a row outside of any table: nobody writes so, but anybody could
            self._open.append(_Table())
        return self._open[-1]


def _number(given: Given, name: str, default: int) -> int:
    text = given.get(name, "")
    return min(int(text), WIDEST) if _NUMBER.fullmatch(text) else default
