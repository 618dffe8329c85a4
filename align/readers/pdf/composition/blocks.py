"""Paragraphs and tables of a PDF as blocks of a document, with what was repaired in them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import regex

from align.readers.pdf.composition.contents import entry
from align.readers.pdf.composition.paragraphs import Paragraph, paragraphs
from align.readers.pdf.composition.seams import is_item, measure
from align.readers.pdf.composition.words import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import BlockKind
    from align.readers.drafting import Draft
    from align.readers.pdf.composition.heads import Aside
    from align.readers.pdf.composition.places import Cell, Grid
    from align.readers.pdf.composition.seams import Measure
    from align.readers.pdf.composition.words import Joined, Vocabulary
    from align.readers.pdf.records import Line, Repair

__all__ = ["Blocks"]

MOST_REPAIRS = 300  # listed one by one
LARGER = 1.12  # times the size of the text, from which a short paragraph is a heading
LONGEST_HEADING = 160  # characters
MOST_HEADING_LINES = 4
_BULLET = regex.compile(r"[-*•‣▪●○◦·–—\uf0b7\uf0a7\uf0d8]\s+")
_CAPTION = regex.compile(
    r"(?:figure|fig\.|table|photo|map|(?:ال)?(?:شكل|جدول|صورة|خريطة))\s*[(\[]?\d", regex.IGNORECASE
)
_END = regex.compile(r"[.؟?!؛;,،:]$")


class Blocks:
    """Writes what is read into a draft: ``size`` is the font size of most of the text."""

    def __init__(
        self, draft: Draft, size: float, vocabulary: Vocabulary, asides: Iterable[Aside] = ()
    ) -> None:
        """Begin with no table, no repair; ``asides`` are left out on their pages."""
        self._draft = draft
        self._size = size
        self._vocabulary = vocabulary
        self._asides = deque(asides)
        self._tables = self._repairs = self._soft_hyphens = 0

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph, heading, item, caption or footnote."""
        self._leave_out(paragraph.lines[0].page)
        made = self._joined(paragraph.lines)
        found = entry(made.text)
        kind = "item" if found else self._kind(paragraph, made.text)
        text = _BULLET.sub("", made.text, count=1) if _BULLET.match(made.text) else made.text
        self._draft.add(kind, found.title if found else text)
        self._list(made.repairs)
        if found:
            self._draft.leave_out(found.page, "page number in a table of contents")

    def grid(self, grid: Grid) -> None:
        """Add the rows of a table."""
        self._tables += 1
        columns = zip(zip(*grid.rows, strict=True), grid.edges, strict=True)
        measures = [measure(cells, *edges) for cells, edges in columns]
        for row in grid.rows:
            self._leave_out(max(line.page for cell in row for line in cell))
            cells = list(map(self._cell, row, measures))
            self._draft.row((text for text, _ in cells), self._tables)
            self._list(repair for _, repairs in cells for repair in repairs)

    def close(self) -> None:
        """Leave out what is left of that; say what was repaired and is not listed one by one."""
        self._leave_out(None)
        more = self._repairs - MOST_REPAIRS
        if more > 0:
            self._draft.note(f"{more} more repairs of the same kinds are not listed")
        if self._soft_hyphens:
            self._draft.note(f"{self._soft_hyphens} soft hyphens taken out")

    def _leave_out(self, page: int | None) -> None:
        """Leave out what stands aside on the pages up to this one, or on all."""
        while self._asides and (page is None or self._asides[0].page <= page):
            aside = self._asides.popleft()
            self._draft.leave_out(aside.text, aside.label)

    def _cell(self, lines: Cell, column: Measure) -> tuple[str, list[Repair]]:
        parts = [self._joined(group) for group in paragraphs(lines, column)]
        text = "\n".join(part.text for part in parts)
        return text, [repair for part in parts for repair in part.repairs]

    def _joined(self, lines: Sequence[Line]) -> Joined:
        made = joined(lines, self._vocabulary)
        self._soft_hyphens += made.soft_hyphens
        return made

    def _list(self, repairs: Iterable[Repair]) -> None:
        for repair in repairs:
            self._repairs += 1
            if self._repairs <= MOST_REPAIRS:
                self._draft.repair(repair.before, repair.instead, repair.label)

    def _kind(self, paragraph: Paragraph, text: str) -> BlockKind:
        if paragraph.note:
            return "footnote"
        if _CAPTION.match(text) and len(text) <= LONGEST_HEADING:
            return "caption"
        if self._is_heading(paragraph.lines, text):
            return "heading"
        return "item" if is_item(paragraph.lines[0]) else "paragraph"

    def _is_heading(self, lines: Sequence[Line], text: str) -> bool:
        if len(lines) > MOST_HEADING_LINES or len(text) > LONGEST_HEADING:
            return False
        larger = all(line.size > LARGER * self._size for line in lines)
        return larger or (all(line.bold for line in lines) and not _END.search(text))
