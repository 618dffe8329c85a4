"""Rows of cells as units: what the readers of TSV, CSV, XLSX and of tables in documents share.

A heading names the columns source (or src) and target (tgt, trg), or their languages (``ar en``,
``Arabic English``); of ours also those of `align.formats.tables.columns`. Other columns become
props. Without a heading the first rows tell which columns the texts are, and in which language.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from align.formats.tables.columns import SIDES, unit_of_cells
from align.formats.tables.headings import guessed, heading_below, told
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Row = tuple[int, list[str]]  # line number, from 1, and cells

__all__ = ["first_rows", "units_of_rows"]

# By how much the columns and their languages are told.
SAMPLE_ROWS = 100
SAMPLE_CHARACTERS = 100_000


def units_of_rows(
    rows: Iterable[Row], reading: Reading, path: Path, number: int = 1
) -> Iterator[TranslationUnit]:
    """Yield the units of numbered rows, the first text of each as its source, one at a time.

    A row that makes no unit is `Reading.unfit`; ``path`` is for messages. Rows without any text
    are the caller's to leave out. Units without an id are called tu1, tu2 …, from ``number`` on.
    """
    rows = iter(rows)
    sample = first_rows(rows)
    table, begin = _table([row for _, row in sample], reading)
    for line, _ in sample[: max(begin - 1, 0)]:
        reading.losses.add("text", line, "a row above the heading")
    for place, (line, row) in enumerate(chain(sample[begin:], rows), start=number):
        try:
            unit = table.unit(row, f"tu{place}", line)
        except ValueError as error:
            reading.unfit(path, line, error)
            continue
        yield unit


@dataclass(frozen=True, slots=True)
class _Table:
    """What the columns hold, the languages of the sides, and how texts are to be read."""

    columns: tuple[str, ...]
    langs: tuple[str, str]
    reading: Reading

    def unit(self, row: list[str], name: str, line: int) -> TranslationUnit:
        """Return the unit of a row; raises `ValueError` with what is wrong."""
        if len(row) < len(SIDES):
            raise ValueError("only one column, where two texts are needed")
        if any(row[len(self.columns) :]):
            raise ValueError(f"{len(row)} columns where {len(self.columns)} are known")
        cells = dict(zip(self.columns, row, strict=False))
        source, target = self.reading.texts(cells.get("source", ""), cells.get("target", ""), line)
        langs = (
            tidy(cells.get(f"{side}_lang", "")) or lang
            for side, lang in zip(SIDES, self.langs, strict=True)
        )
        first, second = zip(langs, (source, target), strict=True)
        return unit_of_cells(cells, name, (first, second), line, self.reading.losses)


def _table(rows: list[list[str]], reading: Reading) -> tuple[_Table, int]:
    """Return what the first rows say of a table, and how many of them are no units."""
    found = heading_below(rows, reading.langs)
    if found is None:
        columns = guessed(rows, reading.langs)
        return _Table(columns, told(rows, columns, reading.langs), reading), 0
    place, (columns, langs) = found
    langs = langs or told(rows[place + 1 :], columns, reading.langs)
    return _Table(columns, langs, reading), place + 1


def first_rows(rows: Iterable[Row]) -> list[Row]:
    """Take the rows by which the columns of a table are told, few if they are long."""
    taken: list[Row] = []
    characters = 0
    for row in rows:
        taken.append(row)
        characters += sum(map(len, row[1]))
        if len(taken) == SAMPLE_ROWS or characters > SAMPLE_CHARACTERS:
            break
    return taken
