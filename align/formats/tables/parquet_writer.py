"""Parquet, which pandas, DuckDB and the data sets of Hugging Face read: a row a unit, in full.

See `align.formats.tables.parquet_schema` for the columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from align.formats.json.writer import bead_of
from align.formats.tables.parquet_schema import arrow, parquet, row_of_bead, schema_of
from align.formats.writing import FileWriter

if TYPE_CHECKING:
    from contextlib import ExitStack

    from align.model import TranslationUnit

__all__ = ["ParquetWriter"]

GROUP = 10_000  # rows that are written at once, and can be read at once


class ParquetWriter(FileWriter):
    """Writes one unit a row; beads with an empty side are left out."""

    holds_empty: ClassVar[bool] = True

    def _open(self, stack: ExitStack) -> None:
        self._arrow = arrow(self._path)
        self._schema = schema_of(self._arrow)
        self._rows: list[dict[str, Any]] = []
        super()._open(stack)
        stack.callback(self._forget)

    def _begin(self) -> None:
        writer = parquet(self._path).ParquetWriter
        self._table = writer(self._file, self._schema, compression="zstd")

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        self._rows.append(row_of_bead(bead_of(unit, source, target)))
        if len(self._rows) == GROUP:
            self._write_group()

    def _write_group(self) -> None:
        self._table.write_table(self._arrow.Table.from_pylist(self._rows, self._schema))
        self._rows.clear()

    def _finish(self) -> None:
        if self._rows:
            self._write_group()
        self._table.close()

    def _forget(self) -> None:
        """Keep the library from finishing a table that an error has ended, when it is freed."""
        self._table.is_open = False
