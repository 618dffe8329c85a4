"""The text of a side without its inline codes, which are dropped and counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from align.formats.reading import Losses

__all__ = ["is_segment", "text_of"]

ANNOTATIONS = frozenset({"mrk", "sm", "em"})  # which say something of the text and are no code
AROUND_TEXT = frozenset({"g", "pc", "mrk"})  # in which there is text; in others there is code
DELETED = "x-sdl-deleted"  # the type of text that a tracked change has taken out
LINE_BREAKS = frozenset({"lb", "xlf:lb"})
FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0


def text_of(element: Element | None, losses: Losses, line: int) -> str:
    """Return the text of an element; a code that breaks the line leaves a line break."""
    return "" if element is None else "".join(_pieces(element, losses, line))


def is_segment(element: Element) -> bool:
    """Say whether an element marks a segment of a text, as in XLIFF 1.2."""
    return element.tag == "mrk" and element.get("mtype") == "seg"


def _pieces(element: Element, losses: Losses, line: int) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_segment(child):
            _count(child, losses, line)
        if child.tag == "cp":
            yield _character(child, losses, line)
        elif child.tag in AROUND_TEXT and child.get("mtype") != DELETED:
            yield from _pieces(child, losses, line)
        elif LINE_BREAKS & {child.get("ctype"), child.get("subType")}:
            yield "\n"
        yield child.tail or ""


def _count(element: Element, losses: Losses, line: int) -> None:
    if element.tag in ANNOTATIONS:
        losses.add("markup", line, f"<{element.tag}>")
    elif element.tag != "cp":
        losses.add("code", line)
    if any(inner.text for inner in element.iter("sub")):
        losses.add("text", line, "inside a code")


def _character(element: Element, losses: Losses, line: int) -> str:
    """Return the character that a ``cp`` stands for, if XML has a place for it."""
    try:
        character = chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError):
        character = "\0"
    if FORBIDDEN.match(character):
        losses.add("character", line)
        return ""
    return character
