"""PDFs of paragraphs by programs that write Arabic in different ways.

LibreOffice names the characters that were typed, Chromium the glyphs that are seen; reportlab is
given presentation forms in visual order, or, by who does not know better, the bare text.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.model import Block, Place
from tests.readers.rendering import chromium, docx_of, html_of, is_arabic, office

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "ARABIC_FONTS",
    "as_blocks",
    "bare",
    "by_chromium",
    "by_office",
    "by_reportlab",
    "needs_font",
    "needs_qpdf",
    "rewritten",
    "shaped",
]

QPDF = shutil.which("qpdf")
needs_qpdf = pytest.mark.skipif(QPDF is None, reason="qpdf is not installed")
ARABIC_FONTS = [
    path
    for path in (
        Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        Path("C:/Windows/Fonts/arial.ttf"),
        Path("/System/Library/Fonts/Supplemental/Arial.ttf"),
    )
    if path.is_file()
]
needs_font = pytest.mark.skipif(not ARABIC_FONTS, reason="no font with presentation forms found")
WIDTH, HEIGHT = 595, 842  # A4
MARGIN, SIZE, LEADING, PARAGRAPH = 60, 11, 17, 10
SECONDS = 60


def as_blocks(paragraphs: Sequence[str]) -> list[Block]:
    """Return the paragraphs as blocks, as the makers of `rendering` take them."""
    place = Place(line=1, start=0, length=0)
    return [
        Block(id=f"b{number}", kind="paragraph", text=text, place=place)
        for number, text in enumerate(paragraphs, 1)
    ]


def by_office(paragraphs: Sequence[str], folder: Path) -> Path:
    """Return a PDF by LibreOffice, from a Word file."""
    return office("pdf", [docx_of(as_blocks(paragraphs), folder / "office.docx")], folder)[0]


def by_chromium(paragraphs: Sequence[str], folder: Path, style: str = "") -> Path:
    """Return a PDF printed by Chromium; ``style`` is CSS for the page."""
    page = folder / "chromium.html"
    page.write_text(html_of(as_blocks(paragraphs), style), encoding="utf-8")
    return chromium(page, folder / "chromium.pdf")


def shaped(line: str, rtl: bool) -> str:
    """Return a line in presentation forms, as it is seen from left to right."""
    from arabic_reshaper import ArabicReshaper
    from bidi.algorithm import get_display

    forms = ArabicReshaper(configuration={"delete_harakat": False}).reshape(line)
    seen = get_display(forms, base_dir="R" if rtl else "L")
    return str(seen)


def bare(line: str, rtl: bool) -> str:  # noqa: ARG001 - it is drawn as if there were no Arabic
    """Return a line as it is: drawn so, Arabic stands unjoined and the wrong way round."""
    return line


def by_reportlab(
    paragraphs: Sequence[str], path: Path, drawn: Callable[[str, bool], str] = shaped
) -> Path:
    """Return a PDF by reportlab; ``drawn`` makes what is drawn from left to right of a line."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Arabic", str(ARABIC_FONTS[0])))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in _pages(paragraphs):
        canvas.setFont("Arabic", SIZE)
        for y, line, arabic in page:
            if arabic:
                canvas.drawRightString(WIDTH - MARGIN, y, drawn(line, arabic))
            else:
                canvas.drawString(MARGIN, y, drawn(line, arabic))
        canvas.showPage()
    canvas.save()
    return path


def _pages(paragraphs: Sequence[str]) -> list[list[tuple[int, str, bool]]]:
    """Return what is drawn on each page: height, line, and whether the paragraph is Arabic."""
    pages: list[list[tuple[int, str, bool]]] = [[]]
    y = HEIGHT - MARGIN
    for text in paragraphs:
        for line in _wrapped(text):
            if y < MARGIN:
                pages.append([])
                y = HEIGHT - MARGIN
            pages[-1].append((y, line, is_arabic(text)))
            y -= LEADING
        y -= PARAGRAPH
    return pages


def _wrapped(text: str) -> list[str]:
    """Return the lines of a paragraph that fit between the margins."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines: list[str] = []
    line = ""
    for word in unicodedata.normalize("NFC", text).split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, "Arabic", SIZE) > WIDTH - 2 * MARGIN:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def rewritten(path: Path, *options: str) -> Path:
    """Return the file as qpdf writes it anew, encrypted or packed otherwise."""
    made = path.with_name(f"qpdf-{path.name}")
    subprocess.run([str(QPDF), *options, str(path), str(made)], check=True, timeout=SECONDS)
    return made
