"""Reads XML as a stream: no entity is expanded, no DTD loaded, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from align.errors import LimitError
from align.formats.opening import Tagged, opened
from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["elements", "text_of"]

MOST_INNER = 100_000  # elements in one that is read whole: words, and what is said of them


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
                Tagged(file, path),
                events=("start", "end"),
                **SAFELY,
                remove_comments=True,
                remove_pis=True,
            )
            yield from _wanted(events, tags, event, path)
    except etree.XMLSyntaxError as error:
        reading.broken(path, error.lineno or 0, f"is no whole XML file ({error.msg})")


def text_of(element: etree._Element) -> str:
    """Return all text in an element."""
    texts: Any = element.itertext()
    return "".join(texts)


def _wanted(events: Any, tags: Sequence[str], event: str, path: Path) -> Iterator[etree._Element]:
    """Yield the elements of some names; whatever ends outside of one that is to end is freed."""
    within = inner = 0  # elements waited for that are open, and what has begun in them
    for kind, element in events:
        is_wanted = element.tag.rpartition("}")[2] in tags
        if kind == event and is_wanted:
            yield element
        if kind == "start":
            within += is_wanted and event == "end"
            inner += within > 0
            if inner > MOST_INNER:
                raise LimitError(str(path), f"more than {MOST_INNER:,} elements in one sentence")
            continue
        within -= is_wanted and event == "end"
        if is_wanted or not within:
            _forget(element)
        inner = inner if within else 0


def _forget(element: etree._Element) -> None:
    """Free an element that has ended, and all that ended before it."""
    element.clear()
    for node in (element, *element.iterancestors()):
        parent = node.getparent()
        while parent is not None and parent[0] is not node:
            del parent[0]
