"""Sentences by our own rules, ``default.srx``: the default segmenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.segmenters.srx import default_rules

if TYPE_CHECKING:
    from align.model import Block, Segment

__all__ = ["sentences"]


def sentences(block: Block, lang: str) -> list[Segment]:
    """Return the sentences of the block, trimmed; line breaks inside it are mere white space."""
    return default_rules()(block, lang)
