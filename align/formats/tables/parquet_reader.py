"""Reads Parquet: ours in full, other tables by the names of their columns.

Of others a column ``translation`` of texts by language, as the data sets of Hugging Face have it,
stands for a column of each language; see `align.formats.tables.rows` for the other columns.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from align.errors import LimitError, MalformedError
from align.formats.json.reader import unit_of_bead
from align.formats.opening import seekable
from align.formats.tables.headings import heading_of
from align.formats.tables.parquet_schema import COLUMNS, arrow, bead_of_row, parquet
from align.formats.tables.rows import units_of_rows
from align.safety import most_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Row = tuple[int, list[str]]
    Record = dict[str, Any]  # a row by column

__all__ = ["read_parquet"]

BATCH = 1_000  # rows that are in memory at once
BUFFER = 1 << 20  # bytes of a column that are
NESTED = "translation"


def read_parquet(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a table, the first text of each as its source."""
    damage = (arrow(path).ArrowException, OSError, UnicodeDecodeError)
    with seekable(path, reading.limits) as file:
        size = file.seek(0, io.SEEK_END)
        try:
            table = parquet(path).ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
        except damage as error:
            raise MalformedError(str(path), f"is no Parquet file ({_reason(error)})") from error
        _check_size(table, size, path, reading.limits)
        records = _records(table, damage, path, reading)
        if set(COLUMNS) <= set(table.schema_arrow.names):
            yield from _ours(records, path, reading)
        else:
            rows = _rows(records, table.schema_arrow, reading.langs)
            yield from units_of_rows(rows, reading, path)


def _records(
    table: Any, damage: tuple[type[Exception], ...], path: Path, reading: Reading
) -> Iterator[Record]:
    number = 0
    try:
        for batch in table.iter_batches(BATCH):
            for record in batch.to_pylist():
                number += 1
                yield record
    except damage as error:
        reading.broken(path, number + 1, f"the rest is damaged ({_reason(error)})")


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _check_size(table: Any, size: int, path: Path, limits: ReadSettings) -> None:
    groups = range(table.metadata.num_row_groups)
    unpacked = sum(table.metadata.row_group(number).total_byte_size for number in groups)
    if unpacked > most_unpacked(size, limits):
        hint = "raise read.max_ratio or read.max_unpacked with --set if you trust it"
        raise LimitError(str(path), "unpacks to far more than its size", hint)


def _ours(records: Iterable[Record], path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    for number, record in enumerate(records, start=1):
        try:
            unit = unit_of_bead(bead_of_row(record), f"tu{number}", number, reading)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            reading.unfit(path, number, error)
            continue
        yield unit


def _rows(records: Iterable[Record], schema: Any, langs: tuple[str, str]) -> Iterator[Row]:
    """Yield the rows of a table of another's making as texts, after its heading if it has one."""
    nested: Any = schema.field(NESTED).type if NESTED in schema.names else ()
    inner = [field.name for field in nested] if hasattr(nested, "get_field_index") else []
    names = [name for name in schema.names if not (inner and name == NESTED)]
    heading = [*inner, *names]
    if heading_of(heading, langs):
        yield 0, heading
    for number, record in enumerate(records, start=1):
        cells = [(record[NESTED] or {}).get(name) for name in inner]
        cells += (record[name] for name in names)
        yield number, list(map(_text, cells))


def _text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, default=str)
