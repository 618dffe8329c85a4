"""Reads XLSX, sheet after sheet as a stream: each is a table, or a list of paragraphs.

Formulas are read as what they last gave, dates as ISO 8601 has them. Hidden sheets, rows and
columns are read too, for they often hold the source. See ECMA-376, Office Open XML.
"""

from __future__ import annotations

from contextlib import contextmanager
from os import SEEK_END
from typing import IO, TYPE_CHECKING, NoReturn

from align.errors import MalformedError
from align.office.book import read_book
from align.office.packages import Package
from align.office.sheet import rows_of_sheet, texts_beside
from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.sheets.tables import Tables, too_many_cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.office.book import Book
    from align.office.packages import SheetPart

__all__ = ["read"]

# What Python says of references and numbers that a damaged workbook has.
DAMAGE = (ValueError, LookupError, OverflowError)
HIDDEN = (b' hidden="1"', b' hidden="true"')  # of a row or column
CELL = (b"<c ", b"<c>", b"<c/", b":c ", b":c>")  # how the tag of one begins
MARKUP = (4, 6)  # tags that may be there: so many for every cell allowed, and for every one found
BESIDE = {"comments": "comment", "drawing": "text box"}
MOST_NAMES = 20
LONGEST_NAME = 60  # characters; Excel allows 31
RESAVE = "open it in Excel or LibreOffice and save it again"


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a workbook; raises `MalformedError` for a damaged one, or `LimitError`."""
    with opened(path, name, settings.max_bytes) as file, _damage_told(name):
        draft = Draft(name, settings, file.seek(0, SEEK_END))
        sha256 = sha256_of(file)
        _fill(draft, file, settings)
    return draft.document("xlsx", sha256)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Make errors of ours of what comes of a workbook that contradicts itself."""
    try:
        yield
    except DAMAGE as error:
        fact = f"is a damaged XLSX file ({' '.join(str(error).split()) or type(error).__name__})"
        raise MalformedError(name, fact, RESAVE) from error


def _fill(draft: Draft, file: IO[bytes], settings: ReadSettings) -> None:
    package = Package(file, settings, draft.name)
    sheets = package.sheets()
    _check(package, sheets, draft, settings.max_cells)
    book = read_book(package)
    tables = Tables(draft, settings)
    for sheet in sheets:
        tables.put(_rows(package, sheet, book))
        for kind, label in BESIDE.items():
            for text in texts_beside(package, sheet, kind):
                draft.leave_out(text, label)
    if len(sheets) > 1:
        more = [f"{len(sheets) - MOST_NAMES} more"] if len(sheets) > MOST_NAMES else []
        names = [_short(sheet.name) for sheet in sheets[:MOST_NAMES]]
        draft.note(f"{len(sheets)} sheets, read one after the other: {', '.join(names + more)}")


def _check(package: Package, sheets: list[SheetPart], draft: Draft, most: int) -> None:
    """Count the cells, much faster than they are read; raises `LimitError` for too many."""
    cells = tags = 0
    for sheet in sheets:
        hidden = sheet.hidden
        for chunk in package.chunks(sheet.path):
            cells += sum(map(chunk.count, CELL))
            tags += chunk.count(b"<")
            hidden = hidden or any(mark in chunk for mark in HIDDEN)
            if cells > most or tags > MARKUP[0] * most + MARKUP[1] * cells:
                raise too_many_cells(draft.name, most)
        if hidden:
            draft.note(
                f"the sheet {_short(sheet.name)} is hidden or has hidden parts: read as well"
            )


def _rows(package: Package, sheet: SheetPart, book: Book) -> Iterator[list[str]]:
    def broken(row: int, reason: str) -> NoReturn:
        raise MalformedError(package.name, f"row {row}: {' '.join(reason.split())}", RESAVE)

    return (cells for _, cells in rows_of_sheet(package, sheet, book, broken))


def _short(name: str) -> str:
    return f"“{' '.join(name.split())[:LONGEST_NAME]}”"
