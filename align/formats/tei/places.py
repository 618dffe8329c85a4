"""Where segments come from, as a TEI file says it: a place in ``n``, its file in ``source``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from align.formats.props import quoted
from align.model import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Segment

__all__ = ["location_of", "place_of", "shared_out", "written_place"]

PLACE = re.compile(
    r"(?P<block>\S*):(?P<line>[0-9]{1,12}):(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})"
)


def written_place(place: Location) -> str:
    """Return a place without its file.

    >>> written_place(Location(path="tale.txt", block="b3", line=12, start=0, end=45))
    'b3:12:0-45'
    """
    return f"{quoted(place.block)}:{place.line}:{place.start}-{place.end}"


def location_of(written: str, path: str) -> Location | None:
    """Return the place that is written in a file, or None for other people's use of ``n``."""
    match = PLACE.fullmatch(written)
    if match is None:
        return None
    return Location(
        path=unquote(path),
        block=unquote(match["block"]),
        line=int(match["line"]),
        start=int(match["start"]),
        end=int(match["end"]),
    )


def place_of(segment: Segment) -> Location:
    """Return the place of a segment that is in no unit, so that nothing names its file."""
    block = segment.block
    line = block.place.line + block.text.count("\n", 0, segment.start)
    return Location(path="", block=block.id, line=line, start=segment.start, end=segment.end)


def shared_out(places: Sequence[Location], segments: int) -> list[Sequence[Location]]:
    """Return the places of each segment: one for each, else all for the first."""
    if len(places) == segments:
        return [[place] for place in places]
    return [places if number == 0 else [] for number in range(segments)]
