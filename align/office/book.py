"""What the sheets of an XLSX file share: texts, the looks of numbers, and the first of all days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from lxml import etree

from align.errors import MalformedError
from align.office.texts import Texts, fed, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.office.packages import Package

    # Takes a reason why something of the looks is lost, the line, and how often.
    Tell = Callable[[str, int, int], None]

__all__ = ["Book", "read_book", "silent"]

# Formats of numbers, after ECMA-376 part 1, 18.8.30: general, 0, 0.00 and text; dates and times.
PLAIN_FORMATS = {0, 1, 2, 49}
PLAIN_CODES = {"General", "0", "0.00", "@"}
DATE_FORMATS = {*range(14, 23), *range(45, 48)}
_NO_SIGN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # in the code of a format: nothing of a date
_DATE_SIGN = re.compile("[dmyhs]", re.IGNORECASE)
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
SECONDS_A_DAY = 86_400
MOST_TEXTS = 2_000_000  # as many as a sheet of a million rows in two languages has
LARGEST_WHOLE = 1e15  # beyond which not every whole number is a float


class _Shared(Texts):
    """The texts that the sheets share, by their number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.formatted = 0

    def _end(self, name: str) -> None:
        super()._end(name)
        if name == "si":
            self.texts.append(plain(self._taken()))
            self.formatted += self._runs > 0
            self._runs = self._size = 0
            if len(self.texts) > MOST_TEXTS:
                raise ValueError(f"more than {MOST_TEXTS:,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the cells of all sheets refer to; ``formats`` are those of numbers, by style."""

    texts: list[str]
    formats: list[str]  # plain, date or other
    epoch: datetime = EPOCH
    tell: Tell

    def number(self, text: str, style: int, line: int) -> str:
        """Return a number as a text, a date as ISO 8601 has it; what else it looks like is lost."""
        look = self.formats[style] if style < len(self.formats) else "plain"
        try:
            number = float(text)
            shown = self._date(number) if look == "date" else _shown(number)
        except (ValueError, OverflowError):
            return text
        if look != "plain":
            self.tell("the look of a number", line, 1)
        return shown

    def _date(self, days: float) -> str:
        moment = self.epoch + timedelta(seconds=round(days * SECONDS_A_DAY))
        return moment.isoformat(" ").removesuffix(" 00:00:00")


def silent(reason: str, line: int, times: int) -> None:
    """Tell nobody that the looks of a cell are lost."""


def read_book(package: Package, tell: Tell = silent) -> Book:
    """Return what a workbook's sheets share; raises `MalformedError` or `LimitError`."""
    shared = _Shared()
    path = package.beside("sharedStrings")
    try:
        for _ in fed(package.chunks(path, whole=True) if path else (), shared):
            pass
    except (ValueError, etree.XMLSyntaxError) as error:
        raise MalformedError(package.name, f"its texts are broken ({error})") from error
    if shared.formatted:
        tell("formatting inside a cell", 0, shared.formatted)
    settings = package.tree(package.main).find("{*}workbookPr")
    is_1904 = settings is not None and settings.get("date1904") in {"1", "true"}
    return Book(
        texts=shared.texts,
        formats=_formats(package),
        epoch=EPOCH_1904 if is_1904 else EPOCH,
        tell=tell,
    )


def _shown(number: float) -> str:
    return (
        str(int(number)) if number == int(number) and abs(number) < LARGEST_WHOLE else repr(number)
    )


def _formats(package: Package) -> list[str]:
    path = package.beside("styles")
    if not path:
        return []
    styles = package.tree(path)
    codes = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    found = (each.get("numFmtId", "0") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return [_look(name, codes.get(name, "")) for name in found]


def _look(name: str, code: str) -> str:
    """Return what a number of a format looks like, by the format's number, and code if it has one.

    >>> _look("2", ""), _look("14", ""), _look("164", "dd.mm.yy"), _look("165", '0 "days"')
    ('plain', 'date', 'date', 'other')
    """
    number = int(name) if name.isdecimal() else 0
    if code in PLAIN_CODES or (number in PLAIN_FORMATS and not code):
        return "plain"
    is_date = _DATE_SIGN.search(_NO_SIGN.sub("", code)) or number in DATE_FORMATS
    return "date" if is_date else "other"
