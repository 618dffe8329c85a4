"""Segmenters that never look inside a sentence: the whole block, or each of its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.segmenters.spans import segments_between

if TYPE_CHECKING:
    from align.model import Block, Segment

__all__ = ["lines", "paragraphs"]

# U+2028, U+0085 and the form feed are white space to tidy(), not the end of a line in a text file.
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def paragraphs(block: Block, lang: str) -> list[Segment]:  # noqa: ARG001 - a Segmenter is told the language
    """Return the block as one segment, trimmed; none if it is blank."""
    return segments_between(block, ())


def lines(block: Block, lang: str) -> list[Segment]:  # noqa: ARG001 - a Segmenter is told the language
    """Return one segment for each line of the block that is not blank, trimmed."""
    return segments_between(block, (found.end() for found in _LINE_BREAK.finditer(block.text)))
