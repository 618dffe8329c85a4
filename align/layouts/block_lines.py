"""Paragraphs whose lines are not one text: rows of a table, a line and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.layouts import glossed
from align.layouts.cells import PIPE, TAB
from align.layouts.labels import runs
from align.layouts.parts import Part, Tongues, cut
from align.layouts.strangeness import by_side

if TYPE_CHECKING:
    from align.model import Block

__all__ = ["lines"]

BOTH = 0.25  # share of its letters that the smaller script of a line or paragraph must have
GLOSSED = 2.0  # cost up to which a paragraph is taken for sentences with glosses, and left whole


def lines(block: Block, tongues: Tongues) -> list[Part]:
    """Return the parts of a block that lines of different kinds make, mostly the block itself.

    The row of a table stays whole, whatever lines its cells have.
    """
    whole = cut(block, 0, len(block.text), tongues.scripts)
    if block.table is not None:
        return [whole]
    parts = _lines(block, tongues)
    lettered = [part for part in parts if part.total]
    if len(lettered) <= 1 or not _mixed(whole):
        return [whole]
    if 2 * sum(map(_is_row, lettered)) >= len(lettered):
        return parts
    if glossed.misfit(whole, tongues) < GLOSSED:
        return [whole]
    return _by_language(parts, tongues)


def _lines(block: Block, tongues: Tongues) -> list[Part]:
    parts, start = [], 0
    for line in block.text.splitlines(keepends=True):
        if line.strip():
            parts.append(cut(block, start, start + len(line), tongues.scripts))
        start += len(line)
    return parts


def _mixed(part: Part) -> bool:
    return min(part.letters) >= BOTH * part.total


def _is_row(part: Part) -> bool:
    return _mixed(part) or TAB in part.text or PIPE in part.text


def _by_language(parts: list[Part], tongues: Tongues) -> list[Part]:
    """Join neighbouring lines of one language; a line without letters goes with the one before."""
    labels: list[int] = []
    for part in parts:
        source, target = by_side(part, tongues)
        labels.append(int(target < source) if part.total or not labels else labels[-1])
    return [
        cut(parts[0].block, parts[run.start].start, parts[run.end - 1].end, tongues.scripts)
        for run in runs(labels)
    ]
