"""Long documents printed by real programs and read again: letters in order, whatever the page."""

from __future__ import annotations

import html
from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers import read
from tests.readers.letters import share_in_order
from tests.readers.rendering import (
    ARABIC_FONT,
    blocks_of,
    chromium,
    docx_of,
    html_of,
    is_arabic,
    needs_chromium,
    needs_office,
    office,
    texts_of,
)
from tests.readers.tables_of_beads import docx_table_of, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Block, Document

ENGLISH, ARABIC = (
    [
        block
        for name in ("essay-water.en", "essay-water.ar", "story-well", "news-dam")
        for block in blocks_of(name)
        if is_arabic(block.text) is arabic
    ]
    for arabic in (False, True)
)
ROWS = [text.split("\t") for text in texts_of("contract-lease")]
MARGINS = "@top-center { content: 'قارئ الماء' } @bottom-center { content: counter(page) }"
STYLE = (
    f"@page {{ size: A5; margin: 20mm; {MARGINS} }} body {{ font: 11pt '{ARABIC_FONT}', serif }}"
)
PLAIN, TABLES = ("essay-water.ar", "guide-solar"), ("leaflet-antibiotic", "story-well")
ONE_COLUMN, MANY = 0.995, 0.99  # of the letters in the right order
ROWS_ALONE = 0.97  # the same, where every row is a table with columns of its own


def tagged(blocks: list[Block]) -> str:
    kinds = {"heading": "h2"}
    lines = []
    for block in blocks:
        tag = kinds.get(block.kind, "p")
        way = "rtl" if is_arabic(block.text) else "ltr"
        lines.append(f'<{tag} dir="{way}">{html.escape(block.text)}</{tag}>')
    return "\n".join(lines)


def printed(body: str, style: str, folder: Path) -> Document:
    head = f'<meta charset="utf-8"><title>-</title><style>{STYLE} {style}</style>'
    page = folder / "page.html"
    page.write_text(f"<!doctype html><html><head>{head}</head><body>{body}", encoding="utf-8")
    path = chromium(page, folder / "page.pdf")
    return read(path, path.name, ReadSettings())


def share(expected: list[Block], found: Document) -> float:
    return share_in_order(
        (block.text for block in expected), (block.text for block in found.blocks)
    )


@needs_chromium
def test_one_column_in_two_languages_over_many_pages(tmp_path: Path) -> None:
    body = "".join(tagged([*pair]) for pair in zip(ENGLISH, ARABIC, strict=False))
    found = printed(body + tagged(ENGLISH[len(ARABIC) :]), "p { text-align: justify }", tmp_path)
    expected = [block for pair in zip_longest(ENGLISH, ARABIC) for block in pair if block]
    assert share(expected, found) >= ONE_COLUMN
    assert {passage.label for passage in found.removed} >= {"page header", "page number"}


@needs_chromium
@pytest.mark.parametrize(("blocks", "way"), [(ENGLISH, "ltr"), (ARABIC, "rtl")], ids=["en", "ar"])
def test_two_columns(tmp_path: Path, blocks: list[Block], way: str) -> None:
    body = f'<div dir="{way}" style="columns: 2; column-gap: 8mm">{tagged(blocks)}</div>'
    assert share(blocks, printed(body, "", tmp_path)) >= MANY


@needs_chromium
def test_a_table_of_two_languages_is_rows(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><td>{html.escape(english)}<td dir="rtl">{html.escape(arabic)}'
        for arabic, english in ROWS
    )
    style = "td { width: 50%; vertical-align: top; border: 1px solid; padding: 4px }"
    found = printed(f"<table>{rows}</table>", style, tmp_path)
    cells = [text for arabic, english in ROWS for text in (english, arabic)]
    assert {block.kind for block in found.blocks} == {"cell"}
    assert len(found.blocks) == len(ROWS)
    assert share_in_order(cells, (block.text for block in found.blocks)) >= MANY


@needs_chromium
def test_columns_in_two_languages_are_read_one_after_the_other(tmp_path: Path) -> None:
    blocks = blocks_of("story-well")
    body = f'<div style="columns: 2">{tagged([*blocks])}</div>'
    assert share([*blocks], printed(body, "", tmp_path)) >= MANY


@needs_chromium
def test_tables_of_one_row_each_are_rows(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    style = "td { padding: 4px 12px; vertical-align: top }"
    page.write_text(html_of(blocks_of("contract-lease"), style), encoding="utf-8")
    found = read(chromium(page, tmp_path / "a.pdf"), "a.pdf", ReadSettings()).blocks
    assert share_in_order(texts_of("contract-lease"), (block.text for block in found)) >= ROWS_ALONE


@pytest.fixture(scope="module")
def by_office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Return what is read of PDFs by LibreOffice, by name: two texts, two tables of beads."""
    folder = tmp_path_factory.mktemp("office")
    sources = [docx_of(blocks_of(name), folder / f"{name}.docx") for name in PLAIN]
    sources += [docx_table_of(name, folder / f"{name}.docx") for name in TABLES]
    made = office("pdf", sources, folder)
    return {path.stem: read(path, path.name, ReadSettings(furniture=False)) for path in made}


@needs_office
@pytest.mark.parametrize("name", PLAIN)
def test_paragraphs_by_libreoffice_are_whole(name: str, by_office: dict[str, Document]) -> None:
    found = [block.text for block in by_office[name].blocks]
    assert len(found) == len(texts_of(name))
    assert share_in_order(texts_of(name), found) >= ONE_COLUMN


@needs_office
@pytest.mark.parametrize("name", TABLES)
def test_rows_by_libreoffice_are_rows(name: str, by_office: dict[str, Document]) -> None:
    found = by_office[name].blocks
    assert {(block.kind, block.table) for block in found} == {("cell", 1)}
    assert len(found) == len(rows_of(name))
    cells = [text for row in rows_of(name) for text in row]
    assert share_in_order(cells, (block.text for block in found)) >= MANY
