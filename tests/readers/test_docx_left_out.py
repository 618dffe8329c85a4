"""What is in Word documents and is no writing of them: notes in their place, the rest listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.readers.test_docx import ENGLISH, field, kinds, left_out, opened, style, texts
from tests.readers.word_files import cell, paragraph, part, row, run, table

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = "One was here.", "Two was here."


def reference(kind: str, key: int = 1) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def notes(kind: str, *contents: str) -> str:
    rule = f'<w:{kind} w:type="separator" w:id="0">{paragraph("-----a")}</w:{kind}>'
    each = "".join(
        f'<w:{kind} w:id="{key}">{content}</w:{kind}>' for key, content in enumerate(contents, 1)
    )
    return part(f"{kind}s", rule + each)


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_come_after_the_block_that_refers_to_them(tmp_path: Path, kind: str) -> None:
    body = paragraph("See", reference(kind), " here.") + paragraph(ENGLISH)
    note = f"<w:r><w:{kind}Ref/></w:r>"
    content = paragraph(note, ONE) + paragraph(TWO)
    found = opened(tmp_path, body, **{f"{kind}s": notes(kind, content)})
    assert texts(found) == ["See here.", ONE, TWO, ENGLISH]
    assert kinds(found) == ["paragraph", "footnote", "footnote", "paragraph"]
    assert not found.removed


def test_a_note_in_a_table_is_a_further_line_of_its_cell(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("A", reference("footnote"), ".")), "B."))
    found = opened(tmp_path, body, footnotes=notes("footnote", paragraph(ONE)))
    assert texts(found) == [f"A.\n{ONE}\tB."]


def test_a_note_is_told_once_and_one_without_reference_is_listed(tmp_path: Path) -> None:
    twice = paragraph("A", reference("footnote"), reference("footnote"))
    content = notes("footnote", paragraph(ONE), paragraph(TWO))
    found = opened(tmp_path, twice, footnotes=content)
    assert texts(found) == ["A", ONE]
    assert left_out(found) == [("footnote that nothing refers to", TWO)]


def test_a_note_of_deleted_text_is_deleted_too(tmp_path: Path) -> None:
    body = paragraph("A.", f'<w:del w:id="1">{reference("footnote")}</w:del>')
    found = opened(tmp_path, body, footnotes=notes("footnote", paragraph(ONE)))
    assert texts(found) == ["A."]
    assert left_out(found) == [("deleted text", ONE)]


def test_comments_are_left_out_and_listed(tmp_path: Path) -> None:
    body = paragraph("A", reference("comment"), ".") + paragraph(ENGLISH)
    found = opened(tmp_path, body, comments=notes("comment", paragraph(ONE), paragraph(TWO)))
    assert texts(found) == ["A.", ENGLISH]
    assert left_out(found) == [("comment", ONE), ("comment", TWO)]


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (f'<w:del w:id="1">{run("gone", tag="delText")}</w:del>', "deleted text"),
        (f'<w:del w:id="1">{run("gone")}</w:del>', "deleted text"),
        (f'<w:ins w:id="1"><w:del w:id="2">{run("gone")}</w:del></w:ins>', "deleted text"),
        (f'<w:moveFrom w:id="1">{run("gone")}</w:moveFrom>', "deleted text"),
        (run("gone", "<w:vanish/>"), "hidden text"),
        (run("gone", '<w:rStyle w:val="Unseen"/>'), "hidden text"),
        (control("<w:showingPlcHdr/>", run("gone")), "placeholder"),
        (f"<w:ruby><w:rt>{run('gone')}</w:rt></w:ruby>", "ruby"),
        (field(" INDEX ", run("gone")), "index"),
    ],
)
def test_what_is_no_writing_is_left_out_and_listed(
    tmp_path: Path, content: str, label: str
) -> None:
    unseen = style("Unseen", "Unseen", "<w:rPr><w:vanish/></w:rPr>", "character")
    body = paragraph("Be", content, "fore.")
    found = opened(tmp_path, body, styles=part("styles", unseen))
    assert texts(found) == ["Before."]
    assert left_out(found) == [(label, "gone")]


@pytest.mark.parametrize(
    "properties", ['<w:vanish w:val="0"/>', "<w:webHidden/>", '<w:vanish w:val="false"/>']
)
def test_what_is_not_hidden_is_read(tmp_path: Path, properties: str) -> None:
    assert texts(opened(tmp_path, paragraph(run(ENGLISH, properties)))) == [ENGLISH]


def test_properties_before_a_change_count_for_nothing(tmp_path: Path) -> None:
    change = "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert texts(opened(tmp_path, paragraph(run(ENGLISH, change)))) == [ENGLISH]


def test_deleted_and_hidden_rows_and_cells_are_listed(tmp_path: Path) -> None:
    body = table(
        row("A.", "B."),
        row("C.", "D.", properties='<w:del w:id="1"/>'),
        row("E.", "F.", properties="<w:hidden/>"),
        row("G.", cell("H.", properties='<w:cellDel w:id="2"/>')),
    )
    found = opened(tmp_path, body)
    assert texts(found) == ["A.\tB.", "G.\t"]
    labels = ["deleted text"] * 2 + ["hidden text"] * 2 + ["deleted text"]
    assert left_out(found) == list(zip(labels, ["C.", "D.", "E.", "F.", "H."], strict=True))


def test_pages_heads_and_feet_are_listed_once(tmp_path: Path) -> None:
    head = part("hdr", paragraph("My Book") + paragraph("كتابي"))
    foot = part("ftr", paragraph("Page ", field(" PAGE ", run("1"))))
    found = opened(tmp_path, paragraph(ENGLISH), header1=head, header2=head, footer1=foot)
    assert texts(found) == [ENGLISH]
    assert left_out(found) == [("page header", "My Book\nكتابي"), ("page footer", "Page 1")]


@pytest.mark.parametrize("way", ["field", "control", "style"])
def test_a_table_of_contents_is_left_out_and_listed(tmp_path: Path, way: str) -> None:
    entry = paragraph("First chapter 1", style="Verzeichnis1" if way == "style" else "")
    if way == "field":
        begin, _, rest = field(' TOC \\o "1-3" ', "|").partition("|")
        entry = paragraph(begin, "First chapter 1") + paragraph("Second 2", rest)
    if way == "control":
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        entry = control(gallery, entry)
    body = entry + paragraph("First chapter", style="Heading1")
    found = opened(tmp_path, body, styles=part("styles", style("Verzeichnis1", "toc 1")))
    assert texts(found) == ["First chapter"]
    assert {label for label, _ in left_out(found)} == {"table of contents"}


@pytest.mark.parametrize(
    ("element", "word"),
    [
        ("<w:altChunk/>", "embedded documents"),
        (f'<w:p><w:ins w:id="1">{run("new")}</w:ins></w:p>', "tracked changes"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>', "symbol fonts"),
        (
            '<w:p><w:r><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:r>'
            "</w:p>",
            "objects",
        ),
    ],
)
def test_what_is_not_read_is_said(tmp_path: Path, element: str, word: str) -> None:
    found = opened(tmp_path, paragraph(ENGLISH) + element)
    assert any(word in note for note in found.notes)
