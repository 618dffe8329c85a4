"""Plain text: paragraphs, headings, list items and rows, from how the lines look."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from align.model import Block, Place
from align.readers.decoding import load
from align.readers.documents import assemble, check_block
from align.readers.lines import Line, ends_sentence, lines_of
from align.readers.wrapping import Width, find_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import BlockKind, Document

__all__ = ["group_lines", "read"]

MAX_HEADING = 80  # characters; a longer line is a paragraph without its full stop
HEADING_LOOKAHEAD = 3  # blocks; in interleaved texts the other language's heading comes between
HEADING_RATIO = 1.5  # the text under a heading is at least so much longer
_UNDERLINE = re.compile("={3,}|-{3,}")

Widths = dict[str | None, Width]
Group = list[Line]


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a plain text; what has neither letter nor digit (rules, rows of stars) is no block."""
    decoded = load(path, name, settings)
    lines = list(lines_of(decoded.text))
    widths = find_widths(lines)
    groups = list(group_lines(lines, widths))
    headings = _underlined(lines) | _followed_by_text(groups)
    blocks = (
        check_block(_block(number, group, decoded.text, headings), name, settings)
        for number, group in enumerate(groups, start=1)
    )
    return assemble(decoded, "plain", blocks, notes=_notes(widths))


def group_lines(lines: Iterable[Line], widths: Widths) -> Iterator[Group]:
    """Yield the lines of each block; ``widths`` say which scripts are wrapped."""
    group: Group = []
    for line in lines:
        if group and _goes_on(group, line, widths):
            group.append(line)
            continue
        if group:
            yield group
        group = [] if line.form in {"blank", "rule"} else [line]
    if group:
        yield group


def _goes_on(group: Group, line: Line, widths: Widths) -> bool:
    """Return whether ``line`` belongs to the block that ``group`` began."""
    last = group[-1]
    script = next((member.script for member in group if member.script), line.script)
    width = widths.get(script)
    if width is None or line.form not in {"prose", "item"} or last.form == "row":
        return False
    if line.script not in {None, script}:
        return False
    if line.form == "item" and not _dash_inside(group, line, width):
        return False
    return width.joins(last, line)


def _dash_inside(group: Group, line: Line, width: Width) -> bool:
    """Return whether what looks like a list marker is a dash or number inside a sentence."""
    last = group[-1]
    in_list = group[0].form == "item"
    return not in_list and not ends_sentence(last.text) and width.is_full(last, line)


def _underlined(lines: Iterable[Line]) -> set[int]:
    """Return the starts of the lines that have a line of ``=`` or ``-`` under them."""
    return {
        line.start
        for line, below in pairwise(lines)
        if line.form == "prose" and _UNDERLINE.fullmatch(below.text)
    }


def _followed_by_text(groups: Sequence[Group]) -> set[int]:
    """Return the starts of short lines without a full stop that stand over longer text."""
    return {
        group[0].start
        for place, group in enumerate(groups)
        if group[0].form == "prose"
        and not ends_sentence(group[0].text)
        and _stands_over(group, groups[place + 1 : place + 1 + HEADING_LOOKAHEAD])
    }


def _stands_over(group: Group, following: Sequence[Group]) -> bool:
    """Return whether the next sentences in the same script are longer; a byline may precede."""
    same = (other for other in following if other[0].script == group[0].script)
    below = next((other for other in same if ends_sentence(other[-1].text)), None)
    if below is None or below[0].form == "row":
        return False
    length = below[-1].end - below[0].start
    return length >= HEADING_RATIO * len(group[0].text)


def _block(number: int, group: Group, text: str, headings: set[int]) -> Block:
    first, last = group[0], group[-1]
    start = first.start + first.bullet
    return Block(
        id=f"b{number}",
        kind=_kind(group, headings),
        text=text[start : last.end],
        place=Place(line=first.number, start=start, end=last.end),
    )


def _kind(group: Group, headings: set[int]) -> BlockKind:
    first = group[0]
    if first.form == "row":
        return "cell"
    if first.form == "item":
        return "item"
    heading = len(group) == 1 and len(first.text) <= MAX_HEADING and first.start in headings
    return "heading" if heading else "paragraph"


def _notes(widths: Widths) -> list[str]:
    columns = sorted({width.columns for width in widths.values()})
    return [f"hard-wrapped at {number} columns: lines joined" for number in columns]
