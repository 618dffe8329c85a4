"""Books: the order of the pages, notes across them, and books that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError
from align.readers import read
from tests.readers.letters import share_in_order
from tests.readers.rendering import (
    NAMES,
    blocks_of,
    docx_of,
    html_of,
    needs_office,
    office,
    texts_of,
)
from tests.readers.web_samples import epub, xhtml

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

NOTES = '<ol><li id="n1">far note <a href="one.xhtml#r">1</a></li><li id="n2">alone</li></ol>'
ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData'
    ' xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/></EncryptedData>'
    "</encryption>"
)


def document(folder: Path, data: bytes) -> Document:
    path = folder / "book.epub"
    path.write_bytes(data)
    return read(path, path.name, ReadSettings())


def texts(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found.blocks]


def test_pages_come_in_the_order_of_the_spine_and_contents_are_listed(tmp_path: Path) -> None:
    contents = '<nav epub:type="toc"><ol><li><a href="b.xhtml">Chapter</a></li></ol></nav>'
    pages = {"nav.xhtml": xhtml(contents), "b.xhtml": xhtml("<p>b</p>"), "a.xhtml": xhtml("a")}
    found = document(tmp_path, epub(pages, contents="nav.xhtml"))
    assert texts(found) == [("paragraph", "b"), ("paragraph", "a")]
    assert [passage.label for passage in found.removed] == ["table of contents"]


def test_notes_come_after_the_text_that_refers_to_them_from_other_pages_too(tmp_path: Path) -> None:
    one = (
        '<p>near<a epub:type="noteref" href="#f">1</a> far<sup><a href="notes.xhtml#n1">2</a></sup>'
        '</p><p>next</p><aside epub:type="footnote" id="f" hidden="hidden">near note</aside>'
    )
    found = document(tmp_path, epub({"one.xhtml": xhtml(one), "notes.xhtml": xhtml(NOTES)}))
    assert texts(found) == [
        ("paragraph", "near far"),
        ("footnote", "near note"),
        ("footnote", "far note"),
        ("paragraph", "next"),
        ("item", "alone"),
    ]


def test_language_of_the_book_is_the_hint_where_a_page_has_none(tmp_path: Path) -> None:
    found = document(tmp_path, epub({"a.xhtml": xhtml('<p>a</p><p xml:lang="en">b</p>')}))
    assert [block.lang for block in found.blocks] == ["ar", "en"]


def test_page_breaks_of_the_printed_book_are_listed(tmp_path: Path) -> None:
    body = '<p>a <span epub:type="pagebreak">12</span>b</p>'
    found = document(tmp_path, epub({"a.xhtml": xhtml(body)}))
    assert found.blocks[0].text == "a b"
    assert [(passage.text, passage.label) for passage in found.removed] == [("12", "page number")]


def test_missing_page_is_named(tmp_path: Path) -> None:
    whole = epub({"a.xhtml": xhtml("<p>a</p>"), "b.xhtml": xhtml("<p>b</p>")})
    found = document(tmp_path, whole.replace(b"OEBPS/b.xhtml", b"OEBPS/c.xhtml"))
    assert found.notes == ("the page OEBPS/b.xhtml is listed but not in the file",)


def test_protected_book_is_refused_and_one_with_mixed_up_fonts_is_not(tmp_path: Path) -> None:
    pages, where = {"a.xhtml": xhtml("<p>a</p>")}, "META-INF/encryption.xml"
    fonts = ENCRYPTED.format("http://www.idpf.org/2008/embedding")
    assert document(tmp_path, epub(pages, more={where: fonts})).text == "a"
    with pytest.raises(MalformedError, match="DRM"):
        document(tmp_path, epub(pages, more={where: ENCRYPTED.format("http://example.org/aes")}))


def test_book_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="unpacks to far more"):
        document(tmp_path, epub({"a.xhtml": xhtml("a" * 50_000_000)}))


@pytest.mark.parametrize("part", ["OEBPS/a.xhtml", "OEBPS/book.opf", "META-INF/container.xml"])
def test_entities_of_its_own_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    with pytest.raises(MalformedError, match="declares entities"):
        document(tmp_path, epub({"a.xhtml": xhtml("<p>a</p>")}, more={part: bomb}))


def test_pages_outside_the_archive_are_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "secret.xhtml").write_text(xhtml("<p>secret</p>"))
    found = document(tmp_path, epub({"../../secret.xhtml": "", "a.xhtml": xhtml("<p>a</p>")}))
    assert found.text == "a"


def test_our_texts_come_back_from_books_whole_and_in_order(tmp_path: Path) -> None:
    for name in NAMES:
        page = html_of(blocks_of(name)).partition("<body>")[2].partition("</body>")[0]
        found = document(tmp_path, epub({"a.xhtml": xhtml(page)}))
        assert share_in_order(texts_of(name), (block.text for block in found.blocks)) >= 0.999


@pytest.mark.slow
@needs_office
def test_our_texts_come_back_from_books_that_libreoffice_wrote(tmp_path: Path) -> None:
    paths = [docx_of(blocks_of(name), tmp_path / f"{name}.docx") for name in NAMES]
    for name, path in zip(NAMES, office("epub", paths, tmp_path / "office"), strict=True):
        found = read(path, path.name, ReadSettings())
        assert share_in_order(texts_of(name), (block.text for block in found.blocks)) >= 0.999
