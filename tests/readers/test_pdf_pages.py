"""Pages of PDFs: refused, scanned, not to be trusted, turned; and what is one line of them."""

from __future__ import annotations

import shutil
import time
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError, MissingExtraError, ReadError
from align.readers.pdf import reader
from align.readers.pdf.pages import pages
from align.readers.pdf.spelling import doubt
from tests.readers.pdf_producers import by_reportlab, needs_font, needs_qpdf, rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.model import Document
    from align.readers.pdf.records import Page

TEXT = "The travellers reached the village at night."
OCR = replace(ReadSettings(), ocr=True)
SECONDS = 10.0
needs_ocr = pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="ocrmypdf is not installed")


def read(path: Path, settings: ReadSettings | None = None) -> list[Page]:
    return list(pages(path, path.name, settings or ReadSettings()))


def drawn(path: Path, content: bytes, *, count: int = 1, kids: bytes = b"[3 0 R]") -> Path:
    """Write a PDF by hand whose page draws ``content`` and whose page tree may tell lies."""
    packed = zlib.compress(content, 9)
    parts: Sequence[bytes] = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids %s/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    objects = b"".join(b"%d 0 obj%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    path.write_bytes(b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R>>\n%%EOF")
    return path


def text_at(x: int, y: int, text: str, matrix: str = "1 0 0 1") -> bytes:
    return f"BT /F 12 Tf {matrix} {x} {y} Tm ({text}) Tj ET\n".encode()


def whole(path: Path, settings: ReadSettings | None = None) -> Document:
    return reader.read(path, path.name, settings or ReadSettings())


def scan(path: Path, text: str = TEXT) -> Path:
    """Draw a text as a picture on a page of its own."""
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.pdfgen.canvas import Canvas

    image = Image.new("L", (1240, 400), 255)
    font = ImageFont.load_default(48)
    ImageDraw.Draw(image).text((60, 150), text, fill=0, font=font)
    picture = path.with_suffix(".png")
    image.save(picture)
    canvas = Canvas(str(path), pagesize=(595, 192))
    canvas.drawImage(str(picture), 0, 0, 595, 192)
    canvas.save()
    return path


def test_a_page_is_read_from_the_top(tmp_path: Path) -> None:
    content = text_at(50, 100, "below") + text_at(50, 700, "above") + text_at(400, 700, "beside")
    (page,) = read(drawn(tmp_path / "a.pdf", content))
    assert [line.text for line in page.lines] == ["above", "beside", "below"]
    assert page.lines[0].baseline == pytest.approx(100)


def test_a_raised_note_mark_stays_in_its_line(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 50 700 Td (dam) Tj /F 7 Tf 5 Ts (3) Tj 0 Ts /F 12 Tf ( rises) Tj ET"
    assert [line.text for line in read(drawn(tmp_path / "a.pdf", content))[0].lines] == [
        "dam3 rises"
    ]


def test_letters_set_apart_are_one_word(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 3 Tc 50 700 Td (CHAPTER one) Tj ET"
    assert [line.text for line in read(drawn(tmp_path / "a.pdf", content))[0].lines] == [
        "CHAPTER one"
    ]


def test_words_without_a_space_of_their_own_are_parted(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 50 700 Td [(The) -300 (dam) -280 (rises)] TJ ET"
    assert [line.text for line in read(drawn(tmp_path / "a.pdf", content))[0].lines] == [
        "The dam rises"
    ]


def test_a_page_drawn_sideways_is_read_upright(tmp_path: Path) -> None:
    content = text_at(100, 50, "first line", "0 1 -1 0") + text_at(130, 50, "second", "0 1 -1 0")
    (page,) = read(drawn(tmp_path / "a.pdf", content))
    assert (page.width, page.height) == (800, 600)
    assert [(line.text, line.angle) for line in page.lines] == [("first line", 0), ("second", 0)]


def test_turned_text_beside_other_is_a_line_of_its_own_angle(tmp_path: Path) -> None:
    content = text_at(50, 700, "The travellers reached the village")
    (page,) = read(drawn(tmp_path / "a.pdf", content + text_at(30, 300, "draft", "0 1 -1 0")))
    assert {(line.text, line.angle) for line in page.lines} == {
        ("The travellers reached the village", 0),
        ("draft", 90),
    }


def test_columns_on_one_baseline_are_lines_of_their_own(tmp_path: Path) -> None:
    left = b"".join(text_at(50, 700 - 14 * n, f"the left column goes on {n}") for n in range(5))
    right = b"".join(text_at(210, 700 - 14 * n, f"and the right one too {n}") for n in range(5))
    (page,) = read(drawn(tmp_path / "a.pdf", left + right))
    assert len(page.lines) == 10


def test_a_million_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"^a.pdf: is a PDF of 1,000,000 pages; .*max_pages"):
        read(drawn(tmp_path / "a.pdf", text_at(9, 9, "x"), count=1_000_000))


def test_one_page_named_twenty_thousand_times_is_refused(tmp_path: Path) -> None:
    kids = b"[" + b"3 0 R " * 20_000 + b"]"
    with pytest.raises(LimitError, match=r"^a.pdf: claims 20,000 pages, which do not fit into"):
        read(drawn(tmp_path / "a.pdf", text_at(9, 9, "x"), count=20_000, kids=kids))


def test_a_page_is_as_large_as_the_tree_of_pages_says(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", text_at(50, 150, "small"))
    box = b"/MediaBox[0 0 600 800]"
    moved = path.read_bytes().replace(box, b" " * len(box))
    path.write_bytes(moved.replace(b"/Type/Pages", b"/MediaBox[0 0 300 200]/Type/Pages"))
    (page,) = read(path)
    assert (page.width, page.height) == (300, 200)
    assert page.lines[0].baseline == pytest.approx(50)


def test_a_page_of_too_many_characters_is_refused_soon(tmp_path: Path) -> None:
    began = time.process_time()
    content = b"BT /F 5 Tf " + b"(%s) Tj " % (b"a" * 100) * 600 + b"ET"
    with pytest.raises(LimitError, match=r"^a.pdf: page 1 has more than 50,000 characters"):
        read(drawn(tmp_path / "a.pdf", content))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("content", [b" " * 120_000_000, b"(%s) Tj " % (b"a" * 30_000) * 1_000])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, content: bytes) -> None:
    began = time.process_time()
    with pytest.raises(LimitError, match=r"^a.pdf: unpacks to far more than a page holds"):
        read(drawn(tmp_path / "a.pdf", content))
    assert time.process_time() - began < SECONDS


def test_letters_scattered_over_a_page_take_no_square_of_time(tmp_path: Path) -> None:
    began = time.process_time()
    scattered = (
        b"/F %d Tf 1 0 0 1 %d %d Tm (a) Tj " % (2 + n % 7, n * 7919 % 600, n * 104_729 % 800)
        for n in range(15_000)
    )
    assert read(drawn(tmp_path / "a.pdf", b"BT " + b"".join(scattered) + b"ET"))[0].lines
    assert time.process_time() - began < SECONDS


def test_no_pdf_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing of the kind")
    with pytest.raises(MalformedError, match=r"^a.pdf: is no PDF that can be opened; "):
        read(tmp_path / "a.pdf")


@needs_font
@needs_qpdf
def test_a_password_is_named(tmp_path: Path) -> None:
    path = by_reportlab([TEXT], tmp_path / "a.pdf")
    locked = rewritten(path, "--encrypt", "secret", "owner", "256", "--")
    with pytest.raises(ReadError, match=r"^qpdf-a.pdf: has a password; save it without one"):
        read(locked)


@needs_font
@needs_qpdf
def test_what_only_may_not_be_printed_is_read(tmp_path: Path) -> None:
    path = by_reportlab([TEXT], tmp_path / "a.pdf")
    locked = rewritten(path, "--encrypt", "", "owner", "256", "--print=none", "--")
    assert [line.text for line in read(locked)[0].lines] == [TEXT]


def test_a_scan_says_that_it_needs_ocr(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"scanned pages.*ocrmypdf.*read.ocr=true"):
        whole(scan(tmp_path / "a.pdf"))


def test_ocr_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtraError, match="ocrmypdf is not installed; install ocrmypdf"):
        whole(scan(tmp_path / "a.pdf"), OCR)


@needs_ocr
def test_a_scan_is_recognised_if_asked_for(tmp_path: Path) -> None:
    found = whole(scan(tmp_path / "a.pdf"), OCR)
    assert [block.text for block in found.blocks] == [TEXT]
    assert found.notes == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (TEXT * 2, ""),
        ("وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا." * 2, ""),
        ("\ufffd" * 10 + TEXT, "do not tell"),
        ("\ue001" * 10 + TEXT, "do not tell"),
        ("xkq zwrt bvgh pqsd mnkl " * 4, "do not make words"),
        ("قال ا\u4e14ب إن ا\u4e14مر صعب جدا، و\u4e14 شيء ينفع." * 3, "of another script"),
        ("تكتب الحروف α وβ وγ في المعادلات، و\u4e14 كلمة صينية، ولا شك في هذا.", ""),
        ("ضظغطثذ شخحج قفع زصض " * 5, "do not make Arabic words"),
    ],
)
def test_a_page_that_cannot_be_trusted_says_why(text: str, why: str) -> None:
    assert why in doubt(text)
    assert bool(why) == bool(doubt(text))
