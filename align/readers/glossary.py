"""Glossaries: tables of terms and their translations, as TSV (OmegaT's too) or CSV.

A row holds a term, its translation and perhaps a note; alternatives are separated by ``|`` or
``;``, and ``#`` begins a comment. A first row that names the languages says which column is
which; without one, the scripts do.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from align.errors import EmptyError, EncodingError, MalformedError
from align.readers.opening import read_bytes
from align.text.names import language_name
from align.text.scripts import letters_of, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.evidence.pair import Glossary

__all__ = ["read_glossary"]

_MOST_BYTES = 100_000_000
_COLUMNS = 2
_ALTERNATIVES = re.compile("[|;؛]")
_NO_SEMICOLON = re.compile("[|]")  # of rows whose cells it separates


class _Row(NamedTuple):
    line: int
    cells: tuple[str, str]


def read_glossary(path: Path, langs: tuple[str, str] = ("ar", "en")) -> Glossary:
    """Return the terms of ``path`` from the first of ``langs`` to the second, in file order.

    Raises a `ReadError` that names the file, and the line where there is one.
    """
    text = _decoded(path)
    delimiter = _delimiter(text)
    rows = list(_rows(path, text, delimiter))
    if rows and _is_header(rows[0]):
        turned = _is_turned(path, rows.pop(0), langs)
    else:
        turned = _looks_turned(rows, langs)
    if not rows:
        raise EmptyError(str(path), "holds no term", "write a term, a tab and its translation")
    alternatives = _NO_SEMICOLON if delimiter == ";" else _ALTERNATIVES
    return _united(path, rows, alternatives, turned=turned)


def _decoded(path: Path) -> str:
    data = read_bytes(path, str(path), _MOST_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(
            f"{path}, line {line}", "is not UTF-8", "save the glossary as UTF-8"
        ) from error


def _delimiter(text: str) -> str:
    """Return what separates the cells: a tab, else a comma, else a semicolon."""
    first = next((line for line in text.splitlines() if not _is_comment(line)), "")
    return next((mark for mark in "\t,;" if mark in first), "\t")


def _is_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _rows(path: Path, text: str, delimiter: str) -> Iterator[_Row]:
    quote = None if delimiter == "\t" else '"'
    reader = csv.reader(text.splitlines(), delimiter=delimiter, quotechar=quote)
    try:
        for cells in reader:
            if not _is_comment("".join(cells)):
                yield _row(f"{path}, line {reader.line_num}", reader.line_num, cells)
    except csv.Error as error:
        raise MalformedError(f"{path}, line {reader.line_num}", f"is no row ({error})") from error


def _row(place: str, line: int, cells: list[str]) -> _Row:
    term, translation = (*map(str.strip, cells[:_COLUMNS]), "", "")[:_COLUMNS]
    if not term or not translation:
        missing = "translation" if term else "term"
        raise MalformedError(place, f"has no {missing}", "write a term, a tab and its translation")
    return _Row(line, (term, translation))


def _is_header(row: _Row) -> bool:
    return all(language_name(cell) != cell for cell in row.cells)


def _is_turned(path: Path, header: _Row, langs: tuple[str, str]) -> bool:
    """Say whether the header names the languages the other way round."""
    named, wanted = (tuple(map(language_name, pair)) for pair in (header.cells, langs))
    if sorted(named) != sorted(wanted):
        fact = f"is a glossary of {' and '.join(named)}, not of {' and '.join(wanted)}"
        raise MalformedError(f"{path}, line {header.line}", fact, "give one of these languages")
    return named != wanted


def _looks_turned(rows: Iterable[_Row], langs: tuple[str, str]) -> bool:
    """Say whether the first column is in the script of the second language, by most letters."""
    source, target = map(script_of, langs)
    first = " ".join(row.cells[0] for row in rows)
    return letters_of(first, target) > letters_of(first, source)


def _united(
    path: Path, rows: Iterable[_Row], alternatives: re.Pattern[str], *, turned: bool
) -> Glossary:
    """Return the rows as terms; the translations of one term in several rows are alternatives."""
    terms: dict[str, dict[str, None]] = {}
    for row in rows:
        cells = row.cells[::-1] if turned else row.cells
        written = [[part.strip() for part in alternatives.split(cell)] for cell in cells]
        sources, targets = ([part for part in parts if part] for parts in written)
        if not sources or not targets:
            raise MalformedError(f"{path}, line {row.line}", "has no term between its separators")
        for term in sources:
            terms.setdefault(term, {}).update(dict.fromkeys(targets))
    return tuple((term, tuple(targets)) for term, targets in terms.items())
