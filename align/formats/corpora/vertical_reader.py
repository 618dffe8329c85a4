"""Reads vertical files of Sketch Engine with the mapping between them.

Segments are the structures ``align``, where a file has them, or else ``s``. Of a token the word is
read; other columns and structures are dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.formats.corpora.finding import find_files
from align.formats.corpora.reading import MOST_SEGMENTS, BeadRead, score_if_ours, units_from
from align.formats.corpora.structures import Structure, structures_of
from align.formats.corpora.texts import Texts
from align.formats.lines import numbered_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.corpora.finding import Found
    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_vertical"]

PLACE = re.compile(r"([0-9]{1,9})(?:([,:])([0-9]{1,9}))?")
NO_PLACE = "-1"
Bead = tuple["Iterable[int]", "Iterable[int]"]


def read_vertical(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every line of the mapping with two sides, or for each pair of a run."""
    found = find_files(path, "vertical", reading)
    with Texts() as texts:
        for side, file in enumerate(found.texts):
            structures = enumerate(structures_of(file, reading))
            texts.load(side, ((str(place), structure.packed()) for place, structure in structures))
        yield from units_from(_beads(found, texts, reading), found.files[0], reading)
        texts.count_unlinked(reading)


def _beads(found: Found, texts: Texts, reading: Reading) -> Iterator[BeadRead]:
    for number, line in numbered_lines(found.files[0], reading.limits):
        try:
            beads = _mapped(line.split(), texts)
        except ValueError as error:
            reading.unfit(found.files[0], number, error)
            continue
        for bead in beads:
            source, target = (
                [Structure.unpacked(text) for text in texts.of_bead(side, list(map(str, places)))]
                for side, places in enumerate(bead)
            )
            about = source[0]
            yield BeadRead(
                line=number,
                langs=found.langs,
                source=[structure.text for structure in source],
                target=[structure.text for structure in target],
                id=about.unit,
                kind=about.kind,
                score=score_if_ours(about.score, number, reading),
                document=about.document,
            )


def _mapped(columns: list[str], texts: Texts) -> Iterable[Bead]:
    """Return the beads of a line that have two sides; raises `ValueError` with what is wrong."""
    if len(columns) != 2:  # noqa: PLR2004  a mapping has two sides
        raise ValueError("no mapping, two columns parted by a tab")
    if NO_PLACE in columns:
        return []
    (source, one), (target, other) = (
        _places(column, texts.size(side)) for side, column in enumerate(columns)
    )
    if not one and not other:
        return [(source, target)]
    if len(source) != len(target):
        raise ValueError("a run of pairs that has not the same length on both sides")
    return zip(([place] for place in source), ([place] for place in target), strict=True)


def _places(column: str, size: int) -> tuple[range, bool]:
    """Return the places that a column names, and whether each is a bead of its own."""
    match = PLACE.fullmatch(column)
    if match is None:
        raise ValueError(f"{column!r} is no place of structures")
    first, last = int(match[1]), int(match[3] or match[1])
    if not first <= last < size:
        raise ValueError(f"{column} is no place among {size:,} structures")
    if match[2] != ":" and last - first >= MOST_SEGMENTS:
        raise ValueError(f"a bead of more than {MOST_SEGMENTS:,} segments")
    return range(first, last + 1), match[2] == ":"
