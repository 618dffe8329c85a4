"""Parts of one line that wide gaps drew apart: the mark of a list item, a page behind dots."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from align.readers.pdf.composition.places import above, mostly_rtl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.records import Line

__all__ = ["by_row", "united", "with_marks"]

ONE_ROW = 0.4  # font sizes between baselines of one row
NEAR = 4.0  # font sizes from the mark of an item to its text
_MARK = regex.compile(
    r"[-*•‣▪●○◦·–\uf0b7\uf0a7\uf0d8]|\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)\-]|\d{1,2}(?:\.\d{1,2})+\.?"
)
_LEADER = regex.compile(r"[.·…_]\s?(?:[.·…_]\s?){3,}$")


def by_row(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines on one baseline, from the top, each row from the left."""
    row: list[Line] = []
    for line in sorted(lines, key=above):
        if row and line.baseline - row[0].baseline > ONE_ROW * min(line.size, row[0].size):
            yield sorted(row, key=lambda part: part.x0)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda part: part.x0)


def united(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a column, the parts of each joined in the order they are read."""
    return [_joined(row, rtl=mostly_rtl(row)) for row in by_row(lines)]


def with_marks(lines: Iterable[Line]) -> list[Line]:
    """Return lines with the marks of list items, and what is behind dots, joined to their text."""
    return [line for row in by_row(lines) for line in _with_marks(row)]


def _with_marks(row: Sequence[Line]) -> Iterator[Line]:
    last = row[0]
    for line in row[1:]:
        rtl = last.rtl if _is_lone(line.text) else line.rtl
        first, second = (line, last) if rtl else (last, line)
        near = line.x0 - last.x1 <= NEAR * max(last.size, line.size)
        if (near and _MARK.fullmatch(first.text)) or (
            _LEADER.search(first.text + second.text.rstrip("0123456789")) and _is_lone(second.text)
        ):
            last = _joined([last, line], rtl=rtl)
        else:
            yield last
            last = line
    yield last


def _is_lone(text: str) -> bool:
    """Say whether a part of a line is no text by itself: a mark, a number, dots."""
    return bool(_MARK.fullmatch(text)) or not any(map(str.isalpha, text))


def _joined(row: Sequence[Line], *, rtl: bool) -> Line:
    """Return the parts of a row, which go from the left, as one line."""
    if len(row) == 1:
        return row[0]
    return dataclasses.replace(
        max(row, key=lambda part: len(part.text)),
        text=" ".join(part.text for part in (reversed(row) if rtl else row)),
        x0=row[0].x0,
        x1=max(part.x1 for part in row),
        rtl=rtl,
        repairs=tuple(repair for part in row for repair in part.repairs),
    )
