"""The elements around the units of a TMX file, so that each piece of it can be parsed alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from align.formats.markup import line_of, local
from align.formats.tmx.lines import MADE_BY, METHOD
from align.formats.tmx.parsing import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from align.formats.reading import Losses

__all__ = ["CLOSED", "Envelope", "envelope_of", "spare_envelope"]

_SRCLANG = re.compile(rb"""\ssrclang\s*=\s*["']([A-Za-z0-9_*-]{1,40})["']""")


class Envelope(NamedTuple):
    """The tags around the units, how many they are, and the language that units are from."""

    start: bytes
    end: bytes
    depth: int
    srclang: str = ""


CLOSED = Envelope(b"<tmx/>", b"", 1)  # of a file without units


def envelope_of(head: bytes, names: list[bytes], losses: Losses) -> Envelope:
    """Return what is around the units, out of the head of a file with the ``names`` still open.

    What else is in the head is counted; raises `XMLSyntaxError` if it is no XML.
    """
    end = b"".join(b"</%s>" % name for name in reversed(names))
    root = parsed(head + end)
    srclang, inner = "", root
    for element in root:
        match local(element.tag):
            case "header":
                srclang = element.get("srclang", "").strip()
                _count_props(element, losses)
            case "body":
                inner = element
            case name:
                losses.add("markup", line_of(element), f"<{name}>, no unit")
    around = [root, inner][: len(names)]
    start = b"".join(map(_start_tag, names, around))
    return Envelope(start, end, len(names), srclang)


def spare_envelope(head: bytes, names: list[bytes]) -> Envelope:
    """Return the same out of a head that is no XML, as far as it can be told."""
    root = re.search(rb"<%s\b[^<>]*>" % re.escape(names[0]), head)
    tags = [root.group() if root else b"<tmx>", *(b"<%s>" % name for name in names[1:])]
    end = b"".join(b"</%s>" % name for name in reversed(names))
    srclang = _SRCLANG.search(head)
    return Envelope(b"".join(tags), end, len(names), srclang[1].decode() if srclang else "")


def _count_props(header: etree._Element, losses: Losses) -> None:
    for element in header:
        if element.get("type") == METHOD or (element.text or "").startswith(MADE_BY):
            continue  # our own, which say nothing of the units
        losses.add("property", line_of(element), f"<{local(element.tag)}> of the header")


def _start_tag(name: bytes, element: etree._Element) -> bytes:
    return b"<%s%s>" % (name, "".join(_namespaces(element)).encode())


def _namespaces(element: etree._Element) -> Iterator[str]:
    for prefix, address in element.nsmap.items():
        yield f" xmlns{f':{prefix}' if prefix else ''}={quoteattr(address)}"
