"""Footnotes: smaller lines at the bottom of a column that begin with a number or a star."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.composition.places import Column
    from align.readers.pdf.records import Line

__all__ = ["footnoted", "footnotes"]

SMALLER = 0.93  # times the size of the text, up to which lines at the bottom are notes
_MARK = regex.compile(r"[(\[]?(?:\d{1,3}|[*†‡§]{1,3})[)\].]?[\s\p{L}«“\"(]")


def footnoted(column: Column, size: float) -> Column:
    """Return a column with its footnotes apart; ``size`` is that of most of the document."""
    lines = column.lines
    start = len(lines)
    while start and lines[start - 1].size <= SMALLER * size:
        start -= 1
    if not any(map(_begins, lines[start:])):
        return column
    return dataclasses.replace(column, lines=lines[:start], notes=lines[start:])


def footnotes(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each footnote."""
    note: list[Line] = []
    for line in lines:
        if note and _begins(line):
            yield tuple(note)
            note = []
        note.append(line)
    if note:
        yield tuple(note)


def _begins(line: Line) -> bool:
    return bool(_MARK.match(line.text))
