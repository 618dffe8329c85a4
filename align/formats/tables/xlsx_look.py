"""How a sheet of units looks: widths, colours, filters, and which way its cells are read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.formats.tables.columns import COLUMNS
from align.text.scripts import direction

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Look"]

WIDTHS = {"source": 60, "target": 60, "flags": 40, "id": 20, "document": 20, "text": 60}
OTHER_WIDTH = 10  # characters
A_LINE, MOST_LINES = 58, 27  # characters of a text that stand in a line, lines that a row may have
LINE_HEIGHT = 15  # points
HIDDEN = {"places"}  # which programs read; Excel shows it with "unhide"
SCALE = {"type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num"}
SCORES = {"min_value": 0, "mid_value": 0.5, "max_value": 1}
COLOURS = {"min_color": "#F4B6A8", "mid_color": "#FFF0B5", "max_color": "#B5DEB1"}
TEXT = {"num_format": "@", "valign": "top"}  # a text, whatever it looks like
SIDE = {
    "ltr": {"align": "left", "reading_order": 1},
    "rtl": {"align": "right", "reading_order": 2},
    "auto": {},
}


class Look:
    """The formats of a workbook's cells, and what is done to a whole sheet."""

    def __init__(self, book: Workbook) -> None:
        """Make the formats."""
        self.text: Format = book.add_format(TEXT)
        self._heading: Format = book.add_format({**TEXT, "bold": True, "bottom": 1})
        score = book.add_format({"num_format": "0.00", "valign": "top"})
        self._others = [score if name == "score" else self.text for name in COLUMNS[2:]]
        self._sides = {
            way: book.add_format({**TEXT, "text_wrap": True, **more}) for way, more in SIDE.items()
        }
        self.row = lru_cache(self._row)

    def _row(self, source_lang: str, target_lang: str) -> list[Format]:
        """Return the format of every cell of a unit, its texts written the way they are read."""
        sides = (self._sides[direction(lang)] for lang in (source_lang, target_lang))
        return [*sides, *self._others]

    def begin(self, sheet: Worksheet, columns: tuple[str, ...]) -> None:
        """Write the heading of a sheet and set up its columns."""
        for place, name in enumerate(columns):
            width = WIDTHS.get(name, OTHER_WIDTH)
            sheet.set_column(place, place, width, None, {"hidden": name in HIDDEN})
            sheet.write_string(0, place, name, self._heading)
        sheet.freeze_panes(1, 0)

    def height(self, *texts: str) -> int | None:
        """Return the height of a row of texts, None for that of one line.

        Excel would find it by itself, LibreOffice shows no more than the first line.
        """
        lines = min(max(len(text) // A_LINE + 1 for text in texts), MOST_LINES)
        return LINE_HEIGHT * lines if lines > 1 else None

    def end(self, sheet: Worksheet, rows: int) -> None:
        """Lay filters over a sheet of units, and colours under its scores."""
        last, score = max(rows - 1, 1), COLUMNS.index("score")
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.conditional_format(1, score, last, score, SCALE | SCORES | COLOURS)
        # Texts that look like numbers are no mistake: Excel need not mark them.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
