"""The text of the shapes of a slide, told to a `Flow`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.word.pptx_places import (
    TITLES,
    Places,
    in_reading_order,
    placeholder,
    shapes_in,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from align.model import BlockKind
    from align.readers.word.flow import Flow

__all__ = ["Shapes"]

# Placeholders for what stands on every slide.
LEFT_OUT = {
    "ftr": "page footer",
    "hdr": "page header",
    "dt": "date of the page",
    "sldNum": "page number",
}
LISTS = {"", "body", "obj"}  # placeholders whose paragraphs are items, unless they say otherwise
BULLETS = {"buChar", "buAutoNum", "buBlip"}
UNREAD = {"chart": "a chart", "chartex": "a chart", "oleObj": "a file of another program"}
TRUE = {"1", "true", "on"}


class Shapes:
    """Tells the shapes of one slide in reading order."""

    def __init__(self, flow: Flow, places: Places, diagrams: Mapping[str, etree._Element]) -> None:
        """Tell ``flow``; ``diagrams`` are kept beside the slide, by the id it calls them."""
        self.unread: set[str] = set()  # what is on the slide and cannot be read
        self._flow = flow
        self._places = places
        self._diagrams = diagrams

    def tell(self, root: etree._Element) -> None:
        """Tell all that a slide or a group holds."""
        for shape in in_reading_order(map(self._places.placed, shapes_in(root))):
            self._tell_shape(shape)

    def _tell_shape(self, shape: etree._Element) -> None:
        label = _label(shape)
        if label:
            self._flow.open("aside", label)
        if _local(shape) == "grpSp":
            self.tell(shape)
        elif _local(shape) == "graphicFrame":
            self._tell_graphic(shape)
        body = shape.find("{*}txBody")
        if body is not None:
            self._tell_paragraphs(body, _kind(shape))
        if label:
            self._flow.close()
        self._tell_description(shape)

    def _tell_description(self, shape: etree._Element) -> None:
        """List what a picture shows, as told to those who cannot see it."""
        about = shape.find("{*}nvPicPr/{*}cNvPr")
        if about is not None and about.get("descr"):
            self._flow.open("aside", "description of a picture")
            self._flow.begin()
            self._flow.write(about.get("descr", ""))
            self._flow.close()

    def _tell_graphic(self, frame: etree._Element) -> None:
        for content in frame.iterfind("{*}graphic/{*}graphicData/*"):
            name = _local(content)
            if name == "tbl":
                self._tell_table(content)
            elif name == "relIds":
                self._tell_diagram(content)
            elif name in UNREAD:
                self.unread.add(UNREAD[name])

    def _tell_diagram(self, ids: etree._Element) -> None:
        keys = (str(text) for name, text in ids.items() if str(name).endswith("}dm"))
        diagram = self._diagrams.get(next(keys, ""))
        if diagram is None:
            self.unread.add("a diagram")
            return
        for body in diagram.iterfind("{*}ptLst/{*}pt/{*}t"):
            self._tell_paragraphs(body, "paragraph")

    def _tell_table(self, table: etree._Element) -> None:
        self._flow.open("table")
        for row in table.iterfind("{*}tr"):
            self._flow.open("row")
            for cell in row.iterfind("{*}tc"):
                self._tell_cell(cell)
            self._flow.close()
        self._flow.close()

    def _tell_cell(self, cell: etree._Element) -> None:
        """Tell a cell; text in one that another covers is not shown."""
        self._flow.open("cell")
        covered = {cell.get("hMerge"), cell.get("vMerge")} & TRUE
        if covered:
            self._flow.open("aside", "hidden text")
        for body in cell.iterfind("{*}txBody"):
            self._tell_paragraphs(body, "paragraph")
        if covered:
            self._flow.close()
        self._flow.close()

    def _tell_paragraphs(self, body: etree._Element, kind: BlockKind) -> None:
        for paragraph in body.iterfind("{*}p"):
            self._flow.begin(_own_kind(paragraph, kind))
            for part in paragraph:
                self._tell_run(part)
            self._flow.end()

    def _tell_run(self, part: etree._Element) -> None:
        name = _local(part)
        if name == "br":
            self._flow.write("\n")
        elif name in {"r", "fld"}:
            style = part.find("{*}rPr")
            lang = None if style is None else style.get("lang")
            self._flow.write(part.findtext("{*}t") or "", (lang,))


def _label(shape: etree._Element) -> str:
    """Return why a shape is left out, or nothing."""
    filled = placeholder(shape)
    about = shape.find("*/{*}cNvPr")
    if about is not None and about.get("hidden") in TRUE:
        return "hidden text"
    return "" if filled is None else LEFT_OUT.get(filled.get("type", ""), "")


def _kind(shape: etree._Element) -> BlockKind:
    filled = placeholder(shape)
    if filled is None:
        return "paragraph"
    kind = filled.get("type", "")
    if kind in TITLES:
        return "heading"
    return "item" if kind in LISTS else "paragraph"


def _own_kind(paragraph: etree._Element, kind: BlockKind) -> BlockKind:
    """Return what a paragraph is in a shape of a kind: bullets make items, or their absence."""
    style = paragraph.find("{*}pPr")
    names = set() if style is None else {_local(each) for each in style}
    if "buNone" in names and kind == "item":
        return "paragraph"
    return "item" if names & BULLETS and kind == "paragraph" else kind


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
