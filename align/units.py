"""Beads to translation units, and everything of a job that is in none of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from align.model import (
    AlignedBitext,
    Alignment,
    Bead,
    Location,
    Origin,
    Passage,
    Segment,
    Side,
    TranslationUnit,
)
from align.text.tidy import illegal_spans, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["UnitMaker", "illegal_characters", "omissions"]


class UnitMaker:
    """Makes the units of one document; its ids count how often the same pair has come before."""

    def __init__(
        self, document: str, names: Sequence[str], props: tuple[tuple[str, str], ...]
    ) -> None:
        """Take the document's id and the names of its file, or of its source and target file."""
        self._document = document
        self._names = names[0], names[-1]
        self._props = props
        self._seen: Counter[tuple[str, str]] = Counter()

    def units(self, alignment: Alignment) -> AlignedBitext:
        """Return ``alignment`` with the unit of each bead, None where a side holds no text.

        Nothing is known of the units yet: their score is 0.
        """
        units = tuple(self._unit(alignment, bead) for bead in alignment.beads)
        return AlignedBitext(alignment=alignment, units=units)

    def _unit(self, alignment: Alignment, bead: Bead) -> TranslationUnit | None:
        source = alignment.source[bead.source.start : bead.source.stop]
        target = alignment.target[bead.target.start : bead.target.stop]
        texts = joined(one.text for one in source), joined(one.text for one in target)
        if not all(texts):
            return None
        self._seen[texts] += 1
        return TranslationUnit(
            id=self._id(texts),
            source=texts[0],
            target=texts[1],
            source_lang=alignment.bitext.source.lang,
            target_lang=alignment.bitext.target.lang,
            kind=bead.kind,
            score=0.0,
            origin=Origin(
                document=self._document,
                source=_locations(source, self._names[0]),
                target=_locations(target, self._names[1]),
            ),
            props=self._props,
        )

    def _id(self, texts: tuple[str, str]) -> str:
        """Return a name that stays the same from run to run."""
        content = "\x1f".join((self._document, *texts, str(self._seen[texts])))
        return "u" + hashlib.sha256(content.encode()).hexdigest()[:16]


def _locations(segments: Iterable[Segment], path: str) -> tuple[Location, ...]:
    return tuple(
        Location(
            path=path,
            block=segment.block.id,
            line=segment.block.place.line + segment.block.text.count("\n", 0, segment.start),
            start=segment.start,
            end=segment.end,
        )
        for segment in segments
    )


def omissions(aligned: AlignedBitext) -> Iterator[Passage]:
    """Yield every segment that is in no unit."""
    alignment = aligned.alignment
    for bead, unit in zip(alignment.beads, aligned.units, strict=True):
        if unit is None:
            yield from _passages(
                alignment.source[bead.source.start : bead.source.stop], alignment.bitext.source
            )
            yield from _passages(
                alignment.target[bead.target.start : bead.target.stop], alignment.bitext.target
            )


def _passages(segments: Iterable[Segment], side: Side) -> Iterator[Passage]:
    for segment in segments:
        yield Passage(
            lang=side.lang,
            block=segment.block.id,
            start=segment.start,
            end=segment.end,
            text=segment.text,
            reason="omission",
        )


def illegal_characters(side: Side) -> Iterator[Passage]:
    """Yield the characters of a side that no XML file may hold and `tidy` therefore drops."""
    for block in side.blocks:
        for start, end in illegal_spans(block.text):
            yield Passage(
                lang=side.lang,
                block=block.id,
                start=start,
                end=end,
                text=block.text[start:end],
                reason="illegal-character",
            )
