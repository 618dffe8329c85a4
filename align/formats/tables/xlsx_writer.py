"""XLSX: a sheet of units with a frozen heading, filters and colours for the scores.

The columns are those of `align.formats.tables.columns`, every text a text to Excel. Where a sheet
is full another goes on; for what is longer than a cell see `align.formats.tables.long_texts`.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from align.errors import OutputError
from align.formats.tables.columns import COLUMNS, cells_of
from align.formats.tables.long_texts import LONG_COLUMNS, LONG_TEXTS, pieces
from align.formats.tables.xlsx_look import Look
from align.formats.writing import FileWriter

if TYPE_CHECKING:
    from contextlib import ExitStack

    from xlsxwriter.worksheet import Worksheet

    from align.model import TranslationUnit

__all__ = ["XlsxWriter"]

MOST_ROWS = 1_048_576  # of a sheet of Excel, the heading included
ID = COLUMNS.index("id")
NO_DATE = "19800101T000000Z"  # of the file: the day before which nothing in a ZIP archive can be


class XlsxWriter(FileWriter):
    """Writes one unit a row; beads with an empty side are left out."""

    holds_empty: ClassVar[bool] = True

    def _open(self, stack: ExitStack) -> None:
        """Begin a workbook on the disk; it becomes the file when it is whole."""
        folder = stack.enter_context(TemporaryDirectory(prefix="align-"))
        self._whole = Path(folder, "book.xlsx")
        # What the library writes is in files of this folder until the end: memory stays flat.
        self._book = Workbook(str(self._whole), {"constant_memory": True, "tmpdir": folder})
        stack.callback(self._close_sheets)
        super()._open(stack)

    def _begin(self) -> None:
        date = self._settings.date or NO_DATE
        self._book.set_properties({"created": datetime.strptime(date, "%Y%m%dT%H%M%S%z")})
        self._look = Look(self._book)
        self._long: Worksheet | None = None
        self._long_rows = 0
        self._new_sheet()

    def _new_sheet(self) -> None:
        number = len(self._book.worksheets()) + 1
        self._sheet = self._book.add_worksheet(f"Units {number}" if number > 1 else "Units")
        self._look.begin(self._sheet, COLUMNS)
        self._rows = 1

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        if self._rows == MOST_ROWS:
            self._look.end(self._sheet, self._rows)
            self._new_sheet()
        looks = self._look.row(unit.source_lang, unit.target_lang)
        self._sheet.set_row(self._rows, self._look.height(source, target))
        cells = cells_of(unit, source, target)
        for place, (column, cell) in enumerate(zip(COLUMNS, cells, strict=True)):
            if column == "score":
                self._sheet.write_number(self._rows, place, float(cell), looks[place])
            elif cell:
                first, *others = pieces(cell)
                self._sheet.write_string(self._rows, place, first, looks[place])
                self._write_long(cells[ID], column, others)
        self._rows += 1

    def _write_long(self, name: str, column: str, others: list[str]) -> None:
        """Add what does not fit into a cell to the sheet of long texts."""
        for more, piece in zip(reversed(range(len(others))), others, strict=True):
            if self._long is None:
                self._long = self._book.add_worksheet(LONG_TEXTS)
                self._look.begin(self._long, LONG_COLUMNS)
                self._long_rows = 1
            if self._long_rows == MOST_ROWS:
                fact = f"Excel has no room for the texts from unit {name!r} on"
                raise OutputError(str(self._path), fact, "write another format")
            for place, cell in enumerate((name, column, piece, str(more))):
                self._long.write_string(self._long_rows, place, cell, self._look.text)
            self._long_rows += 1

    def _finish(self) -> None:
        self._look.end(self._sheet, self._rows)
        try:
            self._book.close()
        except XlsxWriterException as error:
            raise OutputError(str(self._path), f"cannot be written ({error})") from error
        with self._whole.open("rb") as whole:
            shutil.copyfileobj(whole, self._file)

    def _close_sheets(self) -> None:
        """Close the files of a workbook that an error kept from being finished."""
        for sheet in () if self._book.fileclosed else self._book.worksheets():
            sheet.fh.close()
