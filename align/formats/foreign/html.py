"""Reads the tables of HTML pages, as glossaries and bilingual texts on the web are laid out.

Pages are read as browsers read them, broken ones too, but as a stream; nothing is fetched and no
script runs. Text outside of tables is counted, as are bold type, links and the like in a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from align.formats.foreign.document_tables import TableRow, units_of_tables
from align.formats.foreign.grid import OVERHEAD, Grid, check_size
from align.formats.foreign.html_events import events_of
from align.formats.markup import line_of
from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from align.formats.foreign.html_events import Event
    from align.formats.reading import Losses, Reading
    from align.model import TranslationUnit

__all__ = ["read_html"]

CELLS = {"td", "th"}
PARTS = {"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"}
BREAKS = {"br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "hr", "pre"}
HIDDEN = {"script", "style", "template", "noscript"}
PLAIN = PARTS | BREAKS | HIDDEN
_SPAN = re.compile("[0-9]{1,4}")
_SPACES = re.compile(r"[ \t\n\r\f]+")


def read_html(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of the tables of a page that have a column in each of the two languages.

    Raises `MalformedError` for a page without such a table.
    """
    with opened(path, reading.limits) as file:
        events = events_of(file, path, reading)
        yield from units_of_tables(_Page(path, reading.losses).rows(events), reading, path)


@dataclass(slots=True)
class _Page:
    """A page as far as it was read: the tables that are open, around one another, and the cells."""

    path: Path
    losses: Losses
    tables: int = 0
    open_tables: list[Grid] = field(default_factory=list)
    open_cells: list[int] = field(default_factory=list)  # how much is in them, in characters

    def rows(self, events: Iterator[Event]) -> Iterator[TableRow]:
        """Yield the rows of all tables as they end, and forget what was read."""
        for event, element in events:
            if event == "start":
                self._begin(element)
                continue
            row = self._end(element)
            if row is not None:
                yield row
            if element.tag == "tr" or not self.open_cells:
                self._forget(element)

    def _begin(self, element: etree._Element) -> None:
        if element.tag == "table":
            self.tables += 1
            self.open_tables.append(Grid(self.tables, self.path))
        elif element.tag in CELLS:
            self.open_cells.append(0)

    def _end(self, element: etree._Element) -> TableRow | None:
        """Take in an element that ends, and return the row that it is."""
        table = self.open_tables[-1] if self.open_tables else Grid(0, self.path)
        if element.tag in CELLS:
            self.open_cells.pop()
            table.add("".join(_pieces(element)), *map(int, _spans(element)))
            _empty(element)
        elif element.tag == "tr":
            return TableRow(table.number, line_of(element), table.row())
        elif element.tag == "table":
            self.open_tables.pop()
        elif self.open_cells:
            self._keep(element)
        return None

    def _keep(self, element: etree._Element) -> None:
        """Take note of an element that stays in memory up to the end of its cell."""
        self.open_cells[-1] += OVERHEAD + len(element.text or "") + len(element.tail or "")
        check_size(self.open_cells[-1], self.path)
        if element.tag not in PLAIN:
            self.losses.add("markup", line_of(element), "formatting inside a cell")

    def _forget(self, element: etree._Element) -> None:
        """Free an element outside of cells, with all before it, and count their texts."""
        parent = element.getparent()
        older = element.itersiblings(preceding=True) if parent is not None else ()
        texts = [child.tail for child in chain(element, older)]
        if element.tag not in HIDDEN:
            texts.append(element.text)
        lost = sum(bool(text and text.strip()) for text in texts)
        if lost:
            self.losses.add("text", line_of(element), "outside of tables", lost)
        _empty(element)
        while parent is not None and parent[0] is not element:
            del parent[0]


def _empty(element: Any) -> None:
    element.clear(keep_tail=True)


def _spans(cell: etree._Element) -> Iterator[str]:
    """Yield over how many columns and rows a cell goes, 1 for what is no number."""
    for name in ("colspan", "rowspan"):
        span = (cell.get(name) or "").strip()
        yield span if _SPAN.fullmatch(span) else "1"


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the text of a cell as it is shown, in the lines it is broken into."""
    if element.tag in HIDDEN:
        return
    line_break = "\n" if element.tag in BREAKS else ""
    yield line_break + _SPACES.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield _SPACES.sub(" ", child.tail or "")
    yield line_break
