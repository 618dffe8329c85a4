"""The texts that beads point into: segments by name, on disk, and which of them are linked."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from align.formats.corpora.reading import MOST_SEGMENTS
from align.formats.corpora.segment_table import SegmentTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType

    from align.formats.reading import Reading

__all__ = ["Texts"]


class Texts:
    """A context manager that holds the segments of two texts, as long as they are needed."""

    def __init__(self) -> None:
        """Start without a segment."""
        self._stack = ExitStack()
        self._tables: list[SegmentTable] = []
        # A byte for each segment: whether it is accounted for, being in a bead or empty.
        self._done = (bytearray(), bytearray())

    def __enter__(self) -> Self:
        """Open a table for each side."""
        self._tables = [self._stack.enter_context(SegmentTable()) for _ in self._done]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Throw the tables away."""
        self._stack.__exit__(kind, error, traceback)

    def load(self, side: int, segments: Iterable[tuple[str, str]]) -> None:
        """Take in names and texts; of two texts of one name the second can be in no bead."""
        table, done = self._tables[side], self._done[side]
        for name, text in segments:
            table.add(name, f"{len(done)} {text}")
            done.append(not text.strip())

    def size(self, side: int) -> int:
        """Return how many segments a side has."""
        return len(self._done[side])

    def of_bead(self, side: int, names: Sequence[str]) -> list[str]:
        """Return the texts of a bead's segments; raises `ValueError` when there is not each."""
        if len(names) > MOST_SEGMENTS:
            raise ValueError(f"a bead of more than {MOST_SEGMENTS:,} segments")
        rows = [self._tables[side].text(name) for name in names]
        texts: list[str] = []
        for name, row in zip(names, rows, strict=True):
            if row is None:
                raise ValueError(
                    f"there is no segment {name!r} in the {('source', 'target')[side]}"
                )
            number, _, text = row.partition(" ")
            self._done[side][int(number)] = True
            texts.append(text)
        return texts

    def count_unlinked(self, reading: Reading) -> None:
        """Count the segments that were in no bead among the losses."""
        left = sum(done.count(False) for done in self._done)
        if left:
            reading.losses.add("unaligned", times=left)
