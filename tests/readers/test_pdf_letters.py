"""Letters of PDFs that programs draw in several parts: vowel signs, strokes that justify lines."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.distance import LCSseq

from align.config import ReadSettings
from align.readers.pdf.pages import pages
from tests.readers.justified import justified_odt
from tests.readers.letters import share_in_order
from tests.readers.pdf_producers import as_blocks
from tests.readers.rendering import (
    chromium,
    docx_of,
    html_of,
    is_arabic,
    needs_chromium,
    needs_office,
    office,
    texts_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.readers.pdf.records import Line

VOWELLED = [text for text in texts_of("fable-crow") if is_arabic(text)]
PLAIN = [text for text in texts_of("story-well") if is_arabic(text)]
MIXED = [text.replace("\t", " – ") for text in texts_of("phrases-museum")]
IN_ORDER, WORDS = 0.995, 0.97
_SIGN_IN_WORD = re.compile(r"(?<=[\u0620-\u064a])[0-9/+!\"#$%&*-](?=[\u0620-\u064a])")


def lines(path: Path) -> list[Line]:
    return [line for page in pages(path, path.name, ReadSettings()) for line in page.lines]


def words_right(wanted: Sequence[str], found: Sequence[Line]) -> float:
    """Return the share of words that are as they were written, marks and all, and in order."""
    expected = unicodedata.normalize("NFC", " ".join(wanted)).split()
    given = " ".join(line.text for line in found).split()
    return LCSseq.similarity(expected, given) / max(len(expected), len(given))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("letters")


@pytest.fixture(scope="module")
def by_office(folder: Path) -> dict[str, Path]:
    sources = [
        justified_odt(PLAIN, folder / "justified.fodt"),
        docx_of(as_blocks(VOWELLED), folder / "vowelled.docx"),
        docx_of(as_blocks(MIXED), folder / "mixed.docx"),
    ]
    return {path.stem: path for path in office("pdf", sources, folder / "office")}


def by_chromium(texts: Sequence[str], folder: Path, name: str) -> Path:
    page = folder / f"{name}.html"
    page.write_text(html_of(as_blocks(texts)), encoding="utf-8")
    return chromium(page, folder / f"{name}.pdf")


@needs_office
def test_strokes_that_justify_a_line_are_dropped_and_told(by_office: dict[str, Path]) -> None:
    found = lines(by_office["justified"])
    assert not [line.text for line in found if _SIGN_IN_WORD.search(line.text)]
    assert any(_SIGN_IN_WORD.search(part.before) for line in found for part in line.repairs)
    assert words_right(PLAIN, found) >= WORDS


@needs_office
def test_a_vowelled_text_by_libreoffice_is_whole(by_office: dict[str, Path]) -> None:
    found = lines(by_office["vowelled"])
    assert share_in_order(VOWELLED, [line.text for line in found]) >= IN_ORDER
    assert words_right(VOWELLED, found) >= WORDS


@needs_chromium
def test_a_vowelled_text_by_chromium_is_whole(folder: Path) -> None:
    found = lines(by_chromium(VOWELLED, folder, "vowelled"))
    assert share_in_order(VOWELLED, [line.text for line in found]) >= IN_ORDER
    assert words_right(VOWELLED, found) >= WORDS
    assert len(found) == len({round(line.baseline) for line in found})


@needs_chromium
def test_lines_of_a_paragraph_of_two_languages_run_one_way(folder: Path) -> None:
    assert words_right(MIXED, lines(by_chromium(MIXED, folder, "mixed"))) >= IN_ORDER


@needs_office
def test_so_do_those_by_libreoffice(by_office: dict[str, Path]) -> None:
    assert words_right(MIXED, lines(by_office["mixed"])) >= IN_ORDER
