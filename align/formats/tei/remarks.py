"""What a TEI file says of a link beside its texts: kind, score, origin, flags, properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from align.formats.fields import score_of
from align.formats.tei.names import word_of
from align.formats.tei.places import location_of
from align.model import Flag, Origin, Severity
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.formats.tei.sides import Side
    from align.formats.tei.table import Link, Span, TeiTable
    from align.model import Location, SideName

__all__ = ["flags_of", "kind_of", "origin_of", "props_of", "score_of_link"]

CHARACTERS = re.compile(r"(?P<lang>\S+) (?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})")
# TEI's words for certainty, as the middles of the parts into which they divide the scale.
CERTAINTY = {"high": "0.8333", "medium": "0.5", "low": "0.1667", "unknown": ""}


def kind_of(link: Link, source: Side, target: Side, *, is_ours: bool) -> str:
    """Return the shape of a bead: as we have written it, else counted."""
    if is_ours and link.kind:
        return word_of(link.kind)
    return f"{len(source.segments)}-{len(target.segments)}"


def score_of_link(cert: str | None) -> float:
    """Return a certainty as a score; raises `ValueError` for what is none.

    >>> score_of_link("0.8731"), score_of_link("high"), score_of_link(None)
    (0.8731, 0.8333, 1.0)
    """
    return score_of(CERTAINTY.get(cert or "", cert))


def origin_of(table: TeiTable, link: Link, sides: tuple[Side, Side]) -> Origin | None:
    """Return where a unit comes from, as far as the file says it."""
    source, target = (tuple(_locations(table, side)) for side in sides)
    if link.document is None and not source and not target:
        return None
    return Origin(document=link.document or "", source=source, target=target)


def _locations(table: TeiTable, side: Side) -> Iterator[Location]:
    """Yield the places of segments; one whose file nothing names is not known."""
    for segment in side.segments:
        places = zip(segment.places.split(" "), segment.files.split(), strict=False)
        for place, file in places:
            location = location_of(place, table.file(file))
            if location is not None:
                yield location


def flags_of(remarks: Iterable[Span], roles: str) -> Iterator[Flag]:
    """Yield the flags among what is said of a link of two roles."""
    sides: dict[str, SideName] = dict(zip(roles.split(), ("source", "target"), strict=False))
    for span in remarks:
        if span.group != "flags" or span.subtype not in get_args(Severity):
            continue
        match = CHARACTERS.fullmatch(span.place)
        side = sides.get(match["lang"]) if match else None
        yield Flag(
            id=word_of(span.kind),
            severity=span.subtype,  # type: ignore[arg-type]
            message=tidy(span.text),
            side=side,
            start=int(match["start"]) if match and side else 0,
            end=int(match["end"]) if match and side else 0,
        )


def props_of(remarks: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Yield the properties among what is said of a link."""
    for span in remarks:
        if span.group == "properties":
            yield word_of(span.kind), tidy(span.text)
