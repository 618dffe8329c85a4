"""CSV for Excel: UTF-8 with a byte-order mark, quoted after RFC 4180, lines ended by CRLF.

The heading names the columns of `align.formats.tables.columns`. With ``write.excel_safe`` a cell
that Excel would take for a formula gets an apostrophe in front, which is no part of the text but
reads as one: a loss. Without it the text is exact, and to be imported as text.
"""

from __future__ import annotations

import codecs
import csv
from typing import TYPE_CHECKING, Any, ClassVar

from align.formats.tables.columns import COLUMNS, cells_of
from align.formats.writing import FileWriter

if TYPE_CHECKING:
    from align.model import TranslationUnit

__all__ = ["CsvWriter"]

FORMULA = ("=", "+", "-", "@")  # and tab and CR, which no cell of ours begins with


class CsvWriter(FileWriter):
    """Writes one unit a row; beads with an empty side are left out."""

    holds_empty: ClassVar[bool] = True
    _rows: Any  # of csv.writer, which has no name for its type

    def _begin(self) -> None:
        self._file.write(codecs.BOM_UTF8)
        self._rows = csv.writer(codecs.getwriter("utf-8")(self._file), lineterminator="\r\n")
        self._rows.writerow(COLUMNS)

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        cells = cells_of(unit, source, target)
        if self._settings.write.excel_safe:
            cells = tuple(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells)
        self._rows.writerow(cells)
