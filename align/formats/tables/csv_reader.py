"""Reads CSV: ours, and what Excel saves, with comma, semicolon or tab between the columns.

See `align.formats.tables.rows` for what the columns may be, `decoding` for the encoding.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from align.errors import MalformedError
from align.formats.lines import LONGEST
from align.formats.tables.decoding import decoded_lines
from align.formats.tables.headings import heading_of
from align.formats.tables.rows import units_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Langs = tuple[str, str]

__all__ = ["read_csv"]

DELIMITERS = ("\t", ";", ",")  # the first of those that fit alike: texts are full of commas
XML = re.compile(r"\s*<(\?xml|!DOCTYPE|tmx|xliff)\b", re.IGNORECASE)
_STATED = re.compile(r"sep=(.)\r?\n?")  # a first line for Excel
UNENDED = "unexpected end of data"  # in a quoted cell, says the csv module
LONGEST_CELL = 2 * LONGEST  # characters, over several lines
SAMPLE_LINES = 50
SAMPLE_CHARACTERS = 100_000


def read_csv(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a CSV file, the first text of each as its source.

    Raises `MalformedError` for XML, of which rows could be made without any sense.
    """
    # The limit is one of the whole process: never less than what others may have asked for.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    lines = decoded_lines(path, reading)
    sample = _sample(lines)
    if sample and XML.match(sample[0]):
        raise MalformedError(str(path), "is XML, not CSV", "give it the suffix of what it is")
    stated = _STATED.fullmatch(sample[0]) if sample else None
    delimiter = stated[1] if stated else _delimiter(sample, reading.langs)
    if stated:
        sample[0] = "\n"  # so that the lines keep their numbers
    rows = csv.reader(chain(sample, lines), delimiter=delimiter, strict=True)
    yield from units_of_rows(_numbered(rows, reading, path), reading, path)


def _numbered(rows: Any, reading: Reading, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, and the line that each begins in."""
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            refuse = reading.broken if UNENDED in str(error) else reading.unfit
            refuse(path, line, f"no row of a CSV file ({error})")
            continue
        if row is None:
            return
        if any(row):
            yield line, row


def _sample(lines: Iterable[str]) -> list[str]:
    taken: list[str] = []
    characters = 0
    for line in lines:
        taken.append(line)
        characters += len(line)
        if len(taken) == SAMPLE_LINES or characters > SAMPLE_CHARACTERS:
            break
    return taken


def _delimiter(lines: Sequence[str], langs: Langs) -> str:
    """Return what makes a heading of the first row, or else most rows of equal width."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(lines, delimiter, langs))


def _fitness(lines: Sequence[str], delimiter: str, langs: Langs) -> tuple[bool, float]:
    rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    alike = max(widths.values(), default=0)
    return bool(rows and heading_of(rows[0], langs)), alike / max(len(rows), 1)
