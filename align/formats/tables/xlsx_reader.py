"""Reads XLSX: ours, and any workbook with a table of texts in two columns.

Every sheet that begins with a heading is read, or else the first; see `align.formats.
tables.rows` for what the columns may be. Formulas are read as the values they last had.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from align.formats.opening import seekable
from align.formats.tables.headings import heading_below
from align.formats.tables.long_texts import LONG_TEXTS, LongTexts
from align.formats.tables.rows import units_of_rows
from align.office.book import read_book
from align.office.packages import Package
from align.office.sheet import rows_of_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Row = tuple[int, list[str]]

__all__ = ["read_xlsx"]

SAMPLE_ROWS = 10  # in which a heading is looked for


def read_xlsx(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a workbook, the first text of each as its source."""
    with seekable(path, reading.limits) as file:
        package = Package(file, reading.limits, str(path))
        book = read_book(package, partial(_tell, reading))
        broken = partial(reading.broken, path)
        sheets: dict[str, Iterator[Row]] = {
            sheet.name: rows_of_sheet(package, sheet, book, broken) for sheet in package.sheets()
        }
        long = LongTexts(sheets.pop(LONG_TEXTS, ()), path, reading)
        number = 1
        for rows in _tables(sheets, reading):
            for unit in units_of_rows(long.put_into(rows), reading, path, number):
                yield unit
                number += 1
        long.tell_left()


def _tell(reading: Reading, reason: str, line: int, times: int) -> None:
    reading.losses.add("markup", line, reason, times)


def _tables(sheets: dict[str, Iterator[Row]], reading: Reading) -> Iterator[Iterator[Row]]:
    """Yield the rows of every sheet that is a table; the others are counted as lost."""
    firsts = {name: list(islice(rows, SAMPLE_ROWS)) for name, rows in sheets.items()}
    filled = [name for name, first in firsts.items() if first]
    with_heading = [
        name
        for name in filled
        if heading_below([row for _, row in firsts[name]], reading.langs) is not None
    ]
    tables = with_heading or filled[:1]
    for name in filled:
        if name in tables:
            yield chain(firsts[name], sheets[name])
        else:
            line, _ = firsts[name][0]
            reading.losses.add("text", line, f"the sheet {name!r}, which has no heading")
