"""The pages of a PDF, one after the other: what the second half of the reader starts from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Self

import pypdfium2
import pypdfium2.raw as pdfium

from align.errors import LimitError
from align.readers.pdf.files import opened_pdf
from align.readers.pdf.frames import Frame, Sheet
from align.readers.pdf.glyphs import glyphs
from align.readers.pdf.lines import lines_of
from align.readers.pdf.pictures import is_picture
from align.readers.pdf.records import Page
from align.readers.pdf.rows import rows
from align.readers.pdf.rules import rules
from align.readers.pdf.spelling import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.readers.pdf.glyphs import Glyph
    from align.readers.pdf.records import Line

__all__ = ["pages"]

MOST_GLYPHS = 50_000  # on a page; a newspaper has a third of it
MOST_OBJECTS = 200_000  # drawn on a page: in maps many a line
MOSTLY = 0.8  # of the glyphs: a page that is turned as a whole


def pages(path: Path, name: str, settings: ReadSettings) -> Iterator[Page]:
    """Yield the pages of a PDF in order; ``name`` is what messages call it.

    Raises `ReadError` for a file that cannot be read, and `LimitError` for one that is too large.
    """
    with opened_pdf(path, name, settings) as document:
        for index in range(len(document)):
            yield _page(document, index, name)


def _page(document: Any, index: int, name: str) -> Page:
    try:
        with _Leaf(document, index, name) as leaf:
            return _read(leaf)
    except pypdfium2.PdfiumError:
        return Page(
            number=index + 1, width=0.0, height=0.0, lines=(), trusted=False, why="it is damaged"
        )


class _Leaf:
    """A page that PDFium has loaded, with its glyphs."""

    def __init__(self, document: Any, index: int, name: str) -> None:
        self.page = document[index]
        self.number = index + 1
        self.name = name
        self.glyphs: list[Glyph] = []

    def __enter__(self) -> Self:
        try:
            self._check(pdfium.FPDFPage_CountObjects(self.page), MOST_OBJECTS, "parts")
            textpage = self.page.get_textpage()
            try:
                self._check(textpage.count_chars(), MOST_GLYPHS, "characters")
                self.glyphs = list(glyphs(textpage))
            finally:
                textpage.close()
        except BaseException:
            self.page.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()

    def _check(self, count: int, most: int, what: str) -> None:
        if count > most:
            fact = f"page {self.number} has more than {most:,} {what}"
            raise LimitError(self.name, fact, "no page of text has; leave it out")


def _read(leaf: _Leaf) -> Page:
    sheet = _sheet(leaf)
    lines = sorted(_lines(leaf, sheet), key=lambda line: (round(line.baseline), line.x0))
    scanned = is_picture(leaf.page, leaf.glyphs)
    why = doubt("\n".join(line.text for line in lines))
    return Page(
        number=leaf.number,
        width=sheet.width,
        height=sheet.height,
        lines=tuple(lines),
        rules=tuple(rules(leaf.page, sheet)),
        scanned=scanned,
        trusted=not why,
        why=why or ("it is a picture" if scanned else ""),
    )


def _lines(leaf: _Leaf, sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of each angle that text on the page is drawn at."""
    for angle in sorted({glyph.angle for glyph in leaf.glyphs}):
        frame = Frame(leaf.number, sheet, angle)
        upright = [frame.upright(glyph) for glyph in leaf.glyphs if glyph.angle == angle]
        yield from lines_of(rows(upright), frame)


def _sheet(leaf: _Leaf) -> Sheet:
    turn = leaf.page.get_rotation()
    angles = Counter((glyph.angle - turn) % 360 for glyph in leaf.glyphs)
    angle, count = angles.most_common(1)[0] if angles else (0, 0)
    if angle % 90 == 0 and count > MOSTLY * len(leaf.glyphs):
        turn = (turn + angle) % 360  # as the reader turns the sheet
    left, bottom, right, top = leaf.page.get_bbox()
    return Sheet(left, bottom, right, top, turn)
