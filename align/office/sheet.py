"""The rows of a sheet of an XLSX file, as they stream by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from align.errors import MalformedError
from align.office.texts import Texts, fed, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from align.office.book import Book
    from align.office.packages import Package, SheetPart

    Broken = Callable[[int, str], None]

__all__ = ["rows_of_sheet", "texts_beside"]

Row = tuple[int, list[str]]
MOST_COLUMNS = 16_384  # that a sheet of Excel has
WIDTH = 2  # of a row, at least: a text, and one that is empty
TRUTHS = {"0": "FALSE", "1": "TRUE"}
_REFERENCE = re.compile("([A-Z]{1,3})[0-9]{1,7}")


def rows_of_sheet(package: Package, sheet: SheetPart, book: Book, broken: Broken) -> Iterator[Row]:
    """Yield the number and the cells of every row that holds any text, one at a time.

    ``broken`` is told the row and the reason where a sheet is damaged; nothing comes after that.
    Raises `MalformedError` for what no sheet has.
    """
    target = _Sheet(book)
    try:
        for _ in fed(package.chunks(sheet.path), target):
            yield from target.rows
            target.rows.clear()
    except (etree.XMLSyntaxError, MalformedError) as error:
        reason = error.what if isinstance(error, MalformedError) else error
        broken(target.line, f"the sheet {sheet.name!r} is damaged ({reason})")
    except (ValueError, IndexError) as error:
        fact = f"row {target.line} of the sheet {sheet.name!r}: {error}"
        raise MalformedError(package.name, fact) from error


def texts_beside(package: Package, sheet: SheetPart, kind: str) -> Iterator[str]:
    """Yield the texts that stand beside the cells of a sheet: ``comments``, or a ``drawing``."""
    for path in package.related(sheet.path, kind):
        for element in package.tree(path).iter("{*}comment", "{*}txBody"):
            yield "".join(text.text or "" for text in element.iter("{*}t"))


class _Sheet(Texts):
    """Gathers the rows of a sheet."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.line = 0
        self._book = book
        self._cells: list[str] = []
        self._place = 0
        self._type = "n"
        self._style = 0
        self._has_formula = False

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "c":
                self._begin_cell(attributes)
            case "row":
                self.line = _number(attributes.get("r")) or self.line + 1
                self._cells = []
                self._size = 0
            case "f":
                self._has_formula = True
            case _:
                super()._start(name, attributes)

    def _end(self, name: str) -> None:
        super()._end(name)
        match name:
            case "c":
                self._end_cell()
            case "row" if any(self._cells):
                self.rows.append((self.line, self._cells + [""] * (WIDTH - len(self._cells))))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = _place(attributes.get("r", ""))
        self._place = len(self._cells) if place is None else place
        if self._place >= MOST_COLUMNS:
            raise ValueError(f"more than {MOST_COLUMNS:,} columns")
        self._type = attributes.get("t", "n")
        self._style = _number(attributes.get("s"))
        self._has_formula = False
        self._runs = 0

    def _end_cell(self) -> None:
        text = self._text(self._taken())
        if self._has_formula:
            self._book.tell("a formula, read as what it last gave", self.line, 1)
        if self._runs:
            self._book.tell("formatting inside a cell", self.line, 1)
        if text:
            self._cells += [""] * (self._place + 1 - len(self._cells))
            self._cells[self._place] = text

    def _text(self, text: str) -> str:
        match self._type:
            case "s":
                return self._book.texts[int(text)] if text else ""
            case "n":
                return self._book.number(text, self._style, self.line) if text else ""
            case "b":
                return TRUTHS.get(text, text)
        return plain(text)


def _place(reference: str) -> int | None:
    """Return the column of a cell such as AB12, from 0."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    place = 0
    for letter in match[1]:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < len("1000000000") else 0
