"""Bitexts for the aligner tests."""

from __future__ import annotations

from typing import NamedTuple

from align.model import Anchor, Bitext, Block, Place, Segment, Side

__all__ = ["Cut", "bitext", "cut"]


class Cut(NamedTuple):
    """A bitext and its segments: what an aligner is called with."""

    bitext: Bitext
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]


def bitext(
    source: list[list[str]], target: list[list[str]], anchors: tuple[Anchor, ...] = ()
) -> Cut:
    """Return a bitext of blocks of segments."""
    sides = [_side(blocks) for blocks in (source, target)]
    return Cut(
        Bitext(
            id="sample#1",
            source=Side(lang="ar", blocks=sides[0][0]),
            target=Side(lang="en", blocks=sides[1][0]),
            layout="interleaved" if anchors else "pair",
            anchors=anchors,
        ),
        sides[0][1],
        sides[1][1],
    )


def cut(source: list[str], target: list[str]) -> Cut:
    """Return a bitext of one block a side."""
    return bitext([source], [target])


def _side(blocks: list[list[str]]) -> tuple[tuple[Block, ...], tuple[Segment, ...]]:
    made: list[Block] = []
    segments: list[Segment] = []
    for number, texts in enumerate(blocks, 1):
        whole = " ".join(texts)
        place = Place(line=number, start=0, length=len(whole))
        block = Block(id=f"b{number}", kind="paragraph", text=whole, place=place)
        made.append(block)
        start = 0
        for text in texts:
            segments.append(Segment(block=block, start=start, end=start + len(text)))
            start += len(text) + 1
    return tuple(made), tuple(segments)
