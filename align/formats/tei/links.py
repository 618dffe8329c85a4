"""The first way through a TEI file: what is linked to what, and what is said of the links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.errors import MalformedError
from align.formats.markup import TOOL
from align.formats.tei.running_text import RunningText
from align.formats.tei.table import Link, Span
from align.formats.tei.walking import Walk

if TYPE_CHECKING:
    from align.formats.reading import Reading
    from align.formats.tei.folder import Folder
    from align.formats.tei.table import TeiTable
    from align.formats.tei.walking import Element

__all__ = ["ALIGNED", "POINTERS", "LinkWalk"]

ROOTS = {"TEI", "teiCorpus", "TEI.2"}
POINTERS = {"ptr", "join"}
# Elements that may correspond to others by themselves, without a link.
ALIGNED = {"s", "seg", "p", "ab", "u", "head", "l", "lg", "item", "cell", "div", "q", "quote"}
# Types of link groups that hold translations; others are about syntax, say, within one text.
TRANSLATION = re.compile("align|transl|parallel|corresp|equiv", re.IGNORECASE)
SAID = {"flags", "properties"}  # types of groups of spans, as we write them


class LinkWalk(Walk):
    """Fills a table with links, correspondences, intermediate pointers and spans."""

    def __init__(self, table: TeiTable, folder: Folder, reading: Reading) -> None:
        """Take the table to fill and the folder that pointers lead into."""
        super().__init__()
        self.is_ours = False
        self.is_alignment = False
        self._table = table
        self._folder = folder
        self._reading = reading
        self._said = RunningText(reading.limits.max_segment)
        self._span: tuple[int, int] | None = None  # where the text of the open one begins
        self._inner = 0  # the number of the last element with a correspondence that has ended

    def start(self, element: Element) -> None:
        """Keep a link or pointer."""
        if len(self.stack) == 1 and element.name not in ROOTS:
            fact = f"is XML, but not TEI: its outermost element is <{element.name}>"
            raise MalformedError(str(self._folder.paths[0]), fact)
        match element.name:
            case "link":
                self._add_link(element)
            case "linkGrp" | "spanGrp":
                self.is_alignment |= element.get("type") in {"alignment", "unaligned"}
            case "span":
                self._span = self._said.mark()
            case "application":
                self.is_ours |= element.get("ident") == TOOL
            case "include":
                reason = "an xi:include is not followed"
                self._reading.losses.add("markup", element.line, reason)
            case name if name in POINTERS:
                self._add_pointer(element)

    def end(self, element: Element) -> None:
        """Keep a span, or a correspondence unless there are others inside of its element."""
        if element.name == "span":
            self._add_span(element)
        if "corresp" in element.attributes and element.name in ALIGNED:
            if self._inner < element.number:
                self._add_pair(element)
            self._inner = max(self._inner, element.number)

    def text(self, text: str) -> None:
        """Keep the text of a span."""
        if self._span is not None:
            self._said.add(text)

    def _add_link(self, element: Element) -> None:
        group = self._group("linkGrp")
        about = group.attributes if group else {}
        if not TRANSLATION.search(about.get("type", "alignment")):
            self._reading.losses.add("markup", element.line, f"link of type {about['type']}")
            return
        given = element.attributes
        targets = self._keys(element, given.get("target") or given.get("targets") or "")
        if not targets:
            return
        self.is_alignment = True
        for key in targets:
            self._table.want(key)
        link = Link(
            line=element.line,
            id=element.key,
            name=given.get("n") or given.get("xml:id") or "",
            kind=given.get("type", ""),
            cert=given.get("cert"),
            document=about.get("n"),
            targets=" ".join(targets),
            roles=given.get("targFunc") or about.get("targFunc", ""),
        )
        self._table.add_link(link)

    def _add_pointer(self, element: Element) -> None:
        """Keep what a pointer leads to that links may lead to in turn."""
        if "xml:id" not in element.attributes or "target" not in element.attributes:
            return
        targets = self._keys(element, element.attributes["target"])
        for key in targets:
            self._table.want(key)
        self._table.add_pointer(f"0#{element.key}", targets)

    def _add_pair(self, element: Element) -> None:
        key = f"0#{element.key}"
        targets = self._keys(element, element.attributes["corresp"])
        for wanted in (key, *targets) if targets else ():
            self._table.want(wanted)
        if targets:
            self.is_alignment = True
            self._table.add_pair(element.line, key, targets)

    def _add_span(self, element: Element) -> None:
        group, text = self._group("spanGrp"), self._said.since(self._span or (0, 0))
        self._said.clear()
        self._span = None
        kind = group.attributes.get("type", "") if group else ""
        if not self.is_ours or kind not in SAID:
            return
        if text is None:
            self._reading.losses.add("property", element.line, "it is too long")
            return
        link = element.attributes.get("target", "").removeprefix("#")
        given = (element.attributes.get(name, "") for name in ("type", "subtype", "n"))
        self._table.add_span(link, Span._make((kind, *given, text)))

    def _group(self, name: str) -> Element | None:
        return next((element for element in reversed(self.stack) if element.name == name), None)

    def _keys(self, element: Element, pointers: str) -> list[str]:
        """Return the keys of what an element points at, nothing where that cannot be."""
        try:
            return self._folder.keys(pointers)
        except ValueError as error:
            self._reading.unfit(self._folder.paths[0], element.line, error)
            return []
