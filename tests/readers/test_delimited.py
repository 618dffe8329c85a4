from __future__ import annotations

import csv
import io
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import split
from align.config import ReadSettings
from align.errors import LimitError
from align.readers import read
from align.readers.sheets.delimiters import Dialect, dialect_of, rows_of
from tests.layouts.texts import PAIRS, layouts, sides

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

LANGS = ("ar", "en")
ROWS = [["1", "نعم، يا أخي", "Yes, brother"], ["2", "لا", "No"], ["3", "قال «ربما»", 'He: "maybe"']]
CELL = st.text(st.sampled_from("نعمyes ,;|\t\"\n.'"), max_size=12).map(str.strip)


def document(folder: Path, text: str, name: str = "in.csv", encoding: str = "utf-8") -> Document:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read(path, name, ReadSettings())


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def written(rows: list[list[str]], delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return made.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_every_delimiter_is_told(tmp_path: Path, delimiter: str, quoting: int) -> None:
    found = document(tmp_path, written(ROWS, delimiter, quoting))
    assert texts(found) == ["\t".join(row) for row in ROWS]
    assert {(block.kind, block.table) for block in found.blocks} == {("cell", 1)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
def test_what_excel_saves_is_read(tmp_path: Path, encoding: str) -> None:
    found = document(tmp_path, written(ROWS, "\t"), "in.csv", encoding)
    assert texts(found) == ["\t".join(row) for row in ROWS]


def test_a_first_line_for_excel_states_the_delimiter(tmp_path: Path) -> None:
    assert texts(document(tmp_path, "sep=;\nنعم;Yes, sir\n")) == ["نعم\tYes, sir"]


def test_paragraphs_in_a_cell_stay_in_it(tmp_path: Path) -> None:
    assert texts(document(tmp_path, written([["نعم\nلا", "Yes\nNo"]], ","))) == ["نعم\nلا\tYes\nNo"]


@pytest.mark.parametrize(
    "heading", ["Arabic,English", "source,target", "العربية,English", "ID,ar,en", "النص,الترجمة"]
)
def test_a_heading_is_left_out_and_listed(tmp_path: Path, heading: str) -> None:
    rows = ["7,نعم,Yes" if heading.count(",") > 1 else "نعم,Yes"]
    found = document(tmp_path, "\n".join([heading, *rows]))
    assert texts(found) == [row.replace(",", "\t") for row in rows]
    assert [(passage.label, passage.text) for passage in found.removed] == [
        ("heading of the table", heading.replace(",", "\n"))
    ]


@pytest.mark.parametrize("row", ["Arabic,العربية", "نعم,Yes", "en,ar,Yes,نعم\nen,ar,No,لا"])
def test_a_first_row_that_may_be_a_text_is_kept(tmp_path: Path, row: str) -> None:
    assert texts(document(tmp_path, row)) == row.replace(",", "\t").split("\n")


def test_prose_with_commas_is_no_table(tmp_path: Path) -> None:
    lines = ["Hello, said the man.", "And then, he left, and", "قال له، نعم, ثم", "ذهب"]
    found = document(tmp_path, "\n".join(lines))
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("paragraph", line) for line in lines
    ]


def test_a_single_quoted_column_is_a_list(tmp_path: Path) -> None:
    assert texts(document(tmp_path, '"نعم, نعم"\r\n"He said ""yes"""\r\n')) == [
        "نعم, نعم",
        'He said "yes"',
    ]


def test_quotes_of_a_table_written_without_quoting_are_quotes(tmp_path: Path) -> None:
    rows = ['"نعم."\t"Yes."', '"لا"، قالت\t"No," she said', 'لا\t"Not', "نعم\tA yes"]
    assert texts(document(tmp_path, "\n".join(rows), "in.tsv")) == rows


def test_a_column_in_each_language_is_aligned_row_by_row(tmp_path: Path) -> None:
    rows = [[str(number), *pair] for number, pair in enumerate(PAIRS)]
    found = split(document(tmp_path, written(rows, ";")), LANGS)
    assert layouts(found) == ["columns"]
    assert sides(found) == ([source for source, _ in PAIRS], [target for _, target in PAIRS])


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_quoted_table_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    text = written(rows, ",", csv.QUOTE_ALL).replace("\r\n", "\n")
    assert list(rows_of(text, Dialect(",", all_quoted=True))) == rows


@given(st.text(st.sampled_from('نy ,;|\t"\n'), max_size=40))
def test_no_letter_is_lost_whatever_the_quotes(text: str) -> None:
    cells = [cell for row in rows_of(text, dialect_of(text)) for cell in row]
    assert sum(map(str.isalpha, "".join(cells))) == sum(map(str.isalpha, text))


@pytest.mark.parametrize("line", ['"a\n', '"""a\n', '"a""b\n', "a,\n", '"",' * 500 + "\n"])
def test_quotes_that_never_end_take_little_time(line: str) -> None:
    text = line * (1_000_000 // len(line))
    began = time.process_time()
    assert sum(1 for _ in rows_of(text, dialect_of(text))) > 0
    assert time.process_time() - began < 5


def test_ten_million_cells_are_soon_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text('نعم,"b"\n' * 5_000_000, encoding="utf-8")
    began = time.process_time()
    with pytest.raises(LimitError, match="has more than 5,000,000 cells"):
        read(tmp_path / "in.csv", "in.csv", ReadSettings())
    assert time.process_time() - began < 10


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a,b,c\n" * 10, encoding="utf-8")
    with pytest.raises(LimitError, match="has more than 20 cells"):
        read(tmp_path / "in.csv", "in.csv", ReadSettings(max_cells=20))


def test_more_columns_than_any_sheet_has_are_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text((",".join(["the well", "dry"] * 10_000) + "\n") * 3, "utf-8")
    with pytest.raises(LimitError, match=r"^in\.csv: row 1 has more than 16,384 columns; "):
        read(tmp_path / "in.csv", "in.csv", ReadSettings())
