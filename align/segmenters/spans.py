"""Cut places in a block, turned into segments."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from align.model import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import Block

__all__ = ["segments_between"]


def segments_between(block: Block, cuts: Iterable[int]) -> list[Segment]:
    """Return the parts of ``block`` between the rising ``cuts``, trimmed, blank ones left out."""
    spans = (_trimmed(block.text, *span) for span in pairwise((0, *cuts, len(block.text))))
    return [Segment(block=block, start=start, end=end) for start, end in spans if start < end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
