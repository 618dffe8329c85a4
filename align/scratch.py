"""A temporary SQLite database, for what waits in numbers that do not fit into memory."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Self

from align.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

__all__ = ["Scratch"]

# Nothing of it outlives the process, so that it need not survive a crash.
PRAGMAS = ("journal_mode = OFF", "synchronous = OFF")
# The name "" stands for a file that SQLite removes from the temporary folder as soon as it is open:
# nothing is left of it, even when the process is killed.
UNNAMED = ""


class Scratch:
    """A context manager; what is in its database is gone afterwards."""

    cache: ClassVar[int] = 2_000  # KiB that stay in memory, however much there is

    def __init__(self, *schema: str, in_memory: bool = False) -> None:
        """Make the tables, in a file or, where little is to be kept, in memory.

        Raises `OutputError` when there is no room for them.
        """
        name = ":memory:" if in_memory else UNNAMED
        self._connection = sqlite3.connect(name, isolation_level=None)
        pragmas = (f"PRAGMA {pragma}" for pragma in (*PRAGMAS, f"cache_size = -{self.cache}"))
        for statement in (*pragmas, *schema, "BEGIN"):
            self._run(statement)

    def __enter__(self) -> Self:
        """Return the object itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Throw everything away."""
        self._connection.close()

    def _run(self, statement: str, *values: str | int | None) -> sqlite3.Cursor:
        """Execute a statement; raises `OutputError` when the temporary folder is full."""
        with self._writing() as connection:
            return connection.execute(statement, values)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection; raises `OutputError` when the temporary folder is full."""
        try:
            yield self._connection
        except sqlite3.Error as error:
            fact = f"cannot be written ({error})"
            hint = "make room, or name another in TMPDIR"
            raise OutputError("temporary folder", fact, hint) from error
