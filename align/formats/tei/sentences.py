"""The segments of a bitext as a TEI file holds them: by block, with the places that units know."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.formats.tei.places import place_of, shared_out
from align.formats.tei.text import Sentence
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.model import AlignedBitext, Block, Location, Segment

    Placed = tuple[Segment, Sequence[Location] | None]  # None: in no unit

__all__ = ["blocks_of"]


def blocks_of(aligned: AlignedBitext, side: int) -> Iterator[tuple[Block, list[Sentence]]]:
    """Yield the blocks of a side, 0 for the source, with their segments."""
    alignment = aligned.alignment
    lang = (alignment.bitext.source, alignment.bitext.target)[side].lang
    known = dict(_places(aligned, side))
    segments = enumerate((alignment.source, alignment.target)[side])
    placed = ((segment, known.get(number)) for number, segment in segments)
    for block, run in groupby(placed, key=lambda pair: pair[0].block):
        yield block, list(_sentences(list(run), lang))


def _places(aligned: AlignedBitext, side: int) -> Iterator[tuple[int, Sequence[Location]]]:
    """Yield the places of the segments of a side, by the segment's index, as their units say."""
    for bead, unit in zip(aligned.alignment.beads, aligned.units, strict=True):
        if unit is not None and unit.origin is not None:
            run = (bead.source, bead.target)[side]
            known = (unit.origin.source, unit.origin.target)[side]
            yield from zip(run, shared_out(known, len(run)), strict=True)


def _sentences(run: list[Placed], lang: str) -> Iterator[Sentence]:
    """Yield the segments of a block; one of which no unit knows the place has its own."""
    end = run[0][0].start
    for segment, places in run:
        known = [place_of(segment)] if places is None else places
        text, apart = tidy(segment.text), segment.start > end
        yield Sentence(text, lang, known, apart=apart, has_files=places is not None)
        end = segment.end
