"""Reads TMX of any version, in any encoding, whoever wrote it, whole or damaged.

Entities are refused, DTDs not loaded, nothing is fetched. Text inside inline codes is left out,
highlighted text is kept; what is left out is counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import UsageError
from align.formats.opening import opened
from align.formats.reading import Reading
from align.formats.tmx.decoding import Decoding
from align.formats.tmx.elements import Elements
from align.formats.tmx.head import read_head
from align.formats.tmx.pieces import pieces
from align.formats.tmx.sides import Wanted, both
from align.formats.tmx.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.formats.tmx.sides import Choose
    from align.model import TranslationUnit

__all__ = ["read_pairs", "read_tmx"]


def read_tmx(path: Path | str) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file, one in memory at a time.

    The text in the header's (or the unit's) ``srclang`` is the source, else the first one. Raises
    `MalformedError`, with the line, for broken XML and for a unit that has not exactly two texts.
    """
    return _read(Path(path), Reading(), both)


def read_pairs(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file of any languages as pairs of two.

    Raises `UsageError` at the end of a file that has other languages, and not these two.
    """
    wanted = Wanted(reading.langs)
    yield from _read(path, reading, wanted.choose)
    missing = wanted.missing()
    if missing:
        raise UsageError(str(path), missing, "choose two of them with --langs")


def _read(path: Path, reading: Reading, choose: Choose) -> Iterator[TranslationUnit]:
    with opened(path, reading.limits) as file:
        chunks = Decoding(path, reading).utf_8(file)
        found = read_head(chunks, path, reading)
        if found is None:
            return
        envelope, first = found
        units = Units(reading, choose, envelope.srclang)
        for line, element in Elements(envelope, path, reading).of(pieces(first, chunks, path)):
            try:
                unit = units.of(element, line)
            except ValueError as error:
                reading.unfit(path, line, error)
                continue
            yield unit
