"""Plain text: paragraphs, headings, list items and rows, from how the lines look."""

from __future__ import annotations

import re
from collections import deque
from itertools import islice, tee
from typing import TYPE_CHECKING

from align.model import Block, Place
from align.readers.decoding import load
from align.readers.documents import assemble, check_block
from align.readers.lines import LINE_BREAKS, Line, ends_sentence, lines_of
from align.readers.wrapping import Width, find_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import BlockKind, Document

__all__ = ["group_lines", "read"]

MAX_HEADING = 80  # characters; a longer line is a paragraph without its full stop
HEADING_LOOKAHEAD = 3  # blocks; in interleaved texts the other language's heading comes between
MOST_LINES = 100_000  # looked at to see whether lines were broken at a width
HEADING_RATIO = 1.5  # the text under a heading is at least so much longer
# What stands behind a line that has a line of = or - under it.
_UNDERLINED = re.compile(
    f"[^\\S{LINE_BREAKS}]*[{LINE_BREAKS}][^\\S{LINE_BREAKS}]*(?:={{3,}}|-{{3,}})"
    f"[^\\S{LINE_BREAKS}]*(?:[{LINE_BREAKS}]|\\Z)"
)

Widths = dict[str | None, Width]
Group = list[Line]


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a plain text; what has neither letter nor digit (rules, rows of stars) is no block."""
    decoded = load(path, name, settings)
    # Lines are many and large: none is kept longer than it takes to see what follows it.
    looked_at, lines = tee(lines_of(decoded.text))
    widths = find_widths(islice(looked_at, MOST_LINES))
    del looked_at
    blocks = (
        check_block(_block(number, group, following, decoded.text), name, settings)
        for number, (group, following) in enumerate(_ahead(group_lines(lines, widths)), start=1)
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


def _ahead(groups: Iterable[Group]) -> Iterator[tuple[Group, Sequence[Group]]]:
    """Yield each group of lines with the next ones."""
    window: deque[Group] = deque()
    for group in groups:
        window.append(group)
        if len(window) > HEADING_LOOKAHEAD:
            yield window.popleft(), tuple(window)
    while window:
        yield window.popleft(), tuple(window)


def _is_heading(group: Group, following: Sequence[Group], text: str) -> bool:
    """Say whether a short line is underlined, or stands over longer text without a full stop."""
    line = group[0]
    if len(group) > 1 or len(line.text) > MAX_HEADING or line.form != "prose":
        return False
    if _UNDERLINED.match(text, line.end):
        return True
    return not ends_sentence(line.text) and _stands_over(group, following)


def _stands_over(group: Group, following: Sequence[Group]) -> bool:
    """Return whether the next sentences in the same script are longer; a byline may precede."""
    same = (other for other in following if other[0].script == group[0].script)
    below = next((other for other in same if ends_sentence(other[-1].text)), None)
    if below is None or below[0].form == "row":
        return False
    length = below[-1].end - below[0].start
    return length >= HEADING_RATIO * len(group[0].text)


def _block(number: int, group: Group, following: Sequence[Group], text: str) -> Block:
    first, last = group[0], group[-1]
    start = first.start + first.bullet
    return Block(
        id=f"b{number}",
        kind=_kind(group, following, text),
        text=text[start : last.end],
        place=Place(line=first.number, start=start, length=last.end - start),
    )


def _kind(group: Group, following: Sequence[Group], text: str) -> BlockKind:
    form = group[0].form
    if form == "row":
        return "cell"
    if form == "item":
        return "item"
    return "heading" if _is_heading(group, following, text) else "paragraph"


def _notes(widths: Widths) -> list[str]:
    columns = sorted({width.columns for width in widths.values()})
    return [f"hard-wrapped at {number} columns: lines joined" for number in columns]
