"""Rows cut into cells, and cells into paragraphs.

A block that is the row of a table of the document (``Block.table``) has its cells between tabs and
their paragraphs between line breaks; other rows have their cells between tabs or pipes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from align.layouts.parts import Part, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import Block

__all__ = ["PIPE", "TAB", "cells_of", "paragraphs_of", "texts_of_row", "width_of"]

TAB, PIPE = "\t", "|"
Scripts = tuple[str, str]


def width_of(part: Part, delimiter: str) -> int:
    """Return how many cells a row has, empty ones at its ends too if it is one of a table."""
    start, end = _span(part)
    return part.block.text.count(delimiter, start, end) + 1


def cells_of(part: Part, scripts: Scripts, delimiter: str) -> Iterator[Part]:
    """Yield the cells of a row."""
    start, end = _span(part)
    text = part.block.text
    marks = [at for at in range(start, end) if text[at] == delimiter]
    for left, right in pairwise([start - 1, *marks, end]):
        yield cut(part.block, left + 1, right, scripts)


def paragraphs_of(cell: Part, scripts: Scripts) -> Iterator[Part]:
    """Yield the paragraphs in the cell of a table that hold a letter or digit, in order."""
    text, start = cell.block.text, cell.start
    breaks = [at for at in range(cell.start, cell.end) if text[at] == "\n"]
    for end in (*(breaks if cell.block.table is not None else ()), cell.end):
        if any(map(str.isalnum, text[start:end])):
            yield cut(cell.block, start, end, scripts)
        start = end + 1


def texts_of_row(block: Block, scripts: Scripts) -> Iterator[Part]:
    """Yield every paragraph with letters of the cells of a row; another block is yielded whole."""
    whole = cut(block, 0, len(block.text), scripts)
    if block.table is None:
        yield whole
        return
    for cell in cells_of(whole, scripts, TAB):
        texts = paragraphs_of(cell, scripts)
        yield from (text for text in texts if any(map(str.isalpha, text.text)))


def _span(part: Part) -> tuple[int, int]:
    """Return where the cells of a row begin and end: a part is without the tabs at its ends."""
    block = part.block
    if block.table is not None and part.text == block.text.strip():
        return 0, len(block.text)
    return part.start, part.end
