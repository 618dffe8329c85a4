"""Reads tab-separated memories: ours, two plain columns, Bitextor's, or columns with a heading.

There is no quoting. See `align.formats.tables.rows` for what the columns may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.lines import numbered_lines
from align.formats.tables.rows import units_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_tsv"]


def read_tsv(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a tab-separated file, the first text of each as its source."""
    rows = ((number, line.split("\t")) for number, line in numbered_lines(path, reading.limits))
    yield from units_of_rows(rows, reading, path)
