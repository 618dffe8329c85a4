"""Reads CSV and TSV, and what Excel calls Unicode text: rows of cells, or a list of paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.decoding import load
from align.readers.drafting import Draft
from align.readers.sheets.delimiters import at_least, dialect_of, rows_of
from align.readers.sheets.tables import Tables

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

FORMATS = {".tsv": "tsv"}


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a table; a text without columns is read as paragraphs, one a line."""
    draft = Draft(name, settings)
    sha256, encoding = _fill(draft, path, settings)
    return draft.document(FORMATS.get(path.suffix.lower(), "csv"), sha256, encoding)


def _fill(draft: Draft, path: Path, settings: ReadSettings) -> tuple[str, str]:
    """Add the rows; the decoded text is forgotten before the draft makes its own of it."""
    decoded = load(path, draft.name, settings)
    for note in decoded.notes:
        draft.note(note)
    dialect = dialect_of(decoded.text)
    tables = Tables(draft, settings)
    tables.refuse(*at_least(decoded.text, dialect))
    tables.put(rows_of(decoded.text, dialect))
    return decoded.sha256, decoded.encoding
