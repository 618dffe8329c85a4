"""A sample of a document: how it begins, how it ends, and what stands between, in bounded size."""

from __future__ import annotations

import dataclasses
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.model import Block, Document

__all__ = ["sampled", "windows"]

# Of the characters of a sample. Both ends of a text and of its translation say the same, while
# places between the ends are only near each other.
BEGINNING, END, BETWEEN = 0.4, 0.3, 4


def sampled(document: Document, characters: int) -> list[list[Block]]:
    """Return the blocks of a document, or parts of them, window by window."""
    lengths = [len(block.text) for block in document.blocks]
    starts = [0, *accumulate(lengths)]
    return [
        list(_within(document.blocks, starts, span)) for span in windows(starts[-1], characters)
    ]


def windows(length: int, characters: int) -> list[range]:
    """Return the spans of a text of some length that are in a sample: all of it, or six.

    >>> windows(10, 20), windows(1000, 100)[0], windows(1000, 100)[-1]
    ([range(0, 10)], range(0, 40), range(970, 1000))
    """
    if length <= characters:
        return [range(length)]
    first, last = int(BEGINNING * characters), int(END * characters)
    width = (characters - first - last) // BETWEEN
    gap = (length - first - last - BETWEEN * width) / (BETWEEN + 1)
    inner = [first + round(gap + k * (gap + width)) for k in range(BETWEEN)]
    spans = [range(start, start + width) for start in inner]
    return [range(first), *spans, range(length - last, length)]


def _within(blocks: Sequence[Block], starts: Sequence[int], span: range) -> Iterator[Block]:
    """Yield what of the blocks stands in a span of all their text."""
    for block, (start, end) in zip(blocks, pairwise(starts), strict=True):
        first, last = max(start, span.start), min(end, span.stop)
        if first < last:
            yield _part(block, first - start, last - start)


def _part(block: Block, start: int, end: int) -> Block:
    if end - start == len(block.text):
        return block
    place = dataclasses.replace(block.place, start=block.place.start + start, length=end - start)
    return dataclasses.replace(block, text=block.text[start:end], place=place)
