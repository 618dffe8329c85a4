"""What the targets of links are: segments, straight or by way of pointers to several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.formats.tei.table import Segment, TeiTable

__all__ = ["MissingError", "segments_of"]

DEEPEST = 8  # pointers to pointers
MOST = 10_000  # segments of one link


class MissingError(ValueError):
    """A link leads to what is not there."""


def segments_of(
    table: TeiTable, targets: Sequence[Sequence[str]], longest: int
) -> list[list[Segment]]:
    """Return the segments of each target of a link, a target being one or more keys.

    Raises `ValueError` for a segment that cannot be had, and beyond ``longest`` characters in all.
    """
    found: list[list[Segment]] = []
    number = size = 0
    for keys in targets:
        found.append([])
        for segment in _segments(table, keys, 0):
            number, size = number + 1, size + len(segment.text)
            if number > MOST or size > longest:
                fact = f"more than {longest:,} characters or {MOST:,} segments in one link"
                raise ValueError(fact)
            found[-1].append(segment)
    return found


def _segments(table: TeiTable, keys: Sequence[str], depth: int) -> Iterator[Segment]:
    for key in keys:
        segment = table.segment(key)
        if segment is None:
            yield from _pointed(table, key, depth)
        elif segment.problem:
            raise ValueError(f"{_name(key)} {segment.problem}")
        else:
            yield segment


def _pointed(table: TeiTable, key: str, depth: int) -> Iterator[Segment]:
    keys = table.pointed(key)
    if not keys:
        raise MissingError(f"there is no segment {_name(key)}")
    if depth == DEEPEST:
        raise ValueError(f"{_name(key)} points at pointers at pointers, and so on")
    yield from _segments(table, keys, depth + 1)


def _name(key: str) -> str:
    return repr(key.partition("#")[2])
