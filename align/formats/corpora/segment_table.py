"""The segments of a file by their ids, on disk: for formats whose links come before their texts."""

from __future__ import annotations

from typing import ClassVar

from align.scratch import Scratch

__all__ = ["SegmentTable"]


class SegmentTable(Scratch):
    """A context manager that holds texts by id in a temporary file of its own.

    >>> with SegmentTable() as table:
    ...     table.add("ar.s1", "نعم."), table.add("ar.s1", "لا."), table.text("ar.s1")
    (True, False, 'نعم.')
    """

    cache: ClassVar[int] = 32_000

    def __init__(self) -> None:
        """Make the table."""
        super().__init__("CREATE TABLE segment (id TEXT PRIMARY KEY, text TEXT NOT NULL)")

    def add(self, name: str, text: str) -> bool:
        """Keep the text of the segment ``name``; return whether that name is new."""
        return self._run("INSERT OR IGNORE INTO segment VALUES (?, ?)", name, text).rowcount > 0

    def text(self, name: str) -> str | None:
        """Return the text of a segment, or None when there is no such segment."""
        row = self._run("SELECT text FROM segment WHERE id = ?", name).fetchone()
        return str(row[0]) if row else None
