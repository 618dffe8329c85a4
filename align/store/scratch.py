"""A temporary SQLite database, so that memory use does not grow with the units that wait in it."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from align.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

__all__ = ["Scratch"]

# Nothing of it outlives the process, so that it need not survive a crash.
PRAGMAS = ("journal_mode=OFF", "synchronous=OFF")


class Scratch:
    """A context manager; the file of its database is gone afterwards."""

    def __init__(self, schema: str, *, in_memory: bool = False) -> None:
        """Make the database, in a file or, where little is to be kept, in memory.

        Raises `OutputError` when no file can be written.
        """
        self._stack = ExitStack()
        self._path = ":memory:" if in_memory else str(self._folder() / "units.sqlite")
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._stack.callback(self._connection.close)
        with self._writing() as connection:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(schema)
            connection.execute("BEGIN")

    def __enter__(self) -> Self:
        """Return the object itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the database and remove its file."""
        self._stack.close()

    def _folder(self) -> Path:
        try:
            folder = tempfile.TemporaryDirectory(prefix="align-", ignore_cleanup_errors=True)
        except OSError as error:
            fact = f"cannot be written ({error.strerror or error})"
            raise OutputError("temporary folder", fact, "name another in TMPDIR") from error
        return Path(self._stack.enter_context(folder))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection; raises `OutputError` when the temporary folder is full."""
        try:
            yield self._connection
        except sqlite3.Error as error:
            raise OutputError(self._path, f"cannot be written ({error})") from error
