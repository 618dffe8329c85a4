"""Workbooks in memory, made by xlsxwriter, and tables of text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["comma_separated", "filled", "rows_filled", "tab_separated", "workbook"]


def filled(fill: Callable[[Any, Any], None], **options: Any) -> bytes:
    """Return a workbook that a function has filled, given it and its first sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **options}) as book:
        fill(book, book.add_worksheet())
    return made.getvalue()


def rows_filled(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet with these rows of texts."""

    def fill(_: Any, sheet: Any) -> None:
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)

    return filled(fill, strings_to_numbers=False, strings_to_formulas=False)


def workbook(paragraphs: Sequence[str]) -> bytes:
    """Return a workbook with a paragraph a row."""
    return rows_filled([paragraph] for paragraph in paragraphs)


def comma_separated(paragraphs: Sequence[str]) -> bytes:
    """Return a CSV file with a paragraph a row, quoted."""
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL).writerows([paragraph] for paragraph in paragraphs)
    return made.getvalue().encode("utf-8-sig")


def tab_separated(paragraphs: Sequence[str]) -> bytes:
    """Return a TSV file with all paragraphs in one row."""
    return "\t".join(paragraphs).encode() + b"\n"
