"""Reads ladder files of hunalign with both texts beside them, in one pass through all three.

A rung may lack its score, as in ladders made by hand; blank lines of the texts are in no unit.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from align.formats.corpora.finding import find_files
from align.formats.corpora.reading import MOST_SEGMENTS, BeadRead, score_if_ours, units_from
from align.formats.lines import numbered_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.corpora.finding import Found
    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_ladder"]

RUNG = re.compile(r"\s*([0-9]{1,9})\s+([0-9]{1,9})(?:\s+(\S+))?\s*")


class Rung(NamedTuple):
    """How many lines of both texts are below it, and the score of the bead above it."""

    number: int  # of its own line
    lines: tuple[int, int]
    score: str | None


class Lines:
    """The lines of a text, taken from the top."""

    def __init__(self, path: Path, reading: Reading) -> None:
        """Open the text with its first line."""
        self._name = path.name
        self._lines = numbered_lines(path, reading.limits, blank=True)

    def take(self, number: int) -> list[str]:
        """Return the next lines, without blank ones; raises `ValueError` when there are fewer."""
        taken = [line for _, line in islice(self._lines, number)]
        if len(taken) < number:
            raise ValueError(f"{self._name} has fewer lines than that")
        return [line for line in taken if line.strip()]

    def skip(self, number: int | None = None) -> int:
        """Pass over lines, or all; returns how many of them are not blank."""
        return sum(1 for _, line in islice(self._lines, number) if line.strip())


def read_ladder(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every bead with two sides."""
    found = find_files(path, "ladder", reading)
    yield from units_from(_beads(found, reading), found.files[0], reading)


def _beads(found: Found, reading: Reading) -> Iterator[BeadRead]:
    texts = [Lines(text, reading) for text in found.texts]
    holes = pairwise(_rungs(found.files[0], texts, reading))
    for below, above in holes:
        sizes = [end - start for start, end in zip(below.lines, above.lines, strict=True)]
        try:
            sides = _sides(texts, sizes)
        except ValueError as error:
            reading.broken(found.files[0], above.number, str(error))
            return
        if all(sides):
            yield BeadRead(
                line=below.number,
                langs=found.langs,
                source=sides[0],
                target=sides[1],
                score=score_if_ours(below.score, below.number, reading),
            )
        elif any(sides):
            reading.losses.add("unaligned", below.number, times=len(sides[0] + sides[1]))
    _pass_over(texts, (None, None), reading)


def _sides(texts: list[Lines], sizes: list[int]) -> list[list[str]]:
    if min(sizes) < 0:
        raise ValueError("a rung below the one before it")
    if max(sizes) > MOST_SEGMENTS:
        raise ValueError(f"a bead of more than {MOST_SEGMENTS:,} lines")
    return [text.take(size) for text, size in zip(texts, sizes, strict=True)]


def _rungs(path: Path, texts: list[Lines], reading: Reading) -> Iterator[Rung]:
    """Yield the rungs; what is below the first has no counterpart."""
    first = True
    for number, line in numbered_lines(path, reading.limits):
        match = RUNG.fullmatch(line)
        if match is None:
            reading.broken(path, number, "is no rung, such as 3, 4 and a score, parted by tabs")
            return
        rung = Rung(number, (int(match[1]), int(match[2])), match[3])
        if first:
            _pass_over(texts, rung.lines, reading)
        first = False
        yield rung


def _pass_over(texts: list[Lines], sizes: tuple[int | None, int | None], reading: Reading) -> None:
    passed = sum(text.skip(size) for text, size in zip(texts, sizes, strict=True))
    if passed:
        reading.losses.add("unaligned", times=passed)
