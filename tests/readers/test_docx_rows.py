"""Tables of Word documents: rows of source and target, and what only frames a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.readers.test_docx import ARABIC, ENGLISH, kinds, opened, texts
from tests.readers.word_files import cell, paragraph, row, table

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_are_blocks_of_cells_with_the_number_of_their_table(tmp_path: Path) -> None:
    first = table(row("Arabic", "English"), row(ARABIC, ENGLISH))
    found = opened(tmp_path, first + paragraph("Between.") + table(row("ج", "C")))
    assert texts(found) == ["Arabic\tEnglish", f"{ARABIC}\t{ENGLISH}", "Between.", "ج\tC"]
    assert [block.table for block in found.blocks] == [1, 1, None, 2]


def test_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, table(row(cell("A.", "B."), cell("C.", "", "D."))))) == [
        "A.\nB.\tC.\nD."
    ]


def test_empty_cells_keep_their_column(tmp_path: Path) -> None:
    body = table(row("", "B", ""), row("A", "", "C"), row("", "", ""), columns=3)
    assert texts(opened(tmp_path, body)) == ["\tB\t", "A\t\tC"]


def test_spanned_columns_are_empty_cells(tmp_path: Path) -> None:
    wide = cell("A", properties='<w:gridSpan w:val="2"/>')
    before = row("C", properties='<w:gridBefore w:val="2"/>')
    rest = cell("", properties="<w:vMerge/>")
    body = table(row(wide, "B"), before, row(rest, "D", "E"), columns=3)
    assert texts(opened(tmp_path, body)) == ["A\t\tB", "\t\tC", "\tD\tE"]


def test_a_cell_as_wide_as_the_table_is_no_row(tmp_path: Path) -> None:
    wide = cell(paragraph("Part one", style="Heading1"), properties='<w:gridSpan w:val="2"/>')
    found = opened(tmp_path, table(row(wide), row(ARABIC, ENGLISH)))
    assert texts(found) == ["Part one", f"{ARABIC}\t{ENGLISH}"]
    assert kinds(found) == ["heading", "cell"]


def test_a_table_of_one_column_is_a_frame_around_paragraphs(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("Title", style="Heading1"), ARABIC)), row(ENGLISH), columns=1)
    found = opened(tmp_path, body)
    assert texts(found) == ["Title", ARABIC, ENGLISH]
    assert kinds(found) == ["heading", "paragraph", "paragraph"]


def test_a_table_in_a_frame_keeps_its_rows(tmp_path: Path) -> None:
    inner = table(row(ARABIC, ENGLISH))
    found = opened(tmp_path, table(row(cell("Above.", inner, "Below.")), columns=1))
    assert texts(found) == ["Above.", f"{ARABIC}\t{ENGLISH}", "Below."]


def test_a_table_alone_in_its_row_keeps_its_rows(tmp_path: Path) -> None:
    inner = table(row(ARABIC, ENGLISH), row("ب", "B"))
    found = opened(tmp_path, table(row("", cell(inner, ""))))
    assert texts(found) == [f"{ARABIC}\t{ENGLISH}", "ب\tB"]


def test_tables_beside_one_another_are_lines_of_their_cells(tmp_path: Path) -> None:
    left, right = table(row("أ", "ب")), table(row("A", "B"))
    found = opened(tmp_path, table(row(cell(left), cell(right))))
    assert texts(found) == ["أ\nب\tA\nB"]


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('B')}</w:sdtContent></w:sdt>"
    lines = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('A', held)}</w:sdtContent></w:sdt>"
    assert texts(opened(tmp_path, table(lines))) == ["A\tB"]


def test_a_table_in_a_text_box_comes_after_its_paragraph(tmp_path: Path) -> None:
    held = f"<w:r><w:pict><w:txbxContent>{table(row('أ', 'A'))}</w:txbxContent></w:pict></w:r>"
    assert texts(opened(tmp_path, paragraph("Be", held, "fore."))) == ["Before.", "أ\tA"]
