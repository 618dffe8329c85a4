"""Line files: two files in which line i is segment i, aligned without any reading between them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.aligners import align_segments
from align.model import Bitext, Block, Place, Segment, Side
from align.readers.decoding import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings, Settings
    from align.model import Alignment

__all__ = ["LineBead", "align_lines", "aligned_texts", "read_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBead:
    """A bead over lines, numbered from 0; blank lines may stand between those of a bead."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    cost: float
    posterior: float


def read_lines(path: Path, settings: ReadSettings) -> list[str]:
    """Return the lines of a file, split at LF, CRLF or CR only; raises `ReadError`."""
    text = load(path, path.name, settings).text
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def align_lines(source: list[str], target: list[str], settings: Settings) -> list[LineBead]:
    """Return beads over the lines; a line without text is a bead of its own.

    Blank lines take no part in the alignment: each stands alone at its place, free and certain.
    """
    rows = [[i for i, line in enumerate(lines) if line.strip()] for lines in (source, target)]
    texts = [source[i] for i in rows[0]], [target[j] for j in rows[1]]
    beads = aligned_texts(*texts, settings).beads
    blank = (
        sorted(set(range(len(source))) - {*rows[0]}),
        sorted(set(range(len(target))) - {*rows[1]}),
    )
    numbered = [
        LineBead(
            source=tuple(rows[0][bead.source.start : bead.source.stop]),
            target=tuple(rows[1][bead.target.start : bead.target.stop]),
            cost=bead.cost,
            posterior=bead.posterior,
        )
        for bead in beads
    ]
    return list(_with_blank_lines(numbered, blank))


def aligned_texts(source: list[str], target: list[str], settings: Settings) -> Alignment:
    """Return the alignment of two lists of texts, each text one segment."""
    segments = (
        tuple(map(_segment, range(len(source)), source)),
        tuple(map(_segment, range(len(target)), target)),
    )
    blocks = [tuple(segment.block for segment in side) for side in segments]
    bitext = Bitext(
        id="lines",
        source=Side(lang=settings.langs[0], blocks=blocks[0]),
        target=Side(lang=settings.langs[1], blocks=blocks[1]),
        layout="pair",
    )
    return align_segments(bitext, *segments, settings)


def _segment(number: int, text: str) -> Segment:
    place = Place(line=number + 1, start=0, length=len(text))
    block = Block(id=f"b{number + 1}", kind="paragraph", text=text, place=place)
    return Segment(block=block, start=0, end=len(text))


def _with_blank_lines(
    beads: list[LineBead], blank: tuple[list[int], list[int]]
) -> Iterator[LineBead]:
    """Yield the beads, each blank line before the first bead that begins behind it."""
    source, target = deque(blank[0]), deque(blank[1])
    for bead in beads:
        while bead.source and source and source[0] < bead.source[0]:
            yield LineBead(source=(source.popleft(),), target=(), cost=0.0, posterior=1.0)
        while bead.target and target and target[0] < bead.target[0]:
            yield LineBead(source=(), target=(target.popleft(),), cost=0.0, posterior=1.0)
        yield bead
    for i in source:
        yield LineBead(source=(i,), target=(), cost=0.0, posterior=1.0)
    for j in target:
        yield LineBead(source=(), target=(j,), cost=0.0, posterior=1.0)
