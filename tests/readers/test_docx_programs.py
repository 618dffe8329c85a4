"""Word documents as programs write them: LibreOffice and python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from align.bitext import split
from align.config import ReadSettings
from align.readers import read
from tests.own import gold, sides
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

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from align.model import Bitext, Document

LEAST = 0.999  # of the letters, in the same order
# What python-docx cannot write: RTF has a word for each, and LibreOffice writes them to DOCX.
NOTES = r"""{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}
{\*\revtbl{Unknown;}{Anna;}}{\header\pard My Book\par}{\footer\pard Page 1\par}
\pard\s1\outlinelevel0 A Title\par
\pard\plain The well{\super\chftn{\footnote\pard\plain{\super\chftn} It was deep.}} was dry
{\deleted\revauthdel1 , they said}.\par
\pard\plain We went on{\super\chftn{\footnote\ftnalt\pard\plain{\super\chftn} By night.}}
{\v  unseen}{\*\atnid AB}{\*\atnauthor Anna}\chatn{\*\annotation\pard\plain Check this.}.\par
{\shp{\*\shpinst\shpleft1000\shptop1000\shpright4000\shpbottom2000{\sp{\sn shapeType}{\sv 202}}
{\shptxt\pard\plain In a box.\par}}}
\pard\plain The end.\par}"""


def opened(path: Path) -> Document:
    return read(path, path.name, ReadSettings())


def share(name: str, path: Path) -> float:
    return share_in_order(texts_of(name), (block.text for block in opened(path).blocks))


def rows_of(bitext: Bitext) -> list[tuple[str, str]]:
    """Return the texts that the layout sets side by side."""
    return [
        (
            "\n".join(block.text for block in bitext.source.blocks[_slice(anchor.source)]),
            "\n".join(block.text for block in bitext.target.blocks[_slice(anchor.target)]),
        )
        for anchor in bitext.anchors
    ]


def _slice(places: range) -> slice:
    return slice(places.start, places.stop)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make DOCX files of all our texts by LibreOffice, of web pages and of python-docx's files."""
    folder = tmp_path_factory.mktemp("office")
    pages = []
    for name in NAMES:
        pages.append(folder / f"{name}.html")
        pages[-1].write_text(html_of(blocks_of(name)), "utf-8")
    written = [docx_of(blocks_of(name), folder / f"{name}-again.docx") for name in NAMES]
    (folder / "notes.rtf").write_text(NOTES, "ascii")
    office("docx:MS Word 2007 XML", [*pages, *written, folder / "notes.rtf"], folder / "out")
    return folder / "out"


@needs_office
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("again", ["", "-again"], ids=["from html", "from docx"])
def test_documents_of_libreoffice_come_in_whole(converted: Path, name: str, again: str) -> None:
    assert share(name, converted / f"{name}{again}.docx") >= LEAST


@needs_office
def test_notes_boxes_and_changes_of_libreoffice_are_told_apart(converted: Path) -> None:
    found = opened(converted / "notes.docx")
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("heading", "A Title"),
        ("paragraph", "The well was dry."),
        ("footnote", "It was deep."),
        ("paragraph", "We went on."),
        ("footnote", "By night."),
        ("paragraph", "The end."),
        ("paragraph", "In a box."),
    ]
    assert [(passage.label, passage.text) for passage in found.removed] == [
        ("deleted text", ", they said"),
        ("hidden text", "unseen"),
        ("comment", "Check this."),
        ("page header", "My Book"),
        ("page footer", "Page 1"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_documents_of_python_docx_come_in_whole(tmp_path: Path, name: str) -> None:
    path = docx_of(blocks_of(name), tmp_path / "a.docx")
    assert share(name, path) >= LEAST
    headings = [block.text for block in blocks_of(name) if block.kind == "heading"]
    assert [block.text for block in opened(path).blocks if block.kind == "heading"] == headings


def table_of(
    path: Path, rows: Iterable[tuple[str, ...]], before: str = "", after: str = ""
) -> Path:
    document = docx.Document()
    document.add_paragraph(before)
    listed = list(rows)
    made = document.add_table(rows=len(listed), cols=len(listed[0]))
    for cells, texts in zip(made.rows, listed, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(after)
    document.save(str(path))
    return path


def pairs(name: str) -> list[tuple[str, str]]:
    beads = gold(name)
    return [(" ".join(source), " ".join(target)) for source, target in beads if source and target]


@pytest.mark.parametrize("name", ["contract-lease", "story-well"])
def test_rows_of_a_table_are_set_side_by_side(tmp_path: Path, name: str) -> None:
    expected = pairs(name)
    numbered = ((str(at), *pair) for at, pair in enumerate(expected, 1))
    head = ("No.", "النص العربي", "English text")
    found = split(opened(table_of(tmp_path / "a.docx", [head, *numbered])), ("ar", "en"))
    assert [bitext.layout for bitext in found.bitexts] == ["columns"]
    rows = rows_of(found.bitexts[0])
    assert [row for row in rows if row in expected] == expected


def test_two_documents_in_two_cells_are_one_row(tmp_path: Path) -> None:
    source, target = sides(gold("story-well"))
    path = table_of(tmp_path / "a.docx", [("\n".join(source), "\n".join(target))])
    [block] = opened(path).blocks
    assert [cell.split("\n") for cell in block.text.split("\t")] == [source, target]
