"""Where the units of a damaged piece of TMX stand, told by their tags alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from align.formats.tmx.pieces import ENCLOSING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Span", "spans"]

_MARK = re.compile(
    rb"(?P<enclosing><!--|<!\[CDATA\[)"
    rb"|(?P<start><(?:[\w.-]+:)?tu(?=[\s/>]))"
    rb"|(?P<end></(?:[\w.-]+:)?tu\s*>)"
)
_REST_OF_TAG = re.compile(rb"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")


class Span(NamedTuple):
    """A unit by its tags, whole or broken; what is between is a gap."""

    kind: Literal["unit", "broken", "gap"]
    start: int
    end: int


def spans(content: bytes) -> Iterator[Span]:
    """Yield spans that cover ``content``; of tags that do not fit together each is a broken unit.

    >>> [span.kind for span in spans(b"<tu>1 <tu>2</tu> 3</tu>")]
    ['broken', 'unit', 'broken']
    """
    done, is_open = 0, False
    for kind, start, end in _tags(content):
        if kind == "end":
            yield Span("unit" if is_open else "broken", done, end)
            done, is_open = end, False
            continue
        if start > done:
            yield Span("broken" if is_open else "gap", done, start)
        done, is_open = start, kind == "start"
        if kind == "alone":
            yield Span("unit", start, end)
            done = end
    if done < len(content):
        yield Span("broken" if is_open else "gap", done, len(content))


def _tags(content: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield the tags of units that stand in no comment and no literal text."""
    last = {closing: content.rfind(closing) for closing in ENCLOSING.values()}
    place = 0
    while match := _MARK.search(content, place):
        kind, place = str(match.lastgroup), match.end()
        if kind == "enclosing":
            closing = ENCLOSING[match.group()]
            # One without an end is none; looking for each end anew would take the square of time.
            place = content.find(closing, place) if last[closing] >= place else place
            continue
        if kind == "start":
            tag = _REST_OF_TAG.match(content, place)
            place = tag.end() if tag else place
            kind = "alone" if content.endswith(b"/>", 0, place) else "start"
        yield kind, match.start(), place
