"""Our own bilingual texts as tables with a language in each column, a bead a row."""

from __future__ import annotations

import csv
import html
from typing import TYPE_CHECKING

from tests.own import gold
from tests.readers.rendering import ARABIC_FONT

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["csv_of", "docx_table_of", "html_table_of", "rows_of", "xlsx_of"]


def rows_of(name: str) -> list[tuple[str, str]]:
    """Return source and target of each bead, sentences parted by a space."""
    return [(" ".join(source), " ".join(target)) for source, target in gold(name)]


def docx_table_of(name: str, path: Path) -> Path:
    """Write a Word file with one table of two columns, Arabic first."""
    import docx
    from docx.oxml import OxmlElement

    rows = rows_of(name)
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=2)
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
        paragraph = row.cells[0].paragraphs[0]
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    document.save(str(path))
    return path


def html_table_of(name: str, path: Path) -> Path:
    """Write a page with one table of two columns, Arabic first."""
    lines = [
        f'<tr><td dir="rtl">{html.escape(source)}</td><td dir="ltr">{html.escape(target)}</td></tr>'
        for source, target in rows_of(name)
    ]
    style = f"body {{ font: 11pt '{ARABIC_FONT}', serif }} td {{ width: 50%; padding: 4px }}"
    head = f'<meta charset="utf-8"><title>-</title><style>{style}</style>'
    body = f"<table border=1>{''.join(lines)}</table>"
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    path.write_text(page, encoding="utf-8")
    return path


def xlsx_of(name: str, path: Path) -> Path:
    """Write a workbook with Arabic and English in its columns, under a heading."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Arabic", "English"])
        for number, texts in enumerate(rows_of(name), 1):
            sheet.write_row(number, 0, texts)
    return path


def csv_of(name: str, path: Path) -> Path:
    """Write semicolon-separated values, as Excel does in many countries."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("Arabic", "English"), *rows_of(name)])
    return path
