"""Reads Moses: two files, the lines of one translations of the lines of the other.

A line that is empty in one file only has no counterpart.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from align.formats.corpora.finding import find_files
from align.formats.corpora.reading import BeadRead, units_from
from align.formats.lines import numbered_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.corpora.finding import Found
    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_moses"]

NO_LINE = (0, "")  # behind the end


def read_moses(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every pair of lines; either of the two files may be named."""
    found = find_files(path, "moses", reading)
    yield from units_from(_beads(found, reading), found.files[0], reading)


def _beads(found: Found, reading: Reading) -> Iterator[BeadRead]:
    files = (numbered_lines(text, reading.limits, blank=True) for text in found.texts)
    for lines in zip_longest(*files, fillvalue=NO_LINE):
        if NO_LINE in lines:
            _break(found, lines.index(NO_LINE), reading)
            return
        (number, source), (_, target) = lines
        sides = [bool(source.strip()), bool(target.strip())]
        if reading.exact or all(sides):
            yield BeadRead(line=number, langs=found.langs, source=[source], target=[target])
        elif any(sides):
            reading.losses.add("unaligned", number)


def _break(found: Found, short: int, reading: Reading) -> None:
    path, other = found.texts[short], found.texts[1 - short]
    reading.broken(path, 0, f"has fewer lines than {other.name}")
