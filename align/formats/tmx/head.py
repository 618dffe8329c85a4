"""What comes before the first unit of a TMX file: is it one at all, and is it fit to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from align.errors import LimitError, MalformedError
from align.formats.tmx.envelope import CLOSED, Envelope, envelope_of, spare_envelope
from align.formats.tmx.mending import mended
from align.formats.tmx.parsing import parsed, reason_of
from align.formats.tmx.pieces import ENCLOSING, LONGEST, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["read_head"]

_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]{0,300}\?>")
# The outermost element, behind instructions, comments and a document type.
_ROOT = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<((?:[\w.-]+:)?([\w.-]+))",
    re.DOTALL,
)
_STOP = re.compile(
    rb"(?P<enclosing><!--|<!\[CDATA\[)"
    rb"|<(?P<body>(?:[\w.-]+:)?body)(?=[\s/>])[^<>]*>"
    rb"|<(?:[\w.-]+:)?tu(?=[\s/>])"
    rb"|</(?:[\w.-]+:)?(?:body|tmx)\s*>"
)


def read_head(
    chunks: Iterator[bytes], path: Path, reading: Reading
) -> tuple[Envelope, Piece] | None:
    """Return what surrounds the units, and what was read of the file from the first unit on.

    None if the file is broken before. Raises `MalformedError` for one that is not TMX, or that
    declares entities.
    """
    content, stop = _up_to_units(chunks, path)
    body = stop["body"] if stop else None
    place = len(content) if stop is None else stop.end() if body else stop.start()
    root = _checked_root(content[:place], path)
    head = _without_declaration(content[:place])
    if stop is None:
        return _without_units(head, path, reading)
    tags = [root, body] if body else [root]
    return _envelope(head, tags, path, reading), Piece(1, content).part(place)


def _up_to_units(chunks: Iterator[bytes], path: Path) -> tuple[bytes, re.Match[bytes] | None]:
    """Return what is read until it is seen where the units begin, or the end comes without any."""
    content, start = b"", 0
    for chunk in chunks:
        content += chunk
        start, stop = _stop(content, start)
        if stop:
            return content, stop
        if len(content) > LONGEST:
            fact = f"no unit begins within {LONGEST:,} bytes"
            raise LimitError(str(path), fact, "is it a translation memory?")
    return content, None


def _stop(content: bytes, start: int) -> tuple[int, re.Match[bytes] | None]:
    """Return from where to look on when there is more, and the tag before the first unit."""
    while match := _STOP.search(content, start):
        closing = ENCLOSING.get(match.group())
        if closing is None and not (match["body"] and match.group().endswith(b"/>")):
            return start, match
        end = content.find(closing, match.end()) if closing else match.end()
        if end < 0:
            return match.start(), None
        start = end
    return max(start, content.rfind(b"<")), None


def _checked_root(head: bytes, path: Path) -> bytes:
    """Return the name of the outermost element with its prefix."""
    root = _ROOT.match(head)
    if root is None or root[2] != b"tmx":
        fact = f"is XML of another kind, <{root[2].decode()}>" if root else "is not TMX"
        raise MalformedError(str(path), fact, "the outermost element of TMX is <tmx>")
    start = head.find(b"<!ENTITY")
    if start < 0:
        return root[1]
    line = 1 + head.count(b"\n", 0, start)
    fact = f"line {line}: declares an entity that is not one of XML's own five"
    raise MalformedError(str(path), fact, "write the text in its place")


def _without_declaration(head: bytes) -> bytes:
    """Return a head without its XML declaration, for UTF-8 is what it is by now."""
    match = _DECLARATION.match(head)
    return b"\n" * match.group().count(b"\n") + head[match.end() :] if match else head


def _without_units(head: bytes, path: Path, reading: Reading) -> tuple[Envelope, Piece] | None:
    try:
        parsed(mended(head, 1, reading.losses))
    except etree.XMLSyntaxError as error:
        reading.broken(path, error.lineno or 1, reason_of(error))
        return None
    return CLOSED, Piece(1, b"", last=True)


def _envelope(head: bytes, tags: list[bytes], path: Path, reading: Reading) -> Envelope:
    """Return what is open at the end of a head, which is repaired if need be."""
    try:
        return envelope_of(head, tags, reading.losses)
    except etree.XMLSyntaxError:
        head = mended(head, 1, reading.losses)
    try:
        return envelope_of(head, tags, reading.losses)
    except etree.XMLSyntaxError as error:
        line, reason = error.lineno or 1, reason_of(error)
    if reading.strict:
        raise MalformedError(str(path), f"line {line}: {reason}", "export it once more")
    reading.losses.add("property", line, f"the header is damaged: {reason}")
    return spare_envelope(head, tags)
