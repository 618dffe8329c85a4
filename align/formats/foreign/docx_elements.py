"""The tables and paragraphs of a Word document as they begin and end, read as a stream."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from lxml import etree

from align.errors import MalformedError
from align.formats.foreign.grid import check_size
from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["elements_of"]

TAGS = ("{*}tbl", "{*}tr", "{*}tc", "{*}p")
END = b""


def elements_of(
    chunks: Iterator[bytes], path: Path, reading: Reading
) -> Iterator[tuple[str, etree._Element]]:
    """Yield ``start`` or ``end`` and the element, up to where the XML is broken.

    What is to be forgotten the caller clears. Raises `MalformedError` for a text with a DOCTYPE,
    `LimitError` for a paragraph without end.
    """
    parser = etree.XMLPullParser(("start", "end"), tag=TAGS, **SAFELY)
    waiting, begun = 0, False
    for chunk in chain(chunks, [END]):
        broken = _feed(parser, chunk)
        waiting += len(chunk)
        events: Any = parser.read_events()  # those before the damage too
        for event, element in events:
            if not begun:
                _check_doctype(element, path)
            waiting, begun = 0, True
            yield event, element
        check_size(waiting, path)
        if broken:
            reading.broken(path, 0, f"its text is no whole XML ({broken})")
            return


def _feed(parser: etree.XMLPullParser, chunk: bytes) -> str:
    """Give a piece of XML to the parser and return what is wrong with it."""
    try:
        parser.feed(chunk) if chunk != END else parser.close()
    except etree.XMLSyntaxError as error:
        return str(error.msg)
    return ""


def _check_doctype(element: etree._Element, path: Path) -> None:
    tree: Any = element.getroottree()
    if tree.docinfo.doctype:
        raise MalformedError(str(path), "its text has a DOCTYPE", "save it anew")
