"""Lines of PDFs by programs that write Arabic in different ways: logical order, plain letters."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers.pdf.pages import pages
from tests.readers.letters import share_in_order
from tests.readers.pdf_producers import (
    bare,
    by_chromium,
    by_office,
    by_reportlab,
    needs_font,
    shaped,
)
from tests.readers.rendering import needs_chromium, needs_office, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from align.readers.pdf.records import Page

# Short enough to stand on a line, so that lines can be compared.
ARABIC = [
    "أعلنت الشركة (Acme Ltd) في 12/05/2024 أن الأرباح بلغت 37.5%.",
    "قال: «لا نتوقع خسائر [هذا العام]»؛ (إن الأمر لا يحتاج إلى تأجيل).",
    "للتواصل: info@example.com أو زوروا https://www.example.com/ar.",
    "في عام ٢٠٢٤ ارتفعت النسبة إلى ٥٠٪ بين ١٢/٠٥/٢٠٢٣ و٣٠/٠٦/٢٠٢٤.",
    "صدر Windows 11 (2021)، وقيل إن COVID-19 أثر في المبيعات بين 2020-2021.",
    "المادة 5: يدفع 10% من القيمة خلال 30 يوما؛ (أ) نقدا، (ب) بشيك.",
    "بلغت النسبة 50 (WHO) ثم (WHO) 50 وبعدها (ABC).",
    "استخدم C++ أو C# في المشروع [3]؛ الهاتف 011-234-5678.",
    "الأسعار: 1.5 مليون، $20؛ الوقت 10:30، والتاريخ 2024-05-12.",
    "لوح بجهد 12 V وكبل مقطعه 4 mm² وطوله 10 m يعمل مع Windows 10 جيدا.",
    "قال (بعد أن فكر (قليلا)): «العقد رقم AB-123/2024 ساري».",
]
ENGLISH = [
    "The Arabic word كتاب means “book”, while مكتبة means “library”.",
    "Call +1 (555) 010-9999 before 12/05/2024; 37.5% of seats are left.",
    "The title (كتاب الحيوان) was printed in 1907: efficient office flight.",
]
VOWELLED = ["مَرْحَبًا بِكُمْ فِي المَدِينَةِ، إِنَّ العَمَلَ شَرَفٌ."]
LINES = [*ARABIC, *ENGLISH]
PROSE = [
    line
    for name in ("essay-water.ar", "essay-water.en", "news-dam", "guide-solar")
    for text in texts_of(name)
    for line in text.replace("\t", "\n").splitlines()
]
IN_ORDER = 0.999


@cache
def read(path: Path) -> list[Page]:
    return list(pages(path, path.name, ReadSettings()))


def lines(path: Path) -> list[str]:
    return [line.text for page in read(path) for line in page.lines]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="module")
def office_pdf(folder: Path) -> Path:
    return by_office([*LINES, *VOWELLED, *PROSE], folder)


@pytest.fixture(scope="module")
def chromium_pdf(folder: Path) -> Path:
    return by_chromium([*LINES, *VOWELLED, *PROSE], folder)


@needs_office
def test_libreoffice_gives_every_line_as_it_was_written(office_pdf: Path) -> None:
    assert lines(office_pdf)[: len(LINES)] == LINES


@needs_office
def test_libreoffice_gives_prose_in_order(office_pdf: Path) -> None:
    assert share_in_order([*LINES, *VOWELLED, *PROSE], lines(office_pdf)) >= IN_ORDER


@needs_chromium
def test_chromium_gives_every_line_as_it_was_written(chromium_pdf: Path) -> None:
    assert lines(chromium_pdf)[: len(LINES)] == LINES


@needs_chromium
def test_chromium_gives_prose_in_order(chromium_pdf: Path) -> None:
    assert share_in_order([*LINES, *VOWELLED, *PROSE], lines(chromium_pdf)) >= IN_ORDER


@needs_chromium
def test_vowel_marks_are_on_their_letters(chromium_pdf: Path) -> None:
    found = lines(chromium_pdf)[len(LINES)]
    assert "".join(found.split()) == unicodedata.normalize("NFC", "".join(VOWELLED[0].split()))


@needs_font
def test_presentation_forms_in_visual_order_become_letters_in_logical_order(folder: Path) -> None:
    path = by_reportlab([*LINES, *PROSE], folder / "shaped.pdf", shaped)
    found = lines(path)
    assert found[: len(LINES)] == LINES
    assert share_in_order([*LINES, *PROSE], found) >= IN_ORDER


@needs_font
def test_arabic_drawn_from_left_to_right_is_told_by_its_spelling(folder: Path) -> None:
    path = by_reportlab([*LINES, *PROSE], folder / "bare.pdf", bare)
    found = lines(path)
    assert found[: len(LINES)] == LINES
    assert share_in_order([*LINES, *PROSE], found) >= IN_ORDER


@needs_font
def test_what_was_repaired_is_told_and_plain_lines_are_not(folder: Path) -> None:
    text = "وصل المسافرون إلى القرية مساء."
    path = by_reportlab([text, "The travellers arrived."], folder / "bare-line.pdf", bare)
    arabic, english = read(path)[0].lines
    assert [(repair.instead, repair.label) for repair in arabic.repairs] == [(text, "visual order")]
    assert arabic.repairs[0].before != text
    assert english.repairs == ()


@needs_font
def test_a_line_knows_where_it_stands(folder: Path) -> None:
    page = read(by_reportlab([ARABIC[0], ENGLISH[1]], folder / "places.pdf"))[0]
    arabic, english = page.lines
    assert (page.number, page.width, page.height) == (1, 595, 842)
    assert arabic.rtl
    assert not english.rtl
    assert arabic.x1 == pytest.approx(535, abs=3)
    assert english.x0 == pytest.approx(60, abs=3)
    assert arabic.baseline == pytest.approx(60, abs=1)
    assert english.baseline == pytest.approx(87, abs=1)
    assert arabic.y0 < arabic.baseline <= arabic.y1 < english.y0
    assert english.size == pytest.approx(11)
