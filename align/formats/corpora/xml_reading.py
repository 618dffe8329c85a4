"""Reads XML as a stream: no entity is expanded, no DTD loaded, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["elements", "line_of", "text_of"]


def elements(
    path: Path, reading: Reading, tags: Sequence[str], event: str = "end"
) -> Iterator[etree._Element]:
    """Yield the elements of some names as they end, or as they start, and forget those before.

    At its start an element has its attributes, and no more. A file that is not whole is broken at
    its first error.
    """
    try:
        with opened(path, reading.limits) as file:
            events = etree.iterparse(
                file,
                events=(event,),
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                load_dtd=False,
                no_network=True,
                remove_comments=True,
                remove_pis=True,
            )
            for _, element in events:
                yield element
                _forget(element, ended=event == "end")
    except etree.XMLSyntaxError as error:
        reading.broken(path, error.lineno or 0, f"is no whole XML file ({error.msg})")


def line_of(element: etree._Element) -> int:
    """Return the line in which an element begins, 0 when it is not known."""
    line: Any = element.sourceline
    return line or 0


def text_of(element: etree._Element) -> str:
    """Return all text in an element."""
    texts: Any = element.itertext()
    return "".join(texts)


def _forget(element: etree._Element, *, ended: bool) -> None:
    """Free an element that has ended, and all that ended before it."""
    if ended:
        element.clear()
    for node in (element, *element.iterancestors()):
        parent = node.getparent()
        while parent is not None and parent[0] is not node:
            del parent[0]
