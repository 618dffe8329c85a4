"""The text of a paragraph of a Word document, with every change to it accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.formats.reading import Losses

__all__ = ["text_of"]

SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
DELETED = {"del", "moveFrom"}
OBJECTS = {"drawing", "pict", "object", "sym", "control"} | {
    f"{kind}Reference" for kind in ("footnote", "endnote", "comment")
}
NO_TEXT = {"pPr", "instrText", "delText", "delInstrText", "Fallback"}
# What makes a run look unlike its neighbours, in one script or the other.
FORMATS = {"b", "bCs", "i", "iCs", "u", "strike", "vertAlign", "highlight"}


def text_of(paragraph: etree._Element, losses: Losses, line: int) -> str:
    """Return the text of a paragraph and count what is no text of its own."""
    return "".join(_pieces(paragraph, losses, line))


def _pieces(element: etree._Element, losses: Losses, line: int) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        tag = etree.QName(child).localname
        if tag == "t":
            yield child.text or ""
        elif tag in SIGNS:
            yield SIGNS[tag]
        elif tag in DELETED:
            losses.add("markup", line, "deleted text of a tracked change")
        elif tag in OBJECTS:
            losses.add("markup", line, "picture, note or sign of a symbol font")
        elif tag == "rPr":
            _count_format(child, losses, line)
        elif tag not in NO_TEXT:
            yield from _pieces(child, losses, line)


def _count_format(properties: etree._Element, losses: Losses, line: int) -> None:
    names = {etree.QName(child).localname for child in properties.iterchildren(etree.Element)}
    if names & FORMATS:
        losses.add("markup", line, "formatting inside a cell")
