"""Text that recognition laid over the picture of a page: what it recognised is what is read."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from math import cos, radians, sin
from typing import TYPE_CHECKING

import pytest

from align import readers
from align.config import ReadSettings
from align.readers.pdf.glyphs import UNMAPPED
from align.readers.pdf.pages import pages
from tests.readers.pdf_producers import ARABIC_FONTS, by_chromium, needs_font
from tests.readers.rendering import needs_chromium

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.model import Document
    from align.readers.pdf.records import Line

# (word, left edge, width) in the order of reading; boxes overlap, as recognised ones do.
MIXED = (
    ("وقال:", 450, 40),
    ("«أنفقت", 405, 44),
    ("الهيئة", 368, 40),
    ("(NBMA)", 318, 44),
    ("نحو", 292, 22),
    ("182.5", 258, 30),
    ("مليونًا", 215, 42),
    ("في", 198, 22),
    ("محافظة", 150, 51),
    ("عام", 138, 18),
    ("2024,", 100, 36),
    ("ثم", 82, 16),
    ("14»,", 50, 26),
)
LINES = ("بدأ العمل في السد يوم 14 آذار 2024", "وبلغت كلفة بناء السد 182.5 مليون دولار", "انتهى")
PARAGRAPHS = (
    "بدأ العمل في السد الجديد يوم الأحد 14 آذار 2024 بعد تأخير طويل جدًّا.",
    "The new dam is 74 metres high, and its lake holds 182.5 million cubic metres.",
    "وقال مدير المشروع إن الكلفة بلغت 360 مليون دولار، وإن الملء يستغرق 15 شهرا.",
)


@cache
def reads_arabic() -> bool:
    """Say whether OCRmyPDF is installed, and Tesseract with its Arabic data."""
    if not (shutil.which("ocrmypdf") and shutil.which("tesseract")):
        return False
    said = subprocess.run(["tesseract", "--list-langs"], check=False, capture_output=True).stdout
    return b"ara" in said.split()


needs_arabic_ocr = pytest.mark.skipif(
    not reads_arabic(), reason="ocrmypdf or the Arabic data of Tesseract is not installed"
)


def laid_over(
    path: Path, lines: Sequence[Sequence[tuple[str, float, float]]], tilt: float = 0.0
) -> Path:
    """Write words without ink as Tesseract does: mirrored, if they run from right to left."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Recognised", str(ARABIC_FONTS[0])))
    canvas = Canvas(str(path), pagesize=(595, 842))
    along, up = cos(radians(tilt)), sin(radians(tilt))
    for number, line in enumerate(lines):
        for word, left, width in line:
            mirrored = "N" not in word
            stretch = width / pdfmetrics.stringWidth(word, "Recognised", 12)
            x, y = left + width * mirrored, 700 - 40 * number
            stretch *= -1 if mirrored else 1
            text = canvas.beginText()
            text.setFont("Recognised", 12)
            text.setTextRenderMode(3)
            text.setTextTransform(
                stretch * along, stretch * up, -up, along, x * along - y * up, x * up + y * along
            )
            text.textOut(word + " ")
            canvas.drawText(text)
    canvas.save()
    return path


def spread(text: str) -> list[tuple[str, float, float]]:
    """Return the words of a line from right to left, each with its left edge and its width."""
    return [(word, 500.0 - 50 * at, 44.0) for at, word in enumerate(text.split())]


def lines_in(path: Path) -> tuple[Line, ...]:
    """Return the lines of a PDF of one page."""
    (page,) = pages(path, path.name, ReadSettings())
    return page.lines


@needs_font
def test_recognised_words_stay_whole_and_numbers_are_not_turned(tmp_path: Path) -> None:
    (line,) = lines_in(laid_over(tmp_path / "a.pdf", [MIXED]))
    assert line.text == " ".join(word for word, *_ in MIXED)
    assert line.rtl


@needs_font
@pytest.mark.parametrize("tilt", [0.0, 1.0, -2.0])
def test_mirrored_lines_of_a_page_that_lies_askew_are_upright(tmp_path: Path, tilt: float) -> None:
    found = lines_in(laid_over(tmp_path / "a.pdf", list(map(spread, LINES)), tilt))
    assert [line.text for line in found] == list(LINES)
    assert {line.angle for line in found} == {0}


@needs_font
def test_a_recognised_word_that_begins_with_a_vowel_sign_stays_one(tmp_path: Path) -> None:
    words = spread("قال \N{ARABIC SHADDA}نعم لنا")
    (line,) = lines_in(laid_over(tmp_path / "a.pdf", [words]))
    assert line.text == "قال ن\N{ARABIC SHADDA}عم لنا"


@pytest.fixture(scope="module")
def recognised(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A page that was printed, scanned, and read with text recognition."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    folder = tmp_path_factory.mktemp("recognised")
    printed = pypdfium2.PdfDocument(by_chromium(PARAGRAPHS, folder))
    page = printed[0].render(scale=200 / 72).to_pil()
    printed.close()
    picture, path = folder / "page.png", folder / "scan.pdf"
    page.crop((0, 0, page.width, page.height // 3)).save(picture)  # the rest is white
    canvas = Canvas(str(path), pagesize=(612, 264))
    canvas.drawImage(str(picture), 0, 0, 612, 264)
    canvas.save()
    with pytest.MonkeyPatch.context() as patch:
        # On one page, threads of Tesseract that wait for each other take many times as long.
        patch.setenv("OMP_THREAD_LIMIT", "1")
        return readers.read(path, path.name, replace(ReadSettings(), ocr=True))


@needs_chromium
@needs_arabic_ocr
def test_a_scan_of_two_languages_reads_from_top_to_bottom(recognised: Document) -> None:
    from rapidfuzz.fuzz import ratio

    texts = recognised.text.split("\n")
    assert len(texts) == len(PARAGRAPHS)
    assert UNMAPPED not in recognised.text
    for text, paragraph in zip(texts, PARAGRAPHS, strict=True):
        assert ratio(text, paragraph) > 85  # percent: letters are misread


@needs_chromium
@needs_arabic_ocr
def test_numbers_of_a_scan_are_the_right_way_round(recognised: Document) -> None:
    for number in ("14", "2024", "74", "182.5", "360", "15"):
        assert number in recognised.text.split()


@needs_chromium
@needs_arabic_ocr
def test_nothing_of_a_scan_is_taken_for_turned_text(recognised: Document) -> None:
    assert not [removed for removed in recognised.removed if removed.label == "turned text"]
