"""What separates the cells of a text, told by evidence, and the text cut into rows by it.

Quotes after RFC 4180 are taken off only where they end before a delimiter or the end of the line:
many tables of texts are written without, and there a quote is a quote.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from align.text.column_names import is_heading
from align.text.scripts import main_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Dialect", "at_least", "dialect_of", "rows_of"]

DELIMITERS = ("\t", ";", "|", ",")  # the first of those that fit alike: texts are full of commas
NONE = "\0"  # no text has one
SAMPLE = 200_000  # characters looked at
SAMPLE_ROWS = 500
MOST_COLUMNS = 100  # of a table, whose scripts are looked at
# Share of the rows that must have the usual number of cells. Nobody types a tab by chance, and
# rows whose last cells are empty may lack theirs.
ALIKE = {"\t": 0.4, ";": 0.8, "|": 0.7, ",": 0.8}
APART = 0.3  # what columns in different scripts add to that share
LOOSE = 0.4  # what is taken off it if blanks follow the delimiters, as they do in sentences
MOST_QUOTED = 0.5  # share of the cells from which on needless quotes are a habit of the program
QUOTELESS = ("\t", "|", NONE)  # of tables that programs may write without quoting anything
_NEED_QUOTES = re.compile('[\t\n",;|،؛]')
SURELY = 0.7  # share of what was counted: a stray quote makes text of cells, and cells of text
_QUOTED = re.compile('"[^"]*"')
_STATED = re.compile(r"\ufeff?sep=([^\n])\n?")  # a first line for Excel


class Dialect(NamedTuple):
    """How a table is written; with ``all_quoted`` needless quotes are none of the text.

    The first row begins at ``start``.
    """

    delimiter: str
    all_quoted: bool
    start: int = 0


class _Cell(NamedTuple):
    text: str
    quoted: bool
    loose: bool  # a blank stands before it
    last: bool  # of its row


def dialect_of(text: str) -> Dialect:
    """Return what the cells of a text are separated by; by nothing if it is no table."""
    stated = _STATED.match(text)
    if stated:
        start = stated.end()
        return Dialect(stated[1], _all_quoted(_sample(text, stated[1], start)), start)
    samples = {mark: _sample(text, mark, 0) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: _fitness(samples[mark], mark))
    if _fitness(samples[best], best) <= 0:
        best = NONE
        samples[NONE] = _sample(text, NONE, 0)
    return Dialect(best, _all_quoted(samples[best]))


def at_least(text: str, dialect: Dialect) -> tuple[int, int]:
    """Return how many cells and rows there are at the very least, much faster than they are cut."""
    bare = _QUOTED.sub("", text) if '"' in text else text
    rows = bare.count("\n")
    return int((bare.count(dialect.delimiter) + rows) * SURELY), int(rows * SURELY)


def rows_of(text: str, dialect: Dialect) -> Iterator[list[str]]:
    """Yield the cells of every row."""
    row: list[str] = []
    doubtful = dialect.delimiter in QUOTELESS and not dialect.all_quoted
    for cell in _cells(text, dialect.delimiter, dialect.start):
        bare = doubtful and cell.quoted and not _NEED_QUOTES.search(cell.text)
        row.append(f'"{cell.text}"' if bare else cell.text)
        if cell.last:
            yield row
            row = []


def _cells(text: str, delimiter: str, start: int) -> Iterator[_Cell]:
    mark = re.escape(delimiter)
    pattern = re.compile(
        rf'(?: *"(?P<quoted>(?:[^"]++|"")*+)" *|(?P<bare>[^{mark}\n]*+))(?P<end>{mark}|\n|\Z)'
    )
    for found in pattern.finditer(text, start):
        if found.start() == len(text) and not text.endswith(delimiter):
            return  # behind the last row
        quoted = found["quoted"]
        yield _Cell(
            text=found["bare"] if quoted is None else quoted.replace('""', '"'),
            quoted=quoted is not None,
            loose=text.startswith(" ", found.start()),
            last=found["end"] != delimiter,
        )


def _sample(text: str, delimiter: str, start: int) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = []
    row: list[_Cell] = []
    for cell in _cells(text[: start + SAMPLE], delimiter, start):
        row.append(cell)
        if cell.last:
            rows.append(row)
            row = []
        if len(rows) == SAMPLE_ROWS:
            break
    filled = [row for row in rows if any(cell.text.strip() for cell in row)]
    return filled[:-1] if len(text) > start + SAMPLE and len(filled) > 1 else filled


def _fitness(rows: Sequence[Sequence[_Cell]], delimiter: str) -> float:
    """Return how well rows fit into columns; 0 or less if they do not."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width = max(widths, key=lambda size: (widths[size], size))
    table = [[cell.text for cell in row] for row in rows if len(row) == width]
    if is_heading(table[0]):
        return 1 + widths[width] / len(rows)
    behind = [cell for row in rows for cell in row[1:]]
    loose = sum(cell.loose and not cell.quoted for cell in behind) / len(behind)
    share = widths[width] / len(rows) + APART * _apart(table) - LOOSE * loose
    return share - ALIKE[delimiter]


def _apart(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether two columns are mainly in different scripts."""
    columns = islice(zip(*rows, strict=True), MOST_COLUMNS)
    scripts = {main_script(" ".join(column)) for column in columns}
    return len(scripts - {None}) > 1


def _all_quoted(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Say whether cells are quoted by habit, so that even needless quotes are none of the text."""
    cells = [cell for cell in chain.from_iterable(rows) if any(map(str.isalpha, cell.text))]
    plain = [cell for cell in cells if not _NEED_QUOTES.search(cell.text)]
    return sum(cell.quoted for cell in plain) > MOST_QUOTED * len(plain)
