"""What is wrong with a TMX file before its first unit: encoding, document type, header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.config import DATE
from align.exchange.checking.hits import Hit
from align.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.exchange.checking.decoding import Encoded
    from align.exchange.checking.entries import Attributes, Head

__all__ = ["encoding_hits", "head_hits", "size_hits"]

VERSION = "1.4"
FINE = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii"})
DTDS = re.compile(r"tmx1[1-4]\.dtd", re.IGNORECASE)
REQUIRED = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)
DATES = ("creationdate", "changedate")


def size_hits(size: int) -> Iterator[Hit]:
    """Yield a hit for a file of more bytes than some tools take."""
    tools = {name for name, each in PRESETS.items() if each.largest and size > each.largest}
    if tools:
        yield Hit("too-large", f"{size:,} bytes", tools=frozenset(tools))


def encoding_hits(encoded: Encoded) -> Iterator[Hit]:
    """Yield what is wrong with the encoding."""
    if encoded.codec not in FINE:
        name = encoded.declared or encoded.codec
        yield Hit("encoding", f"the encoding is {name}", line=1)
    elif encoded.codec.startswith("utf-16"):
        yield Hit("utf-16", "the encoding is UTF-16", line=1)
    if encoded.codec == "utf-8-sig":
        yield Hit("byte-order-mark", "a byte-order mark, which UTF-8 does not need", line=1)


def head_hits(head: Head) -> Iterator[Hit]:
    """Yield what is wrong with all that stands before the units."""
    if head.root != "tmx":
        yield Hit("not-tmx", f"the outermost element is <{head.root}>, not <tmx>", line=1)
        return
    if head.doctype is not None and not DTDS.search(head.doctype):
        told = head.doctype or "one of its own"
        yield Hit("doctype", f"the document type is {told}, not tmx14.dtd", line=1)
    if head.version != VERSION:
        told = "no version" if head.version is None else f"version {head.version!r}"
        yield Hit("version", f"{told}: it must be {VERSION!r}", line=1)
    if head.namespace:
        yield Hit("namespace", f"the namespace {head.namespace}", line=1)
    if head.header is None:
        yield Hit("no-header", "no header before the units", line=1)
        return
    for hit in _header(head.header):
        yield hit._replace(line=head.header_line)


def _header(header: Attributes) -> Iterator[Hit]:
    missing = [name for name in REQUIRED if not header.get(name)]
    if missing:
        yield Hit("header-attribute", f"the header has no {', '.join(missing)}")
    if header.get("creationtool", "").lower() == "omegat":
        yield Hit("omegat-made", "the header says creationtool OmegaT")
    if header.get("segtype") == "paragraph":
        yield Hit("paragraphs", "the header says segtype paragraph")
    if header.get("srclang", "").lower() == "*all*":
        yield Hit("srclang-all", "the header says srclang *all*")
    for name in DATES:
        if name in header and not DATE.fullmatch(header[name]):
            yield Hit("header-date", f"{name} {header[name]!r} is no date of TMX")
