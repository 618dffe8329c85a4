"""A database that lives as long as a file is read, for what does not fit into memory."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, ClassVar, Self

from align.errors import OutputError

if TYPE_CHECKING:
    from types import TracebackType


__all__ = ["TemporaryDatabase"]

SETTINGS = (
    "PRAGMA cache_size = -32000",  # KiB: what stays in memory, however much there is
    # Nothing of it outlives the process, so there is nothing to recover after a crash.
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
)


class TemporaryDatabase:
    """A context manager over a database file that has no name and vanishes at the end."""

    tables: ClassVar[tuple[str, ...]]  # the statements that make them

    def __enter__(self) -> Self:
        """Make the tables; raises `OutputError` when there is no room for them."""
        # The name "" stands for a file that SQLite removes from its folder at once.
        self._database = sqlite3.connect("", isolation_level=None)
        for statement in (*SETTINGS, *self.tables, "BEGIN"):
            self._run(statement)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Throw everything away."""
        self._database.close()

    def _run(self, statement: str, *values: str | int | None) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.Error as error:
            fact = f"what is read cannot be kept there ({error})"
            hint = "make room, or set TMPDIR"
            raise OutputError("the folder for temporary files", fact, hint) from error
