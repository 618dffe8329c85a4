"""What is made of one file before it is aligned: read, told apart by language, and cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from align import bitext as bitexts
from align import readers, segmenters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import Settings
    from align.model import Bitext, Block, Document, Layout, Passage, Segment, Split

__all__ = ["Inspection", "Row", "inspect", "rows_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Blocks of both sides that the layout sets side by side; either may be empty."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """A document, its bitexts, and the segments of their blocks by the block's id."""

    document: Document
    split: Split
    langs: tuple[str, str]
    segments: dict[str, tuple[Segment, ...]]

    @property
    def left_out(self) -> tuple[Passage, ...]:
        """What is in no unit on purpose: furniture, duplicates, characters that are forbidden."""
        return tuple(
            passage
            for passage in (*self.document.removed, *self.split.passages)
            if passage.reason not in {"repair", "other-language", "monolingual"}
        )

    @property
    def repairs(self) -> tuple[Passage, ...]:
        """What was repaired: the text as it was, and what stands there instead."""
        return tuple(p for p in self.document.removed if p.reason == "repair")

    @property
    def alone(self) -> tuple[Passage, ...]:
        """Text in a third language, and parts in one language of a document that has two."""
        unaligned = {"other-language", "monolingual"} - ({"monolingual"} if self.only else set())
        return tuple(p for p in self.split.passages if p.reason in unaligned)

    @property
    def only(self) -> tuple[Block, ...]:
        """The blocks of a document that has one language only, as of one file of a pair."""
        monolingual = {p.block for p in self.split.passages if p.reason == "monolingual"}
        return tuple(
            block
            for block in self.document.blocks
            if self.split.monolingual and block.id in monolingual
        )

    def line_of(self, passage: Passage) -> int:
        """Return the line of the document's text, from 1, at which a passage begins."""
        start = passage.start
        if passage.block:
            start += self._starts().get(passage.block, 0)
        return self.document.text.count("\n", 0, start) + 1

    def _starts(self) -> dict[str, int]:
        return {block.id: block.place.start for block in self.document.blocks}


def inspect(path: Path, name: str, settings: Settings) -> Inspection:
    """Read a file called ``name``, tell its languages apart and cut it, as a run would.

    Raises `ReadError` when it cannot be read.
    """
    document = readers.read(path, name, settings.read)
    split = bitexts.split(document, settings.langs, cast("Layout | None", settings.layout))
    cut = segmenters.chosen(settings)
    sides = chain.from_iterable((bitext.source, bitext.target) for bitext in split.bitexts)
    segments = {block.id: tuple(cut(block, side.lang)) for side in sides for block in side.blocks}
    for block in document.blocks if split.monolingual else ():
        segments[block.id] = tuple(cut(block, split.monolingual or ""))
    return Inspection(document=document, split=split, langs=settings.langs, segments=segments)


def rows_of(bitext: Bitext) -> Iterator[Row]:
    """Yield the rows that the anchors of a bitext make; one row of everything if it has none."""
    if not bitext.anchors:
        yield Row(source=bitext.source.blocks, target=bitext.target.blocks)
    for anchor in bitext.anchors:
        yield Row(
            source=bitext.source.blocks[anchor.source.start : anchor.source.stop],
            target=bitext.target.blocks[anchor.target.start : anchor.target.stop],
        )
