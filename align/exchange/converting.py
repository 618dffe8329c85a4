"""A memory from one format to another, as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.memories import memory_writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.exchange.incoming import Incoming
    from align.formats.writing import UnitWriter
    from align.model import TranslationUnit

__all__ = ["Converting"]


class Converting:
    """Writes units to a memory; ``writer`` knows afterwards where they are."""

    def __init__(self, incoming: Incoming, output: Path, name: str | None = None) -> None:
        """Prepare to write ``output`` in the format ``name``, by default what its name says."""
        self.writer: UnitWriter = memory_writer(output, incoming.settings, name)
        self.written = 0
        self._incoming = incoming

    def convert(self) -> Iterator[TranslationUnit]:
        """Yield each unit once it is written; at the end the memory stands there, whole."""
        with self.writer as writer:
            for unit in self._incoming:
                writer.write(unit)
                self.written += 1
                yield unit
