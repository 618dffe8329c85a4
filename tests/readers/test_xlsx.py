from __future__ import annotations

import io
import time
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from align.bitext import split
from align.config import ReadSettings
from align.errors import LimitError, MalformedError, ReadError
from align.readers import read
from tests.layouts.texts import PAIRS, layouts, sides
from tests.own import gold
from tests.readers.letters import share_in_order
from tests.readers.rendering import needs_office, office
from tests.readers.workbooks import filled, rows_filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from align.model import Document

LANGS = ("ar", "en")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
CELLS = b"<row>" + b"<c><v>1</v></c>" * 1_000 + b"</row>"


def document(folder: Path, data: bytes, settings: ReadSettings | None = None) -> Document:
    path = folder / "in.xlsx"
    path.write_bytes(data)
    return read(path, path.name, settings or ReadSettings())


def of(folder: Path, fill: Callable[[Any, Any], None]) -> Document:
    return document(folder, filled(fill))


def blocks(found: Document) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.table, block.text) for block in found.blocks]


def listed(found: Document) -> list[tuple[str, str]]:
    return [(passage.label, passage.text) for passage in found.removed]


def altered(part: str, change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    whole = rows_filled([["نعم", "Yes"], ["لا", "No"]])
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return made.getvalue()


def with_rows(row: bytes, times: int) -> bytes:
    """Return a workbook whose sheet has a row of XML many times."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rows_filled([["a"]]))) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != SHEET}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in parts.items():
            new.writestr(name, content)
        with new.open(SHEET, "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for _ in range(times):
                sheet.write(row)
            sheet.write(b"</sheetData></worksheet>")
    return made.getvalue()


def test_each_sheet_is_a_table_and_a_single_column_is_a_list(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, [1, "نعم", "Yes"])
        sheet.write_row(2, 0, [2, "لا\nأبدا", "No\nnever"])
        book.add_worksheet("List").write_column(3, 2, ["فقرة", "A paragraph"])

    found = of(tmp_path, fill)
    assert blocks(found) == [
        ("cell", 1, "1\tنعم\tYes"),
        ("cell", 1, "2\tلا\nأبدا\tNo\nnever"),
        ("paragraph", None, "فقرة"),
        ("paragraph", None, "A paragraph"),
    ]
    assert found.notes == ("2 sheets, read one after the other: “Sheet1”, “List”",)


def test_the_heading_is_left_out_and_a_title_above_it_kept(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 2, "Terms of the deal")
        sheet.write_row(1, 0, ["No", "العربية", "English"])
        sheet.write_row(2, 0, [1, "نعم", "Yes"])

    found = of(tmp_path, fill)
    assert [text for _, _, text in blocks(found)] == ["Terms of the deal\t\t", "1\tنعم\tYes"]
    assert listed(found) == [("heading of the table", "No\nالعربية\nEnglish")]


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.write_row(0, 0, ["نعم", "Yes"])
        other = book.add_worksheet("Old")
        other.write_row(0, 0, ["لا", "No"])
        other.hide()

    found = of(tmp_path, fill)
    assert [text for _, _, text in blocks(found)] == ["نعم\tYes", "لا\tNo"]
    assert "the sheet “Sheet1” is hidden or has hidden parts: read as well" in found.notes
    assert "the sheet “Old” is hidden or has hidden parts: read as well" in found.notes


def test_comments_and_text_boxes_are_listed(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["نعم", "Yes"])
        sheet.write_comment("B1", "Really?")
        sheet.insert_textbox("D4", "Beside the table")

    found = of(tmp_path, fill)
    assert listed(found) == [("comment", "Really?"), ("text box", "Beside the table")]


def test_numbers_dates_and_formulas_are_what_they_show(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["نعم", "Yes", 0.5, 12])
        sheet.write_datetime(0, 4, datetime(2026, 1, 5), day)
        sheet.write_formula(0, 5, '="a"&"b"', None, "ab")
        sheet.write_rich_string(0, 6, "bo", book.add_format({"bold": True}), "ld")

    assert blocks(of(tmp_path, fill)) == [("cell", 1, "نعم\tYes\t0.5\t12\t2026-01-05\tab\tbold")]


def test_rows_of_a_workbook_are_anchors(tmp_path: Path) -> None:
    rows = [[f"LIB-{number}", *pair] for number, pair in enumerate(PAIRS)]
    found = split(document(tmp_path, rows_filled(rows)), LANGS)
    assert layouts(found) == ["columns"]
    assert sides(found) == ([source for source, _ in PAIRS], [target for _, target in PAIRS])
    assert len(found.bitexts[0].anchors) == len(PAIRS)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"])
def test_a_part_that_could_define_entities_is_refused(tmp_path: Path, part: str) -> None:
    data = altered(part, lambda xml: xml.replace(b"?>", b"?>" + BOMB, 1))
    with pytest.raises(MalformedError, match="DOCTYPE"):
        document(tmp_path, data)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda xml: xml[: len(xml) // 2], "the sheet 'Sheet1' is damaged"),
        (lambda xml: xml.replace(b"<v>1<", b"<v>99<"), "row 1 of the sheet 'Sheet1'"),
    ],
)
def test_a_damaged_sheet_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], fault: str
) -> None:
    with pytest.raises(MalformedError, match=fault):
        document(tmp_path, altered(SHEET, change))


@pytest.mark.parametrize(
    ("row", "times", "limits"),
    [
        (CELLS, 10_000, ReadSettings(max_ratio=10_000)),
        (b"<row/>" * 1_000, 500, ReadSettings(max_ratio=10_000, max_cells=100_000)),
        (b'<row><c r="XFD1"><v>1</v></c></row>', 1_000, ReadSettings()),
    ],
    ids=["ten million cells", "rows without cells", "wide rows"],
)
def test_a_sheet_without_end_is_soon_refused(
    tmp_path: Path, row: bytes, times: int, limits: ReadSettings
) -> None:
    data = with_rows(row, times)
    began = time.process_time()
    with pytest.raises(LimitError, match=r"more than [0-9,]+ cells"):
        document(tmp_path, data, limits)
    assert time.process_time() - began < 10


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="unpacks to far more than its size"):
        document(tmp_path, with_rows(b" " * 1_000_000, 20))


def test_a_file_cut_off_is_refused_in_one_line(tmp_path: Path) -> None:
    whole = rows_filled(PAIRS)
    for end in range(1, len(whole), len(whole) // 20):
        with pytest.raises(ReadError, match=r"\Ain\.xlsx: [^\n]+\Z"):
            document(tmp_path, whole[:end])


@pytest.fixture(scope="module")
def by_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a table of all our sentences as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("office")
    path = folder / "all.xlsx"
    path.write_bytes(rows_filled(list(map(" ".join, bead)) for bead in gold()))
    return office("xlsx", [path], folder / "made")[0]


@needs_office
def test_what_libreoffice_saves_comes_in_whole(by_office: Path) -> None:
    found = read(by_office, "all.xlsx", ReadSettings())
    expected = [text for bead in gold() for side in bead for text in side]
    assert share_in_order(expected, [block.text for block in found.blocks]) >= 0.999


@needs_office
def test_what_libreoffice_saves_is_aligned_row_by_row(by_office: Path) -> None:
    (bitext,) = split(read(by_office, "all.xlsx", ReadSettings()), LANGS).bitexts
    assert (bitext.layout, len(bitext.anchors)) == ("columns", len(gold()))
