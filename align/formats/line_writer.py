"""What the formats of one line a unit share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Self

from align.files import replacing

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.model import AlignedBitext, TranslationUnit

__all__ = ["LineWriter"]


class LineWriter(ABC):
    """A UTF-8 text file in the making, without byte-order mark, its lines ended by LF."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``."""
        self._path = path
        self._settings = settings
        self._stack = ExitStack()
        self._file: IO[bytes]

    def __enter__(self) -> Self:
        """Open a temporary file beside the final one."""
        self._file = self._stack.enter_context(replacing(self._path))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Replace the final file, or remove the temporary one after an error."""
        self._stack.__exit__(kind, error, traceback)

    @abstractmethod
    def write(self, unit: TranslationUnit) -> None:
        """Add one unit; raises `OutputError` when one of its sides is empty."""

    @abstractmethod
    def write_any(self, unit: TranslationUnit) -> None:
        """Add one unit, even with an empty side: not for a memory that a CAT tool reads."""

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add the units of a bitext, in source order."""
        for unit in filter(None, aligned.units):
            self.write(unit)

    def _write_line(self, line: str) -> None:
        self._file.write(line.encode() + b"\n")
