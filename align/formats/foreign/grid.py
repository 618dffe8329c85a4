"""A table whose cells may span columns and rows, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.errors import LimitError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["OVERHEAD", "WIDEST", "Grid", "check_size"]

WIDEST = 100  # columns that one cell may span
LARGEST = 10_000_000  # characters of a row
OVERHEAD = 100  # characters that a cell, or an element in it, counts for at least


@dataclass(slots=True)
class Grid:
    """The row of a table in the making; ``number`` is that of the table in its document.

    What spans columns or rows stands in the first of them and the others are empty, so that a text
    is in one unit at most.
    """

    number: int
    path: Path
    _row: list[str] = field(default_factory=list)
    _below: dict[int, int] = field(default_factory=dict)  # rows still spanned, by column
    _size: int = 0

    def add(self, text: str, columns: int = 1, rows: int = 1) -> None:
        """Add a cell in the next column that no cell above it spans.

        Raises `LimitError` for a row that is far too large.
        """
        self._size += len(text) + OVERHEAD * columns
        check_size(self._size, self.path)
        self._skip()
        for place in range(max(1, min(columns, WIDEST))):
            if rows > 1:
                self._below[len(self._row)] = rows - 1
            self._row.append("" if place else text)

    def row(self) -> list[str]:
        """Return the cells of the row that ends here, and begin the next one."""
        self._skip()
        row, self._row, self._size = self._row, [], 0
        return row

    def _skip(self) -> None:
        while self._below.get(len(self._row), 0):
            self._below[len(self._row)] -= 1
            self._row.append("")


def check_size(size: int, path: Path) -> None:
    """Raise `LimitError` for more characters than a row or paragraph may have."""
    if size > LARGEST:
        fact = f"holds a paragraph or row of more than {LARGEST:,} characters"
        raise LimitError(str(path), fact, "is it a table of texts?")
