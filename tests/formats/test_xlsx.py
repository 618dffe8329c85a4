from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter

from align.config import ReadSettings, Settings
from align.errors import LimitError, MalformedError
from align.formats.memories import memory_writer, read_memory, units_of
from align.formats.reading import Reading
from align.formats.tables import long_texts, xlsx_writer

from . import samples
from .office import NASTY_CELLS, needs_office, rows_of_csv, through_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")
CSV_OF_TEXTS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"  # UTF-8, as shown
NASTY = [samples.unit(text, f"Yes {text}", n) for n, text in enumerate(NASTY_CELLS)]


def write(
    path: Path, units: Iterable[TranslationUnit | None], settings: Settings | None = None
) -> Path:
    with memory_writer(path, settings or Settings()) as writer:
        for unit in filter(None, units):
            writer.write(unit)
    return path


def foreign(path: Path, fill: Callable[[Any, Any], None]) -> Path:
    """Make a workbook as others do, its texts shared by all cells."""
    with xlsxwriter.Workbook(str(path)) as book:
        fill(book, book.add_worksheet())
    return path


def texts(path: Path, reading: Reading | None = None) -> list[tuple[str, str]]:
    units = units_of(path, reading or Reading(exact=True))
    return [(unit.source, unit.target) for unit in units]


def test_openpyxl_reads_every_text_as_a_text(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "out.xlsx", NASTY))
    rows = list(book["Units"].iter_rows(min_row=2))
    for row, unit in zip(rows, NASTY, strict=True):
        # Excel writes _x0041_ as _x005F_x0041_; openpyxl leaves that to its user.
        texts = [str(cell.value).replace("_x005F", "") for cell in row[:2]]
        assert texts == [unit.source, unit.target]
        assert {cell.data_type for cell in row if cell.value is not None} <= {"s", "inlineStr", "n"}
        assert (row[0].number_format, row[2].value) == ("@", 0.8731)


def test_it_looks_as_a_reader_of_arabic_expects(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "out.xlsx", samples.bitext().units))
    sheet = book["Units"]
    assert [cell.value for cell in sheet[1]][:4] == ["source", "target", "score", "kind"]
    assert (sheet["A2"].alignment.horizontal, sheet["A2"].alignment.readingOrder) == ("right", 2)
    assert (sheet["B2"].alignment.horizontal, sheet["B2"].alignment.readingOrder) == ("left", 1)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:K7"
    (colours,) = sheet.conditional_formatting
    assert str(colours.sqref) == "C2:C7"
    assert colours.rules[0].type == "colorScale"
    assert sheet["C3"].value == 0.5


def test_the_texts_stand_on_the_side_of_their_language(tmp_path: Path) -> None:
    turned = replace(samples.unit("Yes", "نعم"), source_lang="en", target_lang="ar")
    sheet = openpyxl.load_workbook(write(tmp_path / "out.xlsx", [turned]))["Units"]
    assert [sheet[cell].alignment.readingOrder for cell in ("A2", "B2")] == [1, 2]


def test_a_row_is_as_high_as_its_texts(tmp_path: Path) -> None:
    units = [
        samples.unit("نعم", "Yes"),
        samples.unit("نعم", "Yes " * 30),
        samples.unit("", "x" * 9000),
    ]
    with memory_writer(tmp_path / "out.xlsx", Settings()) as writer:
        for unit in units:
            writer.write(unit)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [None, 45, 405]


def test_the_only_date_is_that_of_the_settings(tmp_path: Path) -> None:
    paths = [tmp_path / "dated.xlsx", tmp_path / "plain.xlsx"]
    for path, date in zip(paths, ["20261121T210000Z", None], strict=True):
        write(path, [], Settings(date=date))
        with zipfile.ZipFile(path) as archive:
            assert {part.date_time[0] for part in archive.infolist()} == {1980}
            core = archive.read("docProps/core.xml").decode()
        assert ("2026-11-21T21:00:00Z" in core) == bool(date)
        assert ("1980-01-01T00:00:00Z" in core) != bool(date)


def test_a_full_sheet_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_writer, "MOST_ROWS", 4)
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(7)]
    path = write(tmp_path / "out.xlsx", units)
    assert openpyxl.load_workbook(path).sheetnames == ["Units", "Units 2", "Units 3"]
    assert list(read_memory(path, LANGS)) == units


def test_a_text_longer_than_a_cell_is_whole_again_when_it_is_read(tmp_path: Path) -> None:
    long = "كلمة \U0001f469 " * 15_000
    units = [
        samples.unit(long.strip(), "Yes", 1),
        samples.unit("لا", "No", 2),
        samples.unit(f"{long}!", "a" * 2 * long_texts.LONGEST_CELL, 1),  # the same id once more
    ]
    path = write(tmp_path / "out.xlsx", units)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Units", "Long texts"]
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert all(len(str(cell).encode("utf-16-le")) <= 65_534 for cell in row)
    assert list(read_memory(path, LANGS)) == units


def test_long_texts_without_their_unit_are_counted(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["source", "target", "id"])
        sheet.write_row(1, 0, ["نعم", "Yes" * 10_922, "u1"])
        sheet.write_row(2, 0, ["لا", "No", "u2"])  # cut short since
        long = book.add_worksheet("Long texts")
        long.write_row(0, 0, ["id", "column", "text", "more"])
        long.write_row(1, 0, ["u1", "target", " yes", "0"])
        long.write_row(2, 0, ["u2", "target", " no", "0"])

    told = Reading()
    units = texts(foreign(tmp_path / "in.xlsx", fill), told)
    assert units == [("نعم", "Yes" * 10_922 + " yes"), ("لا", "No")]
    assert told.losses.count("property") == 1


def test_a_workbook_of_others_is_read_and_what_is_left_out_told(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range(0, 0, 0, 3, "Glossary")
        sheet.write_row(2, 0, ["No", "English", "Arabic", "date"])
        sheet.write_row(4, 0, [1, "Yes", "نعم"])
        sheet.write_number(4, 3, 45972.5, day)
        sheet.write_row(5, 0, [2, "=not a formula"], None)
        sheet.write_formula(5, 1, '="N"&"o"', None, "No")
        sheet.write_rich_string(5, 2, "ل", bold, "ا")
        book.add_worksheet("Notes").write(0, 0, "mine alone")
        more = book.add_worksheet("More")
        more.write_row(0, 0, ["ar", "en"])
        more.write_row(1, 0, ["ربما", "Perhaps"])

    told = Reading()
    units = list(units_of(foreign(tmp_path / "in.xlsx", fill), told))
    assert [(unit.id, unit.source, unit.target) for unit in units] == [
        ("tu1", "Yes", "نعم"),
        ("tu2", "No", "لا"),
        ("tu3", "ربما", "Perhaps"),
    ]
    assert units[0].source_lang == "en"
    assert units[0].props == (("No", "1"), ("date", "2025-11-11 12:00:00"))
    assert told.losses.count("markup") == 3  # run of bold, look of a date, formula
    assert told.losses.count("text") == 2  # title, sheet


def test_a_cover_is_no_table(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_column(0, 0, ["Read me", "A glossary"])
        book.add_worksheet("Terms").write_row(0, 0, ["ar", "en"])
        book.get_worksheet_by_name("Terms").write_row(1, 0, ["نعم", "Yes"])

    told = Reading()
    assert texts(foreign(tmp_path / "in.xlsx", fill), told) == [("نعم", "Yes")]
    assert told.losses.count("text") == 1


def test_two_columns_without_a_heading_are_enough_wherever_they_stand(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 1, ["A-1", "He said yes.", "", "قال نعم."])
        sheet.write_row(3, 1, ["A-2", "He said no.", "", "قال لا."])

    path = foreign(tmp_path / "in.xlsx", fill)
    assert texts(path) == [("He said yes.", "قال نعم."), ("He said no.", "قال لا.")]


def test_a_row_that_is_no_unit_is_named_by_its_number(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["ar", "en"])
        sheet.write_row(1, 0, ["نعم", "Yes"])
        sheet.write_row(9, 0, ["لا"])

    path = foreign(tmp_path / "in.xlsx", fill)
    with pytest.raises(MalformedError, match="line 10: the target of a unit is empty"):
        list(read_memory(path, LANGS))
    assert texts(path)[1] == ("لا", "")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is no XLSX file"),
        (b"a,b\n", "is no XLSX file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel 97, or has a password"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, fault: str) -> None:
    (tmp_path / "in.xlsx").write_bytes(content)
    with pytest.raises(MalformedError, match=fault):
        texts(tmp_path / "in.xlsx")


def altered(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change a part of a workbook."""
    made = path.with_name("altered.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return made


SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
def test_a_part_that_could_define_entities_is_refused(tmp_path: Path, part: str) -> None:
    path = write(tmp_path / "in.xlsx", NASTY[:1])
    path = altered(path, part, lambda xml: xml.replace(b"?>", b"?>" + BOMB, 1))
    with pytest.raises(MalformedError, match="DOCTYPE"):
        texts(path)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda xml: xml[: len(xml) // 2], "is damaged"),
        (lambda xml: xml.replace(b'r="A2"', b'r="XFE2"'), "more than 16,384 columns"),
        (lambda xml: xml.replace(b't="inlineStr"', b't="s"'), "row 1 of the sheet 'Units'"),
    ],
)
def test_a_damaged_sheet_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], fault: str
) -> None:
    path = altered(write(tmp_path / "in.xlsx", NASTY), SHEET, change)
    with pytest.raises(MalformedError, match=fault):
        texts(path)


def test_a_damaged_end_leaves_the_units_before_it(tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(2_000)]
    path = altered(write(tmp_path / "in.xlsx", units), SHEET, lambda xml: xml[: len(xml) // 2])
    told = Reading(strict=False)
    read = list(units_of(path, told))
    assert 500 < len(read) < 1_100
    assert read == units[: len(read)]
    assert told.losses.count("tail") == 1


def test_a_workbook_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "in.xlsx", NASTY)
    path = altered(path, SHEET, lambda xml: xml + b" " * 20_000_000)
    with pytest.raises(LimitError, match="unpacks to far more"):
        texts(path)


def test_a_cell_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "in.xlsx", NASTY[:1])
    path = altered(path, SHEET, lambda xml: xml.replace(b"=1+1", b"a" * 50_000_000))
    with pytest.raises(MalformedError, match=r"row 2 .* more than 10,000,000 characters"):
        texts(path, Reading(limits=ReadSettings(max_ratio=100_000)))


def test_shared_texts_are_bounded(tmp_path: Path) -> None:
    path = foreign(tmp_path / "in.xlsx", lambda _, sheet: sheet.write_row(0, 0, ["نعم", "Yes"]))
    with pytest.raises(LimitError, match=r"sharedStrings.xml is larger than 50 bytes"):
        texts(path, Reading(limits=ReadSettings(max_whole=50)))


@needs_office
def test_libreoffice_reads_every_text_as_it_is(tmp_path: Path) -> None:
    rows = rows_of_csv(through_office(write(tmp_path / "out.xlsx", NASTY), CSV_OF_TEXTS))
    assert [(row["source"], row["target"]) for row in rows] == [
        (unit.source, unit.target) for unit in NASTY
    ]
