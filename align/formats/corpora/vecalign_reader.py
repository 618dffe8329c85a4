"""Reads the alignment files of Vecalign with both texts beside them, in whatever order they go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.formats.corpora.finding import find_files
from align.formats.corpora.reading import BeadRead, units_from
from align.formats.corpora.texts import Texts
from align.formats.lines import numbered_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.corpora.finding import Found
    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_vecalign"]

BEAD = re.compile(r"\s*\[([0-9,\s]*)\]\s*:\s*\[([0-9,\s]*)\]\s*(?::(.*))?")
NUMBER = re.compile("[0-9]+")


def read_vecalign(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every bead with two sides; costs, of a scale of their own, are dropped."""
    found = find_files(path, "vecalign", reading)
    with Texts() as texts:
        for side, file in enumerate(found.texts):
            lines = numbered_lines(file, reading.limits, blank=True)
            texts.load(side, ((str(number - 1), line) for number, line in lines))
        yield from units_from(_beads(found, texts, reading), found.files[0], reading)
        texts.count_unlinked(reading)


def _beads(found: Found, texts: Texts, reading: Reading) -> Iterator[BeadRead]:
    path = found.files[0]
    for number, line in numbered_lines(path, reading.limits):
        match = BEAD.fullmatch(line)
        if match is None:
            reading.unfit(path, number, "no bead, such as [0]:[0, 1]")
            continue
        names = NUMBER.findall(match[1]), NUMBER.findall(match[2])
        if not all(names):
            continue  # its segments are counted with all that are in no bead
        if match[3]:
            reading.losses.add("property", number, "costs of the beads")
        try:
            source, target = (texts.of_bead(side, names[side]) for side in (0, 1))
        except ValueError as error:
            reading.unfit(path, number, error)
            continue
        yield BeadRead(line=number, langs=found.langs, source=source, target=target)
