"""Reads the tables of Word documents (DOCX): a column in each language, as translators send them.

Only the main text is read, as it is with every change accepted. What is deleted, pictures, notes
and text outside of tables are counted, as is what is bold and the like in a cell. See ECMA-376,
Office Open XML, part 1, for the names of the elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from align.formats.foreign.document_tables import TableRow, units_of_tables
from align.formats.foreign.docx_elements import elements_of
from align.formats.foreign.docx_text import text_of
from align.formats.foreign.grid import WIDEST, Grid, check_size
from align.formats.opening import seekable
from align.office.packages import Package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Losses, Reading
    from align.model import TranslationUnit

__all__ = ["read_docx"]

_DIGITS = re.compile("[0-9]{1,4}")
READ = {"p", "tr", "tbl"}  # what is forgotten at its end
BOXES = ("{*}txbxContent", "{*}Fallback")  # what stands beside the text, or in its place


def read_docx(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of the tables of a document with a column in each of the two languages.

    Raises `MalformedError` for another file, and for one without such a table.
    """
    with seekable(path, reading.limits) as file:
        package = Package(file, reading.limits, str(path), "DOCX")
        elements = elements_of(package.chunks(package.main), path, reading)
        yield from units_of_tables(_Text(path, reading.losses).rows(elements), reading, path)


@dataclass(slots=True)
class _Text:
    """The text of a document as far as it was read: what is open, around one another."""

    path: Path
    losses: Losses
    tables: int = 0
    line: int = 0  # rows so far: nobody sees the lines of such a file
    open_tables: list[Grid] = field(default_factory=list)
    open_cells: list[list[str]] = field(default_factory=list)  # their paragraphs
    size: int = 0  # of the paragraphs in all open cells

    def rows(self, elements: Iterator[tuple[str, etree._Element]]) -> Iterator[TableRow]:
        """Yield the rows of all tables as they end, and forget what was read."""
        for event, element in elements:
            tag = etree.QName(element).localname
            if event == "start":
                self._begin(tag)
                continue
            row = self._end(tag, element)
            if row is not None:
                yield row
            if tag in READ:
                element.clear()
                _forget_older(element)

    def _begin(self, tag: str) -> None:
        if tag == "tbl":
            self.tables += 1
            self.open_tables.append(Grid(self.tables, self.path))
        elif tag == "tc":
            self.open_cells.append([])

    def _end(self, tag: str, element: etree._Element) -> TableRow | None:
        """Take in an element that ends, and return the row that it is."""
        table = self.open_tables[-1] if self.open_tables else Grid(0, self.path)
        if tag == "p":
            self._end_paragraph(element)
        elif tag == "tc":
            paragraphs = "\n".join(self.open_cells.pop())
            self.size -= min(len(paragraphs), self.size)
            table.add(paragraphs, _number(element, "tcPr", "gridSpan", 1))
        elif tag == "tr":
            return self._end_row(element, table)
        elif tag == "tbl":
            self.open_tables.pop()
        return None

    def _end_paragraph(self, paragraph: etree._Element) -> None:
        text = text_of(paragraph, self.losses, self.line + 1)
        if not text.strip():
            return
        if self.open_cells and next(paragraph.iterancestors(*BOXES), None) is None:
            self.open_cells[-1].append(text)
            self.size += len(text)
            check_size(self.size, self.path)
        else:
            self.losses.add("text", self.line + 1, "outside of tables")

    def _end_row(self, row: etree._Element, table: Grid) -> TableRow | None:
        self.line += 1
        cells = [""] * _number(row, "trPr", "gridBefore", 0) + table.row()
        if row.find("{*}trPr/{*}del") is None:
            return TableRow(table.number, self.line, cells)
        self.losses.add("markup", self.line, "deleted row")
        return None


def _number(element: etree._Element, properties: str, name: str, default: int) -> int:
    """Return a number out of the properties of an element, at most one of a wide table."""
    found = element.find(f"{{*}}{properties}/{{*}}{name}")
    values = [] if found is None else [str(text) for text in found.values()]
    is_number = len(values) == 1 and _DIGITS.fullmatch(values[0])
    return min(int(values[0]), WIDEST) if is_number else default


def _forget_older(element: etree._Element) -> None:
    """Free the paragraph, row or table just before one, so that memory stays flat."""
    parent, older = element.getparent(), element.getprevious()
    if parent is not None and older is not None and etree.QName(older).localname in READ:
        parent.remove(older)
