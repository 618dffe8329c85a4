"""Texts longer than a cell of Excel can be, on a sheet of their own.

A text that is too long goes on there, in as many rows as it needs: the id of its unit, its column,
the next piece, and how many more pieces follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.reading import Reading

    Row = tuple[int, list[str]]

__all__ = ["LONGEST_CELL", "LONG_COLUMNS", "LONG_TEXTS", "LongTexts", "pieces"]

LONGEST_CELL = 32_767  # units of UTF-16
LONG_TEXTS = "Long texts"
LONG_COLUMNS = ("id", "column", "text", "more")


def pieces(text: str) -> Iterator[str]:
    r"""Yield what a text is cut into, one piece a cell; no character is cut in two.

    >>> [len(piece) for piece in pieces("a" * 40_000)], list(pieces(""))
    ([32767, 7233], [''])
    """
    if 2 * len(text) <= LONGEST_CELL:  # as nearly all are, whatever their characters
        yield text
        return
    start = size = 0
    for end, character in enumerate(text):
        units = 2 if character > "\uffff" else 1
        if size + units > LONGEST_CELL:
            yield text[start:end]
            start, size = end, 0
        size += units
    yield text[start:]


class LongTexts:
    """What is on the sheet of long texts; it is held in memory, for there are few."""

    def __init__(self, rows: Iterable[Row], path: Path, reading: Reading) -> None:
        """Read the sheet; raises `LimitError` if it is too large for that."""
        self._reading = reading
        self._texts: dict[tuple[str, str], list[str]] = {}  # in the order of the units
        taken: list[str] = []
        size = 0
        for _, (name, column, piece, more) in _whole(rows):
            taken.append(piece)
            size += len(piece)
            if more == "0":
                self._texts.setdefault((name, column), []).append("".join(taken))
                taken.clear()
            if size > reading.limits.max_whole:
                fact = f"its sheet {LONG_TEXTS!r} has more than {size - 1:,} characters"
                raise LimitError(str(path), fact, "raise it with --set read.max_whole=N")

    def put_into(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Yield rows, the first of them a heading; a full cell gets the rest of its text."""
        heading: list[str] = []
        for line, row in rows:
            name = dict(zip(heading, row, strict=False)).get("id", "") if self._texts else ""
            for place, column in enumerate(heading[: len(row)] if name else ()):
                texts = self._texts.get((name, column))
                if texts and _is_full(row[place]):
                    row[place] += texts.pop(0)
            heading = heading or row
            yield line, row

    def tell_left(self) -> None:
        """Count the texts whose units were not there."""
        left = sum(map(len, self._texts.values()))
        if left:
            self._reading.losses.add("property", reason="a long text without unit", times=left)


def _is_full(cell: str) -> bool:
    return len(cell.encode("utf-16-le", "surrogatepass")) // 2 >= LONGEST_CELL - 1


def _whole(rows: Iterable[Row]) -> Iterator[Row]:
    width = len(LONG_COLUMNS)
    return (row for row in rows if len(row[1]) == width and tuple(row[1]) != LONG_COLUMNS)
