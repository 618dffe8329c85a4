"""What the formats of one line a unit share."""

from __future__ import annotations

from typing import ClassVar

from align.formats.writing import FileWriter

__all__ = ["LineWriter"]


class LineWriter(FileWriter):
    """A UTF-8 text file in the making, without byte-order mark, its lines ended by LF."""

    holds_empty: ClassVar[bool] = True

    def _write_line(self, line: str) -> None:
        self._file.write(line.encode() + b"\n")
