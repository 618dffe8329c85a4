"""Cuts a TMX file behind its units, so that little of it is in memory and damage stays local."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["ENCLOSING", "LONGEST", "Piece", "pieces"]

# Bytes of a unit: twenty languages of the longest segments, and a tree of them fits in memory.
LONGEST = 4_000_000
LONGEST_TAG = 100  # bytes of the end tag of a unit, with its prefix and white space
ENCLOSING = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}  # in which a tag is none
_END = re.compile(rb"</(?:[\w.-]{1,40}:)?tu\s{0,40}>")


class Piece(NamedTuple):
    """Some UTF-8 of a file and the line where it begins; ``last`` if the file ends with it."""

    line: int
    content: bytes
    last: bool = False

    def part(self, start: int, end: int | None = None) -> Piece:
        """Return the span of a piece, and with it its line; without ``end`` to the very end."""
        line = self.line + self.content.count(b"\n", 0, start)
        return Piece(line, self.content[start:end], self.last and end is None)


def pieces(first: Piece, chunks: Iterator[bytes], path: Path) -> Iterator[Piece]:
    """Yield all that comes from ``first`` on; every piece but the last ends with a unit.

    Raises `LimitError` when no unit ends within `LONGEST` bytes.
    """
    line, content = first.line, first.content
    size = len(content)
    while True:
        end = _last_end(content, len(content) - size)
        if not end and len(content) > LONGEST:
            end = _behind_end(content, len(content))  # the comment was none
        if end:
            yield Piece(line, content[:end])
            line += content.count(b"\n", 0, end)
            content = content[end:]
        if len(content) > LONGEST:
            begin = line + content.count(b"\n", 0, len(content) - len(content.lstrip()))
            fact = f"line {begin}: no unit ends within {LONGEST:,} bytes"
            raise LimitError(str(path), fact, "is it a translation memory?")
        chunk = next(chunks, b"")
        if not chunk:
            break
        content, size = content + chunk, len(chunk)
    yield Piece(line, content, last=True)


def _last_end(content: bytes, known: int) -> int:
    """Return where the last whole unit ends, 0 for none; up to ``known`` there is no end."""
    start, stop = max(0, known - LONGEST_TAG), _open_at(content)
    end = _behind_end(content, stop, start)
    if end:
        return end
    ends = [match.end() for match in _END.finditer(content, start, stop)]
    return ends[-1] if ends else 0


def _behind_end(content: bytes, stop: int, start: int = 0) -> int:
    end = content.rfind(b"</tu>", start, stop)
    return end + len(b"</tu>") if end >= 0 else 0


def _open_at(content: bytes) -> int:
    """Return where a comment or literal text begins that goes on beyond ``content``, or its end."""
    start = content.rfind(b"<!")
    for opening, closing in ENCLOSING.items():
        if start >= 0 and content.startswith(opening, start):
            return start if content.find(closing, start) < 0 else len(content)
    return len(content)
